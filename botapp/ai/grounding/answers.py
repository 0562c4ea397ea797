"""An answer compared with its source: what is not there is marked, or left out where no mark can stand."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from textwrap import shorten

from botapp.ai import injections, number_words, terms
from botapp.ai.base import Language
from botapp.ai.grounding import disguises, orders
from botapp.ai.grounding.facts import Facts
from botapp.ai.grounding.source import ADDRESS, Sentence, Source, folded
from botapp.ai.hidden import unmasked, visible
from botapp.ai.schema import Check, Explanation, Impact, Number, RedFlag, Statement, TermNote

REMOVED = "[…]"  # stands where a link or a handle was that the source does not give
# What a text says when even its own first sentence can't stand as a headline.
NO_HEADLINE: dict[Language, str] = {
    "ru": "Текст к чему-то призывает, а новости в нём нет",
    "uk": "Текст до чогось закликає, а новини в ньому немає",
    "en": "The text calls on you to do something and tells no news",
}
_STATEMENTS = ("what_happened", "why_it_matters", "who_is_affected")
_IMAGINED = re.compile(
    r"(?<!\w)(?:imagine|suppose|picture|say you|let'?s say|pretend|as if|like a|представ\w+|предполож\w+"
    r"|допусти\w+|вообраз\w+"
    r"|словно|будто|уяв\w+|припусти\w+|наче|неначе)(?!\w)",
    re.IGNORECASE,
)
_IMAGINED_LIMIT = (
    1000  # an example with ten friends or 100 coins is no news; one with millions may be read as such
)
_LONGEST_REASON = 600  # characters, as of every other text of an answer
_LONGEST_QUOTE = 300  # characters: what a warning quotes should still be read
_SAME = 0.34  # share of a statement's words by which a sentence is what it rests on


def ground(explanation: Explanation, source: str, *, language: Language) -> Explanation:
    """The answer with unsupported statements marked; what can't carry a mark is replaced or left out.

    `language` is the language of the answer; facts are compared across all three.
    """
    return Grounding(Source.of(source), language).ground(explanation)


def supporting_sentence(text: str, source: Source, *, claimed: int | None = None) -> int | None:
    """The number of the source sentence that a text rests on best, None if none fits.

    `claimed` is kept if it exists and no other sentence holds more of the text's facts.
    """
    wanted = source.facts(text)
    named = source.named if wanted.bearers else (frozenset[str](),) * len(source.sentences)
    scores = [_met(wanted, *place) for place in zip(source.sentences, named, strict=True)]
    if not scores:
        return None
    best = max(range(len(scores)), key=lambda place: (scores[place], -place))
    if claimed is not None and 1 <= claimed <= len(scores) and scores[claimed - 1][0] >= scores[best][0]:
        return claimed
    facts, words = scores[best]
    return best + 1 if facts or words >= _SAME else (claimed if _exists(claimed, source) else None)


def _exists(place: int | None, source: Source) -> bool:
    return place is not None and 1 <= place <= len(source.sentences)


def _met(wanted: Facts, sentence: Sentence, named: frozenset[str]) -> tuple[int, float]:
    """How many facts of a text a sentence has, figures counting most; and which share of its words."""
    numbers = sum(any(one.agrees(other) for other in sentence.figures) for one in wanted.figures)
    facts = (
        4 * numbers
        + 2 * (len(wanted.times & sentence.times) if wanted.times else 0)
        + len(wanted.named & named)
    )
    return facts, len(wanted.words & sentence.words) / max(1, len(wanted.words))


class Grounding:
    """Compares answers with one source. Of an answer that grows, each statement is read once."""

    def __init__(self, source: Source, language: Language) -> None:
        self._source = source
        self._language = language
        self._fitting: dict[str, bool] = {}
        self._places: dict[tuple[str, int | None], int | None] = {}

    @cached_property
    def _meanings(self) -> dict[str, str]:
        return {term.name.casefold(): term.meaning for term in self._source.knowledge.terms}

    def ground(self, said: Explanation) -> Explanation:
        """The answer with its marks, without what must not be shown."""
        kept: dict[str, object] = {part: tuple(self._statements(getattr(said, part))) for part in _STATEMENTS}
        kept |= {
            "headline": self._headline(visible(said.headline).strip()),
            "numbers": tuple(self._numbers(said.numbers)),
            "impacts": tuple(self._impacts(said.impacts)),
            "terms": tuple(self._terms(said.terms)),
            "not_said": _lines(said.not_said, self._fits),
            "follow_ups": _lines(said.follow_ups, self._fits),
            "red_flags": tuple(self._flags(said.red_flags)),
            "illustration": _lines(said.illustration, self._may_illustrate),
            "checks": tuple(self._checks(said.checks)),
        }
        return said.model_copy(update=kept)

    def _fits(self, text: str) -> bool:
        if text not in self._fitting:
            self._fitting[text] = (
                may_be_said(text) and self._source.supports(text) and not self._is_order(text)
            )
        return self._fitting[text]

    def _is_order(self, text: str) -> bool:
        """Whether a text rests on what the source tells the AI, if it does such a thing."""
        if all(sentence.is_news for sentence in self._source.sentences):
            return False
        place = self._place(text, None)
        return place is not None and not self._source.sentences[place - 1].is_news

    def _place(self, text: str, claimed: int | None) -> int | None:
        repeated = self._source.quoted(text)
        if repeated is not None:
            return repeated
        if (text, claimed) not in self._places:
            self._places[text, claimed] = supporting_sentence(text, self._source, claimed=claimed)
        return self._places[text, claimed]

    def _headline(self, said: str) -> str:
        return said if said and self._fits(said) else self._source.lead or NO_HEADLINE[self._language]

    def _statements(self, statements: Iterable[Statement]) -> Iterator[Statement]:
        for statement in statements:
            text = visible(statement.text).strip()
            claimed = statement.source_sentence if _exists(statement.source_sentence, self._source) else None
            if text and self._fits(text):
                yield Statement(text=text, source_sentence=self._place(text, claimed))
            elif text and may_be_said(text):
                shown = self._without_strange_addresses(text)
                yield Statement(text=shown, source_sentence=claimed, unsupported=True)

    def _without_strange_addresses(self, text: str) -> str:
        return ADDRESS.sub(
            lambda found: found.group() if self._source.has_address(found.group()) else REMOVED,
            disguises.undressed(text),
        )

    def _numbers(self, numbers: Iterable[Number]) -> Iterator[Number]:
        for number in numbers:
            value, meaning = visible(number.value).strip(), visible(number.meaning).strip()
            counted = self._source.facts(value).figures or number_words.find(value, all_of_them=True)
            if meaning and counted and self._fits(value) and self._fits(meaning):
                place = self._place_of(value, meaning, number.source_sentence)
                yield Number(value=value, meaning=meaning, source_sentence=place)

    def _place_of(self, value: str, meaning: str, claimed: int | None) -> int | None:
        repeated = self._source.quoted(meaning)
        if repeated is not None and value in meaning:
            return repeated
        return self._place(f"{value} {meaning}", claimed)

    def _impacts(self, impacts: Iterable[Impact]) -> Iterator[Impact]:
        for impact in impacts:
            asset, reason = visible(impact.asset).strip(), visible(impact.reason).strip()
            if len(reason) > _LONGEST_REASON:
                reason = ""
            if asset and may_be_said(asset) and self._source.speaks_of(asset):
                yield impact.model_copy(
                    update={"asset": asset, "reason": reason if self._fits(reason) else ""}
                )

    def _terms(self, notes: Iterable[TermNote]) -> Iterator[TermNote]:
        """Notes whose meaning adds nothing; of a term of the glossary, its meaning there otherwise."""
        for note in notes:
            term, meaning = visible(note.term).strip(), visible(note.meaning).strip()
            if not term or not self._is_term(term):
                continue
            if meaning and self._fits(meaning):
                yield TermNote(term=term, meaning=meaning)
            elif meaning and (known := self._known_meaning(term)):
                yield TermNote(term=term, meaning=known)

    def _is_term(self, term: str) -> bool:
        """Whether a term can be of the source: small letters explain a word, capitals must be met there."""
        return self._fits(term) and (
            term.islower() or bool(self._known_meaning(term)) or self._source.speaks_of(term)
        )

    def _known_meaning(self, term: str) -> str:
        if term.casefold() in self._meanings:
            return self._meanings[term.casefold()]
        found = terms.find(term, self._source.knowledge.terms)
        return found[0].term.meaning if found and found[0].places == ((0, len(term)),) else ""

    def _flags(self, flags: Iterable[RedFlag]) -> Iterator[RedFlag]:
        for flag in flags:
            sign, phrase = visible(flag.sign).strip(), visible(flag.phrase).strip()
            if sign and self._fits(sign):
                yield RedFlag(sign=sign, phrase=self._quote(phrase))

    def _quote(self, phrase: str) -> str:
        if folded(phrase) not in self._source.whole:
            return ""
        return phrase if len(phrase) <= _LONGEST_QUOTE else shorten(phrase, _LONGEST_QUOTE, placeholder="…")

    def _checks(self, checks: Iterable[Check]) -> Iterator[Check]:
        for check in checks:
            question, answer = visible(check.question).strip(), visible(check.answer).strip()
            if question and answer and self._fits(question) and self._fits(answer):
                yield Check(question=question, answer=answer)

    def _may_illustrate(self, text: str) -> bool:
        """An invented example may count small things; it names nobody, no day and no asset of its own."""
        if not _IMAGINED.search(text):
            return self._fits(text)
        source = self._source
        small = all(
            figure.unit != "%" and not figure.dated and max(figure.values) <= _IMAGINED_LIMIT
            for figure in source.facts(text).figures
        )
        facts = source.has_times(text) and source.has_addresses(text) and source.has_names(text)
        return may_be_said(text) and facts and (small or source.has_figures(text))


@lru_cache(maxsize=512)
def may_be_said(text: str) -> bool:
    """Whether RVX says such things at all: no calls to act, no promises, no orders, nothing of its own."""
    return not (
        orders.calls_to_act(unmasked(text)) or orders.tells_of_the_prompt(text) or injections.phrase(text)
    )


def _lines(lines: Iterable[str], fits: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(line for line in (visible(said).strip() for said in lines) if line and fits(line))
