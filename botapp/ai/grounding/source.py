"""A text that answers are compared with, read once."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from itertools import accumulate
from textwrap import shorten

from botapp.ai import figures, injections, number_words, terms
from botapp.ai.base import Knowledge
from botapp.ai.figures import TIMES, Figure
from botapp.ai.grounding import (
    disguises,
    known_names,
    meanings,
    names,
    orders,
    polarity,
    quantities,
    roles,
    rounding,
    times,
)
from botapp.ai.grounding.facts import Facts
from botapp.ai.grounding.known_names import Bearer
from botapp.ai.grounding.roles import Deed
from botapp.ai.grounding.vocabulary import Vocabulary, stems
from botapp.ai.hidden import visible
from botapp.ai.sentences import split

HEADLINE = 200  # characters of a headline taken from the source
# Domains in Cyrillic; any word would make an address of a missing space: "вырос.Биржа".
_NATIONAL = r"(?:рф|рус|укр|онлайн|сайт|орг|ком|москва|дети|бел|бг|срб|мкд|қаз|мон)(?!\w)"
ADDRESS = re.compile(
    r"(?:(?:https?|tg|ton)://|www\.)[^\s<>\"'»”)\]]+"
    rf"|(?<![\w@.])(?:[\w-]+\.)+(?:[a-z]{{2,}}|{_NATIONAL})(?![\w.-]*@)(?:/[^\s,;)»”\]]*)?"
    r"|[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}|(?<![\w/@.])@[a-z]\w{3,31}|(?<!\w)(?:0x[0-9a-f]{8,}|bc1[0-9a-z]{20,})"
    r"|(?<!\w)(?=\w*\d)(?=\w*[a-z])[a-z0-9]{26,}(?!\w)",
    re.IGNORECASE,
)
# In each of them stands one of these, in most texts none. Two patterns that begin with few characters are
# five times faster than one of both.
_OF_LINKS, _OF_WALLETS = re.compile(r"[.@/]\S"), re.compile(r"\d(?:[A-Za-z]|(?<=[A-Za-z].))")
_TICKER = re.compile(r"(?<![\w-])(\$?)([A-Z][A-Z0-9]{1,5})(?![\w-])")


@dataclass(frozen=True)
class Sentence:
    """What one sentence holds that an answer may rest on. `is_news` is False for orders to the AI."""

    text: str
    is_news: bool
    figures: tuple[Figure, ...]

    @cached_property
    def calls(self) -> bool:
        """Whether it wants the reader to do something."""
        return orders.calls_to_act(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """What it is about."""
        return stems(self.text)

    @cached_property
    def language(self) -> str:
        """Which of the three it is in, "" if its letters do not tell."""
        return meanings.sure_language(self.text)

    @cached_property
    def times(self) -> frozenset[str]:
        """When it plays."""
        return times.known(self.text)


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
    knowledge: Knowledge = field(default_factory=Knowledge, repr=False)
    _supported: dict[str, bool] = field(default_factory=dict, repr=False)
    _facts: dict[str, Facts] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, source: str, knowledge: Knowledge | None = None) -> "Source":
        """Reads a text: tens of milliseconds for a long one.

        Names are read when the first is asked for: they need dictionaries that take half a second to load.
        """
        known, seen = knowledge or Knowledge(), visible(source)
        sentences = tuple(_sentences(seen))
        news = [sentence for sentence in sentences if sentence.is_news]
        text = "\n".join(sentence.text for sentence in news)
        dates = " ".join(match.group() for match in figures.DATE.finditer(text))
        return cls(
            whole=folded(seen),
            text=folded(text),
            lead=next((_headline(sentence.text) for sentence in news if not sentence.calls), ""),
            sentences=sentences,
            figures=tuple(figure for sentence in news for figure in sentence.figures),
            dated=frozenset(map(Decimal, (*re.findall(r"\d+", dates), *times.years(text)))),
            days=frozenset(day for sentence in news for day in times.days_around(sentence.text)),
            times=times.known(text),
            knowledge=known,
        )

    @cached_property
    def named(self) -> tuple[frozenset[str], ...]:
        """For each sentence whom of names.yaml it names, and what their names say as well."""
        return tuple(known_names.implied(bearer.id for bearer in found) for found in self._placed)

    @cached_property
    def _placed(self) -> tuple[tuple[Bearer, ...], ...]:
        """For each sentence whom of names.yaml it names, and where in it."""
        starts = list(accumulate((len(sentence.text) + 1 for sentence in self.sentences), initial=0))
        found: list[list[Bearer]] = [[] for _ in self.sentences]
        for bearer in known_names.find("\n".join(sentence.text for sentence in self.sentences)):
            place = bisect_right(starts, bearer.start) - 1
            found[place].append(bearer.moved(-starts[place]))
        return tuple(map(tuple, found))

    @cached_property
    def _deeds(self) -> tuple[Deed, ...]:
        """What the news tells that somebody did to somebody."""
        told = zip(self.sentences, self._placed, strict=True)
        return tuple(
            deed for sentence, named in told if sentence.is_news for deed in roles.deeds(sentence.text, named)
        )

    @cached_property
    def bearers(self) -> frozenset[str]:
        """Whom of names.yaml the news names."""
        named = zip(self.sentences, self.named, strict=True)
        found = frozenset(bearer for sentence, ids in named if sentence.is_news for bearer in ids)
        return found | known_names.implied(known_names.small(self.vocabulary.folded))

    @cached_property
    def assets(self) -> frozenset[str]:
        """Slugs of the glossary's terms that the news uses."""
        return frozenset(mention.term.slug for mention in terms.find(self._news, self.knowledge.terms))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the news in every spelling."""
        return Vocabulary.of(self._news)

    @cached_property
    def _news(self) -> str:
        return "\n".join(sentence.text for sentence in self.sentences if sentence.is_news)

    def facts(self, text: str) -> Facts:
        """What a text states, kept: while an answer grows its statements come again and again."""
        if text not in self._facts:
            self._facts[text] = Facts(text)
        return self._facts[text]

    def quoted(self, text: str) -> int | None:
        """The number of the sentence that a text repeats word for word, None if it repeats none."""
        return self._places.get(_words_of(text))

    @cached_property
    def _places(self) -> dict[str, int]:
        numbered = enumerate(self.sentences, 1)
        return {_words_of(sentence.text): number for number, sentence in reversed(list(numbered))}

    def supports(self, text: str) -> bool:
        """Whether every number, date, name and address of a text stands in the source."""
        if text not in self._supported:
            self._supported[text] = self.has_addresses(text) and (
                self._repeats(text)
                or (
                    self.has_figures(text)
                    and self.has_times(text)
                    and self.has_names(text)
                    and not self.denies(text)
                )
            )
        return self._supported[text]

    def _repeats(self, text: str) -> bool:
        """Whether a text is a whole sentence or a whole figure of the news, so that nothing in it is new."""
        place = self.quoted(text)
        return text in self._spelled if place is None else self.sentences[place - 1].is_news

    @cached_property
    def _spelled(self) -> frozenset[str]:
        return frozenset(figure.text for figure in self.figures)

    def has_figures(self, text: str) -> bool:
        """Whether all numbers of a text, in digits or words, stand in the source with their units."""
        if not text.isascii() and not _odd_numbers(text) <= _odd_numbers(self.text):
            return False
        odd = disguises.odd_figures(text)
        if odd and not all(one in self.text for one in odd):
            return False
        facts = self.facts(text)
        return all(
            self._has_figure(one) or self._is_rounded(one, facts) for one in facts.figures_besides_dates
        )

    def denies(self, text: str) -> bool:
        """Whether the news says the contrary in nearly the same words, or has its two sides change places."""
        news, facts = [sentence for sentence in self.sentences if sentence.is_news], self.facts(text)
        return (
            polarity.turns(text, facts, news)
            or (bool(facts.deeds) and roles.swaps(facts.deeds, self._deeds))
            or quantities.turns(text, facts.figures, news)
        )

    def has_times(self, text: str) -> bool:
        """Whether all dates, weekdays and relative days of a text stand in the source."""
        facts = self.facts(text)
        if not (facts.times <= self.times and facts.days <= self.days):
            return False
        return all(
            times.days(found.group()) & self.days and times.years(found.group()) <= set(map(int, self.dated))
            for found in times.IN_FIGURES.finditer(text)
        )

    def has_addresses(self, text: str) -> bool:
        """Whether all links, handles and wallets of a text stand in the news of the source."""
        plain = text if text.isascii() else unicodedata.normalize("NFKC", text).replace("。", ".")
        written = (text,) if plain == text else (text, plain)
        if not all(self.has_address(found.group()) for one in written for found in _addresses(one)):
            return False
        bare = disguises.undressed(plain)
        return bare == plain or all(self._spells(found.group()) for found in _addresses(bare))

    def _spells(self, address: str) -> bool:
        """Whether the source gives an address that is spelled out, in whatever spelling."""
        return self.has_address(address) or _stands(_bare(address), disguises.undressed(self.text))

    def has_address(self, address: str) -> bool:
        """Whether the source gives an address, other than where it wants the reader to go there."""
        if not _stands(_bare(address), self.text):
            return False
        return not any(gives(address, (sentence.text,)) and sentence.calls for sentence in self.sentences)

    def has_names(self, text: str) -> bool:
        """Whether everybody and every asset that a text names is named in the source, however spelled."""
        if _may_have_addresses(text):
            text = ADDRESS.sub(lambda found: " " * len(found.group()), text)
        bearers = [
            bearer for bearer in self.facts(text).bearers if _is_meant(text[bearer.start : bearer.end])
        ]
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

    def speaks_of(self, thing: str) -> bool:
        """Whether the source has a thing that stands alone, as an asset or a term does, by any name."""
        if not self.supports(thing) or not self.has_names(f"— {thing[:1].lower()}, {thing}"):
            return False
        known = {mention.term.slug for mention in terms.find(thing, self.knowledge.terms)} & self.assets
        named = self.facts(thing).named & self.bearers
        return bool(known or named) or all(map(self.vocabulary.has, names.WORD.findall(thing)))

    def _has_asset(self, mention: terms.Mention, named: tuple[tuple[int, int], ...]) -> bool:
        """Whether the source names an asset, by the glossary's words for it or by another of its names."""
        return mention.term.slug in self.assets or set(mention.places) <= set(named)

    def _has_ticker(self, ticker: str) -> bool:
        return bool(re.search(rf"(?<!\w){re.escape(ticker.lower())}(?!\w)", self.text))

    def _has_figure(self, claimed: Figure) -> bool:
        if claimed.dated and claimed.values & self.dated:
            return True
        if any(claimed.agrees(known) for known in self.figures):
            return True
        return claimed.unit in TIMES and any(rounding.is_as_long(claimed, known) for known in self.figures)

    def _is_rounded(self, claimed: Figure, facts: Facts) -> bool:
        """Whether a figure is called nearly, about or more than what it is in the source."""
        hedge = rounding.hedge(facts.besides_dates, claimed)
        if hedge == "over" and quantities.is_majority(claimed) and quantities.tells_of_a_majority(self.text):
            return True
        return bool(hedge) and any(rounding.rounds(claimed, known, hedge) for known in self.figures)


