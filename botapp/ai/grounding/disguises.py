"""Numbers with letters for digits ("3O %") and addresses that are spelled out ("evil dot com")."""

import re

_LOOKALIKES = "OoОоЗзlIІ|"
# Next to a digit, or alone before what only numbers have.
_MIXED = re.compile(
    rf"(?<![\w.,-])[$€£₽₴]?(?=[{_LOOKALIKES}.,]*\d)(?=[\d.,]*[{_LOOKALIKES}])[\d.,{_LOOKALIKES}]{{2,20}}(?!\w)"
)
# "з мільйона" is "from a million": only "З мільйони" is a number.
_LETTERS = re.compile(
    r"(?<![\w'’.-])(?![Зз]\s(?:відсотк|мільйон|мільярд)(?:а|у|ом|ів|ам|ами|ах)?(?!\w))"
    r"(?:[OОlIІЗз|]{2,4}|[ЗзlI|])"
    r"\s?(?:%|(?:процент|відсотк|млн|млрд|миллион|миллиард|мільйон|мільярд|million|billion|percent)\w{0,3})"
)
# Begun with what is rare, for each statement of each answer is looked through.
_MAYBE_MIXED = re.compile(
    rf"\d(?:(?=[.,]?[{_LOOKALIKES}])|(?<=[{_LOOKALIKES}]\d)|(?<=[{_LOOKALIKES}][.,]\d))"
)
_MAYBE_LETTERS = re.compile(r"[OОlIІЗз|]\s?(?:%|мл|ми|мі|пр|ві|mi|bi|pe)")
_POINTS = "·•‧∙⋅・。｡"  # that stand for the point of an address
_SIGNS_OF_ADDRESS = ("dot", "точка", "крапка", "[.]", "(.)", "{.}", "hxxp", *_POINTS)
_ENDING = (
    r"(?P<ending>com|net|org|io|ru|ua|eu|xyz|top|site|info|me|app|finance|online|club|shop|link|click|pro"
    r"|live|help"
    r"|support|ком|орг|ру|юа|укр|рф|инфо|онлайн|сайт|топ)(?!\w)"
)
_SPELLED = re.compile(
    r"(?P<name>(?<![\w-])[\w-]{2,40})(?:\s?[\[({]\s?(?:\.|dot|точка|крапка)\s?[\])}]\s?|\s(?:dot|точка"
    rf"|крапка)\s|[{_POINTS}](?=\w))"
    rf"{_ENDING}(?!\s(?:bubble|crash|boom|era|bust|mania|companies|stocks))",
    re.IGNORECASE,
)
_EVERYDAY = frozenset(
    ("the", "a", "an", "of", "in", "this", "that", "during", "after", "and", "from", "это", "це", "и")
)
# "Торговая точка онлайн" is a shop.
_POINT = re.compile(r"[а-яёіїєґ]+ (?:точка|крапка) (?:онлайн|сайт|топ)", re.IGNORECASE)
_IN_LATIN = {"ком": "com", "орг": "org", "ру": "ru", "юа": "ua", "инфо": "info", "топ": "top"}
_DEFANGED = re.compile(r"hxxp(?=s?://)", re.IGNORECASE)


def odd_figures(text: str) -> frozenset[str]:
    """Numbers that hold letters which look like digits, as they are written."""
    found = [*_MIXED.finditer(text)] if _MAYBE_MIXED.search(text) else []
    if _MAYBE_LETTERS.search(text):
        found += _LETTERS.finditer(text)
    return frozenset(match.group().rstrip(".,").casefold() for match in found)


def undressed(text: str) -> str:
    """The text with its spelled addresses as addresses; the same text if it has none."""
    lower = text.lower()
    if not any(sign in lower for sign in _SIGNS_OF_ADDRESS):
        return text
    return _SPELLED.sub(_address, _DEFANGED.sub("http", text))


def _address(match: re.Match[str]) -> str:
    if match["name"].lower() in _EVERYDAY or _POINT.fullmatch(match.group()):
        return match.group()
    ending = match["ending"].lower()
    return f"{match['name']}.{_IN_LATIN.get(ending, ending)}"
