"""The poller: fetches, stores, commits, and only then asks for more, which confirms what was stored."""

import asyncio
import logging
import random
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import psycopg
from django.db import Error as DatabaseError

from botapp.delivery import inbox
from botapp.delivery.alarm import Alarm
from botapp.delivery.bot_api import BotApi, BotApiError
from botapp.delivery.exceptions import LeaseLost
from botapp.delivery.failpoints import reach
from botapp.delivery.inbox import Inbox
from botapp.delivery.leadership import Leadership
from botapp.delivery.store import highest

logger = logging.getLogger(__name__)
# Every kind that RVX asks Telegram for.
ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "my_chat_member",
    "poll_answer",
)
BATCH = 100
SLOWEST_RETRY = 15.0
# A stranger who is gone leaves no sign: an idle bot asks again within five seconds.
SLOWEST_AFTER_CONFLICT = 4.0
CONFLICT = (
    "Another program polls with this bot's token (409): some messages may go to it. Find it and stop it, "
    "or revoke the token with @BotFather. Trying on."
)
WEBHOOK = (
    "A webhook was set for this bot while it polls (409). Remove it, or run with the webhook. Trying on."
)
UNAUTHORIZED = "Telegram does not accept the token any more (%s). Put the new one into TELEGRAM_BOT_TOKEN."


class Poller:
    """Polls for one bot while a leadership is valid."""

    def __init__(self, api: BotApi, door: Inbox, *, seconds: int) -> None:
        self._api = api
        self._inbox = door
        self._seconds = seconds
        self._conflict = Alarm(logger)
        self._refused = Alarm(logger)
        self._full = Alarm(logger)
        self._pause = 0.0
        self._counted_at = float("-inf")

    async def lead(self, leadership: Leadership, *, on_ready: Callable[[], None]) -> None:
        """Until the leadership ends. The first call asks without an offset: only Telegram knows the tail."""
        offset: int | None = None
        is_first = True
        while leadership.is_valid:
            updates = await self._fetch(leadership, offset, seconds=0 if is_first else self._seconds)
            if updates is None:
                continue
            if is_first:
                is_first = False
                on_ready()
            if updates and await self._keep(updates, leadership):
                reach("stored")
                offset = await self._after(updates, offset)
                await self._hold_back(leadership)

    async def _fetch(self, leadership: Leadership, offset: int | None, *, seconds: int) -> list[Any] | None:
        """The next batch, or None after a failure and its pause."""
        parameters: dict[str, Any] = {"timeout": seconds, "limit": BATCH, "allowed_updates": ALLOWED_UPDATES}
        if offset is not None:
            parameters["offset"] = offset
        try:
            updates = await self._api.call("getUpdates", seconds=seconds + 10.0, **parameters)
        except BotApiError as error:
            if leadership.is_valid:  # else it may be our own next leader who ended the call
                await self._recover(error)
            return None
        self._pause = 0.0
        if updates:
            reach("fetched")
        return updates if isinstance(updates, list) else []

    async def _keep(self, updates: list[Any], leadership: Leadership) -> bool:
        """Store the batch, again and again while the database is away; False if the lead is lost."""
        while leadership.is_valid:
            try:
                await self._inbox.keep(updates, epoch=leadership.epoch)
            except LeaseLost:
                leadership.end("another process took the lead")
            except (DatabaseError, psycopg.Error) as error:
                logger.warning("%s updates wait for the database: %s", len(updates), type(error).__name__)
                await asyncio.sleep(0.3)
            else:
                return True
        return False

    async def _after(self, updates: list[Any], offset: int | None) -> int | None:
        """The next offset. A batch without any number can't be confirmed: no hurry to get it again."""
        number = highest(updates)
        if number is not None:
            return number + 1
        await asyncio.sleep(1.0)
        return offset

    async def _hold_back(self, leadership: Leadership) -> None:
        """Stop fetching while too much waits: Telegram keeps it for a day. Looks once a second."""
        now = asyncio.get_running_loop().time()
        if now - self._counted_at < 1.0:
            return
        self._counted_at = now
        with suppress(DatabaseError, psycopg.Error):
            while leadership.is_valid and await self._inbox.is_full():
                self._full.ring("More than %s updates wait: not fetching for a moment.", inbox.MOST_WAITING)
                await asyncio.sleep(1.0)

    async def _recover(self, error: BotApiError) -> None:
        self._pause = min(SLOWEST_RETRY, self._pause * 2 or 0.5)
        if error.code == 409:
            self._pause = min(SLOWEST_AFTER_CONFLICT, max(1.0, self._pause))
            self._conflict.ring(WEBHOOK if "webhook" in error.description else CONFLICT)
        elif error.code in (401, 404):
            self._refused.ring(UNAUTHORIZED, error.code)
        else:
            logger.warning("getUpdates failed, trying again: %s", error)
        await asyncio.sleep(max(error.retry_after, self._pause * random.uniform(0.8, 1.0)))  # noqa: S311 (jitter)
