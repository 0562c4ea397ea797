"""A message that grows while its answer is being written."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from telegram.error import RetryAfter, TelegramError

from botapp.telegram.messenger import wait_of

logger = logging.getLogger(__name__)
T = TypeVar("T")
STRIKES = 3
_MANY_CHATS = 1000


class Pace:
    """Lets one edit a chat pass each `interval` seconds; the first at once."""

    def __init__(self, interval: float) -> None:
        self._interval = interval
        self._free_at: dict[int, float] = {}

    async def turn(self, chat_id: int) -> None:
        """Wait until the chat may be edited again."""
        now = asyncio.get_running_loop().time()
        if len(self._free_at) > _MANY_CHATS:
            self._free_at = {chat: at for chat, at in self._free_at.items() if at > now}
        at = max(now, self._free_at.get(chat_id, 0.0))
        self._free_at[chat_id] = at + self._interval
        await asyncio.sleep(at - now)


class LiveMessage(Generic[T]):
    """Shows the latest of what it is given, never faster than the pace, each state at most once.

    Telegram's wish to wait is obeyed, and what failed is tried again; after three failures in a row only
    the final answer is shown, which is not this class's affair. `shown` is set by the first state that
    stands in the chat. Never raises.
    """

    def __init__(self, chat_id: int, edit: Callable[[T], Awaitable[None]], pace: Pace) -> None:
        self._chat_id = chat_id
        self._edit = edit
        self._pace = pace
        self._latest: T | None = None
        self._is_editing = False
        self._changed = asyncio.Event()
        self.shown = asyncio.Event()
        self._task = asyncio.create_task(self._run())

    def grow(self, state: T) -> None:
        self._latest = state
        self._changed.set()

    @property
    def latest(self) -> T | None:
        """The last state given, shown or not."""
        return self._latest

    async def close(self) -> None:
        """No edit begins after this, and the one under way has ended: a late one can't undo the final."""
        self._changed.set()
        if not self._is_editing:
            self._task.cancel()
        self._edit = _nothing
        await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        strikes = 0
        while strikes < STRIKES and self._edit is not _nothing:
            await self._changed.wait()
            self._changed.clear()
            await self._pace.turn(self._chat_id)
            self._is_editing = True
            wait = await self._try()
            self._is_editing = False
            if wait is None:
                strikes = 0
            elif self._edit is not _nothing:
                strikes += 1
                self._changed.set()
                await asyncio.sleep(wait)

    async def _try(self) -> float | None:
        """None if the latest state is shown, else the seconds to wait before the next attempt."""
        if self._latest is None:
            return None
        try:
            await self._edit(self._latest)
        except RetryAfter as error:
            return wait_of(error)
        except TelegramError as error:
            logger.info("A growing message was not edited: %s", type(error).__name__)
            return 0.0
        self.shown.set()
        return None


async def _nothing(state: object) -> None:
    """Stands where the edit was once the message is closed."""
