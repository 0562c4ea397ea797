"""Numbers spelled out in words: "two million", "пять процентов", "дев'яносто три"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache

from botapp.ai import round_numbers
from botapp.ai.figures import Figure, unit_at
from botapp.ai.sieve import Sieve

_UNITS = {
    1: "one|один|одн(?:а|у|ого|ому|им|ой|о|ієї|ій)|одним",
    2: "two|дв(?:а|е|ух|ум|умя|ое|оих|і|ох|ом|ома|оє)",
    3: "three|тр(?:и|ех|ем|емя|ое|оих|ьох|ьом|ьома|оє)",
    4: "four|четыр(?:е|ех|ем|ьмя)|четвер(?:о|ых)|чотир(?:и|ьох|ьом|ьма)|четверо",
    5: "five|пят(?:ь|и|ью|еро)|п'ят(?:ь|и|ьох|ьом|ьма|еро)",
    6: "six|шест(?:ь|и|ью|еро)|шіст(?:ь|ьох|ьома)|шести",
    7: "seven|сем(?:ь|и|ью|еро)|сім|сімох|сьома",
    8: "eight|восемь|восьми|восемью|вісім|вісьмох",
    9: "nine|девят(?:ь|и|ью)|дев'ят(?:ь|и|ьох)",
    10: "ten|десят(?:ь|и|ью|еро|ьох)",
    11: "eleven|один(?:надцат|адцят)(?:ь|и|ью)",
    12: "twelve|двенадцат(?:ь|и|ью)|дванадцят(?:ь|и)",
    13: "thirteen|тринадц[ая]т(?:ь|и|ью)",
    14: "fourteen|ч[ео]т[ы]?и?рнадц[ая]т(?:ь|и|ью)",
    15: "fifteen|п'?ятнадц[ая]т(?:ь|и|ью)",
    16: "sixteen|ш[еі]стнадц[ая]т(?:ь|и|ью)",
    17: "seventeen|с[еі]мнадц[ая]т(?:ь|и|ью)",
    18: "eighteen|в[о]?[іс]?[ес]?[іе]?мнадц[ая]т(?:ь|и|ью)",
    19: "nineteen|дев'?ятнадц[ая]т(?:ь|и|ью)",
    20: "twenty|двадц[ая]т(?:ь|и|ью)",
    30: "thirty|тридц[ая]т(?:ь|и|ью)",
    40: "forty|сорока?",
    50: "fifty|п'?ят(?:ь|и)?десят(?:и|ьох)?",
    60: "sixty|шест(?:ь|и)десяти?|шістдесят(?:и|ьох)?",
    70: "seventy|сем(?:ь|и)десяти?|сімдесят(?:и|ьох)?",
    80: "eighty|вос(?:емь|ьми)десяти?|вісімдесят(?:и|ьох)?",
    90: "ninety|дев'?яност[оа]",
    100: "hundred|сто|ста",
    200: "двести|двухсот|двісті|двохсот",
    300: "триста|трехсот|трьохсот",
    400: "четыреста|четырехсот|чотириста",
    500: "п'?ят(?:ь|и)?сот",
    600: "шест(?:ь|и)сот|шістсот",
    700: "сем(?:ь|и)сот|сімсот",
    800: "восемьсот|восьмисот|вісімсот",
    900: "дев'?ят(?:ь|и)?сот",
}
_SCALES = {
    3: "thousand|т[ыи]сяч[аиуіею]?(?:ами|ам|ах|ю)?",
    6: "million|миллион(?:а|ов|у|ам|ами|ах|ом)?|мільйон(?:а|ів|и|у|ам|ами|ах|ом)?",
    9: "billion|миллиард(?:а|ов|у|ам|ами|ах|ом)?|мільярд(?:а|ів|и|у|ам|ами|ах|ом)?",
    12: "trillion|триллион(?:а|ов)?|трильйон(?:а|ів|и)?",
}
# Said without a number before it, this is one of it.
_ONE_OF = re.compile(
    r"an? (?:thousand|million|billion|trillion)|тысячу|тисячу|(?:миллион|мільйон|миллиард|мільярд)"
)
_AND_A_HALF = "полтор[аы]|полутора|півтор[аи]|one and a half"
_TIMES = (
    (Decimal(2), "x", r"doubl(?:ed|es|ing)|twofold|twice|удво\w+|вдвое|дважды|подво\w+|[ув]двічі|двічі"),
    (Decimal(3), "x", r"tripl(?:ed|es|ing)|threefold|утро[ие]\w+|втрое|потро[їіє]\w*|[ув]тричі"),
    (Decimal(50), "", r"half|halv(?:ed|es|ing)|половин\w*|наполовину|вполовину|навпіл"),
)
_JOINED_NUMBERS = (  # noqa: SIM905 - a dozen quoted words a line each are harder to read
    "дв(?:ух|ох|о) тр(?:ех|ьох|и) четырех чотирьох п'?яти шести семи восьми дев'?яти десяти"
).split()
_JOINED = re.compile(
    rf"(?<!\w)(?P<n>{'|'.join(_JOINED_NUMBERS)})"
    r"(?P<u>летн|річн|дневн|денн|недельн|тижнев|месячн|місячн|часов|годинн|процентн|відсотков)\w+"
)
_JOINED_UNITS = {
    "летн": "years", "річн": "years", "дневн": "days", "денн": "days", "недельн": "weeks",
    "тижнев": "weeks", "месячн": "months", "місячн": "months", "часов": "hours", "годинн": "hours",
    "процентн": "%", "відсотков": "%",
}  # fmt: skip
_ORDINALS = {
    3: r"third|трет(?:ий|ья|ье|ьего|ьей|ьем|ью|ьи|ій|я|є|ього|ьої|ьому)",
    4: r"fourth|четверт\w{2,3}",
    5: r"fifth|п'?ят(?:ый|ая|ое|ого|ой|ом|ую|ий|а|е|ої|ій|ому)",
    6: r"sixth|шест(?:ой|ая|ое|ого|ом|ую)|шост\w{1,3}",
    7: r"seventh|седьм\w{2,3}|сьом\w{1,3}",
    8: r"eighth|восьм(?:ой|ая|ое|ого|ом|ую|ий|а|е|ої|ій)",
    9: r"ninth|дев'?ят(?:ый|ая|ое|ого|ой|ом|ую|ий|а|е|ої|ій|ому)",
    10: r"tenth|десят(?:ый|ая|ое|ого|ой|ом|ую|ий|а|е|ої|ій|ому)",
    16: r"sixteenth|ш[еі]стнадц[ая]т(?:ый|ая|ое|ого|ой|ом|ий|а|е|ої|ому)",
}
_IN_DIGITS = re.compile(
    # Beginning with a digit, not with what stands before it: that is found ten times faster.
    r"(\d(?<![\w.,].)\d{0,3})(?:st|nd|rd|th|-?(?:й|го|му|м|я|е|ю|х|ий|та|те|ої|ій|ту|а))(?!\w)"
)
_COUNTED = 3  # spelled out, one and two are mostly no figures: "one of them", "the two companies"


def find(text: str, *, all_of_them: bool = False) -> tuple[Figure, ...]:
    """Figures spelled in words. A bare "one" or "two" only with `all_of_them`: they seldom count."""
    folded = text.lower().replace("ё", "е").replace("’", "'").replace("ʼ", "'")
    rounded = round_numbers.find(folded)
    folded = round_numbers.without(folded, rounded) if rounded else folded
    found = (*rounded, *_in_digits(folded))
    if any(_any_word().found(folded)):
        found = (*_cardinals(folded), *_multiples(folded), *_joined(folded), *_ordinals(folded), *found)
    return tuple(figure for figure in found if all_of_them or figure.unit or max(figure.values) >= _COUNTED)


def _cardinals(text: str) -> Iterator[Figure]:
    for run in _patterns()[0].finditer(text):
        value, words = _worth(run.group())
        if value == 0:
            continue
        unit, end = unit_at(text, run.end())
        if value == 1 and words == 1:  # "одним днём" is no figure
            unit = ""
        yield Figure(text[run.start() : end], run.start(), end, frozenset((value,)), unit, dated=False)


def _worth(run: str) -> tuple[Decimal, int]:
    """What a run of number words is worth, 0 for a mere "thousands"; and how many words it has."""
    total = part = Decimal(0)
    words = re.split(r"[\s-]+(?:and[\s-]+)?", run)
    if re.fullmatch(_AND_A_HALF, words[0]):
        part, words = Decimal("1.5"), words[1:]
    elif run.startswith("one and a half"):
        part, words = Decimal("1.5"), run.split()[4:]
    if not part and _ONE_OF.fullmatch(run):
        part = Decimal(1)
    for word in words:
        power = _power(word)
        if power:
            total, part = total + part * 10**power, Decimal(0)
        elif word == "hundred":
            part = (part or Decimal(1)) * 100
        else:
            part += _unit_of(word)
    return (total + part).normalize(), len(words)


@lru_cache(maxsize=1024)
def _unit_of(word: str) -> Decimal:
    found = _patterns()[1].fullmatch(word)
    return Decimal((found.lastgroup or "n0")[1:]) if found else Decimal(0)


@lru_cache(maxsize=1024)
def _power(word: str) -> int:
    found = _patterns()[2].fullmatch(word)
    return int((found.lastgroup or "p0")[1:]) if found else 0


def _multiples(text: str) -> Iterator[Figure]:
    for value, unit, pattern in _times_patterns():
        for found in pattern.finditer(text):
            yield Figure(found.group(), *found.span(), frozenset((value,)), unit, dated=False)


@cache
def _times_patterns() -> tuple[tuple[Decimal, str, re.Pattern[str]], ...]:
    return tuple((value, unit, re.compile(rf"(?<!\w)(?:{words})(?!\w)")) for value, unit, words in _TIMES)


def _joined(text: str) -> Iterator[Figure]:
    for found in _JOINED.finditer(text):
        value = _unit_of({"двух": "два", "двох": "два", "дво": "два"}.get(found["n"], found["n"]))
        yield Figure(
            found.group(), *found.span(), frozenset((value,)), _JOINED_UNITS[found["u"]], dated=False
        )


def _ordinals(text: str) -> Iterator[Figure]:
    for found in _ordinal_pattern().finditer(text):
        value = Decimal((found.lastgroup or "n0")[1:])
        yield Figure(found.group(), *found.span(), frozenset((value,)), "", dated=False)


def _in_digits(text: str) -> Iterator[Figure]:
    for found in _IN_DIGITS.finditer(text):
        yield Figure(found.group(), *found.span(), frozenset((Decimal(found[1]),)), "", dated=True)


@cache
def _any_word() -> Sieve[str]:
    """Where one of all these may begin: most texts have none."""
    counted = (*_UNITS.values(), *_SCALES.values(), _AND_A_HALF, *_ORDINALS.values())
    words = (*counted, *(words for _, _, words in _TIMES), *_JOINED_NUMBERS)
    return Sieve({"any": re.compile(rf"(?<!\w)(?:{'|'.join(words)})")})


@cache
def _ordinal_pattern() -> re.Pattern[str]:
    words = "|".join(f"(?P<n{value}>{spelled})" for value, spelled in _ORDINALS.items())
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A run of number words, one unit, one scale."""
    units = "|".join(f"(?P<n{value}>{words})" for value, words in _UNITS.items())
    scales = "|".join(f"(?P<p{power}>{words})" for power, words in _SCALES.items())
    word = "|".join((*_UNITS.values(), *_SCALES.values()))
    run = (
        rf"(?<![\w'-])(?<!\d[ \u00a0\u202f])(?:an? )?(?:{_AND_A_HALF}|{word})"
        rf"(?:(?:[ -]| and )(?:{word}))*(?![\w'])"
    )
    return re.compile(run), re.compile(units), re.compile(scales)
