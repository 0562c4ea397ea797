"""The engine with the leadership in hand: fairness, claims that are kept, lanes of others."""

import asyncio
import threading
import time
import uuid
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from botapp.bridge import run_service
from botapp.delivery import identity, lease
from botapp.delivery.attempts import Limits
from botapp.delivery.engine import Engine
from botapp.delivery.leadership import Leadership
from botapp.delivery.store import store
from botapp.models import StoredUpdate
from tests.botapp.delivery.kit import BOT, Echo, all_done, db, message, states, until, until_db

pytestmark = pytest.mark.usefixtures("live_db")


class Work:
    """An engine at work."""

    def __init__(self, application, **limits):
        self.me = identity.myself()
        self.engine = Engine(
            BOT, holder=self.me.holder, application=application, limits=Limits(backoff=0.02, **limits)
        )

    async def lead(self):
        taken = await db(lease.take, BOT, identity=self.me, lock="", ttl=60, verdict=lambda state: "released")
        self.leadership = Leadership(taken.epoch, taken.reason, taken.before, time.monotonic() + 60)
        self.task = asyncio.create_task(self.engine.lead(self.leadership))


@asynccontextmanager
async def working(handler=None, application=None, **limits):
    application = application or Echo(handler=handler)
    work = Work(application, **limits)
    work.application = application
    work.engine.start()
    await work.lead()
    yield work
    work.task.cancel()
    await asyncio.gather(work.task, return_exceptions=True)
    await work.engine.abandon()
    await work.engine.close()


async def put(engine, *updates):
    await db(store, BOT, updates, epoch=None, urgent=lambda payload: payload["message"]["text"] == "/stop")
    engine.wake()


async def test_a_flood_that_hangs_leaves_room_for_everybody_else():
    gate = asyncio.Event()

    async def hang(claim):
        if claim.payload["message"]["text"] == "flood":
            await gate.wait()

    async with working(hang, window=64) as work:
        await put(work.engine, *(message(number, "flood", person=7) for number in range(200)))
        await put(work.engine, message(500, "calm", person=8), message(501, "/stop", person=7))
        await until(lambda: sorted(work.application.texts) == ["/stop", "calm"], 2)
        gate.set()
        await until_db(all_done(202), 10)
    flood = [number for number in work.application.seen if number < 200]
    assert flood == list(range(200))


async def test_not_more_than_the_window_is_taken_into_memory():
    gate = asyncio.Event()
    async with working(lambda claim: gate.wait(), window=20, lanes=4) as work:
        await put(work.engine, *(message(number, person=number + 1) for number in range(100)))
        await until(lambda: len(work.application.seen) == 4)
        counts = await db(lambda: StoredUpdate.objects.filter(state="claimed").count())
        assert counts == 20
        gate.set()
        await until_db(all_done(100), 10)


async def test_a_claim_is_renewed_while_its_handler_takes_longer():
    gate = asyncio.Event()
    async with working(lambda claim: gate.wait(), claim_seconds=0.3) as work:
        await put(work.engine, message(1))
        await until(lambda: work.application.seen)
        await asyncio.sleep(0.5)
        until_then = await db(lambda: StoredUpdate.objects.get().claimed_until)
        assert until_then > timezone.now()
        gate.set()
        await until_db(all_done(1))
    assert work.application.seen == [1]


def claimed_by_another(number, *, seconds, person):
    """As an old leader leaves it that still finishes something."""
    StoredUpdate.objects.create(
        bot_id=BOT,
        update_id=number,
        kind="message",
        lane=f"chat:{person}",
        payload=message(number, "theirs", person=person),
        state="claimed",
        claim=uuid.uuid4(),
        claimed_by=uuid.uuid4(),
        claimed_until=timezone.now() + timedelta(seconds=seconds),
        received_at=timezone.now(),
    )


async def test_a_lane_in_which_the_last_leader_is_busy_waits_for_it_and_others_do_not():
    await db(claimed_by_another, 1, seconds=60, person=7)
    async with working() as work:
        await put(work.engine, message(2, "behind it", person=7), message(3, "beside it", person=8))
        await until(lambda: work.application.texts == ["beside it"])
        await asyncio.sleep(0.3)
        assert work.application.texts == ["beside it"]
        await db(
            lambda: StoredUpdate.objects.filter(update_id=1).update(state="done", claim=None, claimed_by=None)
        )
        await until(lambda: work.application.texts == ["beside it", "behind it"], 1)


