"""Which kind of event an item is about, by the words that give it away."""

import re
from collections.abc import Iterator, Sequence
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
    first, second, rest = (" ".join(part) for part in parts)
    best, best_score = None, 0.0
    for pattern in patterns:
        score = _score(pattern.cues, first, second, rest)
        if score > best_score:
            best, best_score = pattern, score
    return best if best_score >= _ENOUGH else None


def plain(text: str) -> str:
    """Text as cues are compared: folded case, one kind of apostrophe, no ё."""
    return text.casefold().replace("ё", "е").replace("’", "'").replace("ʼ", "'")


def _score(cues: tuple[str, ...], *parts: str) -> float:
    """Each cue counts once, where it stands first; a longer one says more."""
    finder, seen, score = _finder(cues), set[str](), 0.0
    for part, each in zip(parts, _WEIGHTS, strict=True):
        fresh = set(finder.cues_in(part)) - seen
        score += sum(each + cue.count(" ") for cue in fresh)
        seen |= fresh
    return score


class _Finder:
    """Looks for first words all at once and tries whole cues only where one begins.

    One large alternation does the same 50 times slower, which a long read turns into a second.
    """

    def __init__(self, cues: tuple[str, ...]) -> None:
        self._beginnings = ahocorasick.Automaton()
        for cue in sorted(filter(None, map(plain, cues)), key=len, reverse=True):
            first = cue.split()[0].removesuffix("*")
            known = self._beginnings.get(first, ())
            self._beginnings.add_word(first, (*known, (cue, len(first), re.compile(_as_regex(cue)))))
        self._beginnings.make_automaton()

    def cues_in(self, text: str) -> Iterator[str]:
        """The cues in a plain text; one inside a longer one does not count."""
        taken = 0
        for start, end, cue in sorted(self._matches(text), key=lambda match: (match[0], -match[1])):
            if start >= taken:
                taken = end
                yield cue

    def _matches(self, text: str) -> Iterator[tuple[int, int, str]]:
        if not len(self._beginnings):
            return
        for last, beginnings in self._beginnings.iter(text):
            for cue, length, pattern in beginnings:
                found = pattern.match(text, last - length + 1)
                if found:
                    yield found.start(), found.end(), cue


@lru_cache(maxsize=64)
def _finder(cues: tuple[str, ...]) -> _Finder:
    return _Finder(cues)


def _as_regex(cue: str) -> str:
    words = (
        re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in cue.split()
    )
    return r"(?<!\w)" + r"[\s-]+".join(words) + r"(?!\w)"
