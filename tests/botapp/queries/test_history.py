"""One line a card, newest first."""

import pytest

from botapp.models import Explanation, Generation, Person
from botapp.queries.history import latest

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Person:
    return Person.objects.create(telegram_id=1, language="en")


def _answer(headline: str, depth: str = "normal") -> Explanation:
    return Explanation.objects.create(
        language="en", depth=depth, source_text=headline, answer={"headline": headline}, state="ready"
    )


def _card(person: Person, message_id: int, answer: Explanation) -> None:
    Generation.objects.create(
        person=person, chat_id=1, message_id=message_id, source_text="x", kind="news", language="en",
        depth=answer.depth, state="done", explanation=answer,
    )  # fmt: skip


def _headlines(person: Person, limit: int = 10) -> list[str]:
    return [line.headline for line in latest(person.pk, limit)]


def test_another_depth_of_a_card_is_not_another_line(ada: Person) -> None:
    _card(ada, 1, _answer("Listing"))
    _card(ada, 2, _answer("Hack"))
    _card(ada, 1, _answer("Listing, simpler", "simple"))
    assert _headlines(ada) == ["Listing, simpler", "Hack"]


def test_an_answer_that_came_from_the_cache_twice_stands_once(ada: Person) -> None:
    same = _answer("Hack")
    _card(ada, 1, same)
    _card(ada, 2, same)
    assert _headlines(ada) == ["Hack"]


def test_only_the_last_ones_are_listed_and_nobody_elses(ada: Person) -> None:
    bob = Person.objects.create(telegram_id=2)
    for number in range(5):
        _card(ada, number, _answer(f"Item {number}"))
    _card(bob, 99, _answer("Bob's"))
    assert _headlines(ada, 3) == ["Item 4", "Item 3", "Item 2"]


def test_history_takes_three_queries_however_long_it_is(
    ada: Person, django_assert_num_queries: object
) -> None:
    for number in range(6):
        _card(ada, number, _answer(f"Item {number}"))
    with django_assert_num_queries(3):  # type: ignore[operator]
        latest(ada.pk)
