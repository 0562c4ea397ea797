"""Providers in order of preference behind the interface of one."""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing
from dataclasses import replace

from botapp.ai.base import AIError, AnswerEmpty, Prompt, Provider, ProviderTimeout, ProviderUnavailable, Reply
from botapp.ai.pictures import PictureReader

logger = logging.getLogger(__name__)

_LAST_CHANCE = 5.0  # seconds that the last provider has even when the others used up the deadline


class Chain:
    """Asks the first provider, and the next one when it fails.

    Replies of a fallback carry the `failure` that made it necessary and are degraded; a fallback
    starts over, so its first reply may hold less than the last one of the provider before it.
    """

    name = "chain"

    def __init__(self, providers: Sequence[Provider], *, deadline: float = 60.0) -> None:
        """`deadline` in seconds is for all providers together."""
        if not providers:
            raise ValueError("a chain needs a provider")
        self._providers = tuple(providers)
        self._deadline = deadline

    @property
    def model(self) -> str:
        """The model of the preferred provider."""
        return self._providers[0].model

    @property
    def readers(self) -> tuple[PictureReader, ...]:
        """Those who can read pictures, the preferred one first."""
        return tuple(provider for provider in self._providers if isinstance(provider, PictureReader))

    async def explain(self, prompt: Prompt) -> AsyncIterator[Reply]:
        """Yield the replies of the first provider that can answer. Raises the last one's AIError."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self._deadline
        failed: AIError | None = None
        for provider in self._providers:
            if provider is self._providers[-1]:
                deadline = max(deadline, loop.time() + _LAST_CHANCE)
            try:
                async with aclosing(_until(provider, prompt, deadline)) as replies:
                    async for reply in replies:
                        yield _as_fallback(reply, failed) if failed else reply
                return
            except AIError as error:
                logger.warning("AI provider failed: %s (%s)", provider.name, error.code)
                failed = error
        raise failed or ProviderUnavailable("no provider")

    async def close(self) -> None:
        """Close every provider, also when one of them fails to."""
        await asyncio.gather(*(provider.close() for provider in self._providers), return_exceptions=True)


def _as_fallback(reply: Reply, failed: AIError) -> Reply:
    return replace(reply, degraded=True, failure=failed.code)


async def _until(provider: Provider, prompt: Prompt, deadline: float) -> AsyncGenerator[Reply, None]:
    """A provider's replies; raises AIError when it exceeds the deadline or ends without an answer."""
    replies = provider.explain(prompt)
    try:
        while True:
            # Not around the yield: that would cancel whoever reads the replies.
            async with asyncio.timeout_at(deadline):
                reply = await anext(replies, None)
            if reply is None:
                raise AnswerEmpty("the stream ended without a complete answer")
            yield reply
            if reply.complete:
                return
    except TimeoutError as error:
        raise ProviderTimeout("the deadline of the chain has passed") from error
    finally:
        await _closed(replies)


async def _closed(replies: AsyncIterator[Reply]) -> None:
    close = getattr(replies, "aclose", None)
    if close is not None:
        await close()
