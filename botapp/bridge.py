"""The doors between event loop and threads, both ways.

Services are plain sync functions on pool threads; coroutines never touch the ORM. The other way
round, sync callers (gunicorn's threads, commands) hand coroutines to one background loop per
process, because AI clients and their sessions belong to the loop they were made in.
"""

import asyncio
import os
import threading
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from functools import cache, partial
from typing import Any, ParamSpec, Protocol, TypeVar

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import close_old_connections

from botapp.occupied import occupied
from botapp.service_limits import limited

P = ParamSpec("P")
T = TypeVar("T")


class Guard(Protocol):
    """Makes the steps of one unit of work happen once, however often it is run again."""

    def once(self, step: str, fn: Callable[[], T]) -> T:
        """Run `fn` in one transaction with the record of its result, or return the recorded result."""
        ...

    def at_work(self) -> AbstractContextManager[None]:
        """Entered on the thread for as long as a call of this unit lasts there, with a step or without."""
        ...


# Set by the delivery engine around the handling of one update; empty outside of it.
GUARD: ContextVar[Guard | None] = ContextVar("guard", default=None)
# Whether services run on threads of their own, fewer than there are for all others.
_quiet: ContextVar[bool] = ContextVar("quiet", default=False)


async def run_service(fn: Callable[..., T], /, *args: Any, step: str = "", **kwargs: Any) -> T:
    """Run the sync `fn(*args, **kwargs)` on a pool thread with fresh database connections.

    With `step`, inside the handling of an update, the effect happens once: a second run of the same
    update returns the first run's result, which therefore must be JSON (ids, numbers, texts, lists).
    The active language and all context variables are the caller's. The database ends what takes it too
    long, on a lock or in a statement (service_limits): that raises OperationalError.
    """
    pool = _quiet_pool() if _quiet.get() else _pool()
    call = sync_to_async(_call, thread_sensitive=False, executor=pool)
    return await call(partial(fn, *args, **kwargs), step)


@contextmanager
def quietly(is_quiet: bool = True) -> Iterator[None]:
    """Services called in here, and by tasks made in here, are of an answer that takes seconds anyway.

    They have half as many threads, of their own: a crowd of them does not stand before a quick one.
    """
    token = _quiet.set(is_quiet)
    try:
        yield
    finally:
        _quiet.reset(token)


def _call(work: Callable[[], T], step: str) -> T:
    guard = GUARD.get()
    with occupied(), guard.at_work() if guard else nullcontext():
        close_old_connections()
        try:
            with limited():
                return guard.once(step, work) if step and guard else work()
        finally:
            close_old_connections()


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=settings.BRIDGE_THREADS, thread_name_prefix="bridge")


@cache
def _quiet_pool() -> ThreadPoolExecutor:
    most = max(1, settings.BRIDGE_THREADS // 2)
    return ThreadPoolExecutor(max_workers=most, thread_name_prefix="bridge-quiet")


class _BackgroundLoop:
    """One event loop on a daemon thread, made on first use and again after a fork."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None

    def get(self) -> asyncio.AbstractEventLoop:
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                threading.Thread(target=self._loop.run_forever, name="background-loop", daemon=True).start()
            return self._loop


_background = _BackgroundLoop()


def _forget_parent() -> None:
    global _background
    _background = _BackgroundLoop()
    _pool.cache_clear()
    _quiet_pool.cache_clear()


os.register_at_fork(after_in_child=_forget_parent)


def run_coroutine(coroutine: Coroutine[Any, Any, T], *, timeout: float | None = None) -> T:
    """Run `coroutine` on this process's background loop and wait for its result.

    For sync callers only. Raises what the coroutine raises, TimeoutError after `timeout` seconds;
    the coroutine is then cancelled.
    """
    future = asyncio.run_coroutine_threadsafe(coroutine, _background.get())
    try:
        return future.result(timeout)
    except BaseException:
        future.cancel()
        raise
