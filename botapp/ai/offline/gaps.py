"""What an item should say and does not."""

from collections.abc import Sequence

from botapp.ai import figures
from botapp.ai.base import EventPattern
from botapp.ai.offline.cues import (
    ASKS_HOW_MUCH,
    ASKS_OTHER_SIDE,
    ASKS_WHEN,
    ASKS_WHO_SAYS,
    OTHER_SIDE,
    SOURCE,
    has_date,
)
from botapp.ai.offline.phrases import Phrases
from botapp.ai.offline.words import share_of

_MOST_QUESTIONS = 3
_ANSWERED = 0.5  # share of a question's words that the text uses


def not_said(text: str, *, event: EventPattern | None, phrases: Phrases) -> tuple[str, ...]:
    """Questions of this kind of event that the text leaves open, then what any news item owes."""
    numbers = [figure for figure in figures.find(text) if not figure.dated]
    dated = has_date(text)
    asked = [
        question
        for question in (event.questions if event else ())
        if not _answered(question, text, numbers, dated)
    ]
    owed = (
        (bool(SOURCE.search(text)) or "http" in text, phrases.no_source),
        (dated, phrases.no_date),
        (bool(numbers), phrases.no_numbers),
    )
    return (*asked[:_MOST_QUESTIONS], *(line for there, line in owed if not there))


def _answered(question: str, text: str, numbers: Sequence[figures.Figure], dated: bool) -> bool:
    there = (
        (ASKS_HOW_MUCH, any(figure.unit for figure in numbers)),
        (ASKS_WHEN, dated),
        (ASKS_WHO_SAYS, bool(SOURCE.search(text))),
        (ASKS_OTHER_SIDE, bool(OTHER_SIDE.search(text))),
    )
    if any(said and asks.search(question) for asks, said in there):
        return True
    return share_of(question, text) >= _ANSWERED
