"""An update that can't be answered just now waits; only its age ends that."""

import asyncio
from datetime import timedelta

import pytest
from django.utils import timezone

from botapp.bridge import run_service
from botapp.delivery import attempts
from botapp.delivery.exceptions import TryLater
from botapp.models import Effect, StoredUpdate
from tests.botapp.delivery.kit import Echo, RunningBot, all_done, db, states, until, until_db

pytestmark = pytest.mark.usefixtures("live_db")


class Away(Echo):
    """Telegram is away as often as told; what was done before is not done again."""

    def __init__(self, times, seconds=0.0):
        super().__init__()
        self.times, self.seconds, self.lasts, self.paid = times, seconds, [], []

    async def handle(self, claim):
        self.lasts.append(claim.is_last)
        await run_service(lambda: self.paid.append(1), step="pay")
        if len(self.lasts) <= self.times:
            raise TryLater(self.seconds)
        await super().handle(claim)


@pytest.fixture
def short_pauses(monkeypatch):
    monkeypatch.setattr(attempts, "LONGEST_PAUSE", 0.02)


async def test_an_outage_longer_than_all_pauses_costs_no_update(sandbox, short_pauses):
    async with RunningBot(sandbox, Away(times=20)) as bot:
        sandbox.acts.say(1001, "hello")
        await until_db(all_done(1))
    assert bot.application.texts == ["hello"]
    assert not any(bot.application.lasts)
    assert len(bot.application.paid) == await db(Effect.objects.count) == 1
    assert (await db(StoredUpdate.objects.get)).attempts == 1


async def test_the_wait_that_telegram_asked_for_is_kept(sandbox):
    async with RunningBot(sandbox, Away(times=1, seconds=0.4)) as bot:
        sandbox.acts.say(1001, "hello")
        await until(lambda: bot.application.lasts)
        await asyncio.sleep(0.25)
        assert len(bot.application.lasts) == 1
        await until_db(all_done(1))


async def test_a_wait_that_outlives_the_process_does_not_count_either(sandbox, settings):
    settings.GRACE_SECONDS = 0.2
    for _ in range(3):
        async with RunningBot(sandbox, Away(times=99, seconds=30)) as bot:
            if not await db(StoredUpdate.objects.count):
                sandbox.acts.say(1001, "hello")
            await db(lambda: StoredUpdate.objects.update(not_before=None))
            await until(lambda: bot.application.lasts)
        row = await db(StoredUpdate.objects.get)
        assert (row.state, row.attempts) == ("new", 1)
        await db(lambda: StoredUpdate.objects.update(not_before=None))


async def test_after_a_day_nobody_waits_any_more(sandbox, short_pauses):
    async with RunningBot(sandbox, Away(times=10**6)) as bot:
        sandbox.acts.say(1001, "hello")
        await until(lambda: len(bot.application.lasts) > 8)
        await bot.end()
    yesterday = timezone.now() - timedelta(hours=25)
    await db(lambda: StoredUpdate.objects.update(received_at=yesterday, not_before=None))
    async with RunningBot(sandbox, Away(times=10**6)) as bot:
        await until_db(lambda: list(states().values()) == ["dead"])
    assert len(bot.application.lasts) == 1
    assert "TryLater" in (await db(StoredUpdate.objects.get)).error
