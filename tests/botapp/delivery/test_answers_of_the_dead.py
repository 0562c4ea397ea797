"""Answers that a process was writing when it died go on with the next leader at once."""

import asyncio
import time
import uuid

import pytest

from botapp.delivery import identity, lease
from botapp.delivery.attempts import Limits
from botapp.delivery.engine import Engine
from botapp.delivery.leadership import Leadership
from botapp.models import Generation
from botapp.sandbox.server import Sandbox
from botapp.services import answer_claims, generations
from botapp.services.people import greet
from botapp.telegram.application import build
from tests.botapp.delivery.kit import BOT, Echo, RunningBot, db, until, until_db

pytestmark = pytest.mark.usefixtures("live_db")


def owed(message_id=5):
    person = greet(7, first_name="Ada").id
    return generations.begin(
        person, chat_id=7, text="News", kind="news", language="en", depth="normal", message_id=message_id
    )


@pytest.fixture(autouse=True)
def _no_flood_limit(settings):
    settings.FLOOD_SECONDS = 0


def test_only_claims_of_the_dead_process_are_freed():
    dead, alive = uuid.uuid4(), uuid.uuid4()
    lost = answer_claims.take(owed(), by=dead)
    answer_claims.take(owed(6), by=alive)
    assert answer_claims.free_all_of(dead) == 1
    assert not answer_claims.renew(lost)
    assert [job.id for job in answer_claims.take_open(5, by=alive)] == [lost.id]
    assert list(Generation.objects.values_list("claimed_by", flat=True)) == [alive, alive]


@pytest.mark.parametrize(("reason", "is_freed"), [("died", True), ("expired", False)])
async def test_a_new_leader_frees_them_if_the_last_one_is_certainly_dead(reason, is_freed):
    dead, me = identity.myself(), identity.myself()
    await db(lease.take, BOT, identity=dead, lock="", ttl=60, verdict=lambda state: "first")
    job = await db(lambda: answer_claims.take(owed(), by=dead.holder))
    taken = await db(lease.take, BOT, identity=me, lock="", ttl=60, verdict=lambda state: reason)
    engine = Engine(BOT, holder=me.holder, application=Echo(), limits=Limits())
    engine.start()
    leadership = Leadership(taken.epoch, taken.reason, taken.before, time.monotonic() + 60)
    leading = asyncio.create_task(engine.lead(leadership))
    if is_freed:
        await until_db(lambda: Generation.objects.get().claim is None)
    else:
        await asyncio.sleep(0.3)
        assert await db(lambda: bool(answer_claims.renew(job)))
    leading.cancel()
    await asyncio.gather(leading, return_exceptions=True)
    await engine.close()


async def test_the_application_learns_by_which_name_it_claims(sandbox):
    class Named(Echo):
        holder = None

        def runs_as(self, holder):
            self.holder = holder

    async with RunningBot(sandbox, Named()) as bot:
        await until(lambda: bot.application.leading)
        assert bot.application.holder == (await db(lease.read, BOT)).holder


async def test_an_answer_is_claimed_by_the_name_of_the_process(sandbox: Sandbox):
    application, me = build(token=sandbox.token, base_url=sandbox.base_url), uuid.uuid4()
    application.runs_as(me)
    await db(owed)
    await application.runner.take_up()
    assert (await db(Generation.objects.get)).claimed_by == me
    await application.drain(0.2)
