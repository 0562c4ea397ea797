"""A text that answers are compared with, read once."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from textwrap import shorten

from botapp.ai import figures, injections, number_words, terms
from botapp.ai.base import Knowledge
from botapp.ai.figures import Figure
from botapp.ai.grounding import known_names, names, orders, times
from botapp.ai.grounding.vocabulary import Vocabulary, stems
from botapp.ai.hidden import visible
from botapp.ai.sentences import split

HEADLINE = 200  # characters of a headline taken from the source
ADDRESS = re.compile(
    r"(?:(?:https?|tg|ton)://|www\.)[^\s<>\"'»”)\]]+|(?<![\w@.])(?:[\w-]+\.)+[a-z]{2,}(?![\w.-]*@)(?:/[^\s,;)»”\]]*)?"
    r"|[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}|(?<![\w/@.])@[a-z]\w{3,31}|(?<!\w)(?:0x[0-9a-f]{8,}|bc1[0-9a-z]{20,})"
    r"|(?<!\w)(?=\w*\d)(?=\w*[a-z])[a-z0-9]{26,}(?!\w)",
    re.IGNORECASE,
)
_TICKER = re.compile(r"(?<![\w-])(\$?)([A-Z][A-Z0-9]{1,5})(?![\w-])")


@dataclass(frozen=True)
class Sentence:
    """What one sentence holds that an answer may rest on."""

    figures: tuple[Figure, ...]
    bearers: frozenset[str]
    words: frozenset[str]
    times: frozenset[str]


@dataclass(frozen=True)
class Source:
    """Numbers, dates, names and addresses of a text; for an answer that grows, keep one.

    What the text tells the AI to say is no part of it: only its news supports an answer.
    """

    whole: str  # folded case, single spaces: what may be quoted as a warning
    text: str  # the same of its news: what may be said
    lead: str  # what stands in for a headline that can't be kept, "" if nothing does
    sentences: tuple[Sentence, ...]
    figures: tuple[Figure, ...]
    dated: frozenset[Decimal]  # days and years, which "23.03.2022" holds inside of one figure
    days: frozenset[tuple[int, int]]
    times: frozenset[str]
    bearers: frozenset[str]
    assets: frozenset[str]
    vocabulary: Vocabulary
    calls: str  # folded: the sentences that want the reader to do something
    knowledge: Knowledge = field(default_factory=Knowledge, repr=False)
    _supported: dict[str, bool] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, source: str, knowledge: Knowledge | None = None) -> "Source":
        """Reads a text: tens of milliseconds for a long one, so do it in a thread."""
        known = knowledge or Knowledge()
        seen = visible(source)
        parts, news = split(seen), injections.without(seen)
        told = split(news)
        found = _all_figures(news)
        bearers = known_names.find("\n".join(parts))
        vocabulary = Vocabulary.of(news)
        honest = {bearer.id for bearer in known_names.find(news)} | known_names.small(vocabulary.folded)
        dates = " ".join(match.group() for match in figures.DATE.finditer(news))
        return cls(
            whole=folded(seen),
            text=folded(news),
            lead=next((_headline(one) for one in told if not orders.calls_to_act(one)), ""),
            sentences=_sentences(parts, bearers),
            figures=found,
            dated=frozenset(map(Decimal, re.findall(r"\d+", dates))) | frozenset(map(Decimal, times.years(news))),
            days=frozenset(day for one in told for day in times.days_around(one)),
            times=times.known(news),
            bearers=known_names.implied(honest),
            assets=frozenset(mention.term.slug for mention in terms.find(news, known.terms)),
            vocabulary=vocabulary,
            calls=folded(" ".join(one for one in told if orders.calls_to_act(one))),
            knowledge=known,
        )

    def supports(self, text: str) -> bool:
        """Whether every number, date, name and address of a text stands in the source."""
        # While an answer grows its statements come again and again.
        if text not in self._supported:
            self._supported[text] = (
                self.has_figures(text) and self.has_times(text) and self.has_addresses(text) and self.has_names(text)
            )
        return self._supported[text]

    def has_figures(self, text: str) -> bool:
        """Whether all numbers of a text, in digits or words, stand in the source with their units."""
        bare = times.IN_FIGURES.sub(" ", text)
        return all(map(self._has_figure, (*figures.find(bare), *number_words.find(bare))))

    def has_times(self, text: str) -> bool:
        """Whether all dates, weekdays and relative days of a text stand in the source."""
        if not times.said(text) <= self.times:
            return False
        plain = times.IN_FIGURES.sub(" ", text)
        if not times.days(plain) <= self.days:
            return False
        return all(
            times.days(found.group()) & self.days and times.years(found.group()) <= set(map(int, self.dated))
            for found in times.IN_FIGURES.finditer(text)
        )

    def has_addresses(self, text: str) -> bool:
        """Whether all links, handles and wallets of a text stand in the news of the source."""
        return all(map(self.has_address, (found.group() for found in ADDRESS.finditer(text))))

    def has_address(self, address: str) -> bool:
        """Whether the source gives an address, other than where it wants the reader to go there."""
        bare = _bare(address)
        return bool(_stands(bare, self.text)) and not _stands(bare, self.calls)

    def has_names(self, text: str) -> bool:
        """Whether everybody and every asset that a text names is named in the source, however spelled."""
        text = ADDRESS.sub(lambda found: " " * len(found.group()), text)
        bearers = [bearer for bearer in known_names.find(text) if _is_meant(text[bearer.start : bearer.end])]
        if not all(bearer.id in self.bearers for bearer in bearers):
            return False
        named = tuple((bearer.start, bearer.end) for bearer in bearers)
        mentions = terms.find(text, self.knowledge.terms)
        if not all(self._has_asset(mention, named) for mention in mentions if mention.term.ticker):
            return False
        places = (*named, *(place for mention in mentions for place in mention.places))
        if not all(map(self._has_ticker, _tickers(text, places))):
            return False
        language = names.language_of(text)
        return all(self.vocabulary.names(run, language=language) for run in names.find(text, known=places))

    def _has_asset(self, mention: terms.Mention, named: tuple[tuple[int, int], ...]) -> bool:
        """Whether the source names an asset, by the glossary's words for it or by another of its names."""
        return mention.term.slug in self.assets or set(mention.places) <= set(named)

    def _has_ticker(self, ticker: str) -> bool:
        return bool(re.search(rf"(?<!\w){re.escape(ticker.lower())}(?!\w)", self.text))

    def _has_figure(self, claimed: Figure) -> bool:
        if claimed.dated and claimed.values & self.dated:
            return True
        return any(claimed.agrees(known) for known in self.figures)


