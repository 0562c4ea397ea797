"""Which terms of the glossary a text uses, in whatever form it uses them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick

from botapp.ai.base import GlossaryTerm
from botapp.ai.events import plain
from botapp.ai.identity import Same
from botapp.ai.morphology import lemmas, same_word

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_CYRILLIC = re.compile(r"[а-яіїєґ]")
_PREFIX = 3  # letters shared by all forms of a word, to ask the dictionary about few words only
# Tickers that are words too: they count in capitals only.
_ALSO_WORDS = frozenset(
    (  # noqa: SIM905 - fifty quoted words a line each are harder to read
        "sol dot link near one sec op gas ton apt sand mask atom ada uni sui trump arb not etc dai pol doge"
    ).split()
)
_OPENING = 200  # characters: a term of the headline matters more


@dataclass(frozen=True)
class Mention:
    """A term and where the text uses it: [start, end) of each use, in order."""

    term: GlossaryTerm
    places: tuple[tuple[int, int], ...]

    @property
    def weight(self) -> float:
        """How much the text is about the term: uses, more for one in the opening."""
        return min(len(self.places), 4) + (3 if self.places[0][0] < _OPENING else 0)


def find(text: str, terms: tuple[GlossaryTerm, ...]) -> tuple[Mention, ...]:
    """The terms that a text uses, most relevant first. A longer term hides one inside it."""
    if not terms:
        return ()
    index = _index(Same(terms))
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for start, end, number in _without_overlaps(index.hits(text)):
        places[number].append((start, end))
    mentions = (Mention(terms[number], tuple(sorted(found))) for number, found in places.items())
    return tuple(sorted(mentions, key=lambda mention: (-mention.weight, mention.places[0])))


def _without_overlaps(hits: Iterator[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    taken = -1
    for start, end, number in sorted(hits, key=lambda hit: (hit[0], -hit[1], hit[2])):
        if start >= taken:
            taken = end
            yield start, end, number


class _Index:
    """Spellings to look for literally, and Cyrillic ones to look for by their dictionary forms."""

    def __init__(self, terms: tuple[GlossaryTerm, ...]) -> None:
        self._literal = ahocorasick.Automaton()
        self._inflected: dict[str, list[tuple[list[str], int]]] = defaultdict(list)
        self._tickers = {number: term.ticker for number, term in enumerate(terms)}
        for number, term in enumerate(terms):
            for form in {term.name, term.ticker, *term.forms} - {""}:
                self._add(form.strip(), number)
        self._literal.make_automaton()

    def _add(self, form: str, number: int) -> None:
        folded = plain(form)
        if not folded:
            return
        known = self._literal.get(folded, ())
        self._literal.add_word(folded, (*known, (len(folded), number, form)))
        words = _WORD.findall(folded)
        if words and _CYRILLIC.search(folded):
            self._inflected[words[0][:_PREFIX]].append((words, number))

    def hits(self, text: str) -> Iterator[tuple[int, int, int]]:
        """(start, end, number of the term) of every use, overlaps included."""
        folded = plain(text)
        # Folding keeps lengths except for a few ligatures ("ß"); then places in the text are lost.
        original = text if len(folded) == len(text) else folded
        if len(self._literal):
            yield from self._literal_hits(folded, original)
        if _CYRILLIC.search(folded):
            yield from self._inflected_hits(folded)

    def _literal_hits(self, folded: str, original: str) -> Iterator[tuple[int, int, int]]:
        for last, found in self._literal.iter(folded):
            for length, number, form in found:
                start, end = last - length + 1, last + 1
                if _whole_word(folded, start, end) and _as_meant(
                    original[start:end], form, ticker=form == self._tickers.get(number)
                ):
                    yield start, end, number

    def _inflected_hits(self, folded: str) -> Iterator[tuple[int, int, int]]:
        words = list(_WORD.finditer(folded))
        for position, word in enumerate(words):
            for wanted, number in self._inflected.get(word.group()[:_PREFIX], ()):
                following = words[position : position + len(wanted)]
                if len(following) == len(wanted) and all(map(_fits, following, wanted)):
                    yield word.start(), following[-1].end(), number


def _fits(word: re.Match[str], wanted: str) -> bool:
    spelled = word.group()
    forms = lemmas(wanted)  # not of the whole glossary at once: that takes a second
    if spelled in forms or any(same_word(spelled, lemma) for lemma in forms):
        return True
    return bool(_CYRILLIC.search(spelled)) and not forms.isdisjoint(lemmas(spelled))


def _whole_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    plural = text[end : end + 1] == "s" and not text[end + 1 : end + 2].isalnum()
    return not before.isalnum() and (not after.isalnum() or plural)


def _as_meant(written: str, form: str, *, ticker: bool) -> bool:
    """Capitals in the glossary mean: only so ("SEC"). Tickers are often written small as well."""
    exact = form.isupper() and (not ticker or form.casefold() in _ALSO_WORDS)
    return written == form or not exact


@lru_cache(maxsize=8)
def _index(terms: Same[tuple[GlossaryTerm, ...]]) -> _Index:
    return _Index(terms.data)
