"""The real bot on a thread: application, engine and inbox as `runbot` has them, without election and poll."""

import asyncio
import threading
import time
import uuid
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from typing import Any

from botapp.delivery.attempts import Limits
from botapp.delivery.engine import Engine
from botapp.delivery.leadership import Leadership
from botapp.delivery.lease import LeaseState
from botapp.delivery.store import store
from botapp.explain import calls, chain
from botapp.models import Generation, Lease, StoredUpdate
from botapp.telegram.application import BotApplication, build
from tests.kit.waiting import OPEN

PATIENCE = 10.0  # seconds until a test is told that the bot hangs
LOOK = 0.002
FAR_AWAY = 1e12


class BotThread:
    """One bot for the whole run. `begin` and `end` stand around each test."""

    def __init__(self, *, token: str, base_url: str, edit_interval: float = 0.02) -> None:
        self.bot_id = int(token.partition(":")[0])
        self._options: dict[str, Any] = {
            "token": token,
            "base_url": base_url,
            "edit_interval": edit_interval,
        }
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="bot", daemon=True)
        self._holder = uuid.uuid4()
        self.application: BotApplication
        self._engine: Engine
        self._leadership: Leadership
        self._leading: asyncio.Task[None]

    def __enter__(self) -> "BotThread":
        self._thread.start()
        self.run(self._start())
        return self

    def __exit__(self, *exc: object) -> None:
        self.run(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=5)
        self._loop.close()

    def run(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        """Run a coroutine on the bot's loop and return what it returns."""
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(timeout=PATIENCE)

    def begin(self) -> None:
        """Lead, by a lease that nobody contests."""
        Lease.objects.create(bot_id=self.bot_id, epoch=1, holder=self._holder, expires_at=FAR_AWAY)
        self.run(self._lead())

    def end(self) -> None:
        """Stop leading; answers that are still being written are ended."""
        self.run(self._abdicate())

    def deliver(self, updates: Sequence[dict[str, Any]]) -> None:
        """Store updates as the poller does and wake the engine."""
        store(self.bot_id, updates, epoch=1, urgent=self.application.urgent)
        self._loop.call_soon_threadsafe(self._engine.wake)

    def wait(self, *, for_answers: bool = True) -> None:
        """Return when every stored update is done and, unless told otherwise, every answer is written."""
        until = time.monotonic() + PATIENCE
        while self._is_busy(for_answers=for_answers):
            if time.monotonic() > until:
                raise TimeoutError("the bot did not finish")
            time.sleep(LOOK)

    def _is_busy(self, *, for_answers: bool) -> bool:
        # Memory first: asking the database every two milliseconds would slow the bot down.
        if self._engine._lanes.size or (for_answers and len(self.application.runner)):
            return True
        if StoredUpdate.objects.filter(state__in=OPEN).exists():
            return True
        if not for_answers:
            return False
        return Generation.objects.filter(
            state=Generation.State.WAITING, message_id__isnull=False
        ).exists() or bool(len(self.application.runner))

    async def _start(self) -> None:
        self.application = build(**self._options)
        limits = Limits(tries=2, backoff=0.02, handler_seconds=5.0, claim_seconds=30.0)
        self._engine = Engine(self.bot_id, holder=self._holder, application=self.application, limits=limits)
        self._engine.start()

    async def _lead(self) -> None:
        nobody = LeaseState(0, None, "", None, "", None, -1.0)
        self._leadership = Leadership(epoch=1, reason="free", before=nobody, deadline=FAR_AWAY)
        self._leading = asyncio.create_task(self._engine.lead(self._leadership))

    async def _abdicate(self) -> None:
        self._leadership.end("the test is over")
        self._engine.wake()
        await self._leading
        await self._engine.abandon()
        await self.application.runner.drain(0.0)
        await calls.flush()

    async def _close(self) -> None:
        await self._engine.close()
        with suppress(TimeoutError):
            await self.application.drain(1.0)
        await chain.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()
