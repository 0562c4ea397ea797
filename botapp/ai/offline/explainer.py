"""An explanation made of the source's own sentences, the glossary and known kinds of events."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from botapp.ai import events, terms
from botapp.ai.base import Depth, Prompt
from botapp.ai.offline import lead
from botapp.ai.offline.cleaning import Sentence, sentences_of
from botapp.ai.offline.concerned import concerned
from botapp.ai.offline.gaps import not_said
from botapp.ai.offline.numbers import numbers_of
from botapp.ai.offline.phrases import PHRASES, Phrases
from botapp.ai.offline.warning import warnings
from botapp.ai.offline.ways import in_its_way
from botapp.ai.schema import Explanation, Statement, TermNote
from botapp.ai.terms import Mention


@dataclass(frozen=True)
class Size:
    """How much of each part one depth shows."""

    sentences: int
    reasons: int
    numbers: int
    terms: int
    assets: int


_OTHER_NAME = re.compile(r"\s*\([^)]*\)$")  # of "Ether (Ethereum)", which gets its ticker instead

_SIZES: dict[Depth, Size] = {
    "simple": Size(sentences=1, reasons=0, numbers=3, terms=4, assets=2),
    "normal": Size(sentences=2, reasons=1, numbers=8, terms=5, assets=4),
    "pro": Size(sentences=3, reasons=2, numbers=14, terms=6, assets=6),
}


def explain(prompt: Prompt) -> Explanation:
    """Explain a news item. Works on any text; takes milliseconds and is meant for a thread."""
    size, phrases = _size(prompt), PHRASES[prompt.language]
    sentences = sentences_of(prompt.text)
    headline, title = lead.headline_of(sentences, prompt.text)
    if not headline:
        return _nothing(prompt, phrases)
    mentions = terms.find(prompt.text, prompt.knowledge.terms)
    words = _spelled(mentions, prompt.text)
    others = _told(sentences, title, size=size, words=words, version=prompt.variant)
    told = others or _told(sentences, title, size=size, words=words)
    untold = [sentence for sentence in sentences if sentence not in told and sentence.number != title]
    event = events.recognise(prompt.text, prompt.knowledge.events)
    assets = list(concerned(prompt.text, mentions, event))[: size.assets]
    reasons = lead.consequence(untold, most=size.reasons)
    shown = {title, *(sentence.number for sentence in (*told, *reasons))}
    explanation = Explanation(
        headline=headline,
        what_happened=tuple(map(_statement, told)),
        illustration=(phrases.same_words,) if prompt.variant and not others else (),
        why_it_matters=tuple(map(_statement, reasons)),
        who_is_affected=_touched(assets, phrases),
        numbers=numbers_of(sentences, most=size.numbers, told=shown),
        terms=tuple(TermNote(term=m.term.name, meaning=m.term.meaning) for m in mentions[: size.terms]),
        not_said=not_said(prompt.text, event=event, phrases=phrases),
        red_flags=warnings(prompt.text, prompt.language),
        follow_ups=tuple(phrases.what_is.format(name=m.term.name) for m in mentions[size.terms :][:2]),
        background=event.background if event else None,
    )
    return in_its_way(explanation, prompt, [s for s in sentences if s.number != title])


def _size(prompt: Prompt) -> Size:
    """Step by step, the steps tell what happened."""
    size = _SIZES[prompt.depth]
    return replace(size, sentences=1, reasons=0) if prompt.mode == "steps" else size


def _told(
    sentences: Sequence[Sentence], title: int, *, size: Size, words: Sequence[str], version: int = 0
) -> tuple[Sentence, ...]:
    """What is told; each further version tells what those before it left out, as far as there is more."""
    body = [sentence for sentence in sentences if sentence.number != title]
    return lead.pick(body, most=size.sentences, terms=words, skip=version * size.sentences)


def _spelled(mentions: Sequence[Mention], text: str) -> list[str]:
    return [text[start:end] for mention in mentions for start, end in mention.places[:1]]


def _statement(sentence: Sentence) -> Statement:
    return Statement(text=lead.shortened(sentence.text), source_sentence=sentence.number)


def _asset(mention: Mention) -> str:
    name, ticker = mention.term.name, mention.term.ticker
    return name if ticker in name else f"{_OTHER_NAME.sub('', name)} ({ticker})"


def _touched(assets: Sequence[Mention], phrases: Phrases) -> tuple[Statement, ...]:
    if not assets:
        return ()
    return (Statement(text=phrases.touches.format(names=", ".join(map(_asset, assets)))),)


def _nothing(prompt: Prompt, phrases: Phrases) -> Explanation:
    """For links, emoji and promotion without a sentence of news: flags and terms are still worth it."""
    flags = warnings(prompt.text, prompt.language)
    statements = tuple(Statement(text=line) for line in phrases.can_do)
    return Explanation(
        headline=phrases.nothing_to_explain, what_happened=statements, red_flags=flags, answered=bool(flags)
    )
