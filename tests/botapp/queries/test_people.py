"""What handlers may know of a person."""

import dataclasses

import pytest

from botapp.exceptions import NotFound
from botapp.models import Person
from botapp.queries.people import PersonFacts, facts, known
from tests.botapp.models.rows import a_person

pytestmark = pytest.mark.django_db


def test_the_facts_of_a_person_are_those_of_the_row():
    ada = a_person(7, language="uk", depth="pro", is_banned=True, daily_limit=0, last_name="L.")
    assert facts(ada.pk) == PersonFacts(
        id=ada.pk,
        telegram_id=7,
        first_name="Ada",
        language="uk",
        depth="pro",
        is_banned=True,
        is_staff=False,
        daily_limit=0,
    )


def test_staff_are_those_whom_the_settings_name_at_this_moment(settings):
    ada = a_person(7)
    settings.ADMIN_IDS = (7, 8)
    assert facts(ada.pk).is_staff
    settings.ADMIN_IDS = (8,)
    assert not facts(ada.pk).is_staff


def test_a_person_is_found_by_both_numbers_and_they_are_not_mixed_up():
    ada = a_person(7)
    bob = a_person(ada.pk, first_name="Bob") if ada.pk != 7 else a_person(8, first_name="Bob")
    assert known(7).first_name == facts(ada.pk).first_name == "Ada"
    assert known(bob.telegram_id).id == bob.pk


def test_who_is_unknown_is_refused_by_number_and_none_by_telegram_id():
    assert known(404) is None
    with pytest.raises(NotFound):
        facts(404)


def test_facts_are_a_picture_and_can_not_be_changed():
    ada = a_person()
    picture = facts(ada.pk)
    Person.objects.update(is_banned=True)
    assert not picture.is_banned
    with pytest.raises(dataclasses.FrozenInstanceError):
        picture.is_banned = True
    assert facts(ada.pk).is_banned


def test_no_family_name_and_no_username_leave_the_table():
    assert {field.name for field in dataclasses.fields(PersonFacts)} & {"username", "last_name"} == set()


@pytest.mark.parametrize("crowd", [1, 3])
def test_one_query_however_many_there_are(crowd, django_assert_num_queries):
    people = [a_person(number) for number in range(1, crowd + 1)]
    with django_assert_num_queries(1):
        facts(people[-1].pk)
    with django_assert_num_queries(1):
        known(crowd)
