"""Which kind of event an item is about, by the words that give it away."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import ahocorasick

from botapp.ai import asides
from botapp.ai.base import EventPattern
from botapp.ai.identity import Same
from botapp.ai.sentences import split

# One cue in the opening, or two different ones anywhere, make a kind; less is a passing mention.
_ENOUGH = 2.0
_OPENING = 2  # sentences
_WEIGHTS = (3.0, 2.0, 1.0)  # of a cue in the first sentence, in the second, later
_LEADS = 0.5  # more for a kind that the first sentence gives away: less than any difference between others
_GAP = "…"  # in a cue: up to six words of one clause, or none
_GAP_WORDS = r"(?:[^\s.,;:!?]+(?:[.,]\d+)*[\s-]+){0,6}?"

_FIRST = "^"  # before a cue: only where the text begins with it
_BEGINNING = 24  # characters: "The ", "In the morning, "

# Where a cue begins and ends, the number of its pattern, the cue itself.
_Match = tuple[int, int, int, str]


def recognise(text: str, patterns: tuple[EventPattern, ...]) -> EventPattern | None:
    """The pattern that fits best, None when none fits well enough; the first wins a tie."""
    sentences = asides.without_shares([asides.without(plain(sentence)) for sentence in split(text)])
    parts = (sentences[:1], sentences[1:_OPENING], sentences[_OPENING:])
    scores = _scores(_finder(Same(patterns)), tuple(map(" ".join, parts)))
    best = max(scores, key=lambda number: (scores[number], -number), default=None)
    return None if best is None or scores[best] < _ENOUGH else patterns[best]


def plain(text: str) -> str:
    """Text as cues are compared: folded case, one kind of apostrophe, no ё."""
    return text.casefold().replace("ё", "е").replace("’", "'").replace("ʼ", "'")


def covers(cue: str, other: str) -> bool:
    """Whether a cue finds whatever stands in another: "hack*" what "hacked" does."""
    mine, their = plain(cue).removeprefix(_FIRST).strip(), plain(other).removeprefix(_FIRST).strip()
    if not mine or not their.startswith(mine.split()[0].removesuffix("*")):
        return False  # most of them, without a pattern being made
    return re.fullmatch(_as_regex(mine), their.replace("*", "")) is not None


def _scores(finder: "_Finder", parts: Sequence[str]) -> dict[int, float]:
    """By the number of its pattern. Each cue counts once, where it stands first; a longer one says more."""
    seen: set[tuple[int, str]] = set()
    scores: dict[int, float] = defaultdict(float)
    for place, (part, each) in enumerate(zip(parts, _WEIGHTS, strict=True)):
        fresh = set(finder.cues_in(part, first=place == 0)) - seen
        for number, cue in fresh:
            scores[number] += each + sum(word != _GAP for word in cue.split()) - 1
        seen |= fresh
        if place == 0:
            scores.update({number: score + _LEADS for number, score in scores.items()})
    return scores


class _Finder:
    """Looks for the first words of all patterns at once and tries whole cues only where one begins.

    One large alternation does the same 50 times slower, which a long read turns into a second.
    """

    def __init__(self, patterns: tuple[tuple[str, ...], ...]) -> None:
        self._beginnings = ahocorasick.Automaton()
        numbered = [(number, cue) for number, cues in enumerate(patterns) for cue in map(plain, cues) if cue]
        for number, cue in sorted(numbered, key=lambda one: -len(one[1])):
            first = cue.split()[0].removeprefix(_FIRST).removesuffix("*")
            known = self._beginnings.get(first, ())
            self._beginnings.add_word(first, (*known, (number, cue, len(first), re.compile(_as_regex(cue)))))
        self._beginnings.make_automaton()

    def cues_in(self, text: str, *, first: bool = True) -> Iterator[tuple[int, str]]:
        """The cues in a plain text, with their patterns; one inside a longer one of its pattern is none.

        Nor is one that only begins or ends a longer one of another pattern: "etf" in "approves an etf".
        """
        taken: dict[int, int] = defaultdict(int)
        matches = sorted(self._matches(text, first=first), key=lambda match: (match[0], -match[1]))
        longest_from, longest_to = _longest(matches)
        for start, end, number, cue in matches:
            if start >= taken[number]:
                taken[number] = end
                if longest_from[start] <= end and longest_to[end] >= start:
                    yield number, cue

    def _matches(self, text: str, *, first: bool) -> Iterator[_Match]:
        if not len(self._beginnings):
            return
        for last, beginnings in self._beginnings.iter(text):
            for number, cue, length, pattern in beginnings:
                start = last - length + 1
                if cue.startswith(_FIRST) and not (first and start < _BEGINNING):
                    continue
                found = pattern.match(text, start)
                if found:
                    yield found.start(), found.end(), number, cue


def _longest(matches: Iterable[_Match]) -> tuple[dict[int, int], dict[int, int]]:
    """How far the longest cue from each beginning reaches, and how far back that to each end."""
    until: dict[int, int] = {}
    since: dict[int, int] = {}
    for start, end, _, _ in matches:
        until[start] = max(end, until.get(start, end))
        since[end] = min(start, since.get(end, start))
    return until, since


@lru_cache(maxsize=16)
def _finder(patterns: Same[tuple[EventPattern, ...]]) -> _Finder:
    return _finder_of(tuple(pattern.cues for pattern in patterns.data))


# The languages share their cues, and most edits leave them as they are: half a second is not spent again.
@lru_cache(maxsize=4)
def _finder_of(cues: tuple[tuple[str, ...], ...]) -> _Finder:
    return _Finder(cues)


def _as_regex(cue: str) -> str:
    return (
        r"(?<!\w)"
        + "".join(map(_piece, cue.removeprefix(_FIRST).split())).removesuffix(r"[\s-]+")
        + r"(?!\w)"
    )


def _piece(word: str) -> str:
    if word == _GAP:
        return _GAP_WORDS
    return re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") + r"[\s-]+"
