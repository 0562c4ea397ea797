"""Calls to AI services on their way into the database: collected, and written in groups.

An answer never waits for it. What can't be written now is kept for the next time, up to a bound.
"""

import asyncio
import logging
from collections import deque
from weakref import WeakKeyDictionary

from django.db import DatabaseError

from botapp.ai.calls import Call
from botapp.background import in_background
from botapp.bridge import apart, run_service
from botapp.queries.ai_services import OFFLINE
from botapp.services import provider_calls
from botapp.services.provider_calls import Entry

logger = logging.getLogger(__name__)
_MOMENT = 0.1  # seconds in which calls are collected
MOST = 1_000  # entries that wait at most; older ones make room

# Threads of a process share it: a deque's append and popleft are atomic.
_waiting: deque[Entry] = deque(maxlen=MOST)
# By the loop that writes: a fork has another one.
_writing: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Task[None]] = WeakKeyDictionary()


def note(call: Call, *, explanation_id: int | None = None) -> None:
    """Keep one call, to be written soon; called on the background loop. Our own explainer is no service."""
    if call.provider == OFFLINE:
        return
    _waiting.append(Entry(call, explanation_id))
    loop = asyncio.get_running_loop()
    if loop in _writing and not _writing[loop].done():
        return
    _writing[loop] = apart(_write_soon(), is_quiet=True)  # which may outlive the update it was begun in


async def flush() -> None:
    """Until what waits is written, or can't be."""
    await in_background(_written())


async def _written() -> None:
    task = _writing.get(asyncio.get_running_loop())
    if task and not task.done():
        await asyncio.wait([task])  # not cut off, and what it raises is its own affair
    await _write()


async def _write_soon() -> None:
    while _waiting:
        await asyncio.sleep(_MOMENT)
        if not await _write():
            return


async def _write() -> bool:
    """Whether what waits could be written."""
    entries = _taken()
    if not entries:
        return True
    try:
        await run_service(provider_calls.keep, entries)
    except DatabaseError as error:
        logger.warning("Calls to AI services are written later: %s", type(error).__name__)
        _waiting.extendleft(reversed(entries[: MOST - len(_waiting)]))
        return False
    return True


def _taken() -> list[Entry]:
    entries = []
    while _waiting:
        entries.append(_waiting.popleft())
    return entries
