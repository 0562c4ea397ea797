"""The providers in use, made from the settings, one chain for each event loop."""

import asyncio
import logging
from threading import Lock
from weakref import WeakKeyDictionary

from django.conf import settings

from botapp.ai import gemini
from botapp.ai.base import Provider
from botapp.ai.chain import Chain
from botapp.ai.gemini import GeminiProvider
from botapp.ai.gemini_legacy import GeminiLegacyProvider
from botapp.ai.offline import OfflineProvider

logger = logging.getLogger(__name__)

# Clients belong to the loop that they were made in; what they were made from stands beside them.
_chains: WeakKeyDictionary[asyncio.AbstractEventLoop, tuple[tuple[object, ...], Chain]] = WeakKeyDictionary()
_closing: set[asyncio.Task[None]] = set()
_lock = Lock()


def current() -> Chain:
    """The chain of the running loop; made anew when the settings that it was made from changed."""
    loop, wanted = asyncio.get_running_loop(), _sources()
    with _lock:
        made_from, chain = _chains.get(loop, ((), None))
        if chain is not None and made_from == wanted:
            return chain
        fresh = Chain(_providers(), deadline=settings.ANSWER_DEADLINE_SECONDS)
        _chains[loop] = (wanted, fresh)
    if chain is not None:
        closing = loop.create_task(chain.close())
        _closing.add(closing)
        closing.add_done_callback(_closing.discard)
    return fresh


async def close() -> None:
    """Release the sessions of the running loop's chain; the next use makes a new one."""
    with _lock:
        _, chain = _chains.pop(asyncio.get_running_loop(), ((), None))
    if chain is not None:
        await chain.close()


def load() -> None:
    """Import the AI's library now. Before a fork: it takes a second and 50 MB, which children then share."""
    if not settings.GEMINI_API_KEY or settings.GEMINI_SDK != "google-genai":
        return  # the older library starts threads, which don't outlive a fork
    try:
        gemini.load()
    except ImportError as error:
        logger.warning("The AI's library can't be imported: %s", error.name)


def lineup() -> tuple[str, ...]:
    """Who is asked in which order, with models; part of what makes two answers interchangeable."""
    offline = f"{OfflineProvider.name}:{OfflineProvider.model}"
    return (f"gemini:{settings.GEMINI_MODEL}", offline) if settings.GEMINI_API_KEY else (offline,)


def describe() -> str:
    """For logs and pages: "gemini-2.5-flash via google-genai, then offline"."""
    if not settings.GEMINI_API_KEY:
        return OfflineProvider.name
    return f"{settings.GEMINI_MODEL} via {settings.GEMINI_SDK}, then {OfflineProvider.name}"


def _sources() -> tuple[object, ...]:
    return (
        settings.GEMINI_API_KEY,
        settings.GEMINI_MODEL,
        settings.GEMINI_BASE_URL,
        settings.GEMINI_SDK,
        settings.GEMINI_TIMEOUT_SECONDS,
        settings.ANSWER_DEADLINE_SECONDS,
    )


def _providers() -> list[Provider]:
    return [*([_gemini()] if settings.GEMINI_API_KEY else []), OfflineProvider()]


def _gemini() -> Provider:
    adapter = GeminiProvider if settings.GEMINI_SDK == "google-genai" else GeminiLegacyProvider
    return adapter(
        api_key=settings.GEMINI_API_KEY,
        model=settings.GEMINI_MODEL,
        base_url=settings.GEMINI_BASE_URL or None,
        timeout=settings.GEMINI_TIMEOUT_SECONDS,
    )
