"""Claims that a thread takes while nobody waits for it any more."""

import asyncio
import threading
import time

import pytest

from botapp.delivery import claims, identity, lease
from botapp.delivery.attempts import Limits
from botapp.delivery.engine import Engine
from botapp.delivery.leadership import Leadership
from botapp.delivery.store import store
from botapp.models import StoredUpdate
from tests.botapp.delivery.kit import BOT, Echo, all_done, db, message, states, until, until_db

pytestmark = pytest.mark.usefixtures("live_db")
ME = identity.myself()


@pytest.fixture
async def engine():
    await db(store, BOT, [message(1)], epoch=None)
    taken = await db(lease.take, BOT, identity=ME, lock="", ttl=60, verdict=lambda state: "first")
    made = Engine(BOT, holder=ME.holder, application=Echo(), limits=Limits(claim_seconds=0.3))
    made.start()
    made.leadership = Leadership(taken.epoch, taken.reason, taken.before, time.monotonic() + 60)
    yield made
    await made.abandon()
    await made.close()


@pytest.fixture
def slow_take(monkeypatch):
    """Claiming that is committed and waits for the test before it returns."""
    committed, go_on, take = threading.Event(), threading.Event(), claims.take

    def slow(*args, **kwargs):
        window = take(*args, **kwargs)
        committed.set()
        go_on.wait(5)
        return window

    monkeypatch.setattr(claims, "take", slow)
    slow.committed, slow.go_on = committed, go_on
    return slow


async def cancelled_while_taking(engine, slow_take):
    leading = asyncio.create_task(engine.lead(engine.leadership))
    await until(slow_take.committed.is_set)
    leading.cancel()
    await asyncio.gather(leading, return_exceptions=True)


async def test_a_window_that_comes_after_a_cancellation_is_handed_back(engine, slow_take):
    await cancelled_while_taking(engine, slow_take)
    assert await db(states) == {1: "claimed"}
    slow_take.go_on.set()
    await until_db(lambda: states() == {1: "new"})
    assert (await db(StoredUpdate.objects.get)).attempts == 0
    leading = asyncio.create_task(engine.lead(engine.leadership))
    await until_db(all_done(1))
    leading.cancel()


async def test_the_end_waits_for_a_window_that_is_being_taken(engine, slow_take):
    await cancelled_while_taking(engine, slow_take)
    asyncio.get_running_loop().call_later(0.1, slow_take.go_on.set)
    await engine.drain(0.5)
    assert await db(states) == {1: "new"}


async def test_a_claim_of_ours_that_nobody_works_on_is_taken_up_when_it_ends(engine):
    lost = await db(
        claims.take, BOT, epoch=engine.leadership.epoch, claimer=claims.Claimer(ME.holder, 0.2),
        room=5, load={}, held_elsewhere=(), per_lane=5,
    )  # fmt: skip
    assert len(lost.rows) == 1
    leading = asyncio.create_task(engine.lead(engine.leadership))
    await until_db(all_done(1), 3)
    leading.cancel()
