"""The sign over a chat that an answer is on its way."""

import asyncio
import logging

from telegram.error import RetryAfter, TelegramError

from botapp.telegram.messenger import Messenger, wait_of

logger = logging.getLogger(__name__)
GRACE = 0.2  # seconds: what is answered sooner needs no sign
AGAIN = 4.5  # seconds: Telegram takes the sign away after five


class Typing:
    """Shows "typing" from when it is made until `until` is set or it is closed. Never raises."""

    def __init__(self, messenger: Messenger, chat_id: int, *, until: asyncio.Event) -> None:
        self._messenger = messenger
        self._chat_id = chat_id
        self._until = until
        self._task = asyncio.create_task(self._run())

    async def close(self) -> None:
        """No sign comes after this."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        pause = GRACE
        while not await self._is_over(pause):
            pause = await self._show()

    async def _is_over(self, seconds: float) -> bool:
        try:
            await asyncio.wait_for(self._until.wait(), seconds)
        except TimeoutError:
            return False
        return True

    async def _show(self) -> float:
        """Seconds until the sign is due again."""
        try:
            await self._messenger.act(self._chat_id, "typing")
        except RetryAfter as error:
            return max(AGAIN, wait_of(error))
        except TelegramError as error:
            logger.debug("No sign of typing: %s", type(error).__name__)
        return AGAIN
