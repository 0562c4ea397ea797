"""One answer on its way into the chat, from its claim to its end."""

import asyncio
import logging
import time
from contextlib import aclosing
from datetime import timedelta

from django.db import Error as DatabaseError
from django.utils import timezone, translation
from telegram.error import TelegramError

from botapp.ai.schema import Explanation
from botapp.bridge import run_service
from botapp.exceptions import NoAnswer, RvxError
from botapp.explain import owed
from botapp.explain.engine import explain
from botapp.explain.progress import Finished
from botapp.queries.turns import NOTHING, Recollection, recall
from botapp.services import answer_claims
from botapp.services.jobs import Job
from botapp.telegram import answer_messages, endings, promises, sources
from botapp.telegram.endings import Ending, Note
from botapp.telegram.final_text import AnswerLost, FinalText
from botapp.telegram.keyboards.card import stop_keys
from botapp.telegram.live import LiveMessage, Pace
from botapp.telegram.messenger import Messenger, is_passing
from botapp.telegram.typing import Typing

logger = logging.getLogger(__name__)
MOST_ATTEMPTS = 5  # not counting those that only Telegram's absence ended
LONGEST = timedelta(hours=24)  # after this nobody waits any more


class Writing:
    """One run of one answer. `job`: what it has claimed; None before that, and while its end is noted."""

    def __init__(self, messenger: Messenger, pace: Pace) -> None:
        self.job: Job | None = None
        self._messenger = messenger
        self._pace = pace
        # Monotonic: past it nobody knows whether the claim was taken over, until it is renewed.
        self._firm_until = 0.0
        self._stopped = asyncio.Event()
        self._explaining: asyncio.Task[Finished] | None = None

    def stop(self) -> None:
        """The person wants no more of it: what is written so far stays."""
        self._stopped.set()
        if self._explaining:
            self._explaining.cancel()

    def hold(self, since: float) -> None:
        """The claim holds for its time `since`, a monotonic time before it was taken or renewed."""
        self._firm_until = since + answer_claims.SECONDS

    async def attempt(self, job: Job, began: float) -> None:
        """Write it and note its end. `began`: the monotonic time before the job was claimed.

        Raises TelegramError or DatabaseError for a reason that passes.
        """
        self.job = job
        self.hold(began)
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
            self._stopped.set()
        if job.attempts > MOST_ATTEMPTS or _is_old(job):
            await self._give_up(job, "attempts")
        elif job.is_promised:
            await self._settle(await promises.show(job, self._messenger))
        else:
            await self._grow_to_its_end(job)

    async def _grow_to_its_end(self, job: Job) -> None:
        live: LiveMessage[Explanation] = LiveMessage(
            job.chat_id, lambda shown: self._grow(job, shown), self._pace
        )
        typing = Typing(self._messenger, job.chat_id, until=live.shown)
        try:
            result = await self._write(job, live)
        except RvxError as error:
            await live.close()
            await self._give_up(job, error.code, sentence=error.message)
            return
        finally:
            await typing.close()
            await live.close()
        if result is None:
            await self._end(job, endings.stopped(job, live.latest))
        else:
            job = self.job or job  # as it was read
            await self._end(job, await endings.finished(job, result))

    async def _write(self, job: Job, live: LiveMessage[Explanation]) -> Finished | None:
        """The finished answer, None if the person wanted no more of it."""
        if self._stopped.is_set():
            return None
        self._explaining = asyncio.create_task(self._explain(job, live))
        try:
            return await self._explaining
        except asyncio.CancelledError:
            if self._stopped.is_set() and not _is_cancelled():
                return None
            raise

    async def _explain(self, job: Job, live: LiveMessage[Explanation]) -> Finished:
        job = self.job = await sources.gather(job, self._messenger)
        request = owed.make_request(job, await _past(job))
        async with aclosing(explain(request)) as progress:
            async for step in progress:
                if isinstance(step, Finished):
                    return step
                # A headline alone would use up the first edit, and the first sentence come a second later.
                if step.explanation.what_happened:
                    live.grow(step.explanation)
        raise NoAnswer(retry_after=60)

    async def _grow(self, job: Job, shown: Explanation) -> None:
        grown = await answer_messages.growing(job, shown)
        if time.monotonic() >= self._firm_until:
            return
        message_id, keyboard = job.message_id or 0, stop_keys(job.id)
        await self._messenger.edit(job.chat_id, message_id, grown, keyboard=keyboard, patience=0)

    async def _give_up(self, job: Job, code: str, *, sentence: str = "") -> None:
        """The card says what happened, the charge is given back. What was only promised ends in silence.

        Raises TelegramError if the card can't say it just now, unless that has lasted too long.
        """
        if job.is_promised:
            await self._settle(endings.unseen(job, code=code))
            return
        ending = endings.failed(job, code=code, sentence=sentence)
        try:
            await self._show(job, ending)
        except TelegramError as failure:
            if is_passing(failure) and not _is_old(job):
                raise
        await self._settle(ending.note)

    async def _end(self, job: Job, ending: Ending) -> None:
        await self._show(job, ending)
        await self._settle(ending.note)

    async def _show(self, job: Job, ending: Ending) -> None:
        await FinalText(job, self._messenger).show(ending.messages, ending.keyboard)

    async def _settle(self, note: Note) -> None:
        """Write its end. Its claim is not renewed meanwhile: that it is over does not mean it is lost."""
        self.job = None
        settling = asyncio.ensure_future(run_service(note))
        try:
            await asyncio.shield(settling)
        except asyncio.CancelledError:
            # It goes on anyhow, and would find nothing to end if the claim were handed back before it.
            await asyncio.wait([settling])
            raise


async def _past(job: Job) -> Recollection:
    if job.kind != "question":
        return NOTHING
    return await run_service(
        recall, job.person_id, chat_id=job.chat_id, thread_id=job.thread_id, asking=job.text
    )


def _is_old(job: Job) -> bool:
    return timezone.now() - job.asked_at > LONGEST


def _is_cancelled() -> bool:
    """Is this very task being cancelled, and not only the one it waits for?"""
    task = asyncio.current_task()
    return bool(task and task.cancelling())
