"""Many patterns over one short text, of which hardly one ever finds anything: only the likely ones are tried.

Each pattern has strings of which one stands in whatever it finds. They are read out of the pattern itself, so
nobody keeps a list beside it, and looked for all at once.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

import ahocorasick

from botapp.ai.needed import folded, needed

Name = TypeVar("Name")


class Sieve(Generic[Name]):
    """Named patterns, with whatever flags; made once, for it takes milliseconds."""

    def __init__(self, patterns: Mapping[Name, re.Pattern[str]]) -> None:
        self.patterns = tuple(patterns.items())
        self._always = 0  # bits by the number of a pattern, here and below
        bits: dict[str, int] = {}
        for number, pattern in enumerate(patterns.values()):
            strings = needed(pattern)
            if not strings:
                self._always |= 1 << number
            for string in strings:
                bits[string] = bits.get(string, 0) | 1 << number
        self._automaton = ahocorasick.Automaton()
        for string, bit in bits.items():
            self._automaton.add_word(string, bit)
        self._automaton.make_automaton()

    def likely(self, text: str) -> tuple[Name, ...]:
        """The names of those that may find something in a text or in a part of it, in their order."""
        return tuple(name for name, _ in self._likely(text))

    def found(self, text: str) -> Iterator[Name]:
        """The names of those that do find something in a text."""
        return (name for name, pattern in self._likely(text) if pattern.search(text))

    def matches(self, text: str, *among: Name) -> Iterator[re.Match[str]]:
        """Whatever the patterns find in a text, or only those `among` them, pattern by pattern."""
        for name, pattern in self._likely(text):
            if not among or name in among:
                yield from pattern.finditer(text)

    def _likely(self, text: str) -> Iterable[tuple[Name, re.Pattern[str]]]:
        found = self._always
        if len(self._automaton):
            for _, bits in self._automaton.iter(folded(text)):
                found |= bits
        return map(self.patterns.__getitem__, _places(found)) if found else ()


def _places(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
