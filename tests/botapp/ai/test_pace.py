"""Pieces joined to batches; the clock is real, so pauses are short and bounds generous."""

import asyncio
from collections.abc import AsyncGenerator

import pytest

from botapp.ai.base import AnswerBlocked, AnswerMalformed, ProviderTimeout, ProviderUnavailable, Usage
from botapp.ai.pace import Piece, batches, one_by_one

Step = str | float | Piece | Exception


class Source:
    """Says texts, waits (numbers) and fails (errors); remembers how it ended."""

    def __init__(self, *steps: Step) -> None:
        self.steps = steps
        self.ended = ""

    async def pieces(self) -> AsyncGenerator[Piece, None]:
        try:
            for step in self.steps:
                if isinstance(step, float):
                    await asyncio.sleep(step)
                elif isinstance(step, Exception):
                    raise step
                else:
                    yield step if isinstance(step, Piece) else Piece(step)
            self.ended = "whole"
        finally:
            self.ended = self.ended or "early"


def joined(source: Source, *, pause: float = 0.0, seconds: float = 5.0) -> AsyncGenerator[Piece, None]:
    deadline = asyncio.get_running_loop().time() + seconds
    return batches(source.pieces(), pause=pause, deadline=deadline)


def singly(source: Source, *, seconds: float = 5.0) -> AsyncGenerator[Piece, None]:
    return one_by_one(source.pieces(), deadline=asyncio.get_running_loop().time() + seconds)


either = pytest.mark.parametrize("read", [joined, singly])


async def texts(source: Source, **times: float) -> list[str]:
    return [piece.text async for piece in joined(source, **times)]


async def test_without_a_pause_every_piece_is_one():
    assert await texts(Source("a", "b", "c")) == ["a", "b", "c"]


async def test_the_first_comes_at_once_and_the_hurried_rest_together():
    assert await texts(Source("a", "b", "c", "d"), pause=5.0) == ["a", "bcd"]


async def test_what_is_held_back_is_shown_when_the_pause_is_over_and_nothing_more_comes():
    source = Source("a", "b", "c", 60.0)
    seen = []
    async with asyncio.timeout(2):
        async for piece in joined(source, pause=0.05):
            seen.append(piece.text)
            if len(seen) == 2:
                break
    assert seen == ["a", "bc"]


async def test_a_wait_that_ends_early_takes_nothing_from_the_source():
    assert await texts(Source("a", "b", 0.08, "c", 0.08, "d"), pause=0.03) == ["a", "b", "c", "d"]


async def test_nothing_is_lost_or_added_whatever_the_pause():
    for pause in (0.0, 0.001, 0.02):
        assert "".join(await texts(Source(*"a long answer", 0.01, *"with a gap"), pause=pause)) == (
            "a long answerwith a gap"
        )


async def test_the_latest_count_of_tokens_is_kept():
    pieces = (Piece("a", Usage(1, 1)), Piece("b", Usage(1, 2)), Piece("c"), Piece("", Usage(1, 9)))
    seen = [piece async for piece in joined(Source(*pieces), pause=5.0)]
    assert seen == [Piece("a", Usage(1, 1)), Piece("bc", Usage(1, 9))]


async def test_a_count_alone_is_handed_on_at_the_end():
    assert [p async for p in joined(Source(Piece("", Usage(3, 4))))] == [Piece("", Usage(3, 4))]
    assert await texts(Source()) == []


async def test_one_by_one_every_piece_comes_as_it_is():
    pieces = (Piece("a", Usage(1, 1)), Piece("b"), Piece("", Usage(1, 9)))
    source = Source(*pieces)
    assert [piece async for piece in singly(source)] == list(pieces)
    assert source.ended == "whole"


@either
async def test_a_silent_source_is_a_timeout_and_is_stopped(read):
    source = Source("a", 60.0)
    with pytest.raises(ProviderTimeout):
        await _read_all(read(source, seconds=0.05))
    assert source.ended == "early"


@either
async def test_a_chatty_source_does_not_outrun_the_deadline(read):
    source = Source(*(["a", 0.01] * 400))
    with pytest.raises(ProviderTimeout):
        await _read_all(read(source, seconds=0.1))
    assert source.ended == "early"


@either
async def test_a_failure_is_passed_on_as_it_is(read):
    source = Source("a", ProviderUnavailable("down", retry_after=3))
    with pytest.raises(ProviderUnavailable) as raised:
        await _read_all(read(source))
    assert raised.value.retry_after == 3


async def test_closing_stops_a_source_that_is_read_one_by_one():
    source = Source("a", "b", 60.0)
    stream = singly(source)
    assert (await anext(stream)).text == "a"
    await stream.aclose()
    assert source.ended == "early"


@pytest.mark.parametrize("steps", [("a", 60.0), ("a", "b", 60.0)], ids=["waiting", "holding back"])
async def test_closing_stops_the_source(steps):
    source = Source(*steps)
    stream = joined(source, pause=5.0)
    assert (await anext(stream)).text == "a"
    await stream.aclose()
    assert source.ended == "early"


@either
async def test_cancelling_stops_the_source(read):
    source = Source("a", 60.0)
    task = asyncio.create_task(_read_all(read(source)))
    await asyncio.sleep(0.02)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert source.ended == "early"


async def _read_all(pieces: AsyncGenerator[Piece, None]) -> list[Piece]:
    return [piece async for piece in pieces]


