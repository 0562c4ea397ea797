"""What a leader does, from the first getUpdates to the last hand-back."""

import asyncio
import logging
import time
import uuid
from collections.abc import Coroutine
from contextlib import suppress
from functools import partial
from typing import Any

import psycopg
from django.conf import settings
from django.db import Error as DatabaseError

from botapp.delivery.application import Application
from botapp.delivery.attempts import Limits
from botapp.delivery.bot_api import BotApi
from botapp.delivery.engine import Engine
from botapp.delivery.inbox import Inbox
from botapp.delivery.leadership import Leadership
from botapp.delivery.poller import Poller
from botapp.delivery.retention import PIECE, blank_old
from botapp.delivery.worker import Worker

logger = logging.getLogger(__name__)
READY = "БОТ ПОЛНОСТЬЮ ЗАПУЩЕН И ГОТОВ К РАБОТЕ"
UPKEEP_SECONDS = 600.0
# What handing back and closing may take of the grace period, in seconds.
_MARGIN = 2.0


class Reign:
    """Poller, engine and duties of one process, over all its leaderships."""

    def __init__(
        self, api: BotApi, bot_id: int, holder: uuid.UUID, application: Application, limits: Limits
    ) -> None:
        self._application = application
        if runs_as := getattr(application, "runs_as", None):
            runs_as(holder)
        self._engine = Engine(bot_id, holder=holder, application=application, limits=limits)
        self._inbox = Inbox(bot_id, self._engine, urgent=getattr(application, "urgent", None))
        self._poller = Poller(api, self._inbox, seconds=settings.POLL_SECONDS)
        self._upkeep = Worker("upkeep")

    def start(self) -> None:
        self._engine.start()

    def wake(self) -> None:
        """Updates were stored by another process."""
        self._engine.wake()

    async def lead(self, leadership: Leadership, *, stop: asyncio.Event) -> None:
        """Until the leadership ends or `stop` is set; nothing polls or claims after it returned."""
        duties = [asyncio.create_task(self._duties()), asyncio.create_task(self._keep_tidy())]
        try:
            while not (leadership.ended.is_set() or stop.is_set()):
                await self._work(leadership, stop)
        finally:
            await _cancel(duties)
        if not stop.is_set():
            await self._engine.abandon()

    async def drain(self, seconds: float) -> None:
        """Finish what is in work within the grace period and hand back the rest.

        The application comes last: it closes the connections that the updates in work answer through.
        """
        loop = asyncio.get_running_loop()
        end = loop.time() + max(0.2, seconds - _MARGIN)
        await self._engine.drain((end - loop.time()) / 2)
        await self._drain_application(max(0.1, end - loop.time()))

    async def close(self) -> None:
        self._inbox.close()
        self._upkeep.close()
        await self._engine.close()

    @property
    def has_stuck_threads(self) -> bool:
        return self._engine.has_stuck_threads

    async def _work(self, leadership: Leadership, stop: asyncio.Event) -> None:
        """One stretch: the tasks also return when the deadline passed, which may be for a moment."""
        if not leadership.is_valid:
            await asyncio.sleep(0.02)
            return
        poll = self._poller.lead(leadership, on_ready=partial(_say_ready, leadership))
        await _until_first_ends(
            self._engine.lead(leadership), self._engine.watch(), poll, _wait(leadership.ended), _wait(stop)
        )

    async def _duties(self) -> None:
        """The application's own; a duty that fails is begun again."""
        while True:
            try:
                await self._application.lead()
            except Exception:
                logger.exception("The leader's duties failed; beginning again.")
            await asyncio.sleep(1.0)

    async def _keep_tidy(self) -> None:
        while True:
            is_full = False
            with suppress(DatabaseError, psycopg.Error):
                is_full = await self._upkeep.run(blank_old) == PIECE
            await asyncio.sleep(0.2 if is_full else UPKEEP_SECONDS)

    async def _drain_application(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._application.drain(seconds)
        except TimeoutError:
            logger.warning("The application did not end its work within the grace period.")
        except Exception:
            logger.exception("The application failed to hand back its work.")


async def _until_first_ends(*work: Coroutine[Any, Any, object]) -> None:
    """Run all; when one ends, cancel the others. Raises what that one raised."""
    tasks = [asyncio.ensure_future(one) for one in work]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        await _cancel(tasks)
    for task in done:
        task.result()


async def _cancel(tasks: list[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _wait(event: asyncio.Event) -> None:
    await event.wait()


def _say_ready(leadership: Leadership) -> None:
    """Once: after a late renewal the same leadership polls on."""
    if leadership.is_announced:
        return
    leadership.is_announced = True
    logger.info("Polling, %.2f s after taking the lead.", time.monotonic() - leadership.began)
    logger.info(READY)
