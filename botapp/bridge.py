"""The door from event loops to threads.

Services are plain sync functions on pool threads; coroutines never touch the ORM. The other way round
is background.py.
"""

import asyncio
import os
import select
import threading
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import Context, ContextVar
from functools import cache, partial
from typing import Any, ParamSpec, Protocol, TypeVar

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import close_old_connections, connections

from botapp.occupied import occupied
from botapp.service_limits import limited

P = ParamSpec("P")
T = TypeVar("T")
_PATIENCE = 0.2  # seconds; longer than most services compute, on a slow machine too


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
_turns = threading.Lock()
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

    They have half as many threads, of their own, and take turns: a crowd of them does not stand before a
    quick one, neither in the pool nor at the interpreter's lock.
    """
    token = _quiet.set(is_quiet)
    try:
        yield
    finally:
        _quiet.reset(token)


def apart(work: Coroutine[Any, Any, T], *, is_quiet: bool = False) -> "asyncio.Task[T]":
    """A task for many, or for nobody: with no guard and no language of who happens to begin it.

    Services that it calls are quiet ones if `is_quiet`. Keep the task; the loop does not.
    """
    context = Context()
    context.run(_quiet.set, is_quiet)
    return asyncio.create_task(work, context=context)


def _call(work: Callable[[], T], step: str) -> T:
    guard = GUARD.get()
    with occupied(), _turn() if _quiet.get() else nullcontext(), guard.at_work() if guard else nullcontext():
        _look_after_connections()
        try:
            with limited():
                return guard.once(step, work) if step and guard else work()
        finally:
            close_old_connections()


def _look_after_connections() -> None:
    """As between two requests of Django's; but a session of which nothing was heard need not be asked.

    Its server's last word or the end of its connection would lie at the socket, put there by keepalives
    (settings.DATABASES) if the host vanished. That saves a round trip before each service.
    """
    close_old_connections()
    for one in connections.all(initialized_only=True):
        if one.vendor == "postgresql" and one.connection is not None and _is_silent(one.connection):
            one.health_check_done = True  # type: ignore[attr-defined]  # Django's own, which its stubs don't know


def _is_silent(session: Any) -> bool:
    if session.closed:
        return False
    poll = select.poll()
    poll.register(session.fileno(), select.POLLIN)
    return not poll.poll(0)


@contextmanager
def _turn() -> Iterator[None]:
    """One quiet service at a time, but no long wait for one that itself waits in the database."""
    turn = _turns
    has_turn = turn.acquire(timeout=_PATIENCE)
    try:
        yield
    finally:
        if has_turn:
            turn.release()


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=settings.BRIDGE_THREADS, thread_name_prefix="bridge")


@cache
def _quiet_pool() -> ThreadPoolExecutor:
    most = max(1, settings.BRIDGE_THREADS // 2)
    return ThreadPoolExecutor(max_workers=most, thread_name_prefix="bridge-quiet")


def _forget_parent() -> None:
    global _turns
    _turns = threading.Lock()
    _pool.cache_clear()
    _quiet_pool.cache_clear()


os.register_at_fork(after_in_child=_forget_parent)
