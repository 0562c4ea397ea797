"""A process that stood still and goes on in the middle of its handlers."""

import asyncio
import time
import uuid

import pytest

from botapp.delivery import claims, identity, lease
from botapp.delivery.attempts import Limits
from botapp.delivery.engine import Engine
from botapp.delivery.leadership import Leadership
from botapp.delivery.store import store
from botapp.models import StoredUpdate
from tests.botapp.delivery.kit import BOT, Echo, db, message, states, until, until_db

pytestmark = pytest.mark.usefixtures("live_db")
ME, OTHER = identity.myself(), identity.myself()


class Pausing(Echo):
    """Stands still in its first handler; what it would send after that is remembered."""

    def __init__(self, during):
        super().__init__()
        self.during = during
        self.sends = []

    async def handle(self, claim):
        self.seen.append(claim.update_id)
        if len(self.seen) == 1:
            await self.during()
            time.sleep(0.5)
        if await claim.unit.sent("answer") is None:
            self.sends.append(claim.update_id)
            await claim.unit.journal("answer", chat_id=1, message_id=claim.update_id)


async def led(application):
    await db(store, BOT, [message(1), message(2)], epoch=None)
    taken = await db(lease.take, BOT, identity=ME, lock="", ttl=60, verdict=lambda state: "first")
    engine = Engine(BOT, holder=ME.holder, application=application, limits=Limits(claim_seconds=0.3))
    engine.start()
    leadership = Leadership(taken.epoch, taken.reason, taken.before, time.monotonic() + 60)
    return engine, asyncio.create_task(engine.lead(leadership))


async def ended(engine, leading):
    leading.cancel()
    await asyncio.gather(leading, return_exceptions=True)
    await engine.abandon()
    await engine.close()


def taken_by_another():
    claims.free_claims_of(ME.holder, bot_id=BOT)
    StoredUpdate.objects.update(state="claimed", claim=uuid.uuid4(), claimed_by=OTHER.holder)


async def test_it_sends_nothing_of_what_another_process_has_taken_meanwhile():
    application = Pausing(lambda: db(taken_by_another))
    engine, leading = await led(application)
    await until(lambda: application.seen)
    await asyncio.sleep(0.8)
    await ended(engine, leading)
    assert application.seen == [1]
    assert application.sends == []
    assert set(await db(owners)) == {OTHER.holder}


async def test_it_goes_on_in_order_when_nobody_has_taken_anything():
    application = Pausing(lambda: asyncio.sleep(0))
    engine, leading = await led(application)
    await until(lambda: application.sends == [1, 2])
    await ended(engine, leading)
    assert application.seen == [1, 2]


def owners():
    return list(StoredUpdate.objects.values_list("claimed_by", flat=True))


async def test_what_ends_while_its_claim_is_renewed_is_nobody_elses(caplog):
    numbers = range(1, 301)
    await db(store, BOT, [message(number, person=number % 50) for number in numbers], epoch=None)
    taken = await db(lease.take, BOT, identity=ME, lock="", ttl=60, verdict=lambda state: "first")
    engine = Engine(BOT, holder=ME.holder, application=Echo(), limits=Limits(claim_seconds=0.03))
    engine.start()
    leadership = Leadership(taken.epoch, taken.reason, taken.before, time.monotonic() + 60)
    leading = asyncio.create_task(engine.lead(leadership))
    await until_db(lambda: set(states().values()) == {"done"}, 20)
    await ended(engine, leading)
    assert "another run" not in caplog.text
