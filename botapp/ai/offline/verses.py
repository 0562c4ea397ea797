"""Poems and songs, told from news by the shape of their lines."""

import re
from collections.abc import Sequence

_LEAST = 4  # lines
_WIDEST = 60  # characters of a line
_SHORT = 45  # of one on average
_NEAR = 3  # lines further on that a line may rhyme with
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")


def is_verse(text: str) -> bool:
    """Whether the lines of a text are short and rhyme, come again, or go on from one to the next."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < _LEAST or any(len(line) > _WIDEST or _DIGIT.search(line) for line in lines):
        return False
    return _rhymes([line.casefold() for line in lines]) or _runs_on(lines)


def _rhymes(lines: Sequence[str]) -> bool:
    """Whether half of them do."""
    ends = [(_LETTERS.findall(line) or [""])[-1] for line in lines]
    rhymed = set[int]()
    for number, end in enumerate(ends):
        for other in range(number + 1, min(number + _NEAR + 1, len(ends))):
            is_new = end != ends[other] or lines[number] == lines[other]
            if is_new and len(end) > 1 and end[-2:] == ends[other][-2:]:
                rhymed |= {number, other}
    return 2 * len(rhymed) >= len(lines)


def _runs_on(lines: Sequence[str]) -> bool:
    """Whether all begin with a capital, and two of them end in the middle of a sentence."""
    is_short = sum(map(len, lines)) <= _SHORT * len(lines)
    broken = sum(line[-1] in ",;—–-" for line in lines[:-1])
    return is_short and broken >= 2 and all(line[0].isupper() for line in lines)
