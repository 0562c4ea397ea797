"""Round numbers in words: "half a billion", "a couple of hundred", "два десятка", «сотню млн»."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from botapp.ai.figures import Figure, unit_at

_MAYBE = re.compile(
    r"half|quarter|dozen|couple|пол-?\s?[мтс]|пів-?\s?[мтс]|четверть|чверть|сот[ен]|десятк?|дюжин|пар[ауоы]\s"
)
_SCALES = (
    (Decimal(10**3), r"thousand|тыс(?:яч\w{0,3})?|тис(?:яч\w{0,3})?"),
    (Decimal(10**6), r"million|mln|mn|млн|миллион\w{0,3}|мільйон\w{0,3}"),
    (Decimal(10**9), r"billion|bln|bn|млрд|миллиард\w{0,3}|мільярд\w{0,3}"),
    (Decimal(10**12), r"trillion|trln|tn|трлн|триллион\w{0,3}|трильйон\w{0,3}"),
)
_TENS = (
    (Decimal(12), r"dozen|дюжин\w?"),
    (Decimal(10), r"десят(?:ка|ков|ки|ків)"),
    (Decimal(100), r"сотн(?:и|і)|сот[её]нь?"),
)
_TIMES = (
    (Decimal(2), r"two|два|две|дві|дв(?:ух|ох|ум|ом)"),
    (Decimal(3), r"three|три|тр(?:ех|ьох)"),
    (Decimal(4), r"four|четыре|чотири|четырех|чотирьох"),
    (Decimal(5), r"five|пять|п'ять|пяти|п'яти"),
    (Decimal(6), r"six|шесть|шість|шести"),
    (Decimal(7), r"seven|семь|сім|семи"),
    (Decimal(8), r"eight|восемь|вісім|восьми"),
    (Decimal(9), r"nine|девять|дев'ять|девяти"),
)
_PARTS = (
    (Decimal("0.5"), r"half(?: an?)?[ -]|пол-? ?|пів-? ?"),
    (Decimal("0.25"), r"(?:(?:a|one) )?quarter(?: of)?(?: an?)? |четверть |чверть "),
)
_LONE = ((Decimal(10), r"десят(?:ок|ком)"), (Decimal(100), r"сотн(?:я|ю|ею)"), (Decimal(12), r"дюжин[ауи]"))
_HALVES = r"half a dozen|(?:a )?dozen|(?:пол|пів)[- ]?(?:сотні|сотни|дюжини|дюжины)"


def _any(worth: tuple[tuple[Decimal, str], ...]) -> str:
    return "(?:" + "|".join(words for _, words in worth) + ")"


# "two dozen"; "a couple of hundred million"; "half a billion"; "a dozen", «сотню млн».
_ROUND = re.compile(
    rf"(?<![\w'-])(?:{_any(_TIMES)} {_any(_TENS)}(?!\w)"
    rf"|(?:(?:an? )?couple(?: of)?|пар(?:а|у|ой|ы|и|ою)) (?={_any((*_SCALES, *_TENS))}|hundred)"
    rf"(?:(?:hundred|{_any(_TENS)})(?!\w))?"
    rf"|{_any(_PARTS)}(?={_any(_SCALES)}(?!\w))|{_any(_LONE)}|{_HALVES})(?: ?(?:of )?{_any(_SCALES)})?(?!\w)"
)
_WORTH = tuple(
    (value, re.compile(rf"(?:(?<!\w)|(?<=пол)|(?<=пів))(?:{words})(?!\w)"))
    for value, words in (*_SCALES, *_TENS, *_TIMES, *_LONE[:2], (Decimal(100), "hundred"))
) + tuple((value, re.compile(rf"(?<!\w)(?:{words})")) for value, words in _PARTS)
_COUPLE = re.compile(r"couple|пар(?:а|у|ой|ы|и|ою) ")


def find(text: str) -> tuple[Figure, ...]:
    """Those of a text in small letters, with «е» for «ё» and straight apostrophes."""
    return tuple(_figures(text)) if _MAYBE.search(text) else ()


def without(text: str, found: tuple[Figure, ...]) -> str:
    """The text with blanks where they stand, so that no part of one is read for itself."""
    for one in found:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def _figures(text: str) -> Iterator[Figure]:
    for match in _ROUND.finditer(text):
        unit, end = unit_at(text, match.end())
        value = _worth(match.group()).normalize()
        yield Figure(text[match.start() : end], match.start(), end, frozenset((value,)), unit, dated=False)


@lru_cache(maxsize=256)
def _worth(spelled: str) -> Decimal:
    worth = Decimal(2) if _COUPLE.match(spelled.removeprefix("a ")) else Decimal(1)
    for value, pattern in _WORTH:
        if pattern.search(spelled):
            worth *= value
    return worth
