"""Strings that whatever a pattern finds must hold, read out of the pattern itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, product
from re import _parser as parser  # type: ignore[attr-defined]  # who else knows how a pattern is read?
from typing import Any

Strings = frozenset[str]

_MOST = 100  # strings that a part of a pattern is spelled out to
_ZERO_WIDTH = (parser.AT, parser.ASSERT, parser.ASSERT_NOT)
_REPEATS = (parser.MAX_REPEAT, parser.MIN_REPEAT, parser.POSSESSIVE_REPEAT)
_EMPTY: Strings = frozenset(("",))


# Of one text many sieves ask, one right after the other.
@lru_cache(maxsize=64)
def folded(text: str) -> str:
    """A text as needed strings are compared: whatever is one letter to re.IGNORECASE is one here."""
    small = text.casefold()
    return small if small.isascii() else small.replace("\u0307", "").replace("ı", "i")


def needed(pattern: re.Pattern[str]) -> Strings:
    """Folded strings of which one stands in every folded text in which a pattern finds something.

    Empty if nothing can be said: then it may find something anywhere.
    """
    return _of_sequence(parser.parse(pattern.pattern, pattern.flags)).strings


@dataclass(frozen=True)
class _Part:
    """Of a part of a pattern: all that it can be, None if that is too much; and strings that it needs."""

    all: Strings | None
    inside: Strings = frozenset()

    @property
    def strings(self) -> Strings:
        return _best((self.inside, self.all or frozenset()))


_ANYTHING = _Part(None)


def _best(candidates: Iterable[Strings]) -> Strings:
    """Those of which even the shortest says most, then the fewest; none that may be empty."""
    told = [strings for strings in candidates if strings and "" not in strings]
    return max(told, key=lambda strings: (min(map(_says, strings)), -len(strings)), default=frozenset())


def _says(string: str) -> int:
    return sum(map(str.isalnum, string)) or len(string)


def _of_sequence(nodes: Iterable[tuple[Any, Any]]) -> _Part:
    run, candidates, is_whole = _EMPTY, list[Strings](), True
    for part in _parts(nodes):
        longer = None if part.all is None else _joined(run, part.all)
        if longer is not None:
            run = longer
            continue
        is_whole = False
        candidates += [run, part.inside]
        run = part.all or _EMPTY
    return _Part(run if is_whole else None, _best((*candidates, run)))


def _parts(nodes: Iterable[tuple[Any, Any]]) -> Iterator[_Part]:
    for is_literal, run in groupby(nodes, key=_is_literal):
        if is_literal:
            yield _Part(frozenset((folded("".join(chr(char) for _, char in run)),)))
        else:
            yield from (_of(*node) for node in run)


def _is_literal(node: tuple[Any, Any]) -> bool:
    return node[0] is parser.LITERAL


def _joined(before: Strings, behind: Strings) -> Strings | None:
    if len(before) * len(behind) > _MOST:
        return None
    return frozenset(map("".join, product(before, behind)))


def _of(kind: Any, value: Any) -> _Part:
    if kind in _ZERO_WIDTH:
        return _Part(_EMPTY)
    if kind is parser.IN:
        return _of_set(value)
    if kind is parser.BRANCH:
        return _of_branch([_of_sequence(one) for one in value[1]])
    if kind is parser.SUBPATTERN:
        return _of_sequence(value[-1])
    if kind is parser.ATOMIC_GROUP:
        return _of_sequence(value)
    if kind in _REPEATS:
        return _of_repeat(*value)
    return _ANYTHING


def _of_set(members: Iterable[tuple[Any, Any]]) -> _Part:
    members = list(members)
    if not all(map(_is_literal, members)):
        return _ANYTHING
    return _Part(frozenset(folded(chr(char)) for _, char in members))


def _of_branch(parts: list[_Part]) -> _Part:
    everything: Strings | None = frozenset()
    for part in parts:
        everything = None if everything is None or part.all is None else everything | part.all
    if everything is not None and len(everything) > _MOST:
        everything = None
    inside = [part.strings for part in parts]
    return _Part(everything, frozenset().union(*inside) if all(inside) else frozenset())


def _of_repeat(least: int, most: Any, what: Iterable[tuple[Any, Any]]) -> _Part:
    part = _of_sequence(what)
    if (least, most) == (0, 1) and part.all is not None:
        return _Part(part.all | _EMPTY)
    return _Part(None, part.strings) if least else _ANYTHING
