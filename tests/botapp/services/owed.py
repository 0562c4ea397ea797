"""Answers that somebody owes in the tests, and the rows around them."""

from botapp.models import Explanation
from botapp.queries.allowances import allowance
from botapp.services import generations


def begin(person: int, **facts) -> int:
    facts = {"chat_id": 7, "text": "News", "kind": "news", "language": "en", "depth": "normal"} | facts
    return generations.begin(person, **facts)


def answer(*, degraded: bool = False) -> int:
    return Explanation.objects.create(
        state="ready",
        language="en",
        depth="normal",
        source_text="News",
        answer={"headline": "x"},
        degraded=degraded,
    ).pk


def used(person: int) -> int:
    return allowance(person).used
