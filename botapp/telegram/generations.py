"""Writing the answers that people wait for.

Each answer is a task of its own: no lane, thread or database connection is held while the AI works.
The generation's row outlives the process, so another one can take it up and edit the same message.
"""

import asyncio
import logging
import time
import uuid
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial

from django.db import Error as DatabaseError
from telegram.error import TelegramError

from botapp.bridge import apart, run_service
from botapp.queries.generations import awaited_by, stopping
from botapp.services import answer_claims
from botapp.services.jobs import Job
from botapp.telegram.claiming import hand_back, keep
from botapp.telegram.live import Pace
from botapp.telegram.messenger import Messenger
from botapp.telegram.writing import Writing

logger = logging.getLogger(__name__)
MOST_AT_ONCE = 200
HANDING_BACK = 0.5  # seconds of a drain that are kept for it
ENDING = 3.0  # seconds that an answer has to say that it was stopped
WATCH_SECONDS = 0.5
RENEW_EVERY = 8  # watches
TAKING_UP = 2.0  # seconds that claiming many answers may take


class GenerationRunner:
    """All answers that this process is writing. Belongs to one event loop."""

    def __init__(self, messenger: Messenger, *, edit_interval: float = 1.0) -> None:
        self._messenger = messenger
        self._pace = Pace(edit_interval)
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._writings: dict[int, Writing] = {}  # what each of them does
        # Questions that wait, and the answer whose card each is about; other processes' by `take_up` only.
        self._behind: dict[int, int] = {}
        self._places = asyncio.Semaphore(MOST_AT_ONCE)
        self._watcher: asyncio.Task[None] | None = None
        self.holder: uuid.UUID | None = None  # this process, as its leadership names it

    def __len__(self) -> int:
        return len(self._tasks)

    def start(self, generation_id: int) -> None:
        """Write the answer of a generation that has its message. Does not wait."""
        self._begin(generation_id, None)

    async def take_up(self) -> None:
        """Go on with answers that nobody works on any more."""
        room = MOST_AT_ONCE - len(self._tasks)
        if room <= 0:
            return
        taking = run_service(answer_claims.take_open, room, besides=list(self._tasks), by=self.holder)
        # Begun here while it was being claimed: that run claims it, or the next call takes it up.
        refused = [job for job in await keep(taking) if not self._begin(job.id, job)]
        await asyncio.shield(hand_back(refused))

    def stop(self, generation_id: int) -> None:
        """End one answer now; what is written so far stays."""
        if writing := self._writings.get(generation_id):
            writing.stop()
        elif generation_id in self._behind:
            self.start(generation_id)  # only to say so

    async def end(self, generation_ids: Sequence[int]) -> None:
        """`stop` for several; waits until they have said so in the chat, or leaves them after a moment."""
        for number in generation_ids:
            self.stop(number)
        tasks = [self._tasks[number] for number in generation_ids if number in self._tasks]
        if tasks:
            await asyncio.wait(tasks, timeout=ENDING)
        await self.leave(generation_ids)

    async def leave(self, generation_ids: Iterable[int]) -> None:
        """End these without a word, because others take their place; no edit of theirs comes after this."""
        tasks = [self._tasks[number] for number in generation_ids if number in self._tasks]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def drain(self, seconds: float) -> None:
        """Let running answers end, and hand back the others for the next leader, all within `seconds`."""
        tasks = list(self._tasks.values())
        if tasks:
            await asyncio.wait(tasks, timeout=max(seconds / 2, seconds - HANDING_BACK))
        self._behind.clear()
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._watcher:
            self._watcher.cancel()
            await asyncio.gather(self._watcher, return_exceptions=True)
            self._watcher = None

    def _begin(self, generation_id: int, job: Job | None) -> bool:
        """False if a task of this process has it already."""
        if generation_id in self._tasks:
            return False
        self._behind.pop(generation_id, None)
        writing = self._writings[generation_id] = Writing(self._messenger, self._pace)
        # It outlives the update that it was begun in.
        task = self._tasks[generation_id] = apart(self._run(generation_id, job, writing), is_quiet=True)
        if self._watcher is None or self._watcher.done():
            # Not quiet: claims are kept although a crowd of answers waits for threads.
            self._watcher = apart(self._watch())
        task.add_done_callback(partial(self._forget, generation_id))
        return True

    def _forget(self, generation_id: int, task: asyncio.Task[None]) -> None:
        if self._tasks.get(generation_id) is not task:
            return
        del self._tasks[generation_id], self._writings[generation_id]
        for question in [one for one, item in self._behind.items() if item == generation_id]:
            self.start(question)

    async def _run(self, generation_id: int, job: Job | None, writing: Writing) -> None:
        """What fails for a reason that passes is taken up again once the claim has run out."""
        began = time.monotonic() - TAKING_UP  # of a job that comes claimed
        try:
            async with self._places:
                if job is None:
                    began, job = time.monotonic(), await self._claim(generation_id)
                if job is not None:
                    await writing.attempt(job, began)
                elif item := await run_service(awaited_by, generation_id):
                    self._behind[generation_id] = item
        except asyncio.CancelledError:
            if job is not None:
                await asyncio.shield(hand_back([job]))
            raise
        except (TelegramError, DatabaseError) as error:
            logger.warning("Answer %s has to wait: %s", generation_id, type(error).__name__)

    async def _claim(self, generation_id: int) -> Job | None:
        claimed = await keep(run_service(answer_claims.take_each, [generation_id], by=self.holder))
        return claimed[0] if claimed else None

    async def _watch(self) -> None:
        """Keep the claims, and end what a person stopped through another process."""
        turn = 0
        while self._tasks:
            await asyncio.sleep(WATCH_SECONDS)
            turn += 1
            if turn >= RENEW_EVERY and await self._survive(self._renew):
                turn = 0
            await self._survive(self._obey_stops)

    async def _survive(self, duty: Callable[[], Awaitable[None]]) -> bool:
        """Whether it went well; one duty that fails must not take the other with it."""
        try:
            await duty()
        except Exception:
            logger.exception("Watching over %s answers failed", len(self._claimed()))
            return False
        return True

    async def _obey_stops(self) -> None:
        for stopped in await run_service(stopping, list(self._claimed())):
            self.stop(stopped)

    async def _renew(self) -> None:
        claimed, began = self._claimed(), time.monotonic()
        held = await run_service(answer_claims.renew, *claimed.values())
        for number, job in claimed.items():
            writing = self._writings.get(number)
            if writing is None or writing.job is None:
                continue
            if number in held:
                writing.hold(began)
            elif writing.job is job:
                logger.warning("Answer %s is written elsewhere now", number)
                self._tasks[number].cancel()

    def _claimed(self) -> dict[int, Job]:
        """What has a claim to be kept."""
        return {number: writing.job for number, writing in self._writings.items() if writing.job}
