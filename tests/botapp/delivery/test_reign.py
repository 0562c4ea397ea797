"""The application's part of a leadership: its duties and its end."""

import asyncio
import logging
import time

import pytest

from botapp.delivery import identity, lease
from botapp.delivery.attempts import Limits
from botapp.delivery.bot_api import BotApi
from botapp.delivery.leadership import Leadership
from botapp.delivery.reign import READY, Reign
from tests.botapp.delivery.kit import Echo, RunningBot, db, until

pytestmark = pytest.mark.usefixtures("live_db")


@pytest.fixture(autouse=True)
def _logged(caplog):
    caplog.set_level(logging.INFO, logger="botapp.delivery")


async def test_duties_that_fail_are_begun_again(sandbox, caplog):
    class Failing(Echo):
        begun = 0

        async def lead(self):
            self.begun += 1
            if self.begun == 1:
                raise ValueError("a duty failed")
            await super().lead()

    async with RunningBot(sandbox, Failing()) as bot:
        await until(lambda: bot.application.begun == 2)
        await until(lambda: bot.application.leading == 1)
    assert "duties failed" in caplog.text
    assert bot.application.leading == 0


@pytest.mark.parametrize("wrong", [ValueError("can't"), None])
async def test_an_application_that_cannot_hand_back_does_not_keep_the_process(sandbox, settings, wrong):
    settings.GRACE_SECONDS = 0.3

    class Stubborn(Echo):
        async def drain(self, seconds):
            if wrong:
                raise wrong
            await asyncio.sleep(60)

    async with RunningBot(sandbox, Stubborn()) as bot:
        await until(lambda: bot.application.leading)
        began = time.monotonic()
        assert (await bot.end()).exit_code == 0
    assert time.monotonic() - began < 2


async def test_connections_are_closed_only_after_the_last_update_was_answered(sandbox, settings):
    settings.GRACE_SECONDS = 5.0
    order = []

    class Slow(Echo):
        async def handle(self, claim):
            order.append("begun")
            await asyncio.sleep(0.2)
            order.append("answered")

        async def drain(self, seconds):
            order.append("drained")

    async with RunningBot(sandbox, Slow()) as bot:
        sandbox.acts.say(1001, "hello")
        await until(lambda: order)
        await bot.end()
    assert order == ["begun", "answered", "drained"]


async def test_what_the_leader_does_is_told_in_its_order(sandbox, caplog):
    async with RunningBot(sandbox) as bot:
        await until(lambda: "ГОТОВ" in caplog.text)
        await bot.end()
    told = [record.getMessage() for record in caplog.records]
    places = [
        next(place for place, line in enumerate(told) if part in line)
        for part in (
            "Bot lock acquired (PID: ",
            "БОТ ПОЛНОСТЬЮ ЗАПУЩЕН И ГОТОВ К РАБОТЕ",
            "Bot lock released",
        )
    ]
    assert places == sorted(places)


async def test_a_renewal_that_was_late_is_no_new_beginning(sandbox, caplog):
    me = identity.myself()
    taken = await db(lease.take, sandbox.bot.id, identity=me, lock="", ttl=60, verdict=lambda state: "died")
    leadership = Leadership(taken.epoch, "died", taken.before, time.monotonic() + 0.5)
    api = BotApi(sandbox.token, sandbox.base_url)
    reign = Reign(api, sandbox.bot.id, me.holder, Echo(), Limits())
    reign.start()
    stop = asyncio.Event()
    leading = asyncio.create_task(reign.lead(leadership, stop=stop))
    await until(lambda: READY in caplog.text and not leadership.is_valid)
    polls = len(sandbox.journal.calls("getUpdates"))
    leadership.deadline = time.monotonic() + 60
    await until(lambda: len(sandbox.journal.calls("getUpdates")) > polls)
    stop.set()
    await leading
    await reign.drain(1)
    await reign.close()
    await api.close()
    assert [record.getMessage() for record in caplog.records].count(READY) == 1
