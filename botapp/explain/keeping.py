"""Keeping the right to write, however long a provider takes: together for all answers of a loop."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from django.db import DatabaseError

from botapp.background import OfLoop
from botapp.bridge import apart, run_service
from botapp.services import tickets
from botapp.services.tickets import Ticket

logger = logging.getLogger(__name__)
_CHANCES = 4  # renewals that fall into the time after which a silent writer is taken over


class _Keeper:
    """Renews the tickets of one event loop while there are any."""

    def __init__(self) -> None:
        self._tickets: set[Ticket] = set()
        self._task: asyncio.Task[None] | None = None

    def add(self, ticket: Ticket) -> None:
        self._tickets.add(ticket)
        if self._task is None or self._task.done():
            self._task = apart(self._keep())  # kept although a crowd of answers waits for threads

    async def remove(self, ticket: Ticket) -> None:
        self._tickets.discard(ticket)
        if not self._tickets and self._task is not None:
            task, self._task = self._task, None
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _keep(self) -> None:
        while True:
            await asyncio.sleep(tickets.PENDING_SECONDS / _CHANCES)
            try:
                await run_service(tickets.renew, tuple(self._tickets))
            except DatabaseError:
                logger.warning("Could not keep %s explanations; trying again", len(self._tickets))


_keeper = OfLoop(_Keeper)


@asynccontextmanager
async def keep(ticket: Ticket) -> AsyncIterator[None]:
    """Nobody takes over while the body runs and this process lives."""
    keeper = _keeper()
    keeper.add(ticket)
    try:
        yield
    finally:
        await keeper.remove(ticket)
