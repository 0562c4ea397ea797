"""Stored and claimed in one transaction, but only where nobody is overtaken."""

import asyncio
import threading
import time

import pytest

from botapp.delivery import identity, inbox, lease
from botapp.delivery.attempts import Limits
from botapp.delivery.engine import Engine
from botapp.delivery.inbox import Inbox
from botapp.delivery.leadership import Leadership
from botapp.delivery.store import store, store_claimed
from tests.botapp.delivery.kit import BOT, Echo, all_done, db, message, states, until, until_db

pytestmark = pytest.mark.usefixtures("live_db")
ME = identity.myself()


class House:
    """An engine that leads, with the inbox before it."""

    def __init__(self, leadership, handler=None):
        self.application = Echo(handler=handler)
        self.engine = Engine(BOT, holder=ME.holder, application=self.application, limits=Limits())
        self.inbox = Inbox(BOT, self.engine, urgent=self.application.urgent)
        self.leadership = leadership
        self.leading = None

    def lead(self):
        self.engine.start()
        self.leading = asyncio.create_task(self.engine.lead(self.leadership))

    async def keep(self, *updates):
        await self.inbox.keep(updates, epoch=self.leadership.epoch)

    async def close(self):
        if self.leading:
            self.leading.cancel()
            await asyncio.gather(self.leading, return_exceptions=True)
        await self.engine.abandon()
        await self.engine.close()
        self.inbox.close()


@pytest.fixture
async def house():
    taken = await db(lease.take, BOT, identity=ME, lock="", ttl=60, verdict=lambda state: "first")
    made = []

    def make(handler=None):
        made.append(
            House(Leadership(taken.epoch, taken.reason, taken.before, time.monotonic() + 60), handler)
        )
        return made[-1]

    yield make
    for one in made:
        await one.close()


async def test_before_it_leads_nothing_is_claimed_at_the_door(house):
    one = house()
    assert one.engine.claimer(1) is None
    await one.keep(message(1))
    assert await db(states) == {1: "new"}


async def test_what_comes_to_an_idle_leader_is_claimed_at_once_and_done(house):
    one = house()
    one.lead()
    await until(lambda: one.engine.claimer(1))
    await one.keep(message(1, "a"), {"update_id": 2}, message(3, "b"))
    await until(lambda: one.application.texts == ["a", "b"])
    await until_db(lambda: states() == {1: "done", 2: "dead", 3: "done"})


async def test_more_than_one_lane_may_hold_queues_up_in_the_inbox(house):
    gate = asyncio.Event()
    one = house(lambda claim: gate.wait())
    one.lead()
    await until(lambda: one.engine.claimer(16))
    assert one.engine.claimer(17) is None
    await one.keep(*(message(number) for number in range(1, 13)))
    assert one.engine.claimer(4)
    assert one.engine.claimer(5) is None
    gate.set()
    await until_db(all_done(12))


async def test_while_something_waits_in_the_inbox_nobody_overtakes_it(house):
    one = house()
    one.lead()
    await until(lambda: one.engine.claimer(1))
    await db(store, BOT, [message(1, "first")], epoch=None)
    one.engine.stored()
    assert one.engine.claimer(1) is None
    await one.keep(message(2, "second"))
    await until(lambda: one.application.texts == ["first", "second"])
    await until(lambda: one.engine.claimer(1))


async def test_what_is_claimed_for_one_who_stopped_waiting_is_handed_back(house, monkeypatch):
    committed, go_on = threading.Event(), threading.Event()

    def slow(*args, **kwargs):
        rows = store_claimed(*args, **kwargs)
        committed.set()
        go_on.wait(5)
        return rows

    monkeypatch.setattr(inbox, "store_claimed", slow)
    one = house()
    one.lead()
    await until(lambda: one.engine.claimer(1))
    keeping = asyncio.create_task(one.keep(message(1)))
    await until(committed.is_set)
    keeping.cancel()
    one.leading.cancel()
    await asyncio.gather(keeping, one.leading, return_exceptions=True)
    assert await db(states) == {1: "claimed"}
    asyncio.get_running_loop().call_later(0.1, go_on.set)
    await one.engine.drain(0.5)
    assert await db(states) == {1: "new"}
    assert one.application.seen == []
