"""Words that were kept long enough are forgotten, and those that are kept can be found; piece by piece."""

import asyncio
import logging

from django.utils import timezone

from botapp.bridge import run_service
from botapp.services import search_entries
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


async def make_findable() -> None:
    """All answers that /search does not know yet: of an earlier release, or of a process that was killed."""
    added = 0
    while piece := await run_service(search_entries.fill):
        added += piece
        await asyncio.sleep(PAUSE_SECONDS)
    if added:
        logger.info("Made findable: %s explanations", added)
