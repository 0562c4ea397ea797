"""One call to one provider: through its breaker, within the deadline, and reported however it ends."""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing

from botapp.ai.base import (
    PASSING,
    AIError,
    AnswerEmpty,
    Prompt,
    Provider,
    ProviderTimeout,
    ProviderUnavailable,
    Reply,
    Usage,
)
from botapp.ai.breaker import Breaker, Permit
from botapp.ai.calls import OK, STOPPED, Call, Report

logger = logging.getLogger(__name__)


class _Cut(ProviderTimeout):
    """The chain's deadline passed, not the provider's own."""


class Attempt:
    """Used once. `is_fair`: the provider has enough of the deadline to be blamed for passing it."""

    def __init__(
        self, provider: Provider, breaker: Breaker, report: Report, *, deadline: float, is_fair: bool
    ) -> None:
        self._provider = provider
        self._breaker = breaker
        self._report = report
        self._deadline = deadline
        self._is_fair = is_fair
        self._outcome = STOPPED
        self._usage: Usage | None = None
        self._first_byte: float | None = None

    async def replies(self, prompt: Prompt) -> AsyncGenerator[Reply, None]:
        """The provider's replies. Raises AIError, ProviderUnavailable if it may not be asked now."""
        permit = self._breaker.enter()
        if permit is None:
            raise ProviderUnavailable("left alone for now", retry_after=self._breaker.wait)
        clock = asyncio.get_running_loop().time
        began = clock()
        try:
            async with aclosing(_until(self._provider, prompt, self._deadline)) as replies:
                async for reply in replies:
                    self._hear(reply, permit)
                    if reply.complete or prompt.grows:
                        yield reply
        except AIError as error:
            self._fail(error, permit)
            raise
        finally:
            self._breaker.left(permit)  # says nothing after another verdict
            self._tell(prompt, clock() - began)

    def _hear(self, reply: Reply, permit: Permit) -> None:
        self._usage, self._first_byte = reply.usage, reply.first_byte
        if reply.complete:
            # Before it is handed on: whoever reads it need not come back.
            self._outcome = OK
            self._breaker.succeeded(permit)

    def _fail(self, error: AIError, permit: Permit) -> None:
        logger.warning("AI provider failed: %s (%s)", self._provider.name, error.code)
        self._outcome = error.code
        self._usage = error.usage or self._usage
        self._first_byte = self._first_byte if error.first_byte is None else error.first_byte
        if not isinstance(error, PASSING):
            self._breaker.succeeded(permit)
        elif self._is_fair or not isinstance(error, _Cut):
            self._breaker.failed(permit, retry_after=getattr(error, "retry_after", None))

    def _tell(self, prompt: Prompt, seconds: float) -> None:
        self._report(
            Call(
                provider=self._provider.name,
                model=self._provider.model,
                kind=prompt.kind,
                outcome=self._outcome,
                usage=self._usage or Usage(),
                seconds=seconds,
                first_byte=self._first_byte,
                is_repair=bool(prompt.mistake),
            )
        )


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
        raise _Cut("the deadline of the chain has passed") from error
    finally:
        await _closed(replies)


async def _closed(replies: AsyncIterator[Reply]) -> None:
    close = getattr(replies, "aclose", None)
    if close is not None:
        await close()
