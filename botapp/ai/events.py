"""Which kind of event an item is about, by the words that give it away."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import ahocorasick

from botapp.ai.base import EventPattern
from botapp.ai.sentences import split

# One cue in the opening, or two different ones anywhere, make a kind; less is a passing mention.
_ENOUGH = 2.0
_OPENING = 2  # sentences
_WEIGHTS = (3.0, 2.0, 1.0)  # of a cue in the first sentence, in the second, later


def recognise(text: str, patterns: Sequence[EventPattern]) -> EventPattern | None:
    """The pattern that fits best, None when none fits well enough; the first wins a tie."""
    sentences = [plain(sentence) for sentence in split(text)]
    parts = (sentences[:1], sentences[1:_OPENING], sentences[_OPENING:])
    scores = _scores(_finder(tuple(pattern.cues for pattern in patterns)), map(" ".join, parts))
    best = max(scores, key=lambda number: (scores[number], -number), default=None)
    return None if best is None or scores[best] < _ENOUGH else patterns[best]


def plain(text: str) -> str:
    """Text as cues are compared: folded case, one kind of apostrophe, no ё."""
    return text.casefold().replace("ё", "е").replace("’", "'").replace("ʼ", "'")


def _scores(finder: "_Finder", parts: Iterable[str]) -> dict[int, float]:
    """By the number of its pattern. Each cue counts once, where it stands first; a longer one says more."""
    seen: set[tuple[int, str]] = set()
    scores: dict[int, float] = defaultdict(float)
    for part, each in zip(parts, _WEIGHTS, strict=True):
        fresh = set(finder.cues_in(part)) - seen
        for number, cue in fresh:
            scores[number] += each + cue.count(" ")
        seen |= fresh
    return scores


class _Finder:
    """Looks for the first words of all patterns at once and tries whole cues only where one begins.

    One large alternation does the same 50 times slower, which a long read turns into a second.
    """

    def __init__(self, patterns: tuple[tuple[str, ...], ...]) -> None:
        self._beginnings = ahocorasick.Automaton()
        numbered = [(number, cue) for number, cues in enumerate(patterns) for cue in map(plain, cues) if cue]
        for number, cue in sorted(numbered, key=lambda one: -len(one[1])):
            first = cue.split()[0].removesuffix("*")
            known = self._beginnings.get(first, ())
            self._beginnings.add_word(first, (*known, (number, cue, len(first), re.compile(_as_regex(cue)))))
        self._beginnings.make_automaton()

    def cues_in(self, text: str) -> Iterator[tuple[int, str]]:
        """The cues in a plain text, with their patterns; one inside a longer one of its pattern is none."""
        taken: dict[int, int] = defaultdict(int)
        for start, end, number, cue in sorted(self._matches(text), key=lambda match: (match[0], -match[1])):
            if start >= taken[number]:
                taken[number] = end
                yield number, cue

    def _matches(self, text: str) -> Iterator[tuple[int, int, int, str]]:
        if not len(self._beginnings):
            return
        for last, beginnings in self._beginnings.iter(text):
            for number, cue, length, pattern in beginnings:
                found = pattern.match(text, last - length + 1)
                if found:
                    yield found.start(), found.end(), number, cue


@lru_cache(maxsize=16)
def _finder(patterns: tuple[tuple[str, ...], ...]) -> _Finder:
    return _Finder(patterns)


def _as_regex(cue: str) -> str:
    words = (
        re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in cue.split()
    )
    return r"(?<!\w)" + r"[\s-]+".join(words) + r"(?!\w)"
