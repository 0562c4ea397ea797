"""One update's attempts: handled, tried again after a pause, given up in the end."""

import asyncio
import logging
import traceback
from collections.abc import Callable, Iterator, Set
from contextlib import AbstractAsyncContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
from django.db import Error as DatabaseError
from django.utils import timezone

from botapp.bridge import GUARD
from botapp.delivery import commits
from botapp.delivery.application import Application
from botapp.delivery.bursts import bind
from botapp.delivery.claims import CRASHED, MOST_CRASHES, Claim, Row, begin
from botapp.delivery.exceptions import ClaimLost, Crashing, TryLater, Unreadable
from botapp.delivery.grouping import GroupCommit
from botapp.delivery.hold import Hold
from botapp.delivery.journal import UnitOfWork
from botapp.delivery.worker import Worker
from rvx_site.logs import describe

logger = logging.getLogger(__name__)
Place = Callable[[Row], AbstractAsyncContextManager[Any]]
LONGEST_PAUSE = 60.0
# As long as Telegram itself keeps an update; after this nobody waits for an answer any more.
OLDEST = timedelta(hours=24)
# What was begun as often as this, each time without an end, is handled alone among its like: if it ends
# the process again, none of the others counts that as its own doing.
SUSPECT_FROM = 6


@dataclass(frozen=True)
class Limits:
    """Numbers of the engine; times in seconds. `tries` counts failures, `window` rows in this process."""

    lanes: int = 64
    window: int = 512
    tries: int = 4
    backoff: float = 1.0
    handler_seconds: float = 30.0
    farewell_seconds: float = 10.0
    claim_seconds: float = 3.0
    flush_seconds: float = 1.0


@dataclass
class _Try:
    """Where one row stands in this process."""

    row: Row
    attempt: int
    failures: int = 0
    postponements: int = 0
    delay: float = 0.0
    error: str = ""
    is_begun: bool = False


