import asyncio
import json
from collections.abc import AsyncGenerator

import pytest

from botapp.ai import figures
from botapp.ai.base import AnswerEmpty, AnswerMalformed, Prompt, Reply
from botapp.ai.streaming import Piece, replies
from tests.kit.knowledge import knowledge
from tests.kit.scripted_ai import GoodAnswer

NEWS = "Hackers stole $625 million from a bridge. They sold 5% of it on Monday, the company said."


async def said(text: str, size: int, pause: float = 0.0) -> AsyncGenerator[Piece, None]:
    for start in range(0, len(text), size):
        if pause:
            await asyncio.sleep(pause)
        yield Piece(text[start : start + size])


def stream(answer: str, *, size: int = 40, pause: float = 0.0, **facts) -> AsyncGenerator[Reply, None]:
    prompt = Prompt(**{"text": NEWS, "language": "en", "knowledge": knowledge("en"), **facts})
    return replies(said(answer, size, pause), prompt, provider="p", model="m", seconds=10)


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("botapp.ai.streaming._PAUSE", 0.0)


async def test_replies_that_would_come_faster_than_a_reader_are_left_out():
    seen = [reply async for reply in stream(GoodAnswer(NEWS).text(), size=5)]
    assert [reply.complete for reply in seen][-1] is True
    assert len(seen) <= 3


async def test_a_prompt_that_does_not_grow_gets_the_same_answer_and_is_told_of_the_call_before(unhurried):
    answer, began = GoodAnswer(NEWS).text(), asyncio.get_running_loop().time()
    *growing, last = [reply async for reply in stream(answer)]
    *told, only = [reply async for reply in stream(answer, grows=False, pause=0.01)]
    took = asyncio.get_running_loop().time() - began
    assert growing
    assert (only.complete, only.explanation) == (True, last.explanation)
    assert told
    assert {(reply.complete, reply.explanation.what_happened) for reply in told} == {(False, ())}
    assert only.first_byte == told[0].first_byte
    assert 0 < only.first_byte < took / 2


async def test_every_reply_is_grounded_and_only_the_last_has_background(unhurried):
    answer = GoodAnswer(NEWS).data()
    answer["what_happened"] = [{"text": "They stole $626 million."}, {"text": "They stole $625 million."}]
    seen = [reply async for reply in stream(json.dumps(answer))]
    assert len(seen) > 5
    for reply in seen:
        marks = [s.unsupported for s in reply.explanation.what_happened]
        assert marks == [True, False][: len(marks)]
    assert [bool(reply.explanation.background) for reply in seen] == [False] * (len(seen) - 1) + [True]


async def test_a_question_has_nothing_to_be_compared_with(unhurried):
    answer = json.dumps({"headline": "Yes", "what_happened": [{"text": "It is 99% so."}]})
    seen = [reply async for reply in stream(answer, text="Is it so?", kind="question")]
    assert not any(s.unsupported for reply in seen for s in reply.explanation.what_happened)
    assert seen[-1].explanation.background is None


async def test_a_statement_that_stays_is_not_read_again(unhurried, monkeypatch):
    read: list[str] = []
    find = figures.find

    def watched(text: str) -> tuple[figures.Figure, ...]:
        read.append(text)
        return find(text)

    answer = GoodAnswer(NEWS).text()
    monkeypatch.setattr(figures, "find", watched)
    seen = [reply async for reply in stream(answer, size=10)]
    assert len(seen) > 5
    # As a sentence of the source, and as a claim.
    assert read.count(seen[-1].explanation.what_happened[0].text) <= 2


async def anext_all(answers: AsyncGenerator[Reply, None]) -> list[Reply]:
    return [reply async for reply in answers]


@pytest.mark.parametrize(
    ("text", "error"), [("", AnswerEmpty), ("  ", AnswerEmpty), ("prose", AnswerMalformed)]
)
async def test_what_is_no_answer_is_one_of_our_errors(text, error):
    with pytest.raises(error):
        await anext_all(stream(text))
