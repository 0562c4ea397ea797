"""Which kind of event an item is about, by the words that give it away."""

import re
from collections.abc import Sequence
from functools import lru_cache

from botapp.ai.base import EventPattern
from botapp.ai.sentences import split

# One cue in the opening, or two different ones anywhere, make a kind; less is a passing mention.
_ENOUGH = 2.0
_OPENING = 2  # sentences


def recognise(text: str, patterns: Sequence[EventPattern]) -> EventPattern | None:
    """The pattern that fits best, None when none fits well enough; the first wins a tie."""
    sentences = split(text)
    opening, rest = plain(" ".join(sentences[:_OPENING])), plain(" ".join(sentences[_OPENING:]))
    best, best_score = None, 0.0
    for pattern in patterns:
        score = _score(pattern.cues, opening, rest)
        if score > best_score:
            best, best_score = pattern, score
    return best if best_score >= _ENOUGH else None


def plain(text: str) -> str:
    """Text as cues are compared: folded case, one kind of apostrophe, no ё."""
    return text.casefold().replace("ё", "е").replace("’", "'").replace("ʼ", "'")


def _score(cues: tuple[str, ...], opening: str, rest: str) -> float:
    pattern = _compiled(cues)
    early = {_cue_of(found) for found in pattern.finditer(opening)}
    late = {_cue_of(found) for found in pattern.finditer(rest)} - early
    return _weigh(early, 2.0) + _weigh(late, 1.0)


def _cue_of(found: re.Match[str]) -> tuple[str, int]:
    return found.lastgroup or "", found.group().count(" ")


def _weigh(cues: set[tuple[str, int]], each: float) -> float:
    return sum(each + extra_words for _, extra_words in cues)


@lru_cache(maxsize=64)
def _compiled(cues: tuple[str, ...]) -> re.Pattern[str]:
    # Longer cues first: an alternation takes the first that fits.
    ordered = sorted(filter(None, map(plain, cues)), key=len, reverse=True)
    if not ordered:
        return re.compile(r"(?!)")
    return re.compile("|".join(f"(?P<c{number}>{_as_regex(cue)})" for number, cue in enumerate(ordered)))


def _as_regex(cue: str) -> str:
    words = (
        re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in cue.split()
    )
    return r"(?<!\w)" + r"[\s-]+".join(words) + r"(?!\w)"
