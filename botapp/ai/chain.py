"""Providers in order of preference behind the interface of one."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace

from botapp.ai.attempt import Attempt
from botapp.ai.base import (
    PASSING,
    AIError,
    AnswerEmpty,
    AnswerMalformed,
    Prompt,
    Provider,
    ProviderUnavailable,
    Reply,
)
from botapp.ai.breaker import Breaker
from botapp.ai.calls import Report, unheard
from botapp.ai.pictures import PictureReader

_LAST_CHANCE = 5.0  # seconds that the last provider has even when the others used up the deadline
_REPAIR_NEEDS = 5.0  # seconds before the deadline; with fewer the next provider is the better hope
_FAIR_SHARE = 0.5  # of the deadline; who had less of it is not to blame when it passes


class Chain:
    """Asks the first provider, and the next one when it fails.

    The last one is the last resort: asked in any case, however it failed before. Each other one has a
    breaker and, where its answer is empty or malformed, one more try. Replies of a fallback carry the
    `failure` that made it necessary; a fallback starts over, as a second try does, so its first reply may
    hold less than the last one before it.
    """

    name = "chain"

    def __init__(
        self,
        providers: Sequence[Provider],
        *,
        deadline: float = 60.0,
        breakers: Mapping[str, Breaker] | None = None,
    ) -> None:
        """`deadline` in seconds is for all providers together; `breakers` by their names."""
        if not providers:
            raise ValueError("a chain needs a provider")
        self._providers = tuple(providers)
        self._deadline = deadline
        known = breakers or {}
        self._breakers = [known.get(provider.name) or Breaker(provider.name) for provider in providers]

    @property
    def model(self) -> str:
        """The model of the preferred provider."""
        return self._providers[0].model

    @property
    def is_away(self) -> bool:
        """Whether nobody but the last resort may be asked now."""
        return all(breaker.wait for breaker in self._breakers[:-1])

    @property
    def readers(self) -> tuple[PictureReader, ...]:
        """Those who can read pictures, the preferred one first."""
        return tuple(provider for provider in self._providers if isinstance(provider, PictureReader))

    async def explain(
        self, prompt: Prompt, *, report: Report = unheard, last_resort: bool = True
    ) -> AsyncIterator[Reply]:
        """Yield the replies of the first provider that can answer. Raises the last one's AIError.

        `report` is told of each call when it ends. Without `last_resort` the last provider is not asked.
        """
        deadline = asyncio.get_running_loop().time() + self._deadline
        failures: list[AIError] = []
        for place in range(len(self._providers) - (not last_resort)):
            try:
                async with aclosing(self._asked(place, prompt, deadline, report)) as replies:
                    async for reply in replies:
                        yield _as_fallback(reply, failures) if failures else reply
                return
            except AIError as error:
                failures.append(error)
        raise failures[-1] if failures else ProviderUnavailable("no provider")

    async def close(self) -> None:
        """Close every provider, also when one of them fails to."""
        await asyncio.gather(*(provider.close() for provider in self._providers), return_exceptions=True)

    async def _asked(
        self, place: int, prompt: Prompt, deadline: float, report: Report
    ) -> AsyncGenerator[Reply, None]:
        """One provider's replies; it is asked once more if its answer is of no use."""
        try:
            async with aclosing(self._attempt(place, deadline, report).replies(prompt)) as replies:
                async for reply in replies:
                    yield reply
            return
        except (AnswerEmpty, AnswerMalformed) as error:
            if self._is_last(place) or deadline - asyncio.get_running_loop().time() < _REPAIR_NEEDS:
                raise
            again = replace(prompt, mistake=str(error) or error.code)
        async with aclosing(self._attempt(place, deadline, report).replies(again)) as replies:
            async for reply in replies:
                yield reply

    def _attempt(self, place: int, deadline: float, report: Report) -> Attempt:
        now = asyncio.get_running_loop().time()
        is_fair = deadline - now >= self._deadline * _FAIR_SHARE
        breaker = self._breakers[place]
        if self._is_last(place):
            deadline, breaker = max(deadline, now + _LAST_CHANCE), Breaker(self._providers[place].name)
        return Attempt(self._providers[place], breaker, report, deadline=deadline, is_fair=is_fair)

    def _is_last(self, place: int) -> bool:
        return place == len(self._providers) - 1


def _as_fallback(reply: Reply, failures: Sequence[AIError]) -> Reply:
    """Says why: what passes by itself before what does not, the preferred provider before the others."""
    passing = [error for error in failures if isinstance(error, PASSING)]
    return replace(reply, failure=(passing or failures)[0].code)
