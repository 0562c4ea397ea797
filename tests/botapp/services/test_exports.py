"""The file of /export: its size and what is left out."""

import json

import pytest

from botapp.models import Person, Turn
from botapp.queries import own_parts, record
from botapp.services import exports

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Person:
    return Person.objects.create(telegram_id=1, first_name="Ада", time_zone="Europe/Kyiv")


def read(person: Person, **options: int) -> dict:
    with exports.write(person.pk, **options) as file:
        file.seek(0)
        return json.loads(file.read())


def test_every_part_of_every_app_is_a_list(ada):
    made = read(ada)
    names = [part.name for part in (*own_parts.SMALL, *record.parts(), *own_parts.LARGE)]
    assert list(made) == ["format", "version", "made", "person", *names, "cut"]
    assert all(made[name] == [] for name in names)
    assert made["person"]["first_name"] == "Ада"
    assert made["person"]["settings"]["time_zone"] == "Europe/Kyiv"


def test_of_what_is_too_large_the_newest_stays(ada):
    Turn.objects.bulk_create(Turn(person=ada, role="person", text=f"{n} " + "я" * 500) for n in range(50))
    made = read(ada, most_bytes=20_000)
    assert made["cut"] == ["conversation"]
    said = [turn["text"].split()[0] for turn in made["conversation"]]
    assert said == [str(number) for number in range(49, 49 - len(said), -1)]
    assert 10 < len(said) < 50


def test_long_lists_are_read_in_pieces(ada, django_assert_max_num_queries):
    Turn.objects.bulk_create(Turn(person=ada, role="person", text=str(n)) for n in range(450))
    with django_assert_max_num_queries(20):
        assert [turn["text"] for turn in read(ada)["conversation"]] == [str(n) for n in range(449, -1, -1)]


@pytest.mark.parametrize("rows", [1, 3])
def test_a_part_costs_the_same_with_one_row_and_with_three(ada, rows, django_assert_num_queries):
    Turn.objects.bulk_create(Turn(person=ada, role="person", text=str(n)) for n in range(rows))
    part = next(part for part in own_parts.LARGE if part.name == "conversation")
    with django_assert_num_queries(2):
        assert len(list(part.rows(ada.pk))) == rows


def test_two_parts_of_one_name_are_a_fault():
    record.parts()
    with pytest.raises(ValueError, match="lessons"):
        record.register(record.Part("lessons", lambda _person: iter(())))
