"""Calls to AI services on their way into the database: collected, and written in groups.

An answer never waits for it. What can't be written now is kept for the next time, up to a bound.
"""

import asyncio
import logging
from collections import deque

from django.db import DatabaseError

from botapp.ai.calls import Call
from botapp.bridge import GUARD, run_service
from botapp.queries.ai_services import OFFLINE
from botapp.services import provider_calls
from botapp.services.provider_calls import Entry

logger = logging.getLogger(__name__)
MOST = 1_000  # entries that wait at most; older ones make room

# Threads of a process share it: a deque's append and popleft are atomic.
_waiting: deque[Entry] = deque(maxlen=MOST)
_writing: set[asyncio.Task[None]] = set()


def note(call: Call, *, explanation_id: int | None = None) -> None:
    """Keep one call, to be written soon by the running loop. Our own explainer is no service."""
    if call.provider == OFFLINE:
        return
    _waiting.append(Entry(call, explanation_id))
    if any(not task.done() for task in _mine()):
        return
    # The task outlives the update it was begun in, so it must not write under that update's guard.
    guard = GUARD.set(None)
    task = asyncio.get_running_loop().create_task(_write())
    GUARD.reset(guard)
    _writing.add(task)
    task.add_done_callback(_writing.discard)


async def written() -> None:
    """Until the running loop has written what waits, or can't."""
    await asyncio.gather(*_mine())
    await _write()


def _mine() -> list[asyncio.Task[None]]:
    """What the running loop writes; other threads' loops have tasks of their own."""
    return [task for task in tuple(_writing) if task.get_loop() is asyncio.get_running_loop()]


async def _write() -> None:
    while entries := _taken():
        try:
            await run_service(provider_calls.keep, entries)
        except DatabaseError as error:
            logger.warning("Calls to AI services are written later: %s", type(error).__name__)
            _waiting.extendleft(reversed(entries[: MOST - len(_waiting)]))
            return


def _taken() -> list[Entry]:
    entries = []
    while _waiting:
        entries.append(_waiting.popleft())
    return entries