async def test_what_the_last_leader_did_not_finish_comes_first_when_its_claim_ends():
    await db(claimed_by_another, 1, seconds=0.3, person=7)
    async with working() as work:
        await put(work.engine, message(2, "behind it", person=7))
        await until(lambda: len(work.application.texts) == 2, 2)
    assert work.application.texts == ["theirs", "behind it"]


async def test_claiming_goes_on_when_the_database_is_back():
    locked, go_on = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def lock():
        with transaction.atomic():
            if connection.vendor == "postgresql":
                connection.cursor().execute("LOCK TABLE botapp_storedupdate IN ACCESS EXCLUSIVE MODE")
            loop.call_soon_threadsafe(locked.set)
            asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result(10)

    async with working() as work:
        await put(work.engine, message(1))
        await until_db(all_done(1))
        locking = asyncio.create_task(db(lock))
        await locked.wait()
        work.engine.wake()
        await asyncio.sleep(0.2)
        assert not work.task.done()
        go_on.set()
        await locking
        await put(work.engine, message(2))
        await until_db(all_done(2))


async def test_an_abandoned_engine_hands_everything_back_and_can_lead_again():
    gate = asyncio.Event()
    async with working(lambda claim: gate.wait()) as work:
        await put(work.engine, message(1), message(2))
        await until(lambda: work.application.seen == [1])
        work.leadership.end("test")
        await work.task
        await work.engine.abandon()
        assert await db(states) == {1: "new", 2: "new"}
        rows = await db(lambda: dict(StoredUpdate.objects.values_list("update_id", "attempts")))
        assert rows == {1: 1, 2: 0}
        gate.set()
        await work.lead()
        await until_db(all_done(2))
    assert work.application.texts == ["hello", "hello"]


async def test_an_engine_whose_lease_was_taken_claims_nothing_more():
    async with working() as work:
        await db(
            lease.take, BOT, identity=identity.myself(), lock="", ttl=60, verdict=lambda state: "expired"
        )
        await put(work.engine, message(1))
        await work.task
        assert work.leadership.why_ended == "another process took the lead"
    assert await db(states) == {1: "new"}
    assert work.application.seen == []


async def test_a_run_whose_claim_was_taken_over_writes_no_end():
    gate = asyncio.Event()
    async with working(lambda claim: gate.wait()) as work:
        await put(work.engine, message(1))
        await until(lambda: work.application.seen)
        other = uuid.uuid4()
        await db(lambda: StoredUpdate.objects.update(claim=other, claimed_by=other))
        gate.set()
        await until(lambda: work.application.texts)
        await asyncio.sleep(0.1)
        row = await db(StoredUpdate.objects.get)
        assert (row.state, row.claim) == ("claimed", other)


@pytest.mark.skipif(connection.vendor == "sqlite", reason="a step that runs holds the lock for all writes")
async def test_a_lane_that_still_ends_after_a_lost_lead_gets_nothing_new_before():
    """A thread goes on after its update was cancelled, and the same process leads again meanwhile."""
    begun, go_on = asyncio.Event(), threading.Event()

    async def handler(claim):
        if claim.update_id == 1 and not begun.is_set():
            begun.set()
            await run_service(go_on.wait, 10, step="slow")

    async with working(handler, flush_seconds=0.2) as work:
        await put(work.engine, message(1, "one"))
        await begun.wait()
        work.leadership.end("the database did not answer in time")
        await work.task
        await work.engine.abandon()
        await db(store, BOT, [message(2, "two")], epoch=None)
        await work.lead()
        await asyncio.sleep(0.5)
        assert work.application.texts == []
        go_on.set()
        await until_db(all_done(2), 10)
    assert work.application.texts == ["one", "two"]


async def test_the_end_of_a_task_that_should_last_is_an_error():
    async with working() as work:
        watching = asyncio.create_task(work.engine.watch())
        await asyncio.sleep(0)
        work.engine._tasks[0].cancel()
        with pytest.raises(RuntimeError, match="the task commits ended"):
            await watching
