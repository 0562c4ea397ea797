"""Errors planted into answers: what reaches a person, as a card and as plain text.

Each invention is put into every text that an answer has, streamed as a model streams it, and looked for
in what is shown, without the statements that carry the mark.
"""

import json
import re
from collections.abc import AsyncGenerator, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.utils.translation import gettext, override

from botapp.ai.base import Language, Prompt
from botapp.ai.schema import Explanation
from botapp.ai.streaming import Piece, replies
from botapp.explain.plain import render
from botapp.telegram.card import card
from tests.kit.knowledge import shipped_knowledge

FALSE_MARKS = 0.02  # share of correct statements that may be marked
FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Planted:
    source: str
    language: Language
    kind: str
    invented: str
    text: str


@cache
def items() -> list[dict[str, Any]]:
    files = sorted(FOLDER.glob("*.yaml"))
    return [item for file in files for item in yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)]


def planted() -> Iterator[Planted]:
    for item in items():
        yield from (Planted(item["text"], *case) for case in item.get("planted", ()))
        yield from (
            Planted(item["text"], lang, "turned", text, text) for lang, text in item.get("turned", ())
        )


def answer_with(case: Planted) -> dict[str, Any]:
    """A model's answer with the invention in each of its texts, beside statements that are right."""
    first, text = case.source.split(". ")[0], case.text
    statement = {"text": text, "source_sentence": 1}
    return {
        "headline": text,
        "what_happened": [{"text": first, "source_sentence": 1}, statement],
        "why_it_matters": [statement],
        "who_is_affected": [statement],
        "numbers": [{"value": case.invented, "meaning": text}, {"value": text, "meaning": first}],
        "impacts": [
            {"asset": case.invented, "direction": "up", "reason": first},
            {"asset": "Bitcoin", "direction": "up", "reason": text},
        ],
        "terms": [{"term": case.invented, "meaning": first}, {"term": "token", "meaning": text}],
        "not_said": [text],
        "red_flags": [{"sign": text, "phrase": text}],
        "follow_ups": [f"{text.rstrip('.')}?"],
        "illustration": [text],
        "checks": [{"question": text, "answer": first}, {"question": "?", "answer": text}],
    }


async def pieces(text: str, size: int = 400) -> AsyncGenerator[Piece, None]:
    for start in range(0, len(text), size):
        yield Piece(text[start : start + size])


async def streamed(answer: dict[str, Any], source: str, language: Language) -> list[Explanation]:
    prompt = Prompt(source, language=language, knowledge=shipped_knowledge(language))
    said = pieces(json.dumps(answer, ensure_ascii=False))
    return [r.explanation async for r in replies(said, prompt, provider="p", model="m", seconds=30)]


def shown_unmarked(explanation: Explanation, language: Language) -> str:
    """What a person reads, without the statements that are marked; background is ours."""
    explanation = explanation.model_copy(update={"background": None})
    with override(language):
        mark = gettext("not in the source")
        texts = [message.text for message in card(explanation)]
    texts.append(render(explanation, language=language, degraded=False))
    texts += [*explanation.illustration, *(f"{c.question} {c.answer}" for c in explanation.checks)]
    whole = "\n".join(texts)
    for part in (explanation.what_happened, explanation.why_it_matters, explanation.who_is_affected):
        for statement in part:
            if statement.unsupported:
                whole = re.sub(rf"{re.escape(statement.text)} \([^()]*{re.escape(mark)}[^()]*\)", "", whole)
                whole = whole.replace(f"{statement.text} ({mark})", "")
    with override(language):
        return re.sub(rf"\S[^\n]* {re.escape(gettext('(not in the source)'))}", "", whole)


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("botapp.ai.streaming._PAUSE", 0.0)


def test_the_set_is_large_enough():
    right = [case for item in items() for case in item["right"]]
    assert (len(items()) >= 40, len(list(planted())) >= 80, len(right) >= 200) == (True, True, True)
    assert {case.kind for case in planted()} >= {"number", "date", "ticker", "link", "name", "unit", "handle"}
    assert all(case.invented in case.text for case in planted())


async def test_no_invention_reaches_a_person_unmarked():
    unmarked = []
    for case in planted():
        *_, last = await streamed(answer_with(case), case.source, case.language)
        if case.invented in shown_unmarked(last, case.language):
            unmarked.append(f"{case.kind}: {case.text}")
    assert (len(unmarked), len(list(planted()))) == (0, 412), unmarked


async def test_no_invention_is_seen_while_an_answer_grows():
    for case in list(planted())[::12]:
        for growing in await streamed(answer_with(case), case.source, case.language):
            assert case.invented not in shown_unmarked(growing, case.language)


async def test_correct_statements_are_hardly_ever_marked():
    marked, told = [], 0
    for item in items():
        for language in ("ru", "uk", "en"):
            said = [text for spoken, text in item["right"] if spoken == language]
            told += len(said)
            answer = {"headline": item["text"][:20], "what_happened": [{"text": text} for text in said]}
            if said:
                *_, last = await streamed(answer, item["text"], language)
                fine = {statement.text for statement in last.what_happened if not statement.unsupported}
                marked += [f"{item['id']}: {text}" for text in said if text not in fine]
    assert told == 686
    assert len(marked) <= FALSE_MARKS * told, marked


async def test_numbers_of_correct_statements_name_the_sentence_that_holds_them():
    source = next(item["text"] for item in items() if "173 600" in str(item["right"]))
    answer = {
        "headline": "Ronin",
        "what_happened": [
            {"text": "173 600 ETH нельзя перевести.", "source_sentence": 1},
            {"text": "Это случилось 23 марта.", "source_sentence": None},
        ],
    }
    *_, last = await streamed(answer, source, "ru")
    assert [statement.source_sentence for statement in last.what_happened] == [3, 2]
