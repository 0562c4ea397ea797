"""Answers to questions: no source says what is true, but what RVX never says is left out of them as well."""

from collections.abc import Iterable

from botapp.ai import figures, injections
from botapp.ai.grounding import disguises, names, orders
from botapp.ai.grounding.answers import REMOVED, may_be_said
from botapp.ai.grounding.everyday import is_everyday
from botapp.ai.grounding.source import ADDRESS, gives
from botapp.ai.hidden import visible
from botapp.ai.schema import Explanation, Statement
from botapp.ai.sentences import split

_STATEMENTS = ("what_happened", "why_it_matters", "who_is_affected")
_LINES = ("not_said", "follow_ups", "illustration")


class Guard:
    """Takes out of answers calls to act, our instructions, and addresses that nobody gave before.

    Who orders the AI about in an earlier message is not believed: what is named only there is left out too.
    """

    def __init__(self, said: Iterable[str]) -> None:
        told = [
            (one, is_news)
            for text in map(visible, said)
            for one, is_news in zip(split(text), injections.honest(text), strict=True)
        ]
        honest = " ".join(one for one, is_news in told if is_news)
        ordered = " ".join(one for one, is_news in told if not is_news)
        self._given = [one for one, is_news in told if is_news and not orders.calls_to_act(one)]
        self._names = _names(ordered) - _names(honest)
        known = figures.find(honest)
        self._figures = [
            one for one in figures.find(ordered) if not any(one.agrees(other) for other in known)
        ]

    def guard(self, said: Explanation) -> Explanation:
        """The answer without them; a headline that is one gives way to the first statement left."""
        kept: dict[str, object] = {
            part: tuple(
                Statement(text=self._shown(one.text), source_sentence=one.source_sentence)
                for one in getattr(said, part)
                if self._fits(one.text)
            )
            for part in _STATEMENTS
        }
        kept |= {
            part: tuple(self._shown(line) for line in getattr(said, part) if self._fits(line))
            for part in _LINES
        }
        clean = self._is_clean
        kept |= {
            "numbers": tuple(one for one in said.numbers if clean(one.value) and clean(one.meaning)),
            "impacts": tuple(
                one for one in said.impacts if clean(one.asset) and clean(f"{one.asset} — {one.reason}")
            ),
            "terms": tuple(one for one in said.terms if clean(one.term) and clean(one.meaning)),
            "red_flags": tuple(one for one in said.red_flags if clean(one.sign)),
            "checks": tuple(one for one in said.checks if clean(one.question) and clean(one.answer)),
        }
        guarded = said.model_copy(update=kept)
        if self._fits(said.headline):
            return guarded.model_copy(update={"headline": self._shown(said.headline)})
        return guarded.model_copy(update={"headline": next((s.text for s in guarded.what_happened), "RVX")})

    def _fits(self, text: str) -> bool:
        seen = visible(text)
        if not seen.strip() or not may_be_said(seen) or not self._names.isdisjoint(_names(seen)):
            return False
        return not any(one.agrees(other) for one in figures.find(seen) for other in self._figures)

    def _is_clean(self, text: str) -> bool:
        addresses = ADDRESS.finditer(disguises.undressed(text))
        return self._fits(text) and all(gives(found.group(), self._given) for found in addresses)

    def _shown(self, text: str) -> str:
        return ADDRESS.sub(
            lambda found: found.group() if gives(found.group(), self._given) else REMOVED,
            disguises.undressed(visible(text).strip()),
        )


def _names(text: str) -> frozenset[str]:
    """Words that may name somebody, in small letters, wherever in a sentence they stand."""
    language = names.language_of(text)
    words = (found.group() for found in names.WORD.finditer(text))
    return frozenset(
        word.casefold()
        for word in words
        if len(word) > 2 and word[0].isupper() and not is_everyday(word, language)
    )
