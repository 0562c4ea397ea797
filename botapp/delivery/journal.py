"""What makes the steps of one update happen once, however often it is run again."""

import asyncio
import logging
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar, cast

from django.db import transaction

from botapp.delivery.alarm import Alarm
from botapp.delivery.commits import Note, Sent
from botapp.delivery.deadline import limit_statements
from botapp.delivery.exceptions import ClaimLost
from botapp.delivery.failpoints import reach
from botapp.delivery.grouping import GroupCommit
from botapp.delivery.hold import Hold
from botapp.delivery.worker import Worker
from botapp.models import Effect, SentMessage, StoredUpdate

logger = logging.getLogger(__name__)
T = TypeVar("T")
HANGS_FROM = 5.0  # seconds after its handler was given up
HANGS = (
    "A service of update row %s does not end: its lane waits for it, the others go on. "
    "A restart of this process hands the update to the next one."
)


class UnitOfWork:
    """One attempt at one update; the guard of `bridge.run_service` while it is handled."""

    def __init__(
        self,
        pk: int,
        token: uuid.UUID,
        *,
        attempt: int,
        commits: GroupCommit,
        worker: Worker,
        hold: Hold,
        seconds: float,
    ) -> None:
        self.pk = pk
        self.is_lost = False
        self._hold = hold
        self._token = token
        self._commits = commits
        self._worker = worker
        self._seconds = seconds
        self._may_have_run = attempt > 1
        self._sent: dict[str, int] | None = None if self._may_have_run else {}
        self._steps: set[str] = set()
        self._threads = 0
        self._lock = threading.Lock()
        self._is_closed = False
        self.notes: list[Note] = []

    def once(self, step: str, fn: Callable[[], T]) -> T:
        """Run `fn` in one transaction with the record of its result, or return the recorded result.

        Sync, on a bridge thread. The result must be JSON. Raises ClaimLost if another run has the update.
        """
        with self.at_work():
            return self._once(step, fn)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """One thread more works on this attempt: there is no next one before all have ended.

        What a task begins that was made by this attempt and outlives it is not counted any more.
        """
        with self._lock:
            is_counted = not self._is_closed
            self._threads += is_counted
        try:
            yield
        finally:
            with self._lock:
                self._threads -= is_counted

    async def sent(self, step: str) -> int | None:
        """The message that this step of this update created already, or None: it is to be sent now.

        Waits while it is not certain that the update is still this run's; raises ClaimLost if it is not.
        """
        await self._hold.certainty()
        if self.is_lost:
            raise ClaimLost(f"update row {self.pk} is another run's")
        if self._sent is None:
            self._sent = await self._worker.run(_sent_messages, self.pk)
        return self._sent.get(step)

    async def journal(self, step: str, *, chat_id: int, message_id: int) -> None:
        """Remember a message that was sent; written with the next group."""
        reach("sent")
        if self._sent is not None:
            self._sent[step] = message_id
        self._commits.put(Sent(self.pk, step, chat_id, message_id))

    def note(self, write: Callable[..., object], *items: Any) -> None:
        """A small write that is committed with the done mark, never without it.

        With an item, `write` gets one list of the items of all updates of the group (bulk inserts);
        without one it is called alone. It runs inside the group's transaction and must be quick.
        """
        if items:
            self.notes.extend(Note(write, item) for item in items)
        else:
            self.notes.append(Note(_call_each, write))

    async def ended(self) -> None:
        """Let no further step begin, and return when no thread works on this attempt any more."""
        self._is_closed = True
        hangs = Alarm(logger)
        began = time.monotonic()
        while self._threads:
            await asyncio.sleep(0.02)
            if time.monotonic() - began > HANGS_FROM:
                hangs.ring(HANGS, self.pk)

    @property
    def is_busy(self) -> bool:
        """True while a thread works on this attempt."""
        return self._threads > 0

    def _once(self, step: str, fn: Callable[[], T]) -> T:
        with transaction.atomic(), limit_statements(self._seconds):
            self._hold_claim()
            if self._may_have_run or step in self._steps:
                recorded = Effect.objects.filter(update_id=self.pk, step=step).values_list("result").first()
                if recorded:
                    return cast(T, recorded[0])
            result = fn()
            Effect.objects.create(update_id=self.pk, step=step, result=result)
        reach("effect")
        self._steps.add(step)
        return result

    def _hold_claim(self) -> None:
        ours = StoredUpdate.objects.select_for_update(no_key=True).filter(pk=self.pk, claim=self._token)
        if self._is_closed or self.is_lost or not ours.values_list("pk").first():
            raise ClaimLost(f"update row {self.pk} is not this run's")


def _sent_messages(pk: int) -> dict[str, int]:
    return dict(SentMessage.objects.filter(update_id=pk).values_list("step", "message_id"))


def _call_each(writes: list[Callable[[], object]]) -> None:
    for write in writes:
        write()
