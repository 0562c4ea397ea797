"""The final text of an answer: in the growing message and, if it is long, in more below it."""

import asyncio
import logging

from telegram.error import Forbidden, RetryAfter, TelegramError

from botapp.bridge import run_service
from botapp.exceptions import MessageGone
from botapp.services import answer_claims, jobs
from botapp.services.jobs import Job
from botapp.telegram.keys import Keyboard
from botapp.telegram.markup import Marked
from botapp.telegram.messenger import Messenger, changing, is_passing, wait_of

logger = logging.getLogger(__name__)
DELIVERIES = 5  # attempts to show it before the claim is left to run out
PAUSE = 0.2  # seconds before the second attempt; each further one waits twice as long
LONGEST_WAIT = 60.0  # seconds that it waits because Telegram says so


class AnswerLost(Exception):
    """Another run writes this answer now, or it is over."""


class FinalText:
    """One answer's. What stands in the chat is noted, so that the next run goes on below it.

    Whoever was paused may have lost the answer to another run meanwhile: it shows nothing any more.
    """

    def __init__(self, job: Job, messenger: Messenger) -> None:
        self._job = job
        self._messenger = messenger
        self._message_id = job.message_id
        self._parts_sent = job.parts_sent
        self._is_begun = False

    async def show(self, messages: list[Marked], keyboard: Keyboard) -> bool:
        """False if the person blocked the bot.

        Raises TelegramError if Telegram can't be reached, AnswerLost if another run has the answer.
        """
        for attempt in range(1, DELIVERIES + 1):
            try:
                await self._go_on(messages, keyboard)
            except Forbidden:
                logger.info("Answer %s: the person blocked the bot", self._job.id)
                return False
            except TelegramError as error:
                if not is_passing(error) or attempt == DELIVERIES:
                    raise
                await asyncio.sleep(_pause(error, attempt))
            else:
                return True
        raise AssertionError("the last attempt returns or raises")

    async def _go_on(self, messages: list[Marked], keyboard: Keyboard) -> None:
        keyboards = [None] * (len(messages) - 1) + [keyboard]
        if not self._is_begun:
            # An earlier run may have let it grow again: it is edited by each run.
            await self._check_held()
            await self._show_first(messages[0], keyboards[0])
            self._is_begun = True
        for index in range(self._parts_sent + 1, len(messages)):
            await self._check_held()
            part = await self._messenger.send(self._job.chat_id, messages[index], keyboard=keyboards[index])
            self._parts_sent = index
            await self._note(part)

    async def _show_first(self, message: Marked, keyboard: Keyboard | None) -> None:
        if self._message_id is not None:
            try:
                with changing():
                    await self._messenger.edit(
                        self._job.chat_id, self._message_id, message, keyboard=keyboard
                    )
            except MessageGone:
                logger.info("Answer %s gets a new message", self._job.id)
            else:
                return
        self._message_id = await self._messenger.send(self._job.chat_id, message, keyboard=keyboard)
        await self._note()

    async def _check_held(self) -> None:
        if not await run_service(answer_claims.renew, self._job):
            raise AnswerLost

    async def _note(self, part: int | None = None) -> None:
        is_ours = await run_service(
            jobs.note_shown,
            self._job,
            message_id=self._message_id,
            parts_sent=self._parts_sent,
            part=part,
        )
        if not is_ours:
            raise AnswerLost


def _pause(error: TelegramError, attempt: int) -> float:
    if isinstance(error, RetryAfter):
        return min(wait_of(error), LONGEST_WAIT)
    return min(PAUSE * 2.0 ** (attempt - 1), 5.0)
