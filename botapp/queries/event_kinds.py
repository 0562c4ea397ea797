"""Whose a cue is and whose a name: a news item should be of one kind, and not of one by chance."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.conf import settings

from botapp.ai.events import covers, plain
from botapp.models import EventKind

Shared = Mapping[EventKind, list[str]]  # what they have, too, under each


def lines(kind: Mapping[str, Any], field: str) -> dict[str, list[str]]:
    """By its column the lines of a text in each language, given a kind's values; no empty ones."""
    columns = [f"{field}_{code}" for code, _name in settings.LANGUAGES]
    said = {column: str(kind.get(column) or "").splitlines() for column in columns}
    return {column: list(filter(None, map(str.strip, found))) for column, found in said.items()}


def with_cues(cues: Sequence[str], others: Iterable[EventKind]) -> Shared:
    """Which of the others are given away by the same words, in whatever language; with theirs, if it differs.

    Both would score alike for them, and the priority alone would decide.
    """
    found = {kind: list(_told(cues, dict.fromkeys(_all(kind, "cues")))) for kind in others}
    return {kind: shared for kind, shared in found.items() if shared}


def _told(cues: Sequence[str], theirs: Iterable[str]) -> Iterator[str]:
    same = {_compared(their): their for their in theirs}
    for mine in dict.fromkeys(cues):
        if _compared(mine) in same:
            yield mine
            continue
        alike = next((their for their in same.values() if covers(mine, their) or covers(their, mine)), None)
        if alike:
            yield f"{mine} ({alike})"


def with_names(names: Iterable[str], others: Iterable[EventKind]) -> Shared:
    """Which of the others are called the same, in whatever language and case."""
    wanted = {_compared(name): name for name in names}
    found = {kind: [wanted[name] for name in _names(kind) if name in wanted] for kind in others}
    return {kind: shared for kind, shared in found.items() if shared}


def _names(kind: EventKind) -> dict[str, None]:
    return dict.fromkeys(map(_compared, _all(kind, "name")))


def _all(kind: EventKind, field: str) -> list[str]:
    return [line for said in lines(vars(kind), field).values() for line in said]


def _compared(name: str) -> str:
    return " ".join(plain(name).split())
