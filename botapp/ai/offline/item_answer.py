"""The sentences of an item that answer a question about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from botapp.ai import figures, terms
from botapp.ai.base import GlossaryTerm
from botapp.ai.offline import asking, marks
from botapp.ai.offline.asking import Want
from botapp.ai.offline.cleaning import Sentence
from botapp.ai.offline.cues import CONSEQUENCE
from botapp.ai.offline.likeness import Word, taken_up, words_of

_MOST = 2
_LONGEST = 600  # characters of a statement: a sentence that is longer would have to be cut
_ENOUGH = 0.5  # share of a question's weight that a sentence, or else the item, takes up
_NEARLY = 0.75  # of the best share, for a second sentence
_CANDIDATES = 80


@dataclass(frozen=True)
class _Rated:
    sentence: Sentence
    share: float
    fits: bool  # has a number where one is asked for, and so on


def answering(
    question: str, sentences: Sequence[Sentence], glossary: tuple[GlossaryTerm, ...]
) -> tuple[Sentence, ...]:
    """The one or two whole sentences that answer best, in the item's order; none if none does."""
    candidates = list(_candidates(sentences).values())[:_CANDIDATES]
    asked = words_of(question)
    if asking.wants_gist(question) and not any(word.weight > 1 for word in asked):
        return tuple(candidates[:_MOST])
    if not candidates:
        return ()
    want = asking.wants(question)
    matcher = _Matcher(question, asked, glossary)
    rated = [
        _Rated(sentence, matcher.share(sentence.text), _has(want, sentence.text)) for sentence in candidates
    ]
    whole = " ".join(sentence.text for sentence in candidates)
    if matcher.names_missing(whole):
        return ()
    about = not asked or matcher.share(whole) >= _ENOUGH
    return _best(_fitting(rated, want, about=about))


def _candidates(sentences: Sequence[Sentence]) -> dict[str, Sentence]:
    """Whole sentences of news by their words: the last of two that say the same."""
    whole = (s for s in sentences if s.news and len(s.text) <= _LONGEST and not s.text.endswith(("?", "…")))
    return {sentence.text.rstrip(".!").casefold(): sentence for sentence in whole}


def _fitting(rated: list[_Rated], want: Want | None, *, about: bool) -> list[_Rated]:
    """Those that may answer: about the matter, and with the number or date that is asked for.

    Without it a sentence would only repeat the question. `about` says that the item as a whole is
    about the matter: then what it says in another sentence may be the answer.
    """
    telling = [one for one in rated if one.share >= _ENOUGH]
    exact = [one for one in telling if one.fits or want is None]
    loose = telling if want in ("name", "reason") else []
    return exact or loose or [one for one in rated if about and one.fits]


def _best(fitting: list[_Rated]) -> tuple[Sentence, ...]:
    if not fitting:
        return ()
    ranked = sorted(fitting, key=lambda one: (-one.share, one.sentence.number))
    chosen = [one for one in ranked[:_MOST] if one.share >= ranked[0].share * _NEARLY]
    return tuple(sorted((one.sentence for one in chosen), key=lambda sentence: sentence.number))


def _has(want: Want | None, text: str) -> bool:
    if want == "reason":
        return bool(CONSEQUENCE.search(text))
    if want == "number" and any(not figure.dated for figure in figures.find(text)):
        return True
    return want is not None and marks.has(f"<{want}>", text)


class _Matcher:
    """How much of one question a text takes up: its words, and terms by whatever name."""

    def __init__(self, question: str, asked: tuple[Word, ...], glossary: tuple[GlossaryTerm, ...]) -> None:
        self._asked = asked
        self._glossary = glossary
        self._slug_of: dict[str, str] = {}
        for mention in terms.find(question, glossary):
            for start, end in mention.places:
                for word in words_of(question[start:end]):
                    self._slug_of[word.spelled] = mention.term.slug

    def share(self, text: str) -> float:
        """Which share of the question's weight a text takes up, 0..1."""
        whole = sum(word.weight for word in self._asked)
        return sum(word.weight for word in self._met(text)) / whole if whole else 0.0

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
