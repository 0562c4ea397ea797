"""A thousand answers that no model should give, on their whole way into the chat."""

import itertools
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from django.utils.translation import override

from botapp.ai.base import AIError
from botapp.ai.grounding import Grounding, Source
from botapp.ai.hidden import visible
from botapp.ai.partial import PartialAnswer
from botapp.ai.schema import Explanation
from botapp.sandbox import utf16
from botapp.sandbox.entities import formatted
from botapp.telegram.card import card, growing
from botapp.telegram.markup import LIMIT, Marked

ANSWERS = 1000
SOURCE = "The bridge of Acme lost 5% on Monday. Users wait <b>there</b> & hope. Мост Acme закрыт 🙂."
BITS = (
    "the bridge", "users wait", "мост закрыт", "**bold", "__under_", "`code", "```py\nx",
    "[text](http://", "](",
    "<b>", "</b>", "<i", "<a href=\"x\">", "</blockquote>", "<script>alert(1)</script>", "&lt;", "&amp;amp;",
    "&#x1F600;", "{{ item }}", "{% if %}", "\\", "\"", "\u202eabc\u202c",
    "\u200b\u200d",
    "👩‍👩‍👧‍👦", "🏳️‍🌈", "❤️", "🇺🇦",
    "e\u0301\u0301", "\ud83d", "\udc00", "\x00\x07", "\u2028", "مرحبا", "שלום", "𝔘𝔫𝔦", "ﷺ", "\t \n\n\n ",
    "5%",
    "on Monday", "—", "…", "x" * 50, "ё" * 90, "🙂" * 60,
)  # fmt: skip
TEXTS = ("headline", "not_said", "follow_ups", "illustration")


def any_text(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.03:
        return ""
    if kind < 0.032:
        return rng.choice("xё🙂") * 100_000
    if kind < 0.12:
        return rng.choice(("слово ", "x" * 250 + " ", "<b>")) * rng.randrange(1, 200)
    return rng.choice((" ", "", "\n")).join(rng.choice(BITS) for _ in range(rng.randrange(1, 14)))


def any_part(rng: random.Random, depth: int = 0) -> Any:
    kind = rng.random()
    if depth < 3 and kind < 0.05:
        return [any_part(rng, depth + 1) for _ in range(rng.randrange(4))]
    return any_text(rng) if kind < 0.95 else rng.choice((None, 7, True, {}, {"text": None}))


def any_statement(rng: random.Random) -> dict[str, Any]:
    text = any_part(rng) if rng.random() < 0.05 else any_text(rng)[: rng.choice((60, 600))]
    return {"text": text, "source_sentence": rng.choice((None, 1, 2, 99, -1))}


def any_answer(rng: random.Random) -> str:
    statements = [any_statement(rng) for _ in range(rng.randrange(12))]
    answer = {
        "headline": any_text(rng)[:600],
        "what_happened": [{"text": "The bridge lost 5%."}, *statements],
        "why_it_matters": statements[:3],
        "who_is_affected": statements[3:6],
        "numbers": [{"value": "5%", "meaning": any_text(rng)[:600]} for _ in range(rng.randrange(3))],
        "impacts": [
            {"asset": "Acme", "direction": "up", "reason": any_text(rng)} for _ in range(rng.randrange(3))
        ],
        "terms": [{"term": "bridge", "meaning": any_text(rng)[:600]}],
        "not_said": [any_text(rng)[:600] for _ in range(rng.randrange(4))],
        "red_flags": [{"sign": any_text(rng)[:600], "phrase": any_text(rng)}],
        "follow_ups": [any_text(rng)[:600] for _ in range(rng.randrange(3))],
        "checks": [{"question": any_text(rng)[:600], "answer": any_text(rng)[:600]}],
    }
    if rng.random() < 0.05:
        answer[rng.choice(TEXTS)] = any_part(rng)
    text = json.dumps(answer, ensure_ascii=rng.random() < 0.5)
    return text[: rng.randrange(len(text))] if rng.random() < 0.1 else text


def grown(rng: random.Random, text: str, grounding: Grounding) -> Iterator[Explanation]:
    """What a person would be shown of it, the whole last."""
    partial, step = PartialAnswer(), max(1, len(text) // rng.randrange(2, 5))
    try:
        for start in range(0, len(text), step):
            shown = partial.feed(text[start : start + step])
            if shown is not None:
                yield grounding.ground(shown)
        yield grounding.ground(partial.finish())
    except AIError:
        return


def texts_of(explanation: Explanation) -> Iterator[str]:
    """The texts that a card shows; a statement that repeats the headline is not said twice."""
    yield explanation.headline
    headline = explanation.headline.strip().rstrip(".!…").casefold()
    yield from (
        s.text for s in explanation.what_happened if s.text.strip().rstrip(".!…").casefold() != headline
    )
    yield from (s.text for part in (explanation.why_it_matters, explanation.who_is_affected) for s in part)
    yield from (note.meaning for note in explanation.terms)
    yield from explanation.not_said


def letters(text: str) -> str:
    """The text without white space, which templates and cuts may change."""
    return "".join(text.split())


def accepted(message: Marked) -> None:
    """As the Bot API takes it; raises its ApiError for what Telegram refuses."""
    text, entities = formatted(message.text, parse_mode="", entities=message.entities)
    assert text
    assert utf16.length(text) <= LIMIT
    assert text == message.text, "nothing was cut off"
    assert all(entity["length"] > 0 for entity in entities)
    text.encode()


def cut_words(messages: list[Marked], said: str) -> list[str]:
    """Words of the answer, short enough for one message, that end in one message and go on in the next."""
    joined = [one.text.split()[-1] + other.text.split()[0] for one, other in itertools.pairwise(messages)]
    words = set(said.split())
    return [word for word in joined if word in words and utf16.length(word) < LIMIT // 2]


@pytest.mark.parametrize("seed", range(10))
def test_any_answer_becomes_messages_that_telegram_takes_whole(seed):
    rng = random.Random(seed)
    grounding, cards = Grounding(Source.of(SOURCE), "en"), 0
    for _ in range(ANSWERS // 10):
        *steps, last = [None, *grown(rng, any_answer(rng), grounding)]
        with override(rng.choice(("ru", "uk", "en"))):
            for step in steps[-1:]:
                if step is not None:
                    accepted(growing(step))
            if last is None:
                continue
            messages = card(last)
        for message in messages:
            accepted(message)
        shown = letters("".join(message.text for message in messages))
        for text in texts_of(last):
            assert letters(text) in shown, text[:80]
        assert cut_words(messages, " ".join(texts_of(last))) == []
        assert visible(shown) == shown
        cards += 1
    assert cards > ANSWERS // 10 // 2, "most of them are answers after all"
