"""One `runbot` from its start checks to its exit code."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.conf import settings

from botapp.delivery import identity, start
from botapp.delivery.application import Application
from botapp.delivery.attempts import Limits
from botapp.delivery.bot_api import BotApi
from botapp.delivery.election import Election
from botapp.delivery.exceptions import StartRefused
from botapp.delivery.heart import Heart
from botapp.delivery.leadership import Leadership
from botapp.delivery.lock import lock_for
from botapp.delivery.reign import Reign
from botapp.delivery.runners import Post
from botapp.delivery.throne import Throne
from botapp.delivery.worker import Worker

logger = logging.getLogger(__name__)
T = TypeVar("T")
ALREADY = "Another bot instance is already running! (%s, pid %s, since %s)"
NOT_ELECTED = "Another process holds the lock without leading yet: try again, or look at `runbot --status`."


@dataclass(frozen=True)
class Options:
    """How to run. `ai` names what answers; `start_lines` makes its checks and gives what was found true."""

    token: str
    base_url: str
    no_wait: bool = False
    takeover_webhook: bool = False
    ai: str = ""
    version: str = ""
    start_lines: Callable[[], Iterable[str]] = tuple


@dataclass(frozen=True)
class Ending:
    """Why the run ended. With `has_stuck_threads` the interpreter would wait for them: end it hard."""

    exit_code: int
    reason: str = ""
    has_stuck_threads: bool = False


@dataclass
class _Session:
    """What lasts from the start checks to the end."""

    options: Options
    application: Application
    bot_id: int
    api: BotApi
    stop: asyncio.Event
    heart: Heart = field(default_factory=Heart)


async def run(options: Options, application: Application, *, stop: asyncio.Event | None = None) -> Ending:
    """Run until `stop` is set or the start is refused. Logs all it says; raises nothing of the above."""
    stop = stop or asyncio.Event()
    try:
        bot_id = start.bot_id_of(options.token)
        api = BotApi(options.token, options.base_url)
        try:
            return await _run(_Session(options, application, bot_id, api, stop))
        finally:
            await api.close()
    except StartRefused as refusal:
        logger.critical("%s", refusal)
        return Ending(refusal.exit_code, str(refusal))


async def _run(session: _Session) -> Ending:
    if not await _unless_stopped(session, _check(session)):
        return Ending(start.EXIT_OK, "stopped while starting")
    me = identity.myself(session.options.version)
    ttl = settings.LEASE_TTL_SECONDS
    throne = Throne(ttl=ttl)
    election = Election(
        me,
        Post(session.bot_id, session.options.ai),
        await _on_own_thread(lock_for, session.bot_id, identity=me, ttl=ttl),
        throne,
        session.heart,
        ttl=ttl,
    )
    reign = Reign(session.api, session.bot_id, me.holder, session.application, _limits())
    throne.on_woken = reign.wake
    heartbeat = asyncio.create_task(session.heart.run(), name="heart")
    reign.start()
    election.start()
    try:
        return await _follow(session, throne, reign, election)
    finally:
        election.stop()
        await asyncio.to_thread(election.join, 2.0)
        heartbeat.cancel()
        await reign.close()


async def _check(session: _Session) -> None:
    options = session.options
    if options.no_wait:
        await _check_leader(session.bot_id)
    try:
        async with asyncio.timeout(start.PATIENCE_SECONDS if options.no_wait else None):
            await start.check_token(session.api)
            await start.check_webhook(session.api, takeover=options.takeover_webhook)
    except TimeoutError:
        raise start.no_bot_api(options.base_url) from None
    await _on_own_thread(start.check_database)
    await _on_own_thread(start.say, options.start_lines)


async def _check_leader(bot_id: int) -> None:
    """Before Telegram is asked anything: raises StartRefused if somebody leads already."""
    await _on_own_thread(start.check_database)
    if state := await _on_own_thread(start.living_leader, bot_id):
        raise StartRefused(start.EXIT_OTHER_LEADER, ALREADY % (state.host, state.pid, state.since))


async def _follow(session: _Session, throne: Throne, reign: Reign, election: Election) -> Ending:
    """Lead whenever this process is elected, until it is told to stop."""
    while not session.stop.is_set():
        leadership = await _next_lead(session, throne)
        if leadership is None:
            break
        await reign.lead(leadership, stop=session.stop)
    if throne.broken.done():
        await reign.drain(settings.GRACE_SECONDS)
        return Ending(start.EXIT_FAULT, throne.broken.result(), reign.has_stuck_threads)
    if not session.stop.is_set():
        await session.application.drain(0.1)
        return _give_way(throne)
    election.stop()
    await reign.drain(settings.GRACE_SECONDS)
    return Ending(start.EXIT_OK, "stopped", reign.has_stuck_threads)


def _give_way(throne: Throne) -> Ending:
    """Somebody else leads, and this one may not wait."""
    reason = NOT_ELECTED
    if throne.led_by.done():
        state = throne.led_by.result()
        reason = ALREADY % (state.host, state.pid, state.since)
    logger.critical("%s", reason)
    return Ending(start.EXIT_OTHER_LEADER, reason)


async def _next_lead(session: _Session, throne: Throne) -> Leadership | None:
    """The next leadership, or None: stopped, nobody can be elected, or one may not wait for the leader."""
    lead = asyncio.ensure_future(throne.leads.get())
    stop = asyncio.ensure_future(session.stop.wait())
    waits: list[asyncio.Future[Any]] = [lead, stop, throne.broken]
    patience = None
    if session.options.no_wait:
        waits.append(throne.led_by)
        patience = settings.LEASE_TTL_SECONDS * 2 + 2.0
    try:
        await asyncio.wait(waits, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
        return lead.result() if lead.done() else None
    finally:
        lead.cancel()
        stop.cancel()


async def _unless_stopped(session: _Session, work: Coroutine[Any, Any, None]) -> bool:
    """False if the stop came first; the work is cancelled then."""
    task = asyncio.ensure_future(work)
    stop = asyncio.ensure_future(session.stop.wait())
    try:
        await asyncio.wait([task, stop], return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
            return True
        return False
    finally:
        task.cancel()
        stop.cancel()


async def _on_own_thread(fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
    """One sync call with a database connection that is closed again."""
    worker = Worker("start")
    try:
        return await worker.run(fn, *args, **kwargs)
    finally:
        worker.close()


def _limits() -> Limits:
    return Limits(
        lanes=settings.LANES,
        window=settings.LANES * 8,
        tries=settings.DELIVERY_ATTEMPTS,
        backoff=settings.DELIVERY_BACKOFF_SECONDS,
        handler_seconds=settings.HANDLER_TIMEOUT_SECONDS,
        claim_seconds=max(2.0, settings.LEASE_TTL_SECONDS),
    )