@either
async def test_a_source_that_never_waits_is_ended_by_the_deadline(read):
    async def endless() -> AsyncGenerator[Piece, None]:
        while True:
            yield Piece()

    source = Source()
    source.pieces = endless  # type: ignore[method-assign]
    began = asyncio.get_running_loop().time()
    with pytest.raises(ProviderTimeout):
        await _read_all(read(source, seconds=0.2))
    assert asyncio.get_running_loop().time() - began < 5


BEGUN = '{"a": '
LAST = Piece("1}", is_last=True)
WHOLE = Piece(BEGUN + LAST.text, is_last=True)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("botapp.ai.pace._AFTERWORD", 0.2)


async def _said(read, source: Source, **times: float) -> str:
    return "".join([piece.text for piece in await _read_all(read(source, **times))])


@either
async def test_a_second_after_the_last_piece_nothing_more_is_waited_for(read):
    source, began = Source(BEGUN, LAST, 60.0), asyncio.get_running_loop().time()
    assert await _said(read, source, seconds=30.0) == WHOLE.text
    assert 0.9 < asyncio.get_running_loop().time() - began < 3
    assert source.ended == "early"


@either
async def test_after_the_last_piece_the_deadline_is_an_end(read):
    source, began = Source(BEGUN, LAST, 60.0), asyncio.get_running_loop().time()
    assert await _said(read, source, seconds=0.1) == WHOLE.text
    assert asyncio.get_running_loop().time() - began < 0.9
    assert source.ended == "early"


@either
async def test_the_deadline_is_none_before_the_last_piece(read):
    source = Source(BEGUN, 0.3, LAST)
    with pytest.raises(ProviderTimeout):
        await _said(read, source, seconds=0.1)
    assert source.ended == "early"


@either
async def test_a_stream_that_ends_after_its_last_piece_is_not_waited_for(read):
    source, began = Source(BEGUN, LAST), asyncio.get_running_loop().time()
    assert await _said(read, source) == WHOLE.text
    assert asyncio.get_running_loop().time() - began < 0.5
    assert source.ended == "whole"


@either
async def test_a_count_soon_after_the_last_piece_is_kept(read, hasty):
    counted = Piece(usage=Usage(1, 9))
    seen = await _read_all(read(Source(BEGUN, LAST, 0.05, counted, 60.0)))
    assert [piece.usage for piece in seen if piece.usage] == [Usage(1, 9)]


@either
async def test_text_that_is_called_whole_and_is_not_is_heard_out(read, hasty):
    source = Source(Piece(is_last=True), 0.3, Piece(BEGUN, is_last=True), 0.3, "1", 0.3, LAST.text[1:], 60.0)
    assert await _said(read, source) == WHOLE.text
    assert source.ended == "early"


@either
async def test_text_behind_a_whole_answer_is_kept_and_more_may_follow_it(read, hasty):
    source = Source(WHOLE, 0.12, "\n", 0.12, "`", 0.12, "``", 60.0)
    assert await _said(read, source) == WHOLE.text + "\n```"
    assert source.ended == "early"


@either
async def test_a_failure_before_the_text_is_whole_is_one_though_it_was_called_so(read):
    with pytest.raises(ProviderUnavailable):
        await _said(read, Source(Piece(BEGUN, is_last=True), ProviderUnavailable("gone")))


@either
async def test_pieces_without_text_are_not_waited_for_for_ever(read, hasty):
    source, began = (
        Source(WHOLE, *[Piece(usage=Usage(1, 1)), Piece(), 0.01] * 1000),
        asyncio.get_running_loop().time(),
    )
    assert await _said(read, source) == WHOLE.text
    assert asyncio.get_running_loop().time() - began < 2
    assert source.ended == "early"


@either
@pytest.mark.parametrize("error", [ProviderUnavailable, ProviderTimeout, AnswerMalformed])
async def test_a_failure_after_the_last_piece_is_an_end_and_noted_without_its_words(read, error, caplog):
    caplog.set_level("DEBUG", logger="botapp.ai.pace")
    assert await _said(read, Source(BEGUN, LAST, error("a secret"))) == WHOLE.text
    (record,) = caplog.records
    assert (record.levelname, "secret" in caplog.text, error.code in caplog.text) == ("DEBUG", False, True)


@either
async def test_a_refusal_after_the_last_piece_is_one(read):
    with pytest.raises(AnswerBlocked):
        await _said(read, Source(BEGUN, LAST, AnswerBlocked("no")))


@either
async def test_a_fault_of_our_own_after_the_last_piece_is_not_hidden(read):
    with pytest.raises(KeyError):
        await _said(read, Source(BEGUN, LAST, KeyError("x")))


@either
async def test_cancelling_after_the_last_piece_stops_the_source(read):
    source = Source(WHOLE, 60.0)
    task = asyncio.create_task(_read_all(read(source)))
    await asyncio.sleep(0.02)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert source.ended == "early"


@either
async def test_a_source_that_never_waits_ends_soon_after_its_last_piece(read, hasty):
    async def endless() -> AsyncGenerator[Piece, None]:
        yield WHOLE
        while True:
            yield Piece()

    source, began = Source(), asyncio.get_running_loop().time()
    source.pieces = endless  # type: ignore[method-assign]
    assert await _said(read, source) == WHOLE.text
    assert asyncio.get_running_loop().time() - began < 2


@either
async def test_who_is_slow_to_take_the_last_piece_loses_nothing_that_has_come_since(read, hasty):
    source, seen = Source(WHOLE, Piece(usage=Usage(1, 9))), []
    async for piece in read(source):
        seen.append(piece.usage)
        await asyncio.sleep(0.3)
    assert Usage(1, 9) in seen
