"""The engine `inline`: claims a window of stored updates and has them handled, lane by lane.

It outlives one leadership: what is in work when the lead ends is finished or handed back by it.
"""

import asyncio
import logging
import time
import uuid
from contextlib import suppress

import psycopg
from django.db import Error as DatabaseError

from botapp.delivery import claims, commits
from botapp.delivery.application import Application
from botapp.delivery.attempts import Attempts, Limits
from botapp.delivery.bursts import Bursts
from botapp.delivery.claims import Claimer, Row, Window
from botapp.delivery.exceptions import LeaseLost
from botapp.delivery.grouping import GroupCommit
from botapp.delivery.hold import Hold
from botapp.delivery.lanes import Lanes
from botapp.delivery.leadership import Leadership
from botapp.delivery.worker import Worker
from botapp.services import answer_claims

logger = logging.getLogger(__name__)
RESCAN_SECONDS = 1.0
RESCAN_WHILE_WAITING_SECONDS = 0.2
PAUSE_WHILE_AWAY_SECONDS = 0.5
MOST_OF_A_LANE = 16
LOOKS_FOR_MORE = 2  # the first may be under way already, with the lane still full


class Engine:
    def __init__(self, bot_id: int, *, holder: uuid.UUID, application: Application, limits: Limits) -> None:
        self._bot_id = bot_id
        self._holder = holder
        self._limits = limits
        self._worker = Worker("delivery")
        self._commits = GroupCommit(self._worker, is_idle=lambda: self._lanes.size <= 1)
        self._claimer = Claimer(holder, limits.claim_seconds)
        self._hold = Hold(limits.claim_seconds)
        self._attempts = Attempts(application, self._commits, self._worker, limits, self._hold)
        self._lanes = Lanes(self._attempts.run, parallel=limits.lanes, bursts=Bursts(application))
        self._attempts.place = self._lanes.place
        self._lanes.on_room = self._made_room
        self._lanes.fill = self._fill
        self._wake = asyncio.Event()
        self._held_elsewhere: frozenset[str] = frozenset()
        self._gone: uuid.UUID | None = None
        self._is_starved = False
        self._is_away = False
        self._is_leading = False
        self._is_caught_up = False
        self._batches_stored = 0
        self._led: Leadership | None = None
        # Something may wait to be handed back before the next rows of its lane are claimed.
        self._must_flush = True
        # Lanes of which rows were left in the inbox; None: nobody knows which.
        self._left: frozenset[str] | None = frozenset()
        self._took = asyncio.Event()
        self._claiming: set[asyncio.Future[list[Row]]] = set()
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin the tasks that last for the whole process."""
        self._tasks = [
            asyncio.create_task(self._commits.run(), name="commits"),
            asyncio.create_task(self._renew_claims(), name="claims"),
        ]

    def wake(self) -> None:
        """Look at the inbox at once."""
        self._wake.set()

    def stored(self) -> None:
        """A batch was stored and has to be claimed."""
        self._batches_stored += 1
        self._is_caught_up = False
        self._wake.set()

    def claimer(self, count: int) -> Claimer | None:
        """How to claim `count` updates while they are stored; None if they would overtake others.

        So few that no lane gets more than its share.
        """
        is_room = self._lanes.size + count <= MOST_OF_A_LANE
        is_free = self._is_leading and self._is_caught_up and not self._lanes.ending()
        return self._claimer if is_free and is_room else None

    async def receive(self, storing: "asyncio.Future[list[Row]]") -> None:
        """Hand out what is being stored with a `claimer`; what comes after the lead is handed back."""
        rows = await self._claimed(storing)
        if self._is_leading:
            self._lanes.add(rows)
        else:
            self._hand_back(rows)

    async def lead(self, leadership: Leadership) -> None:
        """Claim and hand out while the leadership is valid. Survives a database that is away."""
        if leadership is not self._led:
            self._gone = leadership.before.holder if leadership.reason == "died" else None
        self._led, self._is_leading, self._must_flush = leadership, True, True
        try:
            await self._claim_on(leadership)
        finally:
            self._is_leading = self._is_caught_up = False

    async def _claim_on(self, leadership: Leadership) -> None:
        loop = asyncio.get_running_loop()
        scan_at = 0.0
        while leadership.is_valid:
            self._wake.clear()
            try:
                await self._take_up_from_the_dead()
                if loop.time() >= scan_at:
                    await self._look_at_others()
                    scan_at = loop.time() + self._rescan_seconds
                is_full = await self._claim(leadership)
            except LeaseLost:
                leadership.end("another process took the lead")
                return
            except (DatabaseError, psycopg.Error) as error:
                self._say_away(error)
                await asyncio.sleep(PAUSE_WHILE_AWAY_SECONDS)
                continue
            self._say_back()
            if not is_full:
                await self._wait(scan_at - loop.time())

    async def watch(self) -> None:
        """Until one of the tasks that last for the whole process ends, which none of them should: raises."""
        done, _ = await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
        ended = done.pop()
        cause = None if ended.cancelled() else ended.exception()
        raise RuntimeError(f"the task {ended.get_name()} ended") from cause

    async def drain(self, seconds: float) -> None:
        """Hand back what was not begun, finish what was, and hand back the rest after `seconds`."""
        self._hand_back(self._lanes.take_out_waiting())
        if not await self._lanes.finish(seconds):
            logger.warning(
                "%s updates were in work at the end of the grace period: handed back.", self._lanes.size
            )
            await self._lanes.cancel(self._limits.flush_seconds)
        await self._flush()

    async def abandon(self) -> None:
        """The lead was lost: another process may run what is here, so end it and hand it back."""
        self._hand_back(self._lanes.take_out_waiting())
        await self._lanes.cancel(self._limits.flush_seconds)
        await self._flush()

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._worker.close()

    @property
    def has_stuck_threads(self) -> bool:
        """True if a service still runs on a thread that nobody waits for."""
        return self._attempts.has_stuck_threads

    @property
    def _rescan_seconds(self) -> float:
        is_waiting = self._held_elsewhere or self._must_flush
        return RESCAN_WHILE_WAITING_SECONDS if is_waiting else RESCAN_SECONDS

    async def _claim(self, leadership: Leadership) -> bool:
        """Claim one window; True if there may be more that fits."""
        batches = self._batches_stored
        window = await self._take(leadership.epoch)
        self._left = None if window.is_full else window.left
        self._lanes.add(window.rows)
        self._took.set()
        self._took = asyncio.Event()
        self._is_starved = window.is_full or bool(window.left)
        is_all = not (self._is_starved or self._held_elsewhere or self._must_flush)
        self._is_caught_up = is_all and batches == self._batches_stored
        return window.is_full and self._lanes.size < self._limits.window

    async def _take(self, epoch: int) -> Window:
        """Rows that wait to be handed back come first, or their lanes' next ones would overtake them."""
        ending = self._lanes.ending()
        if self._commits.is_behind or self._must_flush:
            await self._commits.flush()
        self._must_flush = bool(ending)
        taking = asyncio.ensure_future(
            self._worker.run(
                claims.take,
                self._bot_id,
                epoch=epoch,
                claimer=self._claimer,
                room=self._limits.window - self._lanes.size,
                load=self._lanes.load(),
                held_elsewhere=self._held_elsewhere | ending,
                per_lane=MOST_OF_A_LANE,
            )
        )
        await self._claimed(asyncio.ensure_future(_rows(taking)))
        return taking.result()

    async def _claimed(self, claiming: "asyncio.Future[list[Row]]") -> list[Row]:
        """The thread goes on after a cancellation: what it claims then is handed back."""
        self._claiming.add(claiming)
        claiming.add_done_callback(self._claiming.discard)
        try:
            return await asyncio.shield(claiming)
        except asyncio.CancelledError:
            claiming.add_done_callback(self._hand_back_claimed)
            raise

    def _hand_back_claimed(self, claiming: "asyncio.Future[list[Row]]") -> None:
        if not claiming.cancelled() and claiming.exception() is None:
            self._hand_back(claiming.result())

    async def _take_up_from_the_dead(self) -> None:
        """At once, without waiting for the end of its claims; again if the database does not answer."""
        if self._gone is None:
            return
        updates = await self._worker.run(claims.free_claims_of, self._gone, bot_id=self._bot_id)
        answers = await self._worker.run(answer_claims.free_all_of, self._gone)
        self._gone = None
        logger.info("Taken up again from the process that is gone: %s updates, %s answers.", updates, answers)

    async def _look_at_others(self) -> None:
        """Rows whose claim ended come back; lanes in which another process is busy have to wait."""
        if count := await self._worker.run(claims.free_expired, self._bot_id, besides=self._held()):
            logger.info("Taken up again, their claims had ended: %s updates.", count)
        self._held_elsewhere = await self._worker.run(
            claims.lanes_of_others, self._bot_id, holder=self._holder
        )

    def _say_away(self, error: Exception) -> None:
        """Once for each time that the database is away."""
        if not self._is_away:
            logger.warning("Claiming waits for the database: %s", type(error).__name__)
        self._is_away = True

    def _say_back(self) -> None:
        if self._is_away:
            logger.warning("The database is back: claiming goes on.")
        self._is_away = False

    async def _wait(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(max(seconds, 0.01)):
                await self._wake.wait()

    async def _renew_claims(self) -> None:
        while True:
            await asyncio.sleep(self._limits.claim_seconds / 3)
            began = time.monotonic()
            with suppress(DatabaseError, psycopg.Error):
                lost = await self._worker.run(
                    claims.renew, self._held(), holder=self._holder, seconds=self._limits.claim_seconds
                )
                lost.intersection_update(self._lanes.pks())  # others ended well meanwhile
                self._lanes.drop(lost)
                self._attempts.lose(lost)
                self._hold.renewed(began)

    def _held(self) -> list[int]:
        """Rows in work here, and those whose end waits to be written."""
        return self._lanes.pks() + self._commits.pks()

    def _hand_back(self, rows: list[Row]) -> None:
        for row in rows:
            self._commits.put(commits.back(row.pk, row.token, attempts=row.attempts))

    async def _flush(self) -> None:
        try:
            async with asyncio.timeout(self._limits.flush_seconds):
                if self._claiming:
                    await asyncio.wait(self._claiming)
                await self._commits.flush()
        except TimeoutError:
            logger.error("The database did not answer: some done marks are missing, their updates run again.")

    async def _fill(self, lane: str) -> None:
        """Before a burst is taken for complete: claim what was left of its lane when that was too long."""
        for _ in range(LOOKS_FOR_MORE):
            if not self._is_leading or (self._left is not None and lane not in self._left):
                return
            took = self._took
            self._wake.set()
            with suppress(TimeoutError):
                async with asyncio.timeout(RESCAN_SECONDS):
                    await took.wait()

    def _made_room(self) -> None:
        """A lane ran empty: look again if rows had to be left for want of room, but not for each one."""
        if self._is_starved and self._lanes.size <= self._limits.window // 2:
            self._wake.set()


async def _rows(taking: "asyncio.Future[Window]") -> list[Row]:
    return (await taking).rows
