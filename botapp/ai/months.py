"""Months that a text names, in words of three languages or in figures."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from botapp.ai.sieve import Sieve

_Where = Literal["named", "after a day", "before a day", "alone"]

_STEMS = (
    r"jan(?:\b|\.|uar)|январ|янв\b|січ(?:н|ен)",
    r"feb(?:\b|\.|ruar)|феврал|фев\b|лют(?:ого|ий|ому)",
    r"mar(?:\b|\.|ch\b)|март|берез(?:ень|н)",
    r"apr(?:\b|\.|il)|апрел|апр\b|квіт(?:ень|н)",
    r"may\b|ма[йяею]\b|трав(?:ень|н)",
    r"june?\b|jun\.|июн|черв(?:ень|н)",
    r"july?\b|jul\.|июл|лип(?:ень|н)",
    r"aug(?:\b|\.|ust)|август|авг\b|серп(?:ень|н)",
    r"sept?(?:\b|\.|ember)|сентябр|сент?\b|верес(?:ень|н)",
    r"oct(?:\b|\.|ober)|октябр|окт\b|жовт(?:ень|н)",
    r"nov(?:\b|\.|ember)|ноябр|нояб?\b|листопад",
    r"dec(?:\b|\.|ember)|декабр|дек\b|груд(?:ень|н)",
)
_WORDS = "|".join(f"(?P<m{number}>{stems})" for number, stems in enumerate(_STEMS, 1))
_NAMED = re.compile(rf"(?<!\w)(?:{_WORDS})", re.IGNORECASE)
_AFTER_DAY = re.compile(
    rf"(?<![\w.,])(?:[12]?\d|3[01])(?:st|nd|rd|th|-?го)? (?:of )?(?:{_WORDS})", re.IGNORECASE
)
_BEFORE_DAY = re.compile(
    rf"(?<!\w)(?:{_WORDS})[a-z]*\.? (?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?(?!\w|:\d|[.,]\d)", re.IGNORECASE
)
# A month without a day, in forms that are no other words: not "may", "marching", "маю", "лютий".
_ALONE = re.compile(
    r"(?<!\w)(?:(?P<m1>January|январ[ьяюе]м?|січ(?:ень|н[яюі]))|(?P<m2>February|феврал[ьяюе]м?|лют(?:ого"
    r"|ому|им))"
    r"|(?P<m3>(?<=[a-z] )March|март(?:а|у|е|ом)?|берез(?:ень|н[яюі]))|(?P<m4>April|апрел[ьяюе]м?"
    r"|квіт(?:ень|н[яюі]))"
    r"|(?P<m5>(?<=[a-z] )May|мая|мае|май|травн?(?:ень|[яюі]))|(?P<m6>June|июн[ьяюе]м?|черв(?:ень|н[яюі]))"
    r"|(?P<m7>July|июл[ьяюе]м?|лип(?:ень|н[яюі]))|(?P<m8>August|август(?:а|у|е|ом)?|серп(?:ень|н[яюі]))"
    r"|(?P<m9>September|сентябр[ьяюе]м?|верес(?:ень|н[яюі]))|(?P<m10>October|октябр[ьяюе]м?|жовт(?:ень"
    r"|н[яюі]))"
    r"|(?P<m11>November|ноябр[ьяюе]м?|листопад[аіу]?)|(?P<m12>December|декабр[ьяюе]м?|груд(?:ень"
    r"|н[яюі])))(?!\w)"
)
_IN_FIGURES = re.compile(r"(?<!\d)(?:\d{4}-(\d\d)-\d\d|(\d{1,2})[./-](\d{1,2})(?:[./-]\d{2,4})?)(?!\d)")


def of_dates(text: str) -> frozenset[int]:
    """Months (1 to 12) of dates like "23 March" and "23 марта"."""
    return frozenset(map(_month, _found(text, "after a day")))


def dates(text: str) -> Iterator[tuple[int, int]]:
    """(day, month) of "23 March", "March 23rd" and "23 марта"."""
    for found in _found(text, "after a day"):
        yield int(re.match(r"\d+", found.group())[0]), _month(found)  # type: ignore[index]  # a day stands first
    for found in _found(text, "before a day"):
        yield (
            int(found["day"]),
            next(int(name[1:]) for name, spelled in found.groupdict().items() if spelled and name != "day"),
        )


def claimed(text: str) -> frozenset[int]:
    """Months that a text surely means, with a day or without."""
    return frozenset((*map(_month, _found(text, "after a day")), *map(_month, _found(text, "alone"))))


def named(text: str) -> frozenset[int]:
    """All months that a text may mean, in words or figures; too many rather than too few."""
    return frozenset((*map(_month, _found(text, "named")), *_in_figures(text)))


def _found(text: str, where: _Where) -> Iterator[re.Match[str]]:
    return _sieve().matches(text, where)


@cache
def _sieve() -> Sieve[_Where]:
    return Sieve({"named": _NAMED, "after a day": _AFTER_DAY, "before a day": _BEFORE_DAY, "alone": _ALONE})


def _month(found: re.Match[str]) -> int:
    return int((found.lastgroup or "m0")[1:])


def _in_figures(text: str) -> Iterator[int]:
    for found in _IN_FIGURES.finditer(text):
        yield from (int(part) for part in found.groups() if part and 1 <= int(part) <= 12)
