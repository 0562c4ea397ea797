"""Names in a text: of people, companies, exchanges, projects, authorities, places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from botapp.ai.grounding.everyday import is_everyday
from botapp.ai.morphology import is_common

WORD = re.compile(r"[^\W_]+(?:['’ʼ&][^\W_]+)*")
# Capitals that name nobody: an explanation may use them although its source spells them out.
NO_NAMES = frozenset(
    (  # noqa: SIM905 - a hundred quoted words a line each are harder to read
        "ETF ETFS ETP NFT NFTS DAO DEX CEX AMM API CEO CTO CFO COO AI IT IPO GDP CPI KYC AML USD EUR GBP "
        "RUB UAH "
        "CBDC TVL ICO IDO OTC P2P DDOS L1 L2 VPN PIN SMS QR OK TV DEFI GAMEFI EVM POS POW RPC ATM ID PR HR "
        "UTC "
        "WEB3 WEB2 APY APR ROI P&L PNL FAQ PDF FUD FOMO HODL DYOR ATH VAT PC GPU CPU MW GW KW TX DM I NO "
        "RWA LP "
        "ИИ ШІ НДС ПДВ ВВП СМИ ЗМІ ЦБ ЦОД ПО ПЗ ОС МСК АО ООО ТОВ ВВП МРОТ НДФЛ ПДФО ОТС МВТ ГВТ КВТ США "
        "RVX INTERNET ИНТЕРНЕТ ІНТЕРНЕТ Q1 Q2 Q3 Q4 H1 H2 CO NON ANTI PRE EX PRO MULTI SELF CROSS NEO POST "
        "AM PM EST GMT MR MRS MS DR BEP20 ERC20 TRC20"
    ).split()
)
_MONTHS_AND_DAYS = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?"
)
_OPENS = re.compile(r"(?:^|[.!?…:;\n•*]\s*|[«„“\"(‘\[]|(?:^|\s)[—–-]\s)\s*$")
_CYRILLIC = re.compile(r"[а-яёіїєґ]+", re.IGNORECASE)
_LATIN = re.compile("[a-z]+")
_OWNS = re.compile(r"['’]s$")
_DICTIONARY = 0.7  # share of words in the dictionary from which on a text without telling letters is Russian
_TITLE_CASE = 0.6  # share of longer words with a capital, from which a headline has them for looks


@dataclass(frozen=True)
class Word:
    """A word that may name somebody. `weak`: an everyday word too, a name only together with others."""

    text: str
    start: int
    end: int
    weak: bool = False

    @property
    def is_cyrillic(self) -> bool:
        return bool(_CYRILLIC.search(self.text))


def find(text: str, *, known: tuple[tuple[int, int], ...] = ()) -> Iterator[tuple[Word, ...]]:
    """Runs of neighbouring words that name somebody; places in `known` are explained already."""
    words = list(WORD.finditer(text))
    if _is_shouted(text):
        return
    reading = _Reading(text, language_of(text), _is_title_case(words))
    run: list[Word] = []
    for match in words:
        name = None if _inside(match, known) else reading.name(match)
        if run and (name is None or text[run[-1].end : match.start()] not in (" ", "-", "\u00a0")):
            yield from _strong(run)
            run = []
        if name:
            run.append(name)
    yield from _strong(run)


def _strong(run: list[Word]) -> Iterator[tuple[Word, ...]]:
    """A run, unless it is one everyday word with a capital."""
    if len(run) > 1 or any(not word.weak for word in run):
        yield tuple(run)


@dataclass(frozen=True)
class _Reading:
    """How the words of one text are taken."""

    text: str
    language: str
    for_looks: bool  # capitals of a headline, which mean nothing

    def name(self, match: re.Match[str]) -> Word | None:
        if not match.group()[0].isupper():
            return None
        bare = _OWNS.sub("", match.group())
        if len(bare) < 2 or bare.upper() in NO_NAMES:
            return None
        if _MONTHS_AND_DAYS.fullmatch(bare.lower()):
            return None
        place = match.start(), match.start() + len(bare)
        if self._opens(match.start()):
            return None if is_everyday(bare, self.language, opening=True) else Word(bare, *place)
        return Word(bare, *place, weak=is_everyday(bare, self.language))

    def _opens(self, start: int) -> bool:
        return self.for_looks or bool(_OPENS.search(self.text[max(0, start - 4) : start]))


# Asked twice of each statement: by whom it is read and by whom its names are looked up.
@lru_cache(maxsize=64)
def language_of(text: str) -> str:
    """The language that most of a text is in, by its letters."""
    lower = text.lower()
    cyrillic, latin = (sum(map(len, letters.findall(lower))) for letters in (_CYRILLIC, _LATIN))
    if cyrillic * 2 < latin:
        return "en"
    ukrainian, russian = (len(re.findall(letters, lower)) for letters in (r"[іїєґ]", r"[ыэъё]"))
    if ukrainian or russian:
        return "uk" if ukrainian > russian else "ru"
    words = re.findall(r"[а-я]{3,}", lower)
    return "ru" if sum(map(is_common, words)) >= _DICTIONARY * len(words) else "uk"


def _is_shouted(text: str) -> bool:
    letters = "".join(filter(str.isalpha, text))  # "Ⓐ" is upper case and no letter
    return len(letters) > 12 and sum(map(str.isupper, letters)) > 0.7 * len(letters)


def _is_title_case(words: list[re.Match[str]]) -> bool:
    longer = [word.group() for word in words if len(word.group()) > 3 and word.group().isascii()]
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) >= _TITLE_CASE * len(longer)


def _inside(match: re.Match[str], places: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= match.start() and match.end() <= end + 2 for start, end in places)
