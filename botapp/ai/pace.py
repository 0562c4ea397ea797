"""Pieces of a stream, joined so that whoever handles them is not kept busy by each."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass

from botapp.ai.base import ProviderTimeout, Usage


@dataclass(frozen=True)
class Piece:
    """Some more text, and the tokens counted so far if the service said so."""

    text: str = ""
    usage: Usage | None = None


async def batches(
    pieces: AsyncGenerator[Piece, None], *, pause: float, deadline: float
) -> AsyncGenerator[Piece, None]:
    """All of the pieces, joined: none is held back longer than `pause` seconds after the one before.

    Raises what `pieces` raises, and ProviderTimeout when the stream is open at `deadline` (in the
    loop's time). `pieces` is closed in every case.
    """
    loop = asyncio.get_running_loop()
    held, due, coming = Piece(), loop.time(), None
    try:
        while True:
            # A task of its own: a wait that ends early must not cancel what it waits for.
            coming = coming or loop.create_task(_next(pieces))
            until = min(due, deadline) if held.text else deadline
            await asyncio.wait({coming}, timeout=max(0.0, until - loop.time()))
            if coming.done():
                piece, coming = coming.result(), None
                if piece is None:
                    break
                held = Piece(held.text + piece.text, piece.usage or held.usage)
            if loop.time() >= deadline:
                raise ProviderTimeout("no whole answer in time")
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

    Raises and closes as `batches` does.
    """
    async with aclosing(pieces):
        while True:
            try:
                # Not around the yield: that would cancel whoever takes the pieces.
                async with asyncio.timeout_at(deadline):
                    piece = await anext(pieces, None)
            except TimeoutError:
                if asyncio.get_running_loop().time() < deadline:
                    raise  # its own
                raise ProviderTimeout("no whole answer in time") from None
            if piece is None:
                return
            await asyncio.sleep(0)  # a source that never waits keeps neither the loop nor the deadline
            if asyncio.get_running_loop().time() >= deadline:
                raise ProviderTimeout("no whole answer in time")
            yield piece


async def _next(pieces: AsyncGenerator[Piece, None]) -> Piece | None:
    return await anext(pieces, None)


async def _stopped(task: "asyncio.Task[Piece | None] | None") -> None:
    if task is not None:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
