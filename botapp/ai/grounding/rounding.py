"""Roundings that say so: "nearly $200 million" and «более 190 млн» for 197 million."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from botapp.ai.figures import Figure

Hedge = Literal["", "nearly", "about", "over"]
_FARTHEST = Decimal("0.05")  # of the rounded number
_MOST_DIGITS = 2  # of a rounded number, without its zeros
_SMALLEST = 10  # below that, counted things are not rounded; shares and sums with a fraction are
_NOT_BEYOND = r"(?<!не )(?<!not )(?<!no )(?<!\w)"
_HEDGE = re.compile(
    rf"{_NOT_BEYOND}(?:(?P<nearly>nearly|almost|(?:just )?(?:under|below)|just short of|(?:less|fewer) than"
    r"|почти|(?:чуть )?(?:менее|меньше|ниже)(?: чем)?"
    r"|майже|ледь не|(?:трохи )?(?:менше|менш|нижче)(?: ніж| за)?)"
    r"|(?P<about>about|around|roughly|approximately|some|close to|circa|около|примерно|порядка"
    r"|приблизительно|где-то"
    r"|близько|приблизно|орієнтовно|десь)"
    r"|(?P<over>(?:just |slightly )?(?:over|above)|more than|(?:чуть )?(?:более|больше|свыше)(?: чем)?"
    r"|(?:трохи )?(?:понад|більше|більш)(?: ніж| за)?))"
    r"(?: (?:на|в|у|до|a|an|one|одн\w{1,3}|by))?\s?[$€£₽₴]?$"
)
_LOOK_BACK = 40
_LENGTHS = (
    ("years", "months", 12), ("weeks", "days", 7), ("days", "hours", 24), ("hours", "minutes", 60),
)  # fmt: skip


def hedge(text: str, figure: Figure) -> Hedge:
    """The kind of hedge that stands right before a figure of a text, "" if none does."""
    found = _HEDGE.search(text[max(0, figure.start - _LOOK_BACK) : figure.start].lower())
    if not found or figure.dated:
        return ""
    return "nearly" if found["nearly"] else "about" if found["about"] else "over"


def rounds(claimed: Figure, known: Figure, said: Hedge) -> bool:
    """Whether a figure is a rounding of another one that its hedge allows."""
    same = replace(claimed, values=known.values)
    return (
        not known.dated
        and same.agrees(known)
        and any(_is_near(one, other, said) for one in claimed.values for other in known.values)
    )


def is_as_long(claimed: Figure, known: Figure) -> bool:
    """Whether two lengths of time are one: a year and a half, and 18 months."""
    for longer, shorter, times in _LENGTHS:
        for one, other in ((claimed, known), (known, claimed)):
            if (one.unit, other.unit) == (longer, shorter):
                return any(value * times in other.values for value in one.values)
    return False


def _is_near(rounded: Decimal, exact: Decimal, said: Hedge) -> bool:
    if not 0 < _digits(rounded) <= min(_MOST_DIGITS, _digits(exact) - 1):
        return False
    if max(rounded, exact) < _SMALLEST and exact == exact.to_integral_value():
        return False
    if (said == "nearly" and exact > rounded) or (said == "over" and exact < rounded):
        return False
    return abs(exact - rounded) <= _FARTHEST * rounded


def _digits(number: Decimal) -> int:
    """How many digits are no zeros at its end."""
    return len(number.normalize().as_tuple().digits)
