"""A start that may not wait ends, whatever is away."""

import asyncio
import logging

import pytest

from botapp.delivery import identity, lease, start
from botapp.delivery.lock import lock_for
from botapp.delivery.run import Options, run
from tests.botapp.delivery.kit import BOT, Echo, RunningBot, db, until

pytestmark = pytest.mark.usefixtures("live_db")
NOBODY = "http://127.0.0.1:9"
TOKEN = f"{BOT}:a-token-that-nobody-knows"


@pytest.fixture
def lead():
    """Somebody leads, with its lock held until the test ends or says that it died."""
    locks = []

    def take():
        me = identity.myself()
        locks.append(lock_for(BOT, identity=me, ttl=60))
        assert locks[0].attempt()
        name = locks[0].view().identity
        lease.take(BOT, identity=me, lock=name, ttl=60, verdict=lambda state: "first")
        return locks[0].release

    yield take
    for lock in locks:
        lock.release()


async def ended(**options):
    async with asyncio.timeout(5):
        return await run(Options(TOKEN, NOBODY, no_wait=True, **options), Echo())


async def test_the_leader_is_named_before_anybody_else_is_asked(lead, caplog):
    await db(lead)
    ending = await ended()
    assert ending.exit_code == 75
    assert "Another bot instance is already running!" in ending.reason
    assert str((await db(lease.read, BOT)).pid) in ending.reason
    assert [r.levelno for r in caplog.records] == [logging.CRITICAL]


async def test_a_bot_api_that_is_away_ends_the_start_with_its_cure(monkeypatch):
    monkeypatch.setattr(start, "PATIENCE_SECONDS", 0.3)
    ending = await ended()
    assert ending.exit_code == 69
    assert "TELEGRAM_API_BASE_URL" in ending.reason
    assert TOKEN not in ending.reason
    assert (await db(lease.read, BOT)).holder is None


async def test_who_may_wait_goes_on_asking(monkeypatch):
    monkeypatch.setattr(start, "PATIENCE_SECONDS", 0.1)
    stop = asyncio.Event()
    waiting = asyncio.create_task(run(Options(TOKEN, NOBODY), Echo(), stop=stop))
    await asyncio.sleep(0.3)
    assert not waiting.done()
    stop.set()
    assert (await waiting).exit_code == 0


async def test_a_leader_that_died_a_moment_ago_refuses_nobody(sandbox, lead):
    die = await db(lead)
    await db(die)
    async with RunningBot(sandbox, no_wait=True) as bot:
        await until(lambda: bot.application.leading)
