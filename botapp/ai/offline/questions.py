"""Answers to questions from what RVX knows for sure: the glossary and the last item."""

import re
from collections.abc import Sequence

from botapp.ai import terms
from botapp.ai.base import GlossaryTerm, Prompt, Turn
from botapp.ai.offline import affected, asking
from botapp.ai.offline.asked_terms import asked_terms, defined_term
from botapp.ai.offline.cleaning import Sentence, sentences_of
from botapp.ai.offline.item_answer import answering
from botapp.ai.offline.lead import shortened
from botapp.ai.offline.phrases import PHRASES, Phrases
from botapp.ai.schema import Explanation, Statement, TermNote
from botapp.ai.sentences import split

_AN_ITEM = 80  # characters: what is shorter may be small talk
_QUESTION = re.compile(r"\?\W*$")


def answer(prompt: Prompt) -> Explanation:
    """An answer from the glossary and the last item, or an honest sentence that there is none."""
    phrases, item = PHRASES[prompt.language], _last_item(prompt.history)
    asked = asked_terms(prompt.text, prompt.knowledge.terms)
    others = _other_terms(item, asked, prompt, phrases)
    if asking.wants_advice(prompt.text):
        return _no_advice(asked, others, phrases)
    if defined_term(prompt.text, prompt.knowledge.terms):
        return _from_glossary(asked, others, phrases)
    sentences = sentences_of(item)
    if not asked and asking.wants_definition(prompt.text):
        return _from_definition(prompt.text, sentences, others, phrases)
    found = answering(prompt.text, sentences, prompt.knowledge.terms)
    told, headline = [one.text for one in found.sentences], phrases.from_your_item
    if affected.is_asked(prompt.text) and (found.unsaid or not told):
        told = list(affected.touched(item, prompt.knowledge, phrases))
    elif found.unsaid:
        headline = phrases.unsaid[found.unsaid]
    if told:
        return _from_item(headline, told, asked, others)
    if asked and not asking.wants(prompt.text):
        return _from_glossary(asked, others, phrases)
    return _no_answer(asked, phrases, of_item=any(one.news for one in sentences))


def _last_item(history: tuple[Turn, ...]) -> str:
    """The news that the person sent last, "" if none: what RVX said itself is no news."""
    return next((turn.text for turn in reversed(history) if turn.role == "person" and _is_item(turn)), "")


def _is_item(turn: Turn) -> bool:
    if turn.kind:
        return turn.kind == "news"
    return not _QUESTION.search(turn.text) and (len(turn.text) >= _AN_ITEM or len(split(turn.text)) > 1)


def _from_glossary(asked: tuple[GlossaryTerm, ...], others: tuple[str, ...], phrases: Phrases) -> Explanation:
    meanings = tuple(Statement(text=shortened(f"{term.name}: {term.meaning}")) for term in asked)
    return Explanation(headline=phrases.from_the_glossary, what_happened=meanings, follow_ups=others)


def _from_item(
    headline: str, told: Sequence[str], asked: tuple[GlossaryTerm, ...], others: tuple[str, ...]
) -> Explanation:
    return Explanation(
        headline=headline,
        what_happened=tuple(Statement(text=text) for text in told),
        terms=_notes(asked),
        follow_ups=others,
    )


def _from_definition(
    question: str, sentences: Sequence[Sentence], others: tuple[str, ...], phrases: Phrases
) -> Explanation:
    """What the item itself says a word means; a sentence that only uses the word explains nothing."""
    word = asking.subject(question)
    defining = [one.text for one in sentences if one.news and asking.defines(word, one.text)]
    if defining:
        return _from_item(phrases.from_your_item, [shortened(defining[0])], (), others)
    lines = tuple(Statement(text=line) for line in phrases.instead_of_finding[1:])
    return Explanation(headline=phrases.no_definition, what_happened=lines, follow_ups=others, answered=False)


def _no_advice(asked: tuple[GlossaryTerm, ...], others: tuple[str, ...], phrases: Phrases) -> Explanation:
    return Explanation(
        headline=phrases.no_advice,
        what_happened=tuple(Statement(text=line) for line in phrases.instead_of_advice),
        terms=_notes(asked),
        follow_ups=others,
        answered=False,
    )


def _no_answer(asked: tuple[GlossaryTerm, ...], phrases: Phrases, *, of_item: bool) -> Explanation:
    """Who has just sent an item is not asked to send it, nor told that it does not say so."""
    headline, lines = phrases.no_answer, phrases.can_do
    if of_item:
        headline, lines = phrases.not_found, phrases.instead_of_finding
    can_do = tuple(Statement(text=line) for line in lines)
    return Explanation(headline=headline, what_happened=can_do, terms=_notes(asked), answered=False)


def _notes(asked: tuple[GlossaryTerm, ...]) -> tuple[TermNote, ...]:
    return tuple(TermNote(term=term.name, meaning=term.meaning) for term in asked)


def _other_terms(
    item: str, asked: tuple[GlossaryTerm, ...], prompt: Prompt, phrases: Phrases
) -> tuple[str, ...]:
    """Questions about terms of the last item that could be asked next."""
    used = (mention.term for mention in terms.find(item, prompt.knowledge.terms))
    return tuple(phrases.what_is.format(name=term.name) for term in used if term not in asked)[:2]
