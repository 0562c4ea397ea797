"""The sentences of an item that answer a question about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from botapp.ai import terms
from botapp.ai.base import GlossaryTerm
from botapp.ai.offline import asking, reasons, wanted
from botapp.ai.offline.asking import Want
from botapp.ai.offline.cleaning import Sentence
from botapp.ai.offline.likeness import Word, taken_up, words_of

_MOST = 2
_LONGEST = 600  # characters of a statement: a sentence that is longer would have to be cut
_ENOUGH = 0.5  # share of a question's weight that a sentence, or else the item, takes up
_NEARLY = 0.75  # of the best share, for a second sentence
_PARTLY = 0.3  # share that a sentence takes up if only the item as a whole takes up enough
_MOST_OF = 0.6  # of what a sentence takes up of a question: the rest may stand in the cause itself
_FOLLOWING = 2  # sentences after an event in which its cause may be named
_CANDIDATES = 80


@dataclass(frozen=True)
class Answer:
    """Sentences of an item; with `unsaid` they are only the nearest to what was not found."""

    sentences: tuple[Sentence, ...] = ()
    unsaid: Want | None = None


@dataclass(frozen=True)
class _Rated:
    sentence: Sentence
    share: float
    fits: bool  # has a number where one is asked for, and so on


def answering(question: str, sentences: Sequence[Sentence], glossary: tuple[GlossaryTerm, ...]) -> Answer:
    """The one or two whole sentences that answer best, in the item's order; none if none is about it."""
    candidates = list(_candidates(sentences).values())[:_CANDIDATES]
    asked = words_of(question)
    if asking.wants_gist(question) and not any(word.weight > 1 for word in asked):
        return Answer(tuple(candidates[:_MOST]))
    if not candidates:
        return Answer()
    want = asking.wants(question)
    matcher = Matcher(question, asked, glossary)
    whole = " ".join(sentence.text for sentence in candidates)
    if matcher.names_missing(whole):
        return Answer()
    rated = [
        _Rated(one, matcher.share(one.text), bool(want and wanted.has(want, question, one.text)))
        for one in candidates
    ]
    if want == "reason":
        return _reason(rated, matcher)
    if want is None or (want == "place" and not any(one.fits for one in rated)):
        return Answer(_best([one for one in rated if one.share >= _ENOUGH]))
    about = not asked or matcher.share(whole) >= _ENOUGH
    told = _best(_fitting(rated, about=about, anything=not asked))
    if want == "place":
        return Answer(told[:1])
    return Answer(told) if told else _nearest(rated, want, anything=not asked)


def _candidates(sentences: Sequence[Sentence]) -> dict[str, Sentence]:
    """Whole sentences of news by their words: the last of two that say the same."""
    whole = (s for s in sentences if s.news and len(s.text) <= _LONGEST and not s.text.endswith(("?", "…")))
    return {sentence.text.rstrip(".!").casefold(): sentence for sentence in whole}


def _fitting(rated: list[_Rated], *, about: bool, anything: bool) -> list[_Rated]:
    """Those that may answer: about the matter, and with the number or date that is asked for.

    Without it a sentence would only repeat the question. `about` says that the item as a whole is
    about the matter: then what another sentence says of a part of it may be the answer.
    """
    telling = [one for one in rated if one.share >= _ENOUGH and one.fits]
    return telling or [one for one in rated if about and one.fits and (anything or one.share >= _PARTLY)]


def _nearest(rated: list[_Rated], want: Want, *, anything: bool) -> Answer:
    near = _best([one for one in rated if anything or one.share >= _ENOUGH])[:1]
    return Answer(near, unsaid=want) if near else Answer()


def _reason(rated: list[_Rated], matcher: "Matcher") -> Answer:
    """The sentence that states the cause of what is asked about, or what tells of it and its cause apart."""
    stated = [one for one in rated if matcher.is_effect(one.sentence.text)]
    if stated:
        return Answer(_best(stated)[:1])
    near = _nearest(rated, "reason", anything=matcher.asks_nothing)
    texts = [one.sentence for one in rated]
    for event in near.sentences:
        following = texts[texts.index(event) :][: 1 + _FOLLOWING]
        denied = next((one for one in following if reasons.names_none(one.text)), None)
        cause = next((one for one in following if reasons.names_a_cause(one.text)), None)
        apart = denied or cause
        if apart:
            return Answer(tuple(dict.fromkeys((event, apart))), unsaid="reason" if denied else None)
    return near


def _best(fitting: list[_Rated]) -> tuple[Sentence, ...]:
    if not fitting:
        return ()
    ranked = sorted(fitting, key=lambda one: (-one.share, one.sentence.number))
    chosen = [one for one in ranked[:_MOST] if one.share >= ranked[0].share * _NEARLY]
    return tuple(sorted((one.sentence for one in chosen), key=lambda sentence: sentence.number))


class Matcher:
    """How much of one question a text takes up: its words, and terms by whatever name."""

    def __init__(self, question: str, asked: tuple[Word, ...], glossary: tuple[GlossaryTerm, ...]) -> None:
        self._asked = asked
        self._glossary = glossary
        self._slug_of: dict[str, str] = {}
        for mention in terms.find(question, glossary):
            for start, end in mention.places:
                for word in words_of(question[start:end]):
                    self._slug_of[word.spelled] = mention.term.slug

    @property
    def asks_nothing(self) -> bool:
        """Whether the question has no word of its own: "Why did that happen?"."""
        return not self._asked

    def share(self, text: str) -> float:
        """Which share of the question's weight a text takes up, 0..1."""
        whole = sum(word.weight for word in self._asked)
        return sum(word.weight for word in self._met(text)) / whole if whole else 0.0

    def is_effect(self, text: str) -> bool:
        """Whether a sentence states the cause of what the question is about, not something that it caused."""
        enough = max(_ENOUGH, _MOST_OF * self.share(text))
        return any(self.asks_nothing or self.share(effect) >= enough for effect in reasons.effects_of(text))

    def names_missing(self, text: str) -> bool:
        """Whether the question names somebody of whom a text does not speak."""
        met = self._met(text)
        return any(word.weight > 1 and word not in met for word in self._asked)

    def _met(self, text: str) -> tuple[Word, ...]:
        direct = taken_up(self._asked, words_of(text))
        if not self._slug_of:
            return direct
        there = {mention.term.slug for mention in terms.find(text, self._glossary)}
        return tuple(w for w in self._asked if w in direct or self._slug_of.get(w.spelled) in there)
