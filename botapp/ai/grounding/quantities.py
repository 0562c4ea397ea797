"""How many of them, and on which side of a number: some and all, at least and at most.

Written for text in small letters, with «е» for «ё».
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import islice
from typing import Literal, Protocol

from botapp.ai.figures import Figure
from botapp.ai.grounding.meanings import in_small_letters, meaning

Side = Literal["", "least", "most", "to"]  # «до 5» may mean "up to 5" or "to 5"
_LOOK_AROUND = 40
_HALF, _DIGIT = Decimal(50), re.compile(r"\d")
_MAJORITY = re.compile(r"(?<!\w)(?:(?<!the )(?<!at )most(?= )|majority(?!\w)|большинств|більш(?:ість|ост))")
_LONGEST, _MOST = 1000, 20  # characters of a sentence, and places of one figure that are looked at
_SIDE = re.compile(
    r"(?<!\w)(?:(?P<most>at most|(?:no|not) (?:more|higher|longer|later) than|up to|as (?:much|many) as"
    r"|maximum(?: of)?"
    r"|(?:less|fewer) than|under|nearly|almost|(?:not|n't) exceed"
    r"|не (?:более|больше|выше|превы[сш]\w+)|максимум|самое большее|менее|меньше|почти"
    r"|щонайбільше|не (?:більше|більш|вище|перевищ\w+)|менше|менш|майже)"
    r"|(?P<least>at least|(?:no|not) (?:less|fewer|lower) than|minimum(?: of)?|more than|over|exceed\w*"
    r"|не (?:менее|меньше|ниже)|минимум|по меньшей мере|более|больше|свыше|превы[сш]\w+"
    r"|щонайменше|не (?:менше|менш|нижче)|мінімум|принаймні|більше|більш|понад|перевищ\w+)"
    r"|(?P<to>до))"
    r"(?: (?:чем|чим|ніж|за|на|в|у|до|by|to|of|a|an))*\s?[$€£₽₴]?$"
)
_AND_ON = re.compile(
    r"\s?\w*\s?(?:(?P<least>(?:or|and) more|и (?:более|больше)|(?:і|та) більше)|(?P<most>or (?:less|fewer)"
    r"|или (?:менее|меньше)|або менше))(?!\w)"
)
_ALL = r"all|every|each|все|всех|всем|всеми|кажд\w+|усі|всі|усіх|всіх|усім|всім|кожн\w+|кожен"
_SHARE_OF_ALL = (
    r"(?:\d\s?%|percent|half|thirds?|quarters?|tenths?|процент\w*|відсотк\w*|половин\w+|трет\w+|четверт\w+"
    r"|чверт\w+|десят\w+) (?:of )?(?:all|всех|всіх|усіх)"
)
_PART = (
    rf"{_SHARE_OF_ALL}"
    r"|some|several|certain|few|many|most|half|part|(?:not|nearly|almost|virtually) (?:all|every)|a number"
    r"|некотор\w+|част[ьи]|частью|нескольк\w+|многи[емх]\w?|большинств\w+|отдельн\w+|половин\w+|ряд"
    r"|(?:не|почти|далеко не) все[хм]?"
    r"|деяк\w+|частин\w+|кільк\w+|декілька|багат\w+|більшіст\w+|окрем\w+"
    r"|(?:не|майже|далеко не) [ву]с[іе][хм]?"
)
_NOBODY = r"no|none|никто|ни один|ни одна|ніхто|жоден|жодна"
_OF = r"(?: (?:of|the|its|their|our|these|those|из|з|із|зі|этих|цих|его|её|ее|їхніх|його|її|наши\w?))*"
_OF_THEM = re.compile(
    rf"(?<![^\W\d])(?:(?P<part>{_PART})|(?P<all>{_ALL})|(?P<nobody>{_NOBODY}))(?!\w){_OF}"
    r" (?P<one>[^\W\d_]{3,}(?:'s)?)(?: (?P<other>[^\W\d_]{3,}))?"
)


class Told(Protocol):
    """A sentence of the news and its figures."""

    @property
    def text(self) -> str: ...
    @property
    def figures(self) -> tuple[Figure, ...]: ...


def turns(text: str, figures: Iterable[Figure], sentences: Iterable[Told]) -> bool:
    """Whether a figure is the least of what is the most wherever the news has it, or the reverse."""
    short = [one for one in sentences if len(one.text) <= _LONGEST]
    for figure in figures:
        own = "" if figure.dated else _side(text, figure)
        if own:
            told = (_side(one.text, other) for one in short for other in one.figures if figure.agrees(other))
            against = [_are_against(own, side) for side in islice(told, _MOST)]
            if against and all(against):
                return True
    return False


def _are_against(one: Side, other: Side) -> bool:
    return "least" in (one, other) and bool(one and other) and one != other


def _side(text: str, figure: Figure) -> Side:
    before = _SIDE.search(in_small_letters(text[max(0, figure.start - _LOOK_AROUND) : figure.start]))
    after = _AND_ON.match(in_small_letters(text[figure.end : figure.end + _LOOK_AROUND]))
    for found in (before, after):
        if found:
            return "most" if found["most"] else "least" if found["least"] else "to"
    return ""


def is_majority(claimed: Figure) -> bool:
    """Whether a figure is the half in "more than half", once "more than" is known to stand before it."""
    return claimed.values == {_HALF} and not claimed.unit and not _DIGIT.search(claimed.text)


def tells_of_a_majority(small: str) -> bool:
    """Whether a text says that most do something."""
    return bool(_MAJORITY.search(small))


def of_them(small: str) -> dict[str, frozenset[str]]:
    """Of whom or what a text says "all", "part" or "nobody"."""
    found: dict[str, set[str]] = {}
    for match in _OF_THEM.finditer(small):
        said = found.setdefault(_kind(match), set())
        said |= {meaning(word.removesuffix("'s")) for word in match.group("one", "other") if word}
    return {kind: frozenset(words) for kind, words in found.items()}


def _kind(match: re.Match[str]) -> str:
    return next(kind for kind in ("part", "all", "nobody") if match[kind])
