"""The conversation that the next question may refer to."""

from datetime import timedelta

import pytest
from django.utils import timezone

from botapp.models import Explanation, Turn
from botapp.services import turns
from botapp.services.people import greet
from tests.botapp.models.rows import told

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> int:
    return greet(7, first_name="Ada").id


def aged(turn: int, **ago: int) -> None:
    """Let a turn be this old."""
    Turn.objects.filter(pk=turn).update(created_at=timezone.now() - timedelta(**ago))


def texts(person: int) -> list[str]:
    return list(Turn.objects.filter(person_id=person).order_by("id").values_list("text", flat=True))


def test_a_turn_of_29_days_stays_and_one_of_31_goes(ada):
    aged(turns.remember(ada, "person", "old"), days=31)
    aged(turns.remember(ada, "person", "not so old"), days=29)
    turns.remember(ada, "rvx", "new")
    assert turns.prune(ada) == 1
    assert texts(ada) == ["not so old", "new"]


def test_exactly_as_many_as_are_kept_lose_nothing(ada, monkeypatch):
    monkeypatch.setattr(turns, "KEPT", 4)
    for number in range(4):
        turns.remember(ada, "person", str(number))
    assert turns.prune(ada) == 0
    turns.remember(ada, "person", "4")
    assert turns.prune(ada) == 1
    assert texts(ada) == ["1", "2", "3", "4"]


def test_pruning_one_person_leaves_the_other_alone(ada):
    bob = greet(8, first_name="Bob").id
    for person in (ada, bob):
        aged(turns.remember(person, "person", "old"), days=40)
    assert turns.prune(ada) == 1
    assert (texts(ada), texts(bob)) == ([], ["old"])


def test_who_said_nothing_has_nothing_to_prune_or_forget(ada):
    assert (turns.prune(ada), turns.forget(ada)) == (0, 0)


def test_after_forgetting_a_new_conversation_begins(ada):
    turns.remember(ada, "person", "What is an ETF?")
    turns.remember(ada, "rvx", "A fund.")
    assert turns.forget(ada) == 2
    turns.remember(ada, "person", "And gas?")
    assert [turn.text for turn in told(ada)] == ["And gas?"]


def test_a_turn_outlives_the_answer_it_belongs_to(ada):
    answer = Explanation.objects.create(
        state="ready", language="en", depth="normal", source_text="x", answer={"headline": "H"}
    )
    turn = turns.remember(ada, "rvx", "H", answer.pk)
    assert Turn.objects.get(pk=turn).explanation_id == answer.pk
    answer.delete()
    assert Turn.objects.get(pk=turn).explanation_id is None


def test_what_no_database_takes_is_mended(ada):
    turns.remember(ada, "person", "a\x00b\ud800")
    assert texts(ada) == ["ab\ufffd"]