def folded(text: str) -> str:
    """As quotes and addresses are compared: folded case, single spaces."""
    return " ".join(text.lower().split())


def _all_figures(text: str) -> tuple[Figure, ...]:
    return (*figures.find(text), *number_words.find(text, all_of_them=True))


def _headline(sentence: str) -> str:
    return shorten(sentence, HEADLINE, placeholder="…") if sentence.split() else sentence[:HEADLINE]


def _sentences(parts: Iterable[str], bearers: tuple[known_names.Bearer, ...]) -> tuple[Sentence, ...]:
    parts = tuple(parts)
    starts = [0]
    for part in parts[:-1]:
        starts.append(starts[-1] + len(part) + 1)
    named: list[set[str]] = [set() for _ in parts]
    for bearer in bearers:
        named[bisect_right(starts, bearer.start) - 1].add(bearer.id)
    return tuple(
        Sentence(_all_figures(part), known_names.implied(ids), stems(part), times.known(part))
        for part, ids in zip(parts, named, strict=True)
    )


def _is_meant(spelled: str) -> bool:
    """Whether a spelling in an answer names somebody: capitals do, and adjectives of countries."""
    return any(map(str.isupper, spelled)) or bool(re.search(r"[сц]ьк|ск(?:ий|ая|ое|ие|ого|ой|ому|им|их|ую|ими|ом)$", spelled)) or (
        bool(re.search(r"ткоин|тко[йї]н|эфир|ефір", spelled))
    )


def _tickers(text: str, places: tuple[tuple[int, int], ...]) -> Iterable[str]:
    for found in _TICKER.finditer(text):
        start, end = found.span(2)
        if found[1] or not (found[2] in names.NO_NAMES or any(a <= start and end <= b for a, b in places)):
            yield found[2]


def _bare(address: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower()).rstrip("./,:;!?…")


def _stands(bare: str, text: str) -> bool:
    return bool(bare) and bool(re.search(rf"(?<![\w-]){re.escape(bare)}(?![\w-])", text))
