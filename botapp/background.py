"""One event loop on a thread of its own, for whatever asks an AI.

AI clients and their sessions belong to the loop they were made in, and what their libraries compute keeps
that loop busy. So every process has them in one place: sync callers (gunicorn's threads, commands) wait for
a coroutine there, and the bot's own loop stays free for whoever only presses a button.
"""

import asyncio
import inspect
import logging
import os
import threading
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import aclosing
from typing import Any, Generic, TypeVar
from weakref import WeakKeyDictionary

logger = logging.getLogger(__name__)
T = TypeVar("T")
_AHEAD = 16  # items that wait to be taken


class _BackgroundLoop:
    """A loop on a daemon thread, made on first use, and again after a fork or its end."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop

    def get(self) -> asyncio.AbstractEventLoop:
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                loop = asyncio.new_event_loop()
                thread = threading.Thread(target=loop.run_forever, name="background-loop", daemon=True)
                thread.start()
                self._loop, self._thread = loop, thread
            return self._loop


_background = _BackgroundLoop()


def _forget_parent() -> None:
    global _background
    _background = _BackgroundLoop()


os.register_at_fork(after_in_child=_forget_parent)


class OfLoop(Generic[T]):
    """One thing for each event loop, made when it is first asked for there; a fork's loop has its own."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: WeakKeyDictionary[asyncio.AbstractEventLoop, T] = WeakKeyDictionary()

    def __call__(self) -> T:
        """The running loop's."""
        loop = asyncio.get_running_loop()
        if loop not in self._made:
            self._made[loop] = self._make()
        return self._made[loop]


def background_loop() -> asyncio.AbstractEventLoop:
    """This process's loop; it runs as long as the process does."""
    return _background.get()


def run_coroutine(coroutine: Coroutine[Any, Any, T], *, timeout: float | None = None) -> T:
    """Run `coroutine` on the background loop and wait for its result.

    For sync callers only. Raises what the coroutine raises, TimeoutError after `timeout` seconds;
    the coroutine is then cancelled.
    """
    future = asyncio.run_coroutine_threadsafe(coroutine, background_loop())
    try:
        return future.result(timeout)
    except BaseException:
        future.cancel()
        raise


async def in_background(coroutine: Coroutine[Any, Any, T]) -> T:
    """The result of `coroutine`, which runs on the background loop with the caller's context variables.

    Raises what it raises. Cancelled, it cancels the coroutine and returns when that has ended; cancelled
    again, it waits no longer.
    """
    if asyncio.get_running_loop() is background_loop():
        return await coroutine
    try:
        async with aclosing(from_background(_alone(coroutine))) as results:
            return await anext(results)
    finally:
        background_loop().call_soon_threadsafe(_close_unbegun, coroutine)


async def from_background(items: AsyncGenerator[T, None]) -> AsyncGenerator[T, None]:
    """The items of a generator that runs on the background loop with the caller's context variables.

    It is at most a few items ahead. Raises what it raises. Closed early, it cancels the generator where
    that waits, and returns when that has ended; what that raises then is nobody's. Cancelled meanwhile, it
    waits no longer.
    """
    if asyncio.get_running_loop() is background_loop():
        async with aclosing(items):
            async for item in items:
                yield item
        return
    there = _There(items)
    try:
        while (found := await there.next()) is not None:
            yield found[0]
    finally:
        await there.close()


def _close_unbegun(coroutine: Coroutine[Any, Any, Any]) -> None:
    """It was cancelled before its first step."""
    if inspect.getcoroutinestate(coroutine) == inspect.CORO_CREATED:
        coroutine.close()


async def _alone(coroutine: Coroutine[Any, Any, T]) -> AsyncGenerator[T, None]:
    yield await coroutine


class _There(Generic[T]):
    """A generator at work on the background loop; used by one task of another loop."""

    def __init__(self, items: AsyncGenerator[T, None]) -> None:
        self._here, self._there = asyncio.get_running_loop(), background_loop()
        self._found: asyncio.Queue[tuple[T] | None] = asyncio.Queue()
        self._room = asyncio.Semaphore(_AHEAD)
        self._is_over = False
        self._task: asyncio.Task[None] | None = None
        # A call takes the caller's context variables along.
        self._there.call_soon_threadsafe(self._begin, items)

    async def next(self) -> tuple[T] | None:
        """The next item in brackets; None at the end. Raises what the generator raised."""
        found = await self._found.get()
        if found is not None:
            self._there.call_soon_threadsafe(self._room.release)
            return found
        self._is_over = True
        if self._task:
            self._task.result()  # raises
        return None

    async def close(self) -> None:
        """Cancel it unless it is over, and wait for its end."""
        if self._is_over:
            return
        self._there.call_soon_threadsafe(self._cancel)
        while await self._found.get() is not None:
            self._there.call_soon_threadsafe(self._room.release)  # it may want to tell more before its end
        self._is_over = True
        if self._task and not self._task.cancelled() and (error := self._task.exception()):
            # By its name: its words may hold what people wrote.
            logger.debug("What was cancelled ended with %s", type(error).__name__)

    def _begin(self, items: AsyncGenerator[T, None]) -> None:
        self._task = self._there.create_task(self._run(items))
        # Not at the end of _run: a task that is cancelled before its first step never gets there.
        self._task.add_done_callback(lambda _task: self._tell(None))

    async def _run(self, items: AsyncGenerator[T, None]) -> None:
        async with aclosing(items):
            async for item in items:
                await self._room.acquire()
                self._tell((item,))

    def _cancel(self) -> None:
        if self._task:
            self._task.cancel()

    def _tell(self, found: tuple[T] | None) -> None:
        try:
            self._here.call_soon_threadsafe(self._found.put_nowait, found)
        except RuntimeError:  # the loop of who asked is closed: nobody wants to know
            self._cancel()
