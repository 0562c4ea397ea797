"""Claims that no cancellation leaves behind: its thread goes on, and what it claims is handed back."""

import asyncio
from collections.abc import Coroutine, Iterable
from contextlib import suppress
from typing import Any

from django.db import Error as DatabaseError

from botapp.bridge import run_service
from botapp.services import answer_claims
from botapp.services.jobs import Job


async def keep(claiming: Coroutine[Any, Any, list[Job]]) -> list[Job]:
    """What was claimed, unless the caller is cancelled meanwhile."""
    task = asyncio.ensure_future(claiming)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.shield(_hand_back_all_of(task))
        raise


async def hand_back(jobs: Iterable[Job]) -> None:
    """Raises nothing: claims run out by themselves, and whoever is cancelled has to end."""
    for job in jobs:
        with suppress(DatabaseError):
            await run_service(answer_claims.hand_back, job)


async def _hand_back_all_of(claiming: "asyncio.Future[list[Job]]") -> None:
    with suppress(DatabaseError):
        await hand_back(await claiming)
