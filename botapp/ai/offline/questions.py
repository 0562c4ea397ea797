"""Answers to questions from what RVX knows for sure: the glossary and the last item."""

from botapp.ai import figures, terms
from botapp.ai.base import Prompt
from botapp.ai.offline.cleaning import Sentence, sentences_of
from botapp.ai.offline.cues import ASKS_HOW_MUCH, ASKS_WHEN, has_date
from botapp.ai.offline.lead import shortened
from botapp.ai.offline.phrases import PHRASES, Phrases
from botapp.ai.offline.words import share_of
from botapp.ai.schema import Explanation, Statement

_MOST_TERMS = 3
_MOST_SENTENCES = 2
_RELATED = 0.5  # share of the question's words that a sentence has to use
_AN_ITEM = 60  # characters: shorter turns are questions, not news


def answer(prompt: Prompt) -> Explanation:
    """An answer from the glossary and the last item, or an honest sentence that there is none."""
    phrases = PHRASES[prompt.language]
    from_glossary = tuple(
        Statement(text=shortened(f"{mention.term.name}: {mention.term.meaning}"))
        for mention in terms.find(prompt.text, prompt.knowledge.terms)[:_MOST_TERMS]
    )
    from_item = tuple(Statement(text=shortened(sentence.text)) for sentence in _related(prompt))
    if not from_glossary and not from_item:
        return _no_answer(phrases)
    return Explanation(
        headline=phrases.from_the_glossary if from_glossary else phrases.from_your_item,
        what_happened=from_glossary or from_item,
        why_it_matters=from_item if from_glossary else (),
        follow_ups=_other_terms(prompt, phrases),
    )


def _no_answer(phrases: Phrases) -> Explanation:
    can_do = tuple(Statement(text=line) for line in phrases.can_do)
    return Explanation(headline=phrases.no_answer, what_happened=can_do)


def _related(prompt: Prompt) -> list[Sentence]:
    item = next((turn.text for turn in reversed(prompt.history) if len(turn.text) >= _AN_ITEM), "")
    news = [sentence for sentence in sentences_of(item) if sentence.news]
    scored = sorted(news, key=lambda sentence: -_relation(prompt.text, sentence.text))
    return [s for s in scored if _relation(prompt.text, s.text) >= _RELATED][:_MOST_SENTENCES]


def _relation(question: str, sentence: str) -> float:
    relation = share_of(question, sentence)
    if ASKS_WHEN.search(question) and has_date(sentence):
        relation += _RELATED
    if ASKS_HOW_MUCH.search(question) and any(figure.unit for figure in figures.find(sentence)):
        relation += _RELATED
    return relation


def _other_terms(prompt: Prompt, phrases: Phrases) -> tuple[str, ...]:
    asked = {mention.term.slug for mention in terms.find(prompt.text, prompt.knowledge.terms)}
    earlier = " ".join(turn.text for turn in prompt.history[-2:])
    others = (m.term.name for m in terms.find(earlier, prompt.knowledge.terms) if m.term.slug not in asked)
    return tuple(phrases.what_is.format(name=name) for name in others)[:2]