def _addresses(text: str) -> Iterator[re.Match[str]]:
    return ADDRESS.finditer(text) if _may_have_addresses(text) else iter(())


def _may_have_addresses(text: str) -> bool:
    return bool(_OF_LINKS.search(text) or _OF_WALLETS.search(text))


def gives(address: str, sentences: Iterable[str]) -> bool:
    """Whether one of the sentences gives an address, with or without its scheme."""
    return any(_stands(_bare(address), folded(sentence)) for sentence in sentences)


def folded(text: str) -> str:
    """As quotes and addresses are compared: folded case, single spaces."""
    return " ".join(text.lower().split())


def _words_of(text: str) -> str:
    return " ".join(text.split()).rstrip(".")


def _headline(sentence: str) -> str:
    return shorten(sentence, HEADLINE, placeholder="…") if sentence.split() else sentence[:HEADLINE]


def _sentences(text: str) -> Iterator[Sentence]:
    for part, is_news in zip(split(text), injections.honest(text), strict=True):
        counted = (*figures.find(part), *number_words.find(part, all_of_them=True))
        yield Sentence(text=part, is_news=is_news, figures=counted)


def _odd_numbers(text: str) -> frozenset[str]:
    """Numbers that are no digits: "½", "⁹", "Ⅻ", "①"."""
    return frozenset(char for char in text.lower() if char.isnumeric() and not char.isdecimal())


def _is_meant(spelled: str) -> bool:
    """Whether a spelling in an answer names somebody: capitals do, and adjectives of countries."""
    return (
        any(map(str.isupper, spelled))
        or bool(re.search(r"[сц]ьк|ск(?:ий|ая|ое|ие|ого|ой|ому|им|их|ую|ими|ом)$", spelled))
        or (bool(re.search(r"ткоин|тко[йї]н|эфир|ефір", spelled)))
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
