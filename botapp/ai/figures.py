"""Figures in a text: numbers with their scale and unit, whatever the language writes them like.

"1 200 000", "1,2 млн" and "1.2M" are one value. Dates, times, versions and ordinals are told apart.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter

_SPACE = "[ \u00a0\u202f]"
_DIGITS = (
    rf"\d{{1,3}}(?:{_SPACE}\d{{3}}(?!\d))+(?:[.,]\d+)?"
    r"|\d{1,3}(?:[,.'’]\d{3}(?!\d))+(?:[.,]\d+)?"
    r"|\d+(?:[.,]\d+)?"
)
_SCALES = (
    (3, r"thousand|тыс(?:яч\w*)?|тис(?:яч\w*)?|(?<=\d)[kKкК]"),
    (6, r"million|mln|mn|млн|миллион\w*|мільйон\w*|(?<=\d)[Mm]"),
    (9, r"billion|bln|bn|млрд|миллиард\w*|мільярд\w*|(?<=\d)[Bb]"),
    (12, r"trillion|trln|tn|трлн|триллион\w*|трильйон\w*|(?<=\d)T"),
)
_UNITS = (
    (
        "pp",
        (
            r"percentage[- ]points?|pp|процентн\w+ пункт\w*|відсотков\w+ пункт\w*|п\.\s?п\.|в\.\s?п\."
            r"|п\.\s?пункт\w*"
        ),
    ),
    ("%", r"%|percent|per cent|процент\w*|відсот\w*"),
    ("bps", r"bps|basis points?|б\.\s?п\.|базисн\w+ пункт\w*"),
    ("USD", r"\$|доллар\w*(?:\s+США)?|долар\w*(?:\s+США)?|долл\.|дол\.|(?:US )?dollars?|USD"),
    ("EUR", r"€|евро|євро|euros?|EUR"),
    ("GBP", r"£|pounds?|фунт\w*|GBP"),
    ("RUB", r"₽|руб\.|рубл\w*|roubles?|rubles?|RUB"),
    ("UAH", r"₴|грн|гривен\w*|гривн\w*|UAH"),
    ("BTC", r"₿|BTC|bitcoins?|биткоин\w*|біткоїн\w*"),
    ("x", r"[xх×]|-?fold|times|раз(?:а|и|ів)?"),
    ("minutes", r"minutes?|минут\w*|хвилин\w*"),
    ("hours", r"hours?|час(?:а|ов|ам|ах)?|годин\w*"),
    ("days", r"days?|дн(?:я|ей|ів|і|ях|ям|ями)|день|сут(?:ок|ки|ками)|доб(?:а|и|у|ою|і)"),
    ("weeks", r"weeks?|недел\w*|тиж(?:н\w*|день)"),
    ("months", r"months?|месяц\w*|місяц\w*"),
    ("years", r"years?|лет|год(?:а|у|ам)?|рок(?:и|ів|у|ам)|рік"),
    ("shares", r"shares|акци[йяию]\w*|акці[йяїю]\w*"),
    ("tokens", r"g?wei|sats?|satoshis?|сатоши|сатоші|tokens?|токен\w*|coins?|монет\w*"),
)
_TICKER = r"(?!(?:SEC|CFTC|ETFs?|DOJ|FBI|CEO|AM|PM|UTC|GMT|EST|MSK|NFTs?)\b)[A-Z][A-Z0-9]{1,6}"
# Lengths of time: they say how long, not how much.
TIMES = frozenset(("minutes", "hours", "days", "weeks", "months", "years"))
_SCALE = "|".join(f"(?P<s{power}>{words})" for power, words in _SCALES)
_UNIT = "|".join(f"(?P<u{number}>{words})" for number, (_, words) in enumerate(_UNITS))
_END = r"(?![\w])"
_FIGURE = re.compile(
    r"(?<![\w#])(?<![A-Za-zА-яёіїєґ]-)(?<!\d[.,:/])"
    r"(?P<sign>[+\-−](?=[\d$€£]))?(?P<currency>US\$|[$€£₽₴₿]|(?:USD|EUR|GBP|RUB|UAH)\s)?\s?"
    rf"(?P<digits>(?:{_DIGITS})(?:%?\s?[-–—]\s?[$€£]?(?:{_DIGITS}))?)"
    rf"(?:\s?(?:{_SCALE}){_END})?"
    rf"(?:\.?\s?(?:(?:{_UNIT})|(?P<ticker>{_TICKER})){_END})?"
    r"(?![\w])(?!-[а-яёіїє]{1,3}\b)"
)
_MONTHS = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"|(?:январ|феврал|март|апрел|мая|июн|июл|август|сентябр|октябр|ноябр|декабр)\w*"
    r"|(?:січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд)\w*"
)
_YEAR = r"(?:19|20)\d\d"
DATE = re.compile(
    rf"\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}[./]\d{{1,2}}[./](?:\d\d){{1,2}}\b|\b\d{{1,2}}:\d\d(?::\d\d)?\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–—]\s?\d{{1,2}}| (?:to|and|по|до|и|і|та) \d{{1,2}})?"
    rf" (?:of )?(?:{_MONTHS})(?:\s+{_YEAR})?(?!\w)"
    rf"|\b(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?(?:, {_YEAR})?(?![\w.,]\d)"
    rf"|\b{_YEAR}[-–—]{_YEAR}\b|\b24/7\b|\b\d{{1,2}} ?[ap]\.?m\b",
    re.IGNORECASE,
)
_MONEY = frozenset(("USD", "EUR", "GBP", "RUB", "UAH"))
_UNIT_HERE = re.compile(rf"\.?[\s-]?(?:{_UNIT}){_END}")
_LONE_YEAR = re.compile(rf"{_YEAR}\Z")
_DIGIT = re.compile(r"\d")
_ENDS = re.compile(r"%?\s?[-–—]\s?[$€£]?")
_BLANKS = re.compile(rf"{_SPACE}|['’]")
_MARKS = re.compile("[.,]")
_SYMBOLS = {"US$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "₴": "UAH", "₿": "BTC"}
_POWERS = tuple((f"s{power}", power) for power, _ in _SCALES)
_WRITTEN = {f"u{number}": symbol for number, (symbol, _) in enumerate(_UNITS)}


@dataclass(frozen=True)
class Figure:
    """One figure: where it stands, what it is worth.

    `text` is the source's own spelling with sign, scale and unit. `values` holds every reading of
    an ambiguous spelling ("1.234") and both ends of a range. `unit` is a symbol ("%", "USD", a
    ticker), "" for a bare count. `dated` marks years, dates and times of day.
    """

    text: str
    start: int
    end: int
    values: frozenset[Decimal]
    unit: str
    dated: bool

    def agrees(self, other: "Figure") -> bool:
        """Whether both can mean one thing: a common value, and units that do not contradict."""
        if not self.values & other.values:
            return False
        if self.unit == other.unit or not self.unit or not other.unit:
            return True
        return (self.unit == "tokens" and other.counts_coins) or (
            other.unit == "tokens" and self.counts_coins
        )

    @property
    def counts_coins(self) -> bool:
        """Whether the unit is a ticker: "5 ETH" may be called five coins."""
        return self.unit.isupper() and self.unit not in _MONEY


def find(text: str) -> tuple[Figure, ...]:
    """Every figure of a text in order, dates included."""
    if not _DIGIT.search(text):
        return ()
    dates = [match.span() for match in DATE.finditer(text)]  # in order, none inside another
    return tuple(_figure(match, dates) for match in _FIGURE.finditer(text))


def unit_at(text: str, position: int) -> tuple[str, int]:
    """The unit that follows a number which ends at `position`, and where it ends; ("", position) if none."""
    found = _UNIT_HERE.match(text, position)
    return (_written(found), found.end()) if found else ("", position)


def _figure(match: re.Match[str], dates: list[tuple[int, int]]) -> Figure:
    start, end = match.span()
    power = next((power for name, power in _POWERS if match[name]), 0)
    spelled = match.group()
    start += len(spelled) - len(spelled.lstrip())
    at = match.start("digits")
    before = bisect_right(dates, at, key=itemgetter(0))
    in_date = before > 0 and at < dates[before - 1][1]
    unit, digits = _unit(match), match["digits"]
    lone_year = bool(_LONE_YEAR.match(digits)) and unit in ("", "years") and not power
    return Figure(spelled.strip(), start, end, _values(digits, power), unit, in_date or lone_year)


def _unit(match: re.Match[str]) -> str:
    prefix = (match["currency"] or "").strip()
    return match["ticker"] or _SYMBOLS.get(prefix, prefix) or _written(match)


def _written(match: re.Match[str]) -> str:
    return _WRITTEN.get(match.lastgroup or "", "")  # a unit stands last


# A number of a source comes again in its answer, there and in each statement that holds it.
@lru_cache(maxsize=1024)
def _values(digits: str, power: int) -> frozenset[Decimal]:
    return frozenset(value * 10**power for end in _ENDS.split(digits) for value in _readings(end))


def _readings(digits: str) -> Iterator[Decimal]:
    plain = _BLANKS.sub("", digits)
    marks = [char for char in plain if char in ".,"]
    if len(marks) > 1 and len(set(marks)) == 1:
        yield Decimal(_MARKS.sub("", plain)).normalize()
        return
    whole, mark, fraction = _at_last_mark(plain)
    if not mark:
        yield Decimal(plain).normalize()
        return
    yield Decimal(f"{_MARKS.sub('', whole)}.{fraction}").normalize()
    if len(marks) == 1 and len(fraction) == 3 and len(whole) <= 3 and whole != "0":
        yield Decimal(whole + fraction).normalize()


def _at_last_mark(plain: str) -> tuple[str, str, str]:
    position = max(plain.rfind("."), plain.rfind(","))
    return (plain, "", "") if position < 0 else (plain[:position], plain[position], plain[position + 1 :])
