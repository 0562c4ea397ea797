"""Writing the answers that people wait for.

Each answer is a task of its own: no lane, thread or database connection is held while the AI works.
The generation's row outlives the process, so another one can take it up and edit the same message.
"""

import asyncio
import logging
import time
import uuid
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Sequence
from contextlib import aclosing, suppress
from datetime import timedelta
from functools import partial
from typing import Any

from django.db import Error as DatabaseError
from django.utils import timezone, translation
from telegram.error import TelegramError

from botapp.ai.schema import Explanation
from botapp.bridge import apart, run_service
from botapp.exceptions import NoAnswer, RvxError
from botapp.explain.engine import explain
from botapp.explain.progress import ExplainRequest, Finished
from botapp.queries.generations import awaited_by, stopping
from botapp.queries.turns import NOTHING, Recollection, recall
from botapp.services import answer_claims, answers, endings
from botapp.services.jobs import Job
from botapp.telegram import answer_messages, card, promises, sources
from botapp.telegram.final_text import AnswerLost, FinalText
from botapp.telegram.keyboards.card import stop_keys
from botapp.telegram.keyboards.menu import back_to_menu
from botapp.telegram.keys import Keyboard
from botapp.telegram.live import LiveMessage, Pace
from botapp.telegram.markup import Marked
from botapp.telegram.messenger import Messenger, is_passing
from botapp.telegram.rendering import render
from botapp.telegram.typing import Typing

