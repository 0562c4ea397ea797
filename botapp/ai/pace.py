"""Pieces of a stream, joined so that whoever handles them is not kept busy by each."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass

from botapp.ai.base import AIError, AnswerBlocked, ProviderTimeout, Usage
from botapp.ai.framed_object import FramedObject

logger = logging.getLogger(__name__)

# What follows the end of an answer is a count of tokens, sent in the same breath. Nobody should wait longer
# for a service that has said all and does not hang up.
_AFTERWORD = 1.0  # seconds


@dataclass(frozen=True)
class Piece:
    """Some more text, and the tokens counted so far if the service said so.

    `is_last`: the service said that with this the answer is whole; not that it was cut or refused.
    """

    text: str = ""
    usage: Usage | None = None
    is_last: bool = False


class _End:
    """When an answer ends whose stream does not: at the deadline, or soon after it is called whole and is."""

    def __init__(self, deadline: float) -> None:
        self.at = self._deadline = deadline
        self.is_whole = False
        self._is_announced = False
        self._text = FramedObject()
        self._unread: list[str] = []

    def hear(self, piece: Piece, now: float) -> None:
        """A piece has come. Some services call every piece the last: more text is waited for once more."""
        self._unread.append(piece.text)
        self._is_announced = self._is_announced or piece.is_last
        if self._is_announced and (piece.text or piece.is_last):
            self._text.add("".join(self._unread))
            self._unread.clear()
            self.is_whole = self._text.is_closed
            self.at = min(self._deadline, now + _AFTERWORD) if self.is_whole else self._deadline

    def has_come(self, now: float) -> bool:
        """Whether nothing more is waited for."""
        return now >= self.at

    def check(self) -> None:
        """Raises ProviderTimeout if it came before any piece was called the last."""
        if not self._is_announced:
            raise ProviderTimeout("no whole answer in time") from None


async def batches(
    pieces: AsyncGenerator[Piece, None], *, pause: float, deadline: float
) -> AsyncGenerator[Piece, None]:
    """All of the pieces, joined: none is held back longer than `pause` seconds after the one before.

    Once the text is whole and called so, it waits a second at most for more, for tokens or text, and after
    text for one more; then, or where the connection fails, what has come is all.

    Raises what `pieces` raises before that, AnswerBlocked after it too; and ProviderTimeout when the stream
    is open at `deadline` (in the loop's time) without a last piece. `pieces` is closed in every case.
    """
    loop = asyncio.get_running_loop()
    held, due, coming, end = Piece(), loop.time(), None, _End(deadline)
    try:
        while True:
            # A task of its own: a wait that ends early must not cancel what it waits for.
            coming = coming or loop.create_task(_next(pieces, end))
            until = min(due, end.at) if held.text else end.at
            await asyncio.wait({coming}, timeout=max(0.0, until - loop.time()))
            if coming.done():
                piece, coming = coming.result(), None
                if piece is None:
                    break
                held = Piece(held.text + piece.text, piece.usage or held.usage)
                end.hear(piece, loop.time())
            if end.has_come(loop.time()):
                end.check()
                break
            if held.text and loop.time() >= due:
                yield held
                held, due = Piece(), loop.time() + pause
        if held != Piece():
            yield held
    finally:
        await _stopped(coming)
        await pieces.aclose()


async def one_by_one(pieces: AsyncGenerator[Piece, None], *, deadline: float) -> AsyncGenerator[Piece, None]:
    """All of the pieces as they come, at which nobody looks yet: a task for each would be for nothing.

    Ends, raises and closes as `batches` does.
    """
    clock, end = asyncio.get_running_loop().time, _End(deadline)
    async with aclosing(pieces):
        while True:
            limit = asyncio.timeout_at(end.at)
            try:
                # Not around the yield: that would cancel whoever takes the pieces.
                async with limit:
                    piece = await _next(pieces, end)
            except TimeoutError:
                if not limit.expired():
                    raise  # its own
                end.check()
                return
            if piece is None:
                return
            await asyncio.sleep(0)  # a source that never waits keeps neither the loop nor the deadline
            end.hear(piece, clock())
            is_over = end.has_come(clock())
            if is_over:
                end.check()
            yield piece
            if is_over:
                return


async def _next(pieces: AsyncGenerator[Piece, None], end: _End) -> Piece | None:
    """The next piece, None at the end; a failure behind a whole answer is an end too, a refusal is none."""
    try:
        return await anext(pieces, None)
    except AIError as error:
        if not end.is_whole or isinstance(error, AnswerBlocked):
            raise
        logger.debug("stream of a whole answer failed after its end: %s", error.code)
        return None


async def _stopped(task: "asyncio.Task[Piece | None] | None") -> None:
    if task is not None:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