class Attempts:
    def __init__(
        self, application: Application, group: GroupCommit, worker: Worker, limits: Limits, hold: Hold
    ) -> None:
        self._application = application
        self._commits = group
        self._worker = worker
        self._limits = limits
        self._hold = hold
        self._busy: set[UnitOfWork] = set()
        self._suspects = asyncio.Semaphore(1)
        self.place: Place

    async def run(self, row: Row) -> None:
        """Until the row is done, dead or no longer ours. A cancellation hands it back."""
        state = _Try(row, attempt=row.attempts + 1)
        try:
            await _wait_until(row)
            if row.is_unbound and not await self._written(bind, row, seconds=self._limits.claim_seconds):
                return
            await self._try(state)
        except asyncio.CancelledError:
            attempts = state.attempt if state.is_begun else row.attempts
            self._commits.put(commits.back(row.pk, row.token, attempts=attempts, more=row.more))
            raise

    async def _try(self, state: _Try) -> None:
        """Attempt after attempt, until the last word on the row."""
        row = state.row
        async with self._alone(row):
            if row.attempts and not await self._written(begin, row):
                return
            state.is_begun = True
            if row.attempts >= MOST_CRASHES:
                await self._end_crashing(state)
                return
            is_over = await self._attempt(state)
        while not is_over:
            await self._pause(state)
            state.attempt += 1
            async with self._alone(row):
                is_over = await self._attempt(state)

    def _alone(self, row: Row) -> AbstractAsyncContextManager[Any]:
        return self._suspects if row.attempts >= SUSPECT_FROM else nullcontext()

    async def _end_crashing(self, state: _Try) -> None:
        """It ended process after process, so it is not handled again; whoever waits for it is told."""
        logger.error(
            "Update %s (%s) was begun %s times and never ended: given up",
            state.row.update_id, state.row.kind, state.row.attempts,
        )  # fmt: skip
        state.error = CRASHED
        unit = self._unit(state)
        self._busy.add(unit)
        try:
            await self._say_gave_up(self._claim(state, unit), Crashing())
            self._give_up(state)
        finally:
            await unit.ended()
            self._busy.discard(unit)

    async def _written(self, write: Callable[..., None], row: Row, **options: float) -> bool:
        """Store what comes before the handling; waits for the database. False if the row is not ours."""
        while True:
            try:
                await self._worker.run(write, row, **options)
            except ClaimLost:
                logger.info("Update %s belongs to another run now.", row.update_id)
                return False
            except (DatabaseError, psycopg.Error) as error:
                logger.warning("Update %s waits for the database: %s", row.update_id, type(error).__name__)
                await asyncio.sleep(self._limits.backoff)
            else:
                return True

    def lose(self, pks: Set[int]) -> None:
        """Another run has these now: their handlers begin no step and send no message any more."""
        if pks:
            logger.warning("%s updates belong to another run now.", len(pks))
        for unit in self._busy:
            unit.is_lost |= unit.pk in pks

    @property
    def has_stuck_threads(self) -> bool:
        return any(unit.is_busy for unit in self._busy)

    async def _attempt(self, state: _Try) -> bool:
        """True if that was the last word on this row."""
        unit = self._unit(state)
        claim = self._claim(state, unit)
        self._busy.add(unit)
        try:
            async with self.place(state.row):
                await self._handle(claim)
        except ClaimLost:
            logger.info("Update %s belongs to another run now.", state.row.update_id)
            return True
        except TryLater as error:
            return self._postponed(state, error)
        except Exception as error:  # noqa: BLE001 (one item of the outer loop; _failed logs it)
            return await self._failed(state, claim, error)
        else:
            self._commits.put(commits.Done(state.row.pk, state.row.token, unit.notes, state.row.more))
            return True
        finally:
            await unit.ended()
            self._busy.discard(unit)

    async def _handle(self, claim: Claim) -> None:
        with _guarding(claim):
            async with asyncio.timeout(self._limits.handler_seconds):
                await self._application.handle(claim)

    async def _say_gave_up(self, claim: Claim, error: Exception) -> None:
        """Let the application tell whoever waits. While the claim still stands; never raises."""
        gave_up = getattr(self._application, "gave_up", None)
        if gave_up is None or isinstance(error, Unreadable):
            return
        try:
            with _guarding(claim):
                async with asyncio.timeout(self._limits.farewell_seconds):
                    await gave_up(claim, error)
        except Exception:
            logger.exception("Nobody could be told that update %s was given up", claim.update_id)

    async def _failed(self, state: _Try, claim: Claim, error: Exception) -> bool:
        row = state.row
        state.failures += 1
        state.delay = self._backoff(state.failures)
        state.error = _cause(error)
        is_last = self._is_last(state) or isinstance(error, Unreadable)
        logger.error(
            "Update %s (%s) failed, attempt %s%s", row.update_id, row.kind, state.attempt,
            ": given up" if is_last else "", exc_info=error,
        )  # fmt: skip
        if is_last:
            await self._say_gave_up(claim, error)
            self._give_up(state)
        return is_last

    def _postponed(self, state: _Try, error: TryLater) -> bool:
        """No failure, so it does not count; only its age ends a row that has to wait again and again."""
        row = state.row
        state.postponements += 1
        state.error = _cause(error)
        # Not below one: what was begun once may have had its effects.
        state.attempt = max(1, state.attempt - 1)
        state.delay = min(LONGEST_PAUSE, max(error.seconds, self._backoff(state.postponements)))
        is_last = timezone.now() - row.received_at > OLDEST
        level = logging.WARNING if is_last or state.postponements == 1 else logging.DEBUG
        logger.log(
            level, "Update %s (%s) can't be answered now: %s", row.update_id, row.kind,
            "given up" if is_last else "tried again later",
        )  # fmt: skip
        if is_last:
            self._give_up(state)
        return is_last

    def _give_up(self, state: _Try) -> None:
        row = state.row
        self._commits.put(
            commits.dead(row.pk, row.token, attempts=state.attempt, error=state.error, more=row.more)
        )

    def _backoff(self, times: int) -> float:
        return min(LONGEST_PAUSE, self._limits.backoff * 3.0 ** min(times - 1, 9))

    async def _pause(self, state: _Try) -> None:
        """Wait before the next attempt; only this row's lane waits with it."""
        end = timezone.now() + timedelta(seconds=state.delay)
        row = state.row
        self._commits.put(
            commits.failed(
                row.pk, row.token, attempts=state.attempt, error=state.error, not_before=end, more=row.more
            )
        )
        await asyncio.sleep(state.delay)
        await self._commits.flush()

    def _is_last(self, state: _Try) -> bool:
        return state.failures >= self._limits.tries or state.attempt >= MOST_CRASHES

    def _unit(self, state: _Try) -> UnitOfWork:
        return UnitOfWork(
            state.row.pk,
            state.row.token,
            attempt=state.attempt,
            commits=self._commits,
            worker=self._worker,
            hold=self._hold,
            seconds=self._limits.handler_seconds * 0.9,
        )

    def _claim(self, state: _Try, unit: UnitOfWork) -> Claim:
        row = state.row
        is_last = state.failures + 1 >= self._limits.tries or state.attempt >= MOST_CRASHES
        return Claim(
            row.pk, row.update_id, row.kind, row.lane, row.payload, state.attempt, is_last, row.token, unit,
            tuple(part.payload for part in row.parts),
        )  # fmt: skip


@contextmanager
def _guarding(claim: Claim) -> Iterator[None]:
    """Steps of services run under this claim."""
    token = GUARD.set(claim.unit)
    try:
        yield
    finally:
        GUARD.reset(token)


async def _wait_until(row: Row) -> None:
    """A row that was handed back between two attempts keeps its pause."""
    if row.not_before:
        await asyncio.sleep(max(0.0, (row.not_before - timezone.now()).total_seconds()))


def _cause(error: Exception) -> str:
    """Kind and place of an error, without what its text may quote of what people wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{describe(error)}{place}"
