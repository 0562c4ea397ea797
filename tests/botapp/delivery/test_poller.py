"""Nothing is confirmed that is not committed."""

import asyncio
import time
import uuid
from contextlib import suppress

import pytest
from django.db import connection, transaction

from botapp.delivery import identity, inbox, lease, poller
from botapp.delivery.attempts import Limits
from botapp.delivery.bot_api import BotApi, BotApiError
from botapp.delivery.engine import Engine
from botapp.delivery.inbox import Inbox
from botapp.delivery.leadership import Leadership
from botapp.delivery.poller import ALLOWED_UPDATES, Poller
from botapp.models import StoredUpdate
from botapp.sandbox.faults import Fault
from botapp.sandbox.people import ADA
from tests.botapp.delivery.kit import BOT, Echo, db, until

pytestmark = pytest.mark.usefixtures("live_db")


class Counting(Engine):
    """Counts the batches that it is told of; it does not lead."""

    batches = 0

    def stored(self):
        self.batches += 1


class Polling:
    """A poller at work, with the leadership in hand."""

    def __init__(self, sandbox):
        self.api = BotApi(sandbox.token, sandbox.base_url)
        self.engine = Counting(BOT, holder=uuid.uuid4(), application=Echo(), limits=Limits())
        self.inbox = Inbox(BOT, self.engine, urgent=None)
        self.poller = Poller(self.api, self.inbox, seconds=5)
        self.ready = 0

    @property
    def stored(self):
        return self.engine.batches

    async def __aenter__(self):
        taken = await db(
            lease.take, BOT, identity=identity.myself(), lock="", ttl=30, verdict=lambda state: "first"
        )
        self.leadership = Leadership(taken.epoch, taken.reason, taken.before, time.monotonic() + 30)
        self.task = asyncio.create_task(self.poller.lead(self.leadership, on_ready=self._count_ready))
        return self

    async def __aexit__(self, *error):
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)
        self.inbox.close()
        await self.engine.close()
        await self.api.close()

    def _count_ready(self):
        self.ready += 1


