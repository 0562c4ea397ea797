"""What an item should say and does not."""

import re
from collections.abc import Sequence
from functools import lru_cache

from botapp.ai import figures, number_words
from botapp.ai.base import EventPattern
from botapp.ai.offline import acts, marks
from botapp.ai.offline.cleaning import sentences_of
from botapp.ai.offline.cues import (
    AMOUNTS,
    ASKS_HOW_MUCH,
    ASKS_OTHER_SIDE,
    ASKS_WHEN,
    ASKS_WHO_SAYS,
    OTHER_SIDE,
    has_date,
)
from botapp.ai.offline.lead import shortened
from botapp.ai.offline.left_open import left_open
from botapp.ai.offline.phrases import Phrases
from botapp.ai.offline.words import share_of
from botapp.ai.open_question import OpenQuestion, parsed

_MOST_QUESTIONS = 3
_MOST_OWN = 3  # sentences of the text
_ANSWERED = 0.5  # share of a question's words that the text uses


def not_said(text: str, *, event: EventPattern | None, phrases: Phrases) -> tuple[str, ...]:
    """What the text itself calls open, questions of this kind of event, then what any news item owes.

    A question too few is better than one that the text answers.
    """
    numbers = _numbers(text)
    unanswered = [
        question
        for question in map(parsed, event.questions if event else ())
        if not (_is_met(question, text) if question.cues else _seems_met(question.text, text, numbers))
    ]
    own = tuple(map(shortened, left_open(sentences_of(text), most=_MOST_OWN)))
    asked = unanswered[: max(1, _MOST_QUESTIONS - len(own))]
    sourced = marks.has("<source>", text) or acts.is_official(text)
    owed = (
        (sourced or _asks_for("<source>", asked), phrases.no_source),
        (_is_dated(text), phrases.no_date),
        (
            bool(numbers) or not (_asks_how_much(unanswered) if event else AMOUNTS.search(text)),
            phrases.no_numbers,
        ),
    )
    return (*own, *(question.text for question in asked), *(line for there, line in owed if not there))


def _numbers(text: str) -> list[figures.Figure]:
    """What says how much or how many, in digits or in words."""
    return [one for one in (*figures.find(text), *number_words.find(text)) if not one.dated]


def _asks_for(mark: str, questions: Sequence[OpenQuestion]) -> bool:
    return any(mark in question.cues for question in questions)


def _asks_how_much(questions: Sequence[OpenQuestion]) -> bool:
    """Whether a sum is missing at all: an item on planned work or a draft law owes none."""
    return any("<number>" in one.cues or ASKS_HOW_MUCH.search(one.text) for one in questions)


def _is_dated(text: str) -> bool:
    return has_date(text) or marks.has("<date>", text)


def _is_met(question: OpenQuestion, text: str) -> bool:
    even = marks.evened(text)
    folded = even.casefold()
    # Looking for a plain piece first spares most expressions, which a long read makes slow.
    return any(piece in folded and pattern.search(even) for piece, pattern in _compiled(question.cues))


def _seems_met(question: str, text: str, numbers: Sequence[figures.Figure]) -> bool:
    """A guess for questions to which nobody wrote cues."""
    there = (
        (ASKS_HOW_MUCH, any(figure.unit for figure in numbers)),
        (ASKS_WHEN, _is_dated(text)),
        (ASKS_WHO_SAYS, marks.has("<source>", text)),
        (ASKS_OTHER_SIDE, bool(OTHER_SIDE.search(text))),
    )
    if any(said and asks.search(question) for asks, said in there):
        return True
    return share_of(question, text) >= _ANSWERED


@lru_cache(maxsize=256)
def _compiled(cues: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (_literal(cue), re.compile(_as_regex(cue), re.IGNORECASE)) for cue in map(marks.evened, cues)
    )


def _literal(cue: str) -> str:
    """The longest piece that a text must hold for the cue to be there, "" if only marks are asked for."""
    pieces = (word.strip("*") for word in cue.split() if word not in marks.MARKS)
    return max(pieces, key=len, default="").casefold()


def _as_regex(cue: str) -> str:
    return r"[\s-]+".join(map(_word_as_regex, cue.split()))


def _word_as_regex(word: str) -> str:
    if word in marks.MARKS:
        return marks.MARKS[word]
    any_beginning = r"\w*" if word.startswith("*") else ""
    any_ending = r"\w*" if word.endswith("*") else ""
    return rf"(?<!\w){any_beginning}{re.escape(word.strip('*'))}{any_ending}(?!\w)"
