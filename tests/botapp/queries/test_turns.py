"""What was said before, as the next question sees it."""

import pytest

from botapp.ai.base import Turn
from botapp.models import Explanation
from botapp.queries.turns import count, last_turn
from botapp.services.conversations import clear
from tests.botapp.models.rows import a_person, a_turn, an_answer, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return a_person()


def _talk(person, turns: int) -> None:
    for number in range(turns):
        a_turn(person.pk, "rvx" if number % 2 else "person", f"turn {number}")


def test_a_conversation_is_read_from_its_beginning(ada):
    _talk(ada, 3)
    assert told(ada.pk) == (Turn("person", "turn 0"), Turn("rvx", "turn 1"), Turn("person", "turn 2"))


def test_of_a_long_one_only_the_end_is_read(ada):
    _talk(ada, 12)
    assert [turn.text for turn in told(ada.pk)] == [f"turn {n}" for n in range(2, 12)]
    assert [turn.text for turn in told(ada.pk)[-2:]] == ["turn 10", "turn 11"]


def test_nobody_hears_what_others_said(ada):
    bob = a_person(1002, first_name="Bob")
    _talk(bob, 2)
    assert told(ada.pk) == ()
    assert (count(ada.pk), count(bob.pk)) == (0, 2)


def test_what_is_forgotten_is_said_no_more(ada):
    _talk(ada, 4)
    assert clear(ada.pk, up_to=last_turn(ada.pk)) == 4
    assert (told(ada.pk), count(ada.pk)) == ((), 0)


def test_turns_of_one_moment_keep_their_order(ada):
    _talk(ada, 2)
    ada.turns.update(created_at="2026-03-10T12:00Z")
    assert [turn.text for turn in told(ada.pk)] == ["turn 0", "turn 1"]


@pytest.mark.parametrize("turns", [1, 3])
def test_as_many_queries_however_long_it_was(ada, turns, django_assert_num_queries):
    _talk(ada, turns)
    with django_assert_num_queries(2):
        assert len(told(ada.pk)) == turns
    with django_assert_num_queries(1):
        assert count(ada.pk) == turns


def test_a_turn_says_what_was_sent_as_long_as_the_answer_is_kept(ada):
    asked, explained = (
        Explanation.objects.create(language="en", depth="normal", kind=kind, source_text="x")
        for kind in ("question", "news")
    )
    a_turn(ada.pk, "person", "The SEC sued Kraken.", explanation=explained)
    a_turn(ada.pk, "person", "Why?", explanation=asked)
    assert [turn.kind for turn in told(ada.pk)] == ["news", "question"]
    explained.delete()
    assert [turn.kind for turn in told(ada.pk)] == [None, "question"]


def test_a_turn_outlives_the_answer_it_belongs_to(ada):
    answer = an_answer()
    turn = a_turn(ada.pk, "rvx", "H", explanation=answer)
    answer.delete()
    turn.refresh_from_db()
    assert (turn.text, turn.explanation_id) == ("H", None)
