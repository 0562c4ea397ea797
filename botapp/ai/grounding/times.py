"""When something happens, as texts say it: weekdays, "yesterday", "next month", quarters, hours, dates."""

import re
from collections.abc import Iterator
from functools import cache

from botapp.ai import months
from botapp.ai.sieve import Sieve

_RELATIVE = {
    "mon": r"mondays?|понедельник\w*|понеділ\w+",
    "tue": r"tuesdays?|вторник\w*|вівтор\w+",
    "wed": r"wednesdays?|(?<=в )среду|сред[аы] (?=\d)|по средам|до среды|со среды"
    r"|серед[уаи](?! (?:них|нього))(?!\w)",
    "thu": r"thursdays?|четверг\w*|четвер(?!о|т)\w{0,3}",
    "fri": r"fridays?|пятниц\w*|п'ятниц\w*",
    "sat": r"saturdays?|суббот\w*|субот\w*",
    "sun": r"sundays?|воскресень[еяю]\w*|неділ\w+",
    "yesterday": r"yesterday|вчера|накануне|[ув]чора|напередодні",
    "today": r"today|tonight|this morning|сегодня|сьогодні",
    "tomorrow": r"tomorrow|завтра",
    "last week": r"last week|(?:прошл|минувш)\w+ недел\w+|минул\w+ тиж\w+",
    "this week": r"this week|(?:этой|эту|текущ\w+) недел\w+|(?:ц\w+|поточн\w+) тиж\w+",
    "next week": r"next week|(?:следующ|будущ)\w+ недел\w+|наступн\w+ тиж\w+",
    "last month": r"last month|прошл\w+ месяц\w*|минул\w+ місяц\w+",
    "this month": r"this month|(?:этом|этого|текущ\w+) месяц\w*|(?:цього|цьому|поточн\w+) місяц\w+",
    "next month": r"next month|(?:следующ|будущ)\w+ месяц\w*|наступн\w+ місяц\w+",
    "last year": r"last year|прошл\w+ год\w*|минул\w+ ро\w+|a year (?:earlier|ago)"
    r"|год(?:ом)? (?:назад|ранее)",
    "next year": r"next year|(?:следующ|будущ)\w+ год\w*|наступн\w+ ро\w+",
}
_PERIODS = {
    f"{letter}{number}": rf"{letter}{number}|{word}(?:[ -]|\w* ){what}|{number}(?:-?\w{{1,3}})? (?:{what})"
    for letter, what in (("q", r"(?:quarter|квартал\w*)"), ("h", r"(?:half|полугоди\w+|півріч\w+)"))
    for number, word in (
        (1, "(?:first|перв|перш)"),
        (2, "(?:second|втор|друг)"),
        (3, "(?:third|трет)"),
        (4, "(?:fourth|четверт)"),
    )
}
_LOOSE = {  # what a source may mean as well
    "today": r"just now|breaking|this afternoon|только что|щойно",
    "last year": r"year[- ]over[- ]year|годом ранее|рік тому",
    "h1": r"first half|first six months|i півріччя",
    "q1": r"\bi квартал\w*",
    "q2": r"\bii квартал\w*",
    "q3": r"\biii квартал\w*",
    "q4": r"\biv квартал\w*",
}
_CLOCK = re.compile(
    r"(?<![\d:.])([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?(?:\s?([ap])\.?m\b)?(?![\d:])", re.IGNORECASE
)
_HOUR = re.compile(r"(?<![\d:.,])(1[0-2]|[1-9])\s?([ap])\.?m\b", re.IGNORECASE)
# Dates in figures: the parts are compared, whichever of them is the month.
IN_FIGURES = re.compile(r"(?<![\d.])(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2})[./](\d{1,2})[./](\d{4}|\d\d))(?![\d])")
_DIGIT = re.compile(r"\d")
_DAY = re.compile(r"(?<![\w.,:$€£₴₽])([12]?\d|3[01])(?:st|nd|rd|th|-?(?:го|е|му))?(?![\w:%]|[.,]\d)")


def said(text: str) -> frozenset[str]:
    """Weekdays, relative days, quarters, halves and clock times that a text states."""
    folded = _folded(text)
    return frozenset((*_claims().found(folded), *_clock(folded), *_months(text)))


def known(text: str) -> frozenset[str]:
    """The same, and whatever else a source may mean by its words."""
    folded = _folded(text)
    meant = (*_claims().found(folded), *_loose().found(folded))
    return frozenset((*meant, *_clock(folded), *_all_months(text)))


def days(text: str) -> frozenset[tuple[int, int]]:
    """(day, month) of each date that has both, in words or figures; a date in figures both ways."""
    if not _DIGIT.search(text):
        return frozenset()
    return frozenset((*_in_words(text), *_both_ways(text)))


def days_around(sentence: str) -> frozenset[tuple[int, int]]:
    """Every day that a sentence of a source may mean: any of its numbers with any of its months."""
    named = months.named(sentence) if _DIGIT.search(sentence) else frozenset()
    if not named:
        return frozenset()
    numbers = {int(day) for day in _DAY.findall(sentence)} | {day for day, _ in _both_ways(sentence)}
    return frozenset((day, month) for day in numbers for month in named) | days(sentence)


def years(text: str) -> frozenset[int]:
    """Years of dates in figures, with all four digits."""
    found = (int(match[1] or match[6]) for match in IN_FIGURES.finditer(text))
    return frozenset(year + 2000 if year < 100 else year for year in found)


def _folded(text: str) -> str:
    return text.casefold().replace("ё", "е").replace("’", "'").replace("ʼ", "'")


@cache
def _claims() -> Sieve[str]:
    claims = {**_RELATIVE, **_PERIODS}
    return Sieve({name: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for name, words in claims.items()})


@cache
def _loose() -> Sieve[str]:
    return Sieve({name: re.compile(rf"(?<!\w)(?:{words})") for name, words in _LOOSE.items()})


def _clock(folded: str) -> Iterator[str]:
    if not _DIGIT.search(folded):
        return
    for found in _CLOCK.finditer(folded):
        yield _time(int(found[1]), int(found[2]), found[3])
    for found in _HOUR.finditer(folded):
        yield _time(int(found[1]), 0, found[2])


def _time(hour: int, minute: int, half: str | None) -> str:
    shift = {"a": -12 if hour == 12 else 0, "p": 0 if hour == 12 else 12}.get(half or "", 0)
    return f"{hour + shift}:{minute:02}"


def _months(text: str) -> Iterator[str]:
    return (f"month {number}" for number in months.claimed(text))


def _all_months(text: str) -> Iterator[str]:
    return (f"month {number}" for number in months.named(text))


def _in_words(text: str) -> Iterator[tuple[int, int]]:
    yield from months.dates(text)


def _both_ways(text: str) -> Iterator[tuple[int, int]]:
    for found in IN_FIGURES.finditer(text):
        pair = (found[3], found[2]) if found[1] else (found[4], found[5])
        one, other = map(int, pair)
        if other <= 12:
            yield one, other
        if one <= 12:
            yield other, one
