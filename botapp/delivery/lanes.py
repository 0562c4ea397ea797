"""Lanes: in order within one, lanes in parallel, bounded."""

import asyncio
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Sequence, Set
from contextlib import suppress

from botapp.delivery.bursts import LONGEST_SECONDS, Bursts
from botapp.delivery.claims import Row
from botapp.delivery.lane_keys import URGENT


class Lanes:
    """Runs `work(row)` for each row added; one at a time within a lane.

    `work` must not raise. At most `parallel` run at once (`slot()` is what it holds meanwhile), except
    that urgent lanes never wait for a place. Rows of a burst run as one, once it is complete; a lane
    waits for that without a place. `fill(lane)` is awaited first: it fetches what was left elsewhere.
    """

    def __init__(
        self, work: Callable[[Row], Awaitable[None]], *, parallel: int, bursts: Bursts | None = None
    ) -> None:
        self._work = work
        self._bursts = bursts or Bursts()
        self._gathering: dict[str, asyncio.Event] = {}
        self._places = asyncio.Semaphore(parallel)
        self._queues: dict[str, deque[Row]] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._current: dict[str, Row] = {}
        self._ending: set[str] = set()
        self._idle = asyncio.Event()
        self._idle.set()
        self.on_room: Callable[[], None] = lambda: None
        self.fill: Callable[[str], Awaitable[None]] = _nothing
        self.size = 0

    def add(self, rows: Sequence[Row]) -> None:
        """Queue rows in their order."""
        for row in rows:
            self._queues.setdefault(row.lane, deque()).append(row)
            self.size += 1
            if row.lane not in self._tasks:
                self._start(row.lane)
        self._look_again()
        if self.size:
            self._idle.clear()

    def load(self) -> Counter[str]:
        """How many rows of each lane are here, begun or not."""
        counts = Counter({lane: len(queue) for lane, queue in self._queues.items()})
        for lane, row in self._current.items():
            counts[lane] += 1 + len(row.parts)
        return counts

    def pks(self) -> list[int]:
        """All rows that are here."""
        queued = [row.pk for queue in self._queues.values() for row in queue]
        return queued + [pk for row in self._current.values() for pk in row.pks]

    def place(self, row: Row) -> "asyncio.Semaphore | _Free":
        """The place that a running row holds, as a context manager."""
        return _FREE if row.lane.startswith(URGENT) else self._places

    def take_out_waiting(self) -> list[Row]:
        """Remove and return what was not begun."""
        rows = [row for queue in self._queues.values() for row in queue]
        for queue in self._queues.values():
            queue.clear()
        self._look_again()
        self._left(len(rows))
        return rows

    def drop(self, pks: Set[int]) -> None:
        """Forget waiting rows that another process has now."""
        for queue in self._queues.values() if pks else ():
            lost = [row for row in queue if row.pk in pks]
            for row in lost:
                queue.remove(row)
            self._left(len(lost))
        self._look_again()

    async def finish(self, seconds: float) -> bool:
        """Wait until nothing is here; False if `seconds` were not enough."""
        try:
            async with asyncio.timeout(seconds):
                await self._idle.wait()
        except TimeoutError:
            return False
        return True

    def ending(self) -> frozenset[str]:
        """Lanes that were cancelled and still end, because a thread goes on: nothing may be added to them."""
        return frozenset(self._ending)

    async def cancel(self, seconds: float) -> None:
        """Cancel what runs and wait for its end, at most `seconds`; `work` sees the cancellation."""
        tasks = list(self._tasks.values())
        self._ending.update(self._tasks)
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=seconds)

    def _start(self, lane: str) -> None:
        self._tasks[lane] = task = asyncio.create_task(self._run(lane), name=f"lane {lane}")
        task.add_done_callback(lambda _: self._ended(lane))

    async def _run(self, lane: str) -> None:
        queue = self._queues[lane]
        while queue:
            is_burst = self._bursts.begins(queue[0])
            if is_burst and not await self._gather(lane):
                continue
            self._current[lane] = row = self._bursts.take(queue) if is_burst else queue.popleft()
            try:
                await self._work(row)
            finally:
                del self._current[lane]
                self._left(1 + len(row.parts))

    async def _gather(self, lane: str) -> bool:
        """Wait until the burst at the head is complete; False if the head is another one by now."""
        queue, loop = self._queues[lane], asyncio.get_running_loop()
        head, end = queue[0], loop.time() + LONGEST_SECONDS
        self._gathering[lane] = changed = asyncio.Event()
        try:
            if self._bursts.may_go_on(queue):
                await self.fill(lane)
            while queue and queue[0] is head:
                seconds = min(self._bursts.wait(queue), end - loop.time())
                if seconds <= 0:
                    return True
                changed.clear()
                with suppress(TimeoutError):
                    async with asyncio.timeout(seconds):
                        await changed.wait()
        finally:
            del self._gathering[lane]
        return False

    def _look_again(self) -> None:
        """Rows came or went: those that wait for the rest of a burst count anew."""
        for changed in self._gathering.values():
            changed.set()

    def _ended(self, lane: str) -> None:
        """A callback, because a task that is cancelled before its first step runs no `finally`."""
        del self._tasks[lane]
        self._ending.discard(lane)
        if self._queues[lane]:
            self._start(lane)
        else:
            del self._queues[lane]
            self.on_room()

    def _left(self, count: int) -> None:
        self.size -= count
        if not self.size:
            self._idle.set()


async def _nothing(lane: str) -> None:
    """Stands where rows that were left elsewhere are fetched."""


class _Free:
    """A place that is always there."""

    async def __aenter__(self) -> None:
        return None

    async def __aexit__(self, *exc: object) -> None:
        return None


_FREE = _Free()
