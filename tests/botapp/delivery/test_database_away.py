"""While the database is away the engine asks now and then, says so once, and goes on when it is back."""

import asyncio
import time

import pytest
from django.db import OperationalError

from botapp.delivery import claims, identity, lease
from botapp.delivery.attempts import Limits
from botapp.delivery.engine import Engine
from botapp.delivery.leadership import Leadership
from botapp.delivery.store import store
from tests.botapp.delivery.kit import BOT, Echo, all_done, db, message, until_db

pytestmark = pytest.mark.usefixtures("live_db")


class Outage:
    """`calls` failed for want of a database, until it `is_over`."""

    def __init__(self, really):
        self.really, self.calls, self.is_over = really, 0, False

    def __call__(self, *args, **kwargs):
        if self.is_over:
            return self.really(*args, **kwargs)
        self.calls += 1
        raise OperationalError("server closed the connection")


@pytest.fixture(params=["free_expired", "take"])
def outage(request, monkeypatch):
    made = Outage(getattr(claims, request.param))
    monkeypatch.setattr(claims, request.param, made)
    return made


async def test_an_outage_makes_few_calls_and_two_lines(outage, caplog):
    me = identity.myself()
    await db(store, BOT, [message(1)], epoch=None)
    taken = await db(lease.take, BOT, identity=me, lock="", ttl=60, verdict=lambda state: "first")
    engine = Engine(BOT, holder=me.holder, application=Echo(), limits=Limits())
    engine.start()
    leadership = Leadership(taken.epoch, taken.reason, taken.before, time.monotonic() + 60)
    leading = asyncio.create_task(engine.lead(leadership))
    for _ in range(20):
        engine.wake()
        await asyncio.sleep(0.05)
    assert 1 < outage.calls <= 4
    outage.is_over = True
    await until_db(all_done(1), 2)
    leading.cancel()
    await asyncio.gather(leading, return_exceptions=True)
    await engine.close()
    said = [record.getMessage() for record in caplog.records if record.name == "botapp.delivery.engine"]
    assert said == [
        "Claiming waits for the database: OperationalError",
        "The database is back: claiming goes on.",
    ]
