"""An explanation made of the source's own sentences, the glossary and known kinds of events."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from botapp.ai import events, terms
from botapp.ai.base import Depth, Prompt
from botapp.ai.offline import lead, telling
from botapp.ai.offline.cleaning import Sentence, sentences_of
from botapp.ai.offline.concerned import concerned
from botapp.ai.offline.gaps import not_said
from botapp.ai.offline.left_open import tells_more
from botapp.ai.offline.numbers import numbers_of
from botapp.ai.offline.phrases import PHRASES, Phrases
from botapp.ai.offline.telling import Room
from botapp.ai.offline.warning import is_fraud, warnings
from botapp.ai.offline.ways import in_its_way
from botapp.ai.schema import Explanation, RedFlag, Statement, TermNote
from botapp.ai.terms import Mention


@dataclass(frozen=True)
class Size:
    """How much of each part one depth shows."""

    room: Room
    numbers: int
    terms: int
    assets: int


_OTHER_NAME = re.compile(r"\s*\([^)]*\)$")  # of "Ether (Ethereum)", which gets its ticker instead

_SIZES: dict[Depth, Size] = {
    "simple": Size(Room(news=1, reasons=0, duties=1, whole=False), numbers=3, terms=4, assets=2),
    "normal": Size(Room(news=2, reasons=1, duties=2, whole=True), numbers=8, terms=5, assets=4),
    "pro": Size(Room(news=3, reasons=2, duties=3, whole=True), numbers=14, terms=6, assets=6),
}


def explain(prompt: Prompt) -> Explanation:
    """Explain a news item. Works on any text; takes milliseconds and is meant for a thread."""
    phrases, flags = PHRASES[prompt.language], warnings(prompt.text, prompt.language)
    fraud = is_fraud(flags)
    size = _size(prompt, is_fraud=fraud)
    sentences = sentences_of(prompt.text)
    headline, title = lead.headline_of(sentences, prompt.text)
    if not headline:
        return _nothing(phrases, flags)
    mentions = terms.find(prompt.text, prompt.knowledge.terms)
    body = [sentence for sentence in sentences if sentence.number != title]
    event = events.recognise(prompt.text, prompt.knowledge.events)
    open_ = () if fraud else not_said(prompt.text, event=event, phrases=phrases)
    plain = prompt.mode == "plain" and not fraud
    room = _room_below(headline, body, size.room) if plain else size.room
    told = telling.told(
        _with_news(body, open_), room, terms=_spelled(mentions, prompt.text), version=prompt.variant
    )
    assets = list(concerned(prompt.text, mentions, event))[: size.assets]
    shown = {title, *(sentence.number for sentence in (*told.news, *told.reasons))}
    explanation = Explanation(
        headline=headline,
        what_happened=tuple(map(_statement, told.news)),
        illustration=(phrases.same_words,) if told.again else (),
        why_it_matters=tuple(map(_statement, told.reasons)),
        who_is_affected=_touched(assets, phrases),
        numbers=numbers_of(sentences, most=size.numbers, told=shown),
        terms=tuple(TermNote(term=m.term.name, meaning=m.term.meaning) for m in mentions[: size.terms]),
        not_said=open_,
        red_flags=flags,
        follow_ups=tuple(phrases.what_is.format(name=m.term.name) for m in mentions[size.terms :][:2]),
        background=event.background if event else None,
    )
    return in_its_way(explanation, prompt, body)


def _size(prompt: Prompt, *, is_fraud: bool) -> Size:
    """Ways that show something else leave it more room; step by step, the steps tell what happened.

    A fraud's own orders and deadlines are no news, so no more of it is told than of any text.
    """
    size = _SIZES[prompt.depth]
    if prompt.mode == "plain" and not is_fraud:
        return size
    brief = replace(size.room, duties=0, whole=False)
    return replace(size, room=replace(brief, news=1, reasons=0) if prompt.mode == "steps" else brief)


def _room_below(headline: str, body: list[Sentence], room: Room) -> Room:
    """One sentence more where the first is the headline: the card doesn't say it twice."""
    said = next((one.text for one in body if one.news), "")
    return replace(room, below=1) if said.rstrip(".") == headline else room


def _with_news(body: list[Sentence], open_: tuple[str, ...]) -> list[Sentence]:
    """Without what is told as left open and says no more; all of it where nothing else is there."""
    rest = [one for one in body if lead.shortened(one.text) not in open_ or tells_more(one.text)]
    return rest if any(one.news for one in rest) else body


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


def _nothing(phrases: Phrases, flags: tuple[RedFlag, ...]) -> Explanation:
    """For links, emoji and promotion without a sentence of news: flags and terms are still worth it."""
    statements = tuple(Statement(text=line) for line in phrases.can_do)
    return Explanation(
        headline=phrases.nothing_to_explain, what_happened=statements, red_flags=flags, answered=bool(flags)
    )
