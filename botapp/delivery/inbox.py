"""The way of a fetched batch into the database, on a thread and a connection of its own.

While the engine has nothing left to claim, few updates are stored and claimed in one transaction:
somebody waits for the answer, and a second transaction would be half of that wait.
"""

import asyncio
from collections.abc import Sequence
from typing import Any

from botapp.delivery.engine import Engine
from botapp.delivery.store import Urgent, store, store_claimed
from botapp.delivery.worker import Worker
from botapp.queries.delivery import is_backlog_over

MOST_WAITING = 50_000


class Inbox:
    def __init__(self, bot_id: int, engine: Engine, *, urgent: Urgent | None) -> None:
        self._bot_id = bot_id
        self._engine = engine
        self._urgent = urgent
        self._worker = Worker("inbox")

    async def keep(self, updates: Sequence[Any], *, epoch: int) -> None:
        """Store a batch; the engine knows of it afterwards. Raises LeaseLost, django.db.Error."""
        claimer = self._engine.claimer(len(updates))
        if claimer is None:
            await self._worker.run(store, self._bot_id, updates, epoch=epoch, urgent=self._urgent)
            self._engine.stored()
            return
        storing = self._worker.run(
            store_claimed, self._bot_id, updates, epoch=epoch, urgent=self._urgent, claimer=claimer
        )
        await self._engine.receive(asyncio.ensure_future(storing))

    async def is_full(self) -> bool:
        """True if so much waits that no more should be fetched. Raises django.db.Error."""
        return await self._worker.run(is_backlog_over, self._bot_id, limit=MOST_WAITING)

    def close(self) -> None:
        self._worker.close()