logger = logging.getLogger(__name__)
MOST_AT_ONCE = 200
MOST_ATTEMPTS = 5  # not counting those that only Telegram's absence ended
LONGEST = timedelta(hours=24)  # after this nobody waits any more
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
        self._writing: dict[int, asyncio.Task[Finished]] = {}
        self._jobs: dict[int, Job] = {}
        # Monotonic times: past them nobody knows whether the claim was taken over, until it is renewed.
        self._firm_until: dict[int, float] = {}
        self._stopped: set[int] = set()
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
        refused = [job for job in await _kept(taking) if not self._begin(job.id, job)]
        await asyncio.shield(_hand_back(refused))

    def stop(self, generation_id: int) -> None:
        """End one answer now; what is written so far stays."""
        if generation_id in self._tasks:
            self._stopped.add(generation_id)
        elif generation_id in self._behind:
            self.start(generation_id)  # only to say so
        if writing := self._writing.get(generation_id):
            writing.cancel()

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
        # It outlives the update that it was begun in.
        task = self._tasks[generation_id] = apart(self._run(generation_id, job), is_quiet=True)
        if self._watcher is None or self._watcher.done():
            # Not quiet: claims are kept although a crowd of answers waits for threads.
            self._watcher = apart(self._watch())
        task.add_done_callback(partial(self._forget, generation_id))
        return True

    def _forget(self, generation_id: int, task: asyncio.Task[None]) -> None:
        if self._tasks.get(generation_id) is not task:
            return
        for known in (self._tasks, self._writing, self._jobs, self._firm_until):
            known.pop(generation_id, None)
        self._stopped.discard(generation_id)
        for question in [one for one, item in self._behind.items() if item == generation_id]:
            self.start(question)

    async def _run(self, generation_id: int, job: Job | None) -> None:
        """What fails for a reason that passes is taken up again once the claim has run out."""
        began = time.monotonic() - TAKING_UP  # of a job that comes claimed
        try:
            async with self._places:
                if job is None:
                    began, job = time.monotonic(), await self._claim(generation_id)
                if job is not None:
                    await self._attempt(job, began)
                elif item := await run_service(awaited_by, generation_id):
                    self._behind[generation_id] = item
        except asyncio.CancelledError:
            if job is not None:
                await asyncio.shield(_hand_back([job]))
            raise
        except (TelegramError, DatabaseError) as error:
            logger.warning("Answer %s has to wait: %s", generation_id, type(error).__name__)

    async def _claim(self, generation_id: int) -> Job | None:
        claimed = await _kept(run_service(_claim_one, generation_id, by=self.holder))
        return claimed[0] if claimed else None

    async def _attempt(self, job: Job, began: float) -> None:
        """`began`: the monotonic time before the job was claimed."""
        self._jobs[job.id] = job
        self._firm_until[job.id] = began + answer_claims.SECONDS
        try:
            with translation.override(job.language):
                await self._answer(job)
        except AnswerLost:
            logger.warning("Answer %s is written elsewhere now", job.id)
        except TelegramError as error:
            if is_passing(error):
                await run_service(answer_claims.postpone, job)
            raise
        except DatabaseError:
            raise
        except Exception:
            logger.exception("Answer %s failed", job.id)
            await self._give_up(job, "error")

    async def _answer(self, job: Job) -> None:
        if job.stopping:
            self._stopped.add(job.id)
        if job.attempts > MOST_ATTEMPTS or _is_old(job):
            await self._give_up(job, "attempts")
            return
        if job.is_promised:
            await promises.tell(job, self._messenger)
            return
        live: LiveMessage[Explanation] = LiveMessage(
            job.chat_id, lambda shown: self._grow(job, shown), self._pace
        )
        typing = Typing(self._messenger, job.chat_id, until=live.shown)
        try:
            finished = await self._write(job, live)
        except RvxError as error:
            await live.close()
            await self._give_up(job, error.code, error)
            return
        finally:
            await typing.close()
            await live.close()
        if finished is None:
            await self._end_stopped(job, live.latest)
        else:
            await self._end(self._jobs.get(job.id, job), finished)

    async def _write(self, job: Job, live: LiveMessage[Explanation]) -> Finished | None:
        """The finished answer, None if the person wanted no more of it."""
        if job.id in self._stopped:
            return None
        writing = self._writing[job.id] = asyncio.create_task(self._explain(job, live))
        try:
            return await writing
        except asyncio.CancelledError:
            if job.id in self._stopped and not _is_cancelled():
                return None
            raise

    async def _explain(self, job: Job, live: LiveMessage[Explanation]) -> Finished:
        job = self._jobs[job.id] = await sources.gather(job, self._messenger)
        past = await self._past(job)
        request = ExplainRequest(
            job.text,
            job.language,
            job.depth,
            job.kind,
            past.history,
            summary=past.summary,
            mode=job.mode,
            variant=job.variant,
            subject=job.subject,
            origin=job.origin,
        )
        async with aclosing(explain(request)) as progress:
            async for step in progress:
                if isinstance(step, Finished):
                    return step
                # A headline alone would use up the first edit, and the first sentence come a second later.
                if step.explanation.what_happened:
                    live.grow(step.explanation)
        raise NoAnswer(retry_after=60)

    async def _past(self, job: Job) -> Recollection:
        if job.kind != "question":
            return NOTHING
        return await run_service(
            recall, job.person_id, chat_id=job.chat_id, thread_id=job.thread_id, asking=job.text
        )

    async def _grow(self, job: Job, shown: Explanation) -> None:
        grown = await answer_messages.growing(job, shown)
        if time.monotonic() >= self._firm_until.get(job.id, 0.0):
            return
        message_id, keyboard = job.message_id or 0, stop_keys(job.id)
        await self._messenger.edit(job.chat_id, message_id, grown, keyboard=keyboard, patience=0)

    async def _end(self, job: Job, finished: Finished) -> None:
        await self._deliver(job, *await answer_messages.final(job, finished))
        await self._settle(
            answers.settle,
            job,
            explanation_id=finished.explanation_id,
            cached=finished.cached,
            answer=card.remembered(finished.explanation),
            answered=finished.explanation.answered,
        )

    async def _end_stopped(self, job: Job, shown: Explanation | None) -> None:
        await self._deliver(job, answer_messages.stopped(job, shown), [back_to_menu()])
        await self._settle(endings.stop, job)

    async def _give_up(self, job: Job, code: str, error: RvxError | None = None) -> None:
        """The card says what happened, the charge is given back. What was only promised ends in silence.

        Raises TelegramError if the card can't say it just now, unless that has lasted too long.
        """
        if job.is_promised:
            await self._settle(endings.fail, job, code=code)
            return
        said = error.message if error else ""
        try:
            with translation.override(job.language):
                await self._deliver(job, render("explain/failed", {"sentence": said}), [back_to_menu()])
        except TelegramError as failure:
            if is_passing(failure) and not _is_old(job):
                raise
        await self._settle(endings.fail, job, code=code)

    async def _deliver(self, job: Job, messages: list[Marked], keyboard: Keyboard) -> None:
        await FinalText(job, self._messenger).show(messages, keyboard)

    async def _settle(self, settle: Callable[..., object], job: Job, **facts: Any) -> None:
        """Write its end. Its claim is not renewed meanwhile: that it is over does not mean it is lost."""
        self._jobs.pop(job.id, None)
        settling = asyncio.ensure_future(run_service(settle, job, **facts))
        try:
            await asyncio.shield(settling)
        except asyncio.CancelledError:
            # It goes on anyhow, and would find nothing to end if the claim were handed back before it.
            await asyncio.wait([settling])
            raise

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
            logger.exception("Watching over %s answers failed", len(self._jobs))
            return False
        return True

    async def _obey_stops(self) -> None:
        for stopped in await run_service(stopping, list(self._jobs)):
            self.stop(stopped)

    async def _renew(self) -> None:
        jobs, began = list(self._jobs.values()), time.monotonic()
        held = await run_service(answer_claims.renew, *jobs)
        self._firm_until.update(dict.fromkeys(held & self._jobs.keys(), began + answer_claims.SECONDS))
        for job in jobs:
            if job.id not in held and self._jobs.get(job.id) is job:
                logger.warning("Answer %s is written elsewhere now", job.id)
                self._tasks[job.id].cancel()


def _claim_one(generation_id: int, **facts: Any) -> list[Job]:
    job = answer_claims.take(generation_id, **facts)
    return [job] if job else []


async def _kept(claiming: Coroutine[Any, Any, list[Job]]) -> list[Job]:
    """The thread goes on after a cancellation: what it claims then is handed back."""
    task = asyncio.ensure_future(claiming)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.shield(_hand_back_all_of(task))
        raise


async def _hand_back_all_of(claiming: "asyncio.Future[list[Job]]") -> None:
    with suppress(DatabaseError):
        await _hand_back(await claiming)


async def _hand_back(jobs: Iterable[Job]) -> None:
    """Raises nothing: claims run out by themselves, and whoever is cancelled has to end."""
    for job in jobs:
        with suppress(DatabaseError):
            await run_service(answer_claims.hand_back, job)


def _is_old(job: Job) -> bool:
    return timezone.now() - job.asked_at > LONGEST


def _is_cancelled() -> bool:
    """Is this very task being cancelled, and not only the one it waits for?"""
    task = asyncio.current_task()
    return bool(task and task.cancelling())
