"""The one use case: a text goes in, a growing explanation comes out, and the last one is stored.

Equal questions that come at the same time, in whatever process, are answered by one model call.
Quotas and analytics are the callers' affair.
"""

import asyncio
import logging
import random
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from functools import partial

from django.conf import settings
from django.db import DatabaseError

from botapp.ai.base import AIError, AnswerEmpty, Prompt, Reply
from botapp.background import OfLoop, from_background, in_background
from botapp.bridge import apart, run_service
from botapp.exceptions import NoAnswer
from botapp.explain import calls, chain, first_use, knowing
from botapp.explain.asked import prepare
from botapp.explain.keeping import keep
from botapp.explain.progress import ExplainRequest, Finished, Growing, Progress
from botapp.explain.together import Together
from botapp.queries.explanations import StoredAnswer, is_ready
from botapp.services import explanations, reservations, tickets
from botapp.services.explanations import Written
from botapp.services.reservations import Place, Question, Waiting
from botapp.services.tickets import Ticket

logger = logging.getLogger(__name__)
_POLL = (0.05, 0.1)  # seconds between looks at somebody else's answer
_STOPPED = "stopped"
_RETRY_AFTER = 30  # seconds to suggest when the service suggests none
_reserving = OfLoop(lambda: Together(reservations.reserve))
_watching = OfLoop(lambda: Together(reservations.watch))
_storing = OfLoop(lambda: Together(explanations.store))


def explain(request: ExplainRequest) -> AsyncGenerator[Progress, None]:
    """Yield what can be shown so far, then exactly one Finished; works on the background loop.

    Raises NoAnswer with `retry_after` in seconds. Close the iterator to stop: the provider's call
    ends then, and whoever waits for the same answer goes on at once.
    """
    return from_background(_explain(request))


async def explain_whole(request: ExplainRequest) -> Finished:
    """The stored answer, without what comes before it. Raises NoAnswer."""
    return await in_background(_whole(request))


async def _whole(request: ExplainRequest) -> Finished:
    async with aclosing(_explain(request, grows=False)) as progress:
        async for step in progress:
            if isinstance(step, Finished):
                return step
    raise NoAnswer(retry_after=_RETRY_AFTER)


async def _explain(request: ExplainRequest, *, grows: bool = True) -> AsyncGenerator[Progress, None]:
    started = time.monotonic()
    deadline = started + settings.ANSWER_DEADLINE_SECONDS + tickets.PENDING_SECONDS
    while time.monotonic() < deadline:
        prompt, place = await _entered(request, grows=grows)
        if isinstance(place, Ticket):
            async with aclosing(_write(place, prompt, started, needs_ai=request.needs_ai)) as progress:
                async for step in progress:
                    yield step
            return
        answer = place if isinstance(place, StoredAnswer) else await _wait(place, deadline)
        if answer is not None:
            yield _finished(answer, started, cached=True)
            return
    raise NoAnswer(retry_after=_RETRY_AFTER)


async def _entered(request: ExplainRequest, *, grows: bool) -> tuple[Prompt, Place]:
    known = await knowing.read_current(request.language)
    prompt, key = prepare(request, known, grows=grows)
    if not first_use.is_over(request.language) and not await run_service(is_ready, key):
        await first_use.finish(request.language, known.knowledge)
    return prompt, await _reserving().ask(Question(key, prompt), unwanted=_forgo)


_forgoing: set[asyncio.Task[None]] = set()


def _forgo(place: Place) -> None:
    """A right that came when nobody wanted it any more would hold up everybody else for seconds."""
    if isinstance(place, Ticket):
        task = apart(_give_up(place, _STOPPED), is_quiet=True)
        _forgoing.add(task)
        task.add_done_callback(_forgoing.discard)


async def _give_up(ticket: Ticket, failure: str) -> None:
    try:
        await run_service(tickets.give_up, ticket, failure=failure)
    except DatabaseError as error:  # who waits for it takes over soon
        logger.warning("A right to write runs out by itself: %s", type(error).__name__)


async def _write(
    ticket: Ticket, prompt: Prompt, started: float, *, needs_ai: bool
) -> AsyncGenerator[Progress, None]:
    failure: str | None = _STOPPED
    try:
        async with keep(ticket), aclosing(_replies(prompt, ticket, needs_ai=needs_ai)) as replies:
            async for reply in replies:
                if not reply.complete:
                    yield Growing(reply.explanation)
                    continue
                answer = await _stored(Written(ticket, prompt, reply))
                failure = None
                yield _finished(answer, started, cached=False)
                return
        raise AnswerEmpty("no provider gave a complete answer")
    except AIError as error:
        failure = error.code
        retry_after = getattr(error, "retry_after", None) or _RETRY_AFTER
        raise NoAnswer(retry_after=retry_after) from error
    finally:
        if failure is not None:
            await asyncio.shield(_give_up(ticket, failure))


async def _stored(written: Written) -> StoredAnswer:
    answer = await _storing().ask(written)
    return answer if answer is not None else await run_service(explanations.store_alone, written)


async def _replies(prompt: Prompt, ticket: Ticket, *, needs_ai: bool) -> AsyncGenerator[Reply, None]:
    report = partial(calls.note, explanation_id=ticket.id)
    replies = chain.current().explain(prompt, report=report, last_resort=not needs_ai)
    async with aclosing(replies):  # type: ignore[type-var]  # a Provider promises an iterator; Chain's closes
        async for reply in replies:
            yield reply


async def _wait(place: Waiting, deadline: float) -> StoredAnswer | None:
    """Somebody else's answer; None when they gave up or the time did."""
    while time.monotonic() < deadline:
        await asyncio.sleep(random.uniform(*_POLL))  # noqa: S311 (spreads the looks, guards nothing)
        seen = await _watching().ask(place)
        if not isinstance(seen, Waiting):
            return seen
    return None


def _finished(answer: StoredAnswer, started: float, *, cached: bool) -> Finished:
    return Finished(
        explanation_id=answer.id,
        explanation=answer.explanation,
        provider=answer.provider,
        model=answer.model,
        degraded=answer.degraded,
        failure=answer.failure,
        cached=cached,
        processing_ms=round((time.monotonic() - started) * 1000, 1),
    )
