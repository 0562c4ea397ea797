"""Months that a text names, in words of three languages or in figures."""

import re
from collections.abc import Iterator

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
_IN_FIGURES = re.compile(r"(?<!\d)(?:\d{4}-(\d\d)-\d\d|(\d{1,2})[./-](\d{1,2})(?:[./-]\d{2,4})?)(?!\d)")


def of_dates(text: str) -> frozenset[int]:
    """Months (1 to 12) of dates like "23 March" and "23 марта"."""
    return frozenset(map(_month, _AFTER_DAY.finditer(text)))


def named(text: str) -> frozenset[int]:
    """All months that a text may mean, in words or figures; too many rather than too few."""
    return frozenset((*map(_month, _NAMED.finditer(text)), *_in_figures(text)))


def _month(found: re.Match[str]) -> int:
    return int((found.lastgroup or "m0")[1:])


def _in_figures(text: str) -> Iterator[int]:
    for found in _IN_FIGURES.finditer(text):
        yield from (int(part) for part in found.groups() if part and 1 <= int(part) <= 12)
