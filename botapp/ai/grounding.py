"""Whether an answer says only what its source says.

Compared are numbers, tickers, addresses and the months of dates. Other names are not: a translation
spells and inflects them its own way, and a correct statement must never be marked.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from textwrap import shorten

from botapp.ai import figures, months
from botapp.ai.base import Language
from botapp.ai.figures import Figure
from botapp.ai.schema import Explanation, Impact, Number, RedFlag, Statement
from botapp.ai.sentences import split

HEADLINE = 200  # characters of a headline taken from the source
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,}(?:/[^\s,;)]*)?)", re.IGNORECASE)
_TICKER = re.compile(r"(?<![\w-])\$?([A-Z][A-Z0-9]{1,5})(?![\w-])")
# Capitals that name no asset: an explanation may use them although its source spells them out.
_NO_TICKER = frozenset(
    (  # noqa: SIM905 - fifty quoted words a line each are harder to read
        "SEC CFTC FBI DOJ IRS FED FATF ETF ETFS ETP NFT NFTS DAO DEX CEX AMM API CEO CTO CFO USA US UK EU "
        "UAE AI IT IPO GDP CPI KYC AML USD EUR GBP RUB UAH CBDC TVL ICO IDO OTC P2P DDOS L1 L2 VPN PIN SMS "
        "QR OK TV Q1 Q2 Q3 Q4 DEFI GAMEFI MICA EVM POS POW RPC ATM ID PR HR UTC"
    ).split()
)
_ALSO_CALLED = {
    "BTC": r"bitcoin|биткоин|биткойн|біткоїн|біткойн",
    "ETH": r"ethereum|ether\b|эфир|эфириум|ефір|етеріум",
    "SOL": r"solana|солан",
    "XRP": r"ripple|рипл|ріпл",
    "BNB": r"binance coin|бинанс|бінанс",
    "USDT": r"tether|тезер",
    "USDC": r"usd coin",
    "TON": r"toncoin|тонкоин",
    "DOGE": r"dogecoin|догикоин|догікоїн",
    "ADA": r"cardano|кардано",
}


def ground(explanation: Explanation, source: str, *, language: Language) -> Explanation:
    """The answer with unsupported statements marked; what can't carry a mark is replaced or left out.

    `language` is the language of the answer; numbers are compared by value in any of them.
    """
    return Source.of(source).ground(explanation)


@dataclass(frozen=True)
class Source:
    """A text that answers are compared with; for an answer that grows, keep one."""

    text: str  # folded case, single spaces
    figures: tuple[Figure, ...]
    dated: frozenset[Decimal]  # days and years, which "23.03.2022" holds inside of one figure
    months: frozenset[int]
    sentences: int
    lead: str  # what stands in for a headline that can't be kept
    _supported: dict[str, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, source: str) -> "Source":
        """Reads a text: milliseconds for a long one, so do it in a thread."""
        dates = " ".join(found.group() for found in figures.DATE.finditer(source))
        sentences = split(source)
        return cls(
            text=_folded(source),
            figures=figures.find(source),
            dated=frozenset(map(Decimal, re.findall(r"\d+", dates))),
            months=months.named(source),
            sentences=len(sentences),
            lead=shorten(sentences[0], HEADLINE, placeholder="…") if sentences else source[:HEADLINE],
        )

    def ground(self, explanation: Explanation) -> Explanation:
        """The answer with unsupported statements marked; what can't carry a mark is replaced or left out."""
        supports = self._supports
        marked = {
            part: tuple(map(self._check, getattr(explanation, part)))
            for part in ("what_happened", "why_it_matters", "who_is_affected")
        }
        left = {
            "headline": explanation.headline if supports(explanation.headline) else self.lead,
            "numbers": tuple(self._numbers(explanation.numbers)),
            "impacts": tuple(self._impacts(explanation.impacts)),
            "terms": tuple(note for note in explanation.terms if self._has_figures(note.meaning)),
            "not_said": tuple(filter(supports, explanation.not_said)),
            "follow_ups": tuple(filter(supports, explanation.follow_ups)),
            "red_flags": tuple(self._flag(flag) for flag in explanation.red_flags if supports(flag.sign)),
        }
        return explanation.model_copy(update={**marked, **left})

    def _check(self, statement: Statement) -> Statement:
        place = self._place(statement.source_sentence)
        unsupported = not self._supports(statement.text)
        return statement.model_copy(update={"unsupported": unsupported, "source_sentence": place})

    def _supports(self, text: str) -> bool:
        # While an answer grows its statements come again and again.
        if text not in self._supported:
            self._supported[text] = (
                self._has_figures(text) and self._has_names(text) and months.of_dates(text) <= self.months
            )
        return self._supported[text]

    def _numbers(self, numbers: Iterable[Number]) -> Iterable[Number]:
        for number in numbers:
            said = figures.find(number.value) and self._has_figures(number.value)
            if said and self._supports(number.meaning):
                yield number.model_copy(update={"source_sentence": self._place(number.source_sentence)})

    def _impacts(self, impacts: Iterable[Impact]) -> Iterable[Impact]:
        for impact in impacts:
            if self._has_names(impact.asset):
                reason = impact.reason if self._supports(impact.reason) else ""
                yield impact.model_copy(update={"reason": reason})

    def _flag(self, flag: RedFlag) -> RedFlag:
        return flag if _folded(flag.phrase) in self.text else flag.model_copy(update={"phrase": ""})

    def _place(self, sentence: int | None) -> int | None:
        return sentence if sentence is not None and 1 <= sentence <= self.sentences else None

    def _has_figures(self, text: str) -> bool:
        return all(map(self._has_figure, figures.find(text)))

    def _has_figure(self, claimed: Figure) -> bool:
        if claimed.dated and claimed.values & self.dated:
            return True
        return any(claimed.agrees(known) for known in self.figures)

    def _has_names(self, text: str) -> bool:
        addresses = (found.lower().rstrip(".") for found in _ADDRESS.findall(text))
        if not all(address in self.text for address in addresses):
            return False
        return all(self._names(ticker) for ticker in _TICKER.findall(text) if ticker not in _NO_TICKER)

    def _names(self, ticker: str) -> bool:
        also = _ALSO_CALLED.get(ticker, r"(?!)")
        return bool(re.search(rf"(?<!\w){ticker.lower()}(?!\w)|(?<!\w)(?:{also})", self.text))


def _folded(text: str) -> str:
    return " ".join(text.lower().split())
