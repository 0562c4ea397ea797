"""Words that were kept long enough are forgotten, piece by piece."""

import asyncio
import logging

from django.utils import timezone

from botapp.bridge import run_service
from botapp.services.retention import prune

logger = logging.getLogger(__name__)
PAUSE_SECONDS = 0.2  # between two pieces, for those who want to write too


async def forget() -> None:
    """All that is too old by now."""
    turns = texts = calls = 0
    try:
        while True:
            piece = await run_service(prune, timezone.now())
            turns, texts, calls = turns + piece.turns, texts + piece.texts, calls + piece.calls
            if not piece.more:
                return
            await asyncio.sleep(PAUSE_SECONDS)
    finally:
        if turns or texts or calls:
            logger.info("Forgotten: %s turns, %s texts, %s calls to AIs", turns, texts, calls)
