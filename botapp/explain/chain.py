"""The providers in use, made from the settings: one chain, which lives on the background loop."""

import asyncio
import logging
from threading import Lock
from weakref import WeakKeyDictionary

from django.conf import settings

from botapp.ai import gemini
from botapp.ai.base import Provider
from botapp.ai.breaker import Breaker
from botapp.ai.chain import Chain
from botapp.ai.gemini import GeminiProvider
from botapp.ai.gemini_legacy import GeminiLegacyProvider
from botapp.ai.offline import OfflineProvider
from botapp.ai.openai_compatible import OpenAICompatibleProvider
from botapp.background import background_loop, in_background
from botapp.explain import calls
from botapp.queries.ai_services import Service, services

logger = logging.getLogger(__name__)

# By the loop that they live on: a fork has another one. What they were made from stands beside them.
_chains: WeakKeyDictionary[asyncio.AbstractEventLoop, tuple[tuple[object, ...], Chain]] = WeakKeyDictionary()
# What is known of a service outlives its client, as long as it is the same service.
_breakers: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[Service, Breaker]] = WeakKeyDictionary()
_lock = Lock()


def current() -> Chain:
    """The chain, to be used on the background loop; made anew when its settings changed.

    What it tells of itself can be read anywhere.
    """
    loop, wanted = background_loop(), (services(), settings.ANSWER_DEADLINE_SECONDS)
    with _lock:
        made_from, chain = _chains.get(loop, ((), None))
        if chain is not None and made_from == wanted:
            return chain
        fresh = _made(loop, wanted[0])
        _chains[loop] = (wanted, fresh)
    if chain is not None:
        asyncio.run_coroutine_threadsafe(chain.close(), loop)  # which raises nothing
    return fresh


async def close() -> None:
    """Release the sessions of the chain, and write down its calls; the next use makes a new one."""
    with _lock:
        _, chain = _chains.pop(background_loop(), ((), None))
    if chain is not None:
        await in_background(chain.close())
    await calls.flush()


def load() -> None:
    """Import the AI's library now. Before a fork: it takes a second and 50 MB, which children then share."""
    if not any(service.sdk == "google-genai" for service in services()):
        return  # the older library starts threads, which don't outlive a fork
    try:
        gemini.load()
    except ImportError as error:
        logger.warning("The AI's library can't be imported: %s", error.name)


def lineup() -> tuple[str, ...]:
    """Who is asked in which order, with models; part of what makes two answers interchangeable."""
    asked = [f"{service.name}:{service.model}" for service in services()]
    return (*asked, f"{OfflineProvider.name}:{OfflineProvider.model}")


def describe() -> str:
    """For logs and pages: "gemini-2.5-flash via google-genai, then offline"."""
    asked = [f"{service.model} via {service.sdk or service.name}" for service in services()]
    return ", then ".join([*asked, OfflineProvider.name])


def make_provider(service: Service) -> Provider:
    """A client of one service, connected on first use."""
    if not service.sdk:
        return OpenAICompatibleProvider(
            name=service.name,
            base_url=service.base_url,
            model=service.model,
            api_key=service.api_key,
            timeout=service.timeout,
            answer_format=service.answer_format,
            counts_tokens=service.counts_tokens,
        )
    adapter = GeminiProvider if service.sdk == "google-genai" else GeminiLegacyProvider
    return adapter(
        api_key=service.api_key,
        model=service.model,
        base_url=service.base_url or None,
        timeout=service.timeout,
    )


def _made(loop: asyncio.AbstractEventLoop, wanted: tuple[Service, ...]) -> Chain:
    known = _breakers.get(loop, {})
    _breakers[loop] = {service: known.get(service) or Breaker(service.name) for service in wanted}
    asked = [make_provider(service) for service in wanted]
    by_name = {made.name: _breakers[loop][service] for made, service in zip(asked, wanted, strict=True)}
    return Chain([*asked, OfflineProvider()], deadline=settings.ANSWER_DEADLINE_SECONDS, breakers=by_name)
