"""The leader's hourly duty: words that were kept long enough are forgotten, piece by piece."""

import asyncio
import logging

from django.utils import timezone

from botapp.bridge import run_service
from botapp.services.retention import prune

logger = logging.getLogger(__name__)
FIRST_SECONDS = 60.0  # a start has better things to do
EVERY_SECONDS = 3600.0
PAUSE_SECONDS = 0.2  # between two pieces, for those who want to write too


async def forget_for_ever() -> None:
    """Until cancelled. What fails is logged and tried again an hour later."""
    await asyncio.sleep(FIRST_SECONDS)
    while True:
        try:
            await forget()
        except Exception:
            logger.exception("Old words were not forgotten")
        await asyncio.sleep(EVERY_SECONDS)


async def forget() -> None:
    """All that is too old by now."""
    turns = texts = 0
    try:
        while True:
            piece = await run_service(prune, timezone.now())
            turns, texts = turns + piece.turns, texts + piece.texts
            if not piece.more:
                return
            await asyncio.sleep(PAUSE_SECONDS)
    finally:
        if turns or texts:
            logger.info("Forgotten: %s turns, %s texts", turns, texts)