def lock_inbox(loop, locked, go_on):
    """Another writer who takes its time."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            connection.cursor().execute("LOCK TABLE botapp_storedupdate IN ACCESS EXCLUSIVE MODE")
        loop.call_soon_threadsafe(locked.set)
        asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result(10)


async def test_while_the_inbox_is_locked_nothing_is_confirmed(sandbox):
    locked, go_on = asyncio.Event(), asyncio.Event()
    async with Polling(sandbox) as polling:
        await until(lambda: polling.ready)
        locking = asyncio.create_task(db(lock_inbox, asyncio.get_running_loop(), locked, go_on))
        await locked.wait()
        sandbox.acts.say(ADA, "hello")
        await asyncio.sleep(0.2)
        assert len(sandbox.bot.queue) == 1
        assert polling.stored == 0
        go_on.set()
        await locking
        await until(lambda: polling.stored == 1)
        await until(lambda: len(sandbox.bot.queue) == 0)
    assert await db(StoredUpdate.objects.count) == 1


async def test_a_leader_that_was_replaced_stores_and_confirms_nothing(sandbox):
    async with Polling(sandbox) as polling:
        await until(lambda: sandbox.bot.polls.is_waiting)
        other = identity.myself()
        await db(lease.take, BOT, identity=other, lock="", ttl=30, verdict=lambda state: "expired")
        sandbox.acts.say(ADA, "hello")
        await until(lambda: polling.leadership.ended.is_set())
        await polling.task
        assert polling.leadership.why_ended == "another process took the lead"
    assert len(sandbox.bot.queue) == 1
    assert await db(StoredUpdate.objects.count) == 0


async def test_past_its_deadline_it_asks_no_more(sandbox):
    async with Polling(sandbox) as polling:
        await until(lambda: sandbox.bot.polls.is_waiting)
        polling.leadership.deadline = 0.0
        sandbox.acts.say(ADA, "hello")
        await polling.task
        asked = len(sandbox.journal.calls("getUpdates"))
        await asyncio.sleep(0.05)
        assert len(sandbox.journal.calls("getUpdates")) == asked
    assert len(sandbox.bot.queue) == 1


async def test_it_is_ready_only_after_its_first_call_was_answered(sandbox):
    sandbox.faults.add(Fault("error", method="getUpdates"))
    async with Polling(sandbox) as polling:
        await until(lambda: any(call.status == 500 for call in sandbox.journal.calls("getUpdates")))
        assert polling.ready == 0
        await until(lambda: polling.ready == 1)


async def test_a_retry_obeys_the_time_that_telegram_asks_for(sandbox):
    sandbox.faults.add(Fault("too_many", method="getUpdates", retry_after=1))
    async with Polling(sandbox) as polling:
        await until(lambda: polling.ready)
    first, second = sandbox.journal.calls("getUpdates")[:2]
    assert second.at - first.ended_at >= 0.95


async def test_it_fetches_no_more_while_too_much_waits(sandbox, monkeypatch, caplog):
    monkeypatch.setattr(inbox, "MOST_WAITING", 2)
    for number in range(3):
        sandbox.acts.say(ADA, f"text {number}")
    async with Polling(sandbox) as polling:
        await until(lambda: polling.stored)
        await until(lambda: "not fetching" in caplog.text)
        sandbox.acts.say(ADA, "later")
        await asyncio.sleep(0.1)
        assert len(sandbox.bot.queue) == 4
        await db(StoredUpdate.objects.update, state="done")
        await until(lambda: polling.stored == 2)
    assert caplog.text.count("not fetching") == 1


async def test_every_kind_that_is_asked_for_is_named(sandbox):
    async with Polling(sandbox) as polling:
        await until(lambda: polling.ready)
    assert sandbox.journal.calls("getUpdates")[0].params["allowed_updates"] == list(ALLOWED_UPDATES)


async def test_a_token_that_was_revoked_is_one_alarm(sandbox, caplog):
    async with Polling(sandbox) as polling:
        await until(lambda: sandbox.bot.polls.is_waiting)
        polling.api._base = polling.api._base[:-3]
        sandbox.acts.say(ADA, "hello")
        await until(lambda: "does not accept the token" in caplog.text)
        await asyncio.sleep(0.7)
    assert caplog.text.count("does not accept the token") == 1
    assert sandbox.token.split(":")[1][:10] not in caplog.text


async def test_a_poll_that_the_next_leader_ends_is_no_stranger(sandbox, caplog):
    async with Polling(sandbox) as polling:
        await until(lambda: sandbox.bot.polls.is_waiting)
        # As after a pause longer than the lease: the poll is still open.
        polling.leadership.deadline = time.monotonic()
        await polling.api.call("getUpdates", timeout=0)
        next_leader = BotApi(sandbox.token, sandbox.base_url)
        asking = asyncio.create_task(next_leader.call("getUpdates", timeout=1))
        await asyncio.wait_for(polling.task, 2)
        await asking
        await next_leader.close()
    assert [call.status for call in sandbox.journal.calls("getUpdates")].count(409) == 1
    assert "Another program" not in caplog.text


async def test_an_idle_bot_asks_again_soon_after_a_stranger_is_gone(sandbox, monkeypatch):
    monkeypatch.setattr(poller, "SLOWEST_AFTER_CONFLICT", 0.4)
    stranger = BotApi(sandbox.token, sandbox.base_url)
    async with Polling(sandbox) as polling:
        await until(lambda: polling.ready)
        polling.poller._pause = poller.SLOWEST_RETRY  # as after many conflicts
        for _ in range(3):
            with suppress(BotApiError):  # ended in its turn
                await stranger.call("getUpdates", timeout=1)
        await stranger.close()
        assert any(call.status == 409 for call in sandbox.journal.calls("getUpdates"))
        await until(lambda: sandbox.bot.polls.is_waiting, 3)


def test_after_a_conflict_it_waits_less_than_five_seconds():
    assert poller.SLOWEST_AFTER_CONFLICT < 5
