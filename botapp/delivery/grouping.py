"""When a group of small writes is committed: by time, by number, at once when idle."""

import asyncio
import logging
from collections.abc import Callable

from botapp.delivery.commits import Entry, commit
from botapp.delivery.worker import Worker

logger = logging.getLogger(__name__)
WINDOW_SECONDS = 0.010
MOST = 200
RETRY_SECONDS = 0.3


class GroupCommit:
    """Collects entries on the event loop and commits them in order on the worker's thread.

    `is_behind`: the database did not take what was put before; it is tried again.
    """

    def __init__(self, worker: Worker, *, is_idle: Callable[[], bool] = lambda: True) -> None:
        self._worker = worker
        self._is_idle = is_idle
        self._entries: list[Entry] = []
        self._being_written: list[Entry] = []
        self._filled = asyncio.Event()
        self._written = asyncio.Condition()
        self._put_count = 0
        self.is_behind = False
        self._written_count = 0

    def put(self, entry: Entry) -> None:
        self._entries.append(entry)
        self._put_count += 1
        self._filled.set()

    def pks(self) -> list[int]:
        """Rows of which something is not written yet."""
        entries = (*self._being_written, *self._entries)
        return [pk for entry in entries for pk in (entry.pk, *(pk for pk, _token in entry.more))]

    async def flush(self) -> None:
        """Return when everything that was put before is committed."""
        goal = self._put_count
        async with self._written:
            await self._written.wait_for(lambda: self._written_count >= goal)

    async def run(self) -> None:
        """Until cancelled. Nothing is lost by a cancellation between two groups."""
        while True:
            await self._filled.wait()
            if not self._is_idle() and len(self._entries) < MOST:
                await asyncio.sleep(WINDOW_SECONDS)
            entries, self._entries = self._entries, []
            self._filled.clear()
            await self._commit(entries)

    async def _commit(self, entries: list[Entry]) -> None:
        self._being_written = entries
        left = await self._worker.run(commit, entries)
        self._being_written = []
        self._entries[:0] = left
        self.is_behind = bool(left)
        async with self._written:
            self._written_count += len(entries) - len(left)
            self._written.notify_all()
        if left:
            self._filled.set()
            await asyncio.sleep(RETRY_SECONDS)
