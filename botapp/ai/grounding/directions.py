"""Which way a figure goes in a sentence of several: "Gold fell 1.2% while silver rose 0.8%".

A direction belongs to the figure of its own clause; a clause without one goes on with that before it:
"Bitcoin fell 3% and Ether 2%".
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from botapp.ai.figures import Figure
from botapp.ai.grounding.opposites import DOWN, TURN, UP

WAYS = frozenset((UP, DOWN))
_BORDER = re.compile(
    r"[;:!?—–()]|[,.](?!\d)|(?<!\w)(?:while|whereas|and|but|as|after|before|when|because|with|following"
    r"|а|но|и|после|когда|тогда как|і|й|та|але|після|коли|тоді як)(?!\w)"
)
_CURRENCY = (
    r"(?:(?P<dollar>dollars?|доллар\w*|долар\w*)|(?P<ruble>ro?ubles?|рубл\w+)|(?P<euro>euros?|евро|євро)"
    r"|(?P<hryvnia>hryvnias?|гривн\w+|гривен|гривень)|(?P<yen>yen|иен\w?|ієн\w?|єн\w?)|(?P<yuan>yuan|юан\w+)"
    r"|(?P<pound>pounds?|фунт\w*)|(?P<franc>francs?|франк\w*)|(?P<lira>liras?|лир\w|лір\w))(?!\w)"
)
# One that is no mere unit of an amount; and what a rate is told in: "78.4 per dollar".
_NO_UNIT = "".join(
    rf"(?<!{unit} )" for unit in (r"\d", "llion", "тыс", "тис", "тысяч", "тисяч", "млн", "млрд", "за", "per")
)
_FIRST_CURRENCY = re.compile(rf"(?<!\w){_NO_UNIT}{_CURRENCY}")
_PER_CURRENCY = re.compile(rf"(?<!\w)(?:per|за) (?:one |1 |один )?{_CURRENCY}")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SHORT = 1  # words of a clause that leaves its verb to the one before it
_INFLATION = re.compile(r"(?<!\w)(?:inflation|инфляци|інфляці)")
_PRICES = re.compile(r"(?<!\w)(?:prices|цен[ыам]?|цін[иам]?)(?!\w)")


def of_two_rates(text: str, other: str) -> bool:
    """Whether a rise of one may be told and a fall of the other by as much, both being right."""
    return _of_inflation(text, other) or _of_two_currencies(text, other)


def _of_two_currencies(text: str, other: str) -> bool:
    own, others = _currency(text), _currency(other)
    if own and others:
        return own != others
    return bool(own and own == _currency(other, _PER_CURRENCY)) or bool(
        others and others == _currency(text, _PER_CURRENCY)
    )


def _of_inflation(text: str, other: str) -> bool:
    """Whether one tells of prices and the other of inflation: at 3%, they rise however much it falls."""
    for one, two in ((text.lower(), other.lower()), (other.lower(), text.lower())):
        if _PRICES.search(one) and _INFLATION.search(two) and not _INFLATION.search(one):
            return True
    return False


@lru_cache(maxsize=1024)
def _currency(text: str, pattern: re.Pattern[str] = _FIRST_CURRENCY) -> str:
    found = pattern.search(text.lower())
    return (found.lastgroup or "") if found else ""


def of(text: str, figures: Iterable[Figure]) -> frozenset[str]:
    """Which ways these figures of a text go; empty if their clauses don't tell."""
    small = text.lower().replace("ё", "е")
    if len(small) != len(text):
        return WAYS
    clauses = [(start, end, _ways(small[start:end])) for start, end in _clauses(small)]
    found: frozenset[str] = frozenset()
    for figure in figures:
        place = max((n for n, (start, *_) in enumerate(clauses) if start <= figure.start), default=0)
        found |= _told(small, clauses, place)
    return found


def _told(small: str, clauses: list[tuple[int, int, frozenset[str]]], place: int) -> frozenset[str]:
    """What a clause says; if nothing, what those before it say if it is short, or all if no other counts."""
    start, end, ways = clauses[place]
    if ways:
        return ways
    if len(_WORD.findall(small, start, end)) <= _SHORT:
        return next((ways for *_, ways in reversed(clauses[:place]) if ways), ways)
    if any(_DIGIT.search(small, *other) for *other, _ in clauses if other[0] != start):
        return ways
    return ways.union(*(ways for *_, ways in clauses))


def _clauses(small: str) -> Iterator[tuple[int, int]]:
    start = 0
    for border in _BORDER.finditer(small):
        yield start, border.start()
        start = border.end()
    yield start, len(small)


def _ways(clause: str) -> frozenset[str]:
    return WAYS & {match.lastgroup or "" for match in TURN.finditer(clause)}
