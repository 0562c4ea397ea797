"""Feedback, bookmarks, history and the conversation."""

import pytest

from botapp.exceptions import NotFound
from botapp.models import Explanation, Feedback, Generation
from botapp.queries.explanations import stored
from botapp.queries.history import latest, saved
from botapp.queries.kept import is_saved
from botapp.queries.turns import count
from botapp.services import bookmarks, feedback
from botapp.services.feedback import Judged
from botapp.services.people import greet
from tests.botapp.models.rows import a_turn, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> int:
    return greet(7, first_name="Ada").id


@pytest.fixture
def give(ada):
    """Give a person an answer with this headline."""

    def make(headline: str, *, to: int | None = None, **facts) -> int:
        facts = {
            "state": "ready",
            "language": "en",
            "depth": "normal",
            "answer": {"headline": headline},
        } | facts
        made = Explanation.objects.create(source_text=headline, **facts)
        again(made.pk, to=to or ada)
        return made.pk

    return make


def again(explanation: int, *, to: int) -> None:
    """In a message of its own."""
    message_id = Generation.objects.count() + 1
    text = Explanation.objects.get(pk=explanation).source_text
    Generation.objects.create(
        person_id=to, chat_id=7, source_text=text, kind="news", language="en", depth="normal", state="done",
        explanation_id=explanation, message_id=message_id,
    )  # fmt: skip


def test_the_last_verdict_counts_and_only_a_change_is_new(ada, give):
    shown = give("One")
    given = [feedback.judge(shown, person_id=ada, verdict=verdict) for verdict in ("up", "up", "down")]
    assert given == [Judged.CHANGED, Judged.NOTHING, Judged.FIRST_DOWN]
    assert [row.verdict for row in Feedback.objects.all()] == ["down"]


def test_nobody_judges_or_keeps_or_opens_what_they_never_got(ada, give):
    bob = greet(8).id
    shown = give("One")
    for attempt in (
        lambda: feedback.judge(shown, person_id=bob, verdict="up"),
        lambda: feedback.judge(shown, person_id=ada, verdict="sideways"),
        lambda: bookmarks.save(shown, person_id=bob),
        lambda: bookmarks.save(shown + 1, person_id=ada),
        lambda: stored(shown, person_id=bob),
        lambda: stored(shown + 1),
    ):
        with pytest.raises(NotFound):
            attempt()
    assert not Feedback.objects.exists()
    assert stored(shown, person_id=ada).explanation.headline == "One"


def test_what_is_kept_is_kept_once_and_can_be_let_go(ada, give):
    first, second = give("One"), give("Two")
    assert bookmarks.save(first, person_id=ada)
    assert not bookmarks.save(first, person_id=ada)
    bookmarks.save(second, person_id=ada)
    assert [line.headline for line in saved(ada).lines] == ["Two", "One"]
    assert is_saved(first, person_id=ada)
    assert bookmarks.unsave(first, person_id=ada)
    assert not bookmarks.unsave(first, person_id=ada)
    assert not is_saved(first, person_id=ada)


def test_history_has_the_last_answers_newest_first_each_once(ada, give):
    numbers = [give(f"Item {number}", degraded=number == 2) for number in range(4)]
    again(numbers[0], to=ada)
    give("Somebody else's", to=greet(8).id)
    give("Still being written", state="pending", answer=None)
    lines = latest(ada, limit=3).lines
    assert [line.headline for line in lines] == ["Item 0", "Item 3", "Item 2"]
    assert [line.degraded for line in lines] == [False, False, True]


@pytest.mark.parametrize("rows", [1, 3])
def test_history_costs_the_same_however_long_it_is(ada, give, rows, django_assert_num_queries):
    for number in range(rows):
        give(f"Item {number}")
    with django_assert_num_queries(2):
        assert len(latest(ada).lines) == rows


def test_an_answer_of_a_schema_no_longer_read_is_gone_not_a_crash(give):
    with pytest.raises(NotFound):
        stored(give("One", answer={"title": "an old shape"}))


def test_the_last_turns_come_oldest_first_and_only_ones_own(ada):
    for number in range(12):
        a_turn(ada, "person" if number % 2 == 0 else "rvx", f"turn {number}")
    a_turn(greet(8).id, "person", "Bob's")
    seen = told(ada)[-3:]
    assert [(turn.role, turn.text) for turn in seen] == [
        ("rvx", "turn 9"),
        ("person", "turn 10"),
        ("rvx", "turn 11"),
    ]
    assert len(told(ada)) == 10
    assert count(ada) == 12
