"""The steps of one update happen once, however often it is run."""

import asyncio
import threading
import uuid

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from botapp.bridge import GUARD, run_service
from botapp.delivery import commits
from botapp.delivery.commits import Note
from botapp.delivery.exceptions import ClaimLost
from botapp.delivery.hold import Hold
from botapp.delivery.journal import UnitOfWork
from botapp.delivery.worker import Worker
from botapp.models import Effect, Leadership, SentMessage, StoredUpdate
from tests.botapp.delivery.kit import BOT, db, until

TOKEN = uuid.uuid4()


class Collected(list):
    """Stands where the grouped writer stands."""

    put = list.append


@pytest.fixture
def row(live_db):
    return StoredUpdate.objects.create(
        bot_id=BOT, update_id=1, lane="x", state="claimed", claim=TOKEN, received_at=timezone.now()
    )


@pytest.fixture
def worker():
    worker = Worker("test")
    yield worker
    worker.close()
    worker._pool.shutdown(wait=True)


@pytest.fixture
def unit(row, worker):
    def make(*, attempt=1, token=TOKEN, seconds=5.0):
        return UnitOfWork(
            row.pk,
            token,
            attempt=attempt,
            commits=Collected(),
            worker=worker,
            hold=Hold(60.0),
            seconds=seconds,
        )

    return make


def pay():
    """An effect: one more row each time it really runs."""
    number = Leadership.objects.count() + 1
    Leadership.objects.create(bot_id=1, epoch=number, holder=TOKEN, pid=1, began_at=timezone.now())
    return {"paid": number}


def test_a_second_run_returns_the_first_result_and_does_nothing(unit):
    assert unit().once("pay", pay) == {"paid": 1}
    assert unit(attempt=2).once("pay", pay) == {"paid": 1}
    assert Leadership.objects.count() == 1


def test_the_same_step_twice_in_one_run_is_done_once(unit):
    first = unit()
    assert first.once("pay", pay) == first.once("pay", pay)
    assert Leadership.objects.count() == 1


def test_two_steps_are_two_effects(unit):
    first = unit()
    first.once("pay", pay)
    assert first.once("pay.2", pay) == {"paid": 2}
    assert list(Effect.objects.values_list("step", flat=True)) == ["pay", "pay.2"]


def test_a_step_that_fails_leaves_nothing_and_can_be_run_again(unit):
    def half():
        pay()
        raise ValueError("after the payment")

    with pytest.raises(ValueError, match="after"):
        unit().once("pay", half)
    assert Leadership.objects.count() == 0
    assert unit(attempt=2).once("pay", pay) == {"paid": 1}


def test_a_run_that_lost_its_claim_does_nothing(unit, row):
    with pytest.raises(ClaimLost):
        unit(token=uuid.uuid4()).once("pay", pay)
    StoredUpdate.objects.update(state="done", claim=None)
    with pytest.raises(ClaimLost):
        unit().once("pay", pay)
    assert Leadership.objects.count() == 0


def test_a_service_without_an_end_is_ended_by_the_database(unit):
    def endless():
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("SELECT pg_sleep(20)")
            else:
                cursor.execute(
                    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
                )

    with pytest.raises(OperationalError):
        unit(seconds=0.1).once("endless", endless)
    assert unit(attempt=2).once("pay", pay) == {"paid": 1}


async def test_the_bridge_finds_the_guard_of_the_update_that_is_handled(unit):
    token = GUARD.set(unit())
    try:
        assert await run_service(pay, step="pay") == {"paid": 1}
        assert await run_service(pay, step="pay") == {"paid": 1}
        assert await run_service(pay) == {"paid": 2}
    finally:
        GUARD.reset(token)


async def test_a_first_run_asks_nobody_whether_it_sent_something(unit):
    first = unit()
    assert await first.sent("answer") is None
    await first.journal("answer", chat_id=5, message_id=77)
    assert await first.sent("answer") == 77


async def test_a_second_run_knows_what_the_first_one_sent(unit, row):
    await db(SentMessage.objects.create, update=row, step="answer", chat_id=5, message_id=77)
    second = unit(attempt=2)
    assert await second.sent("answer") == 77
    assert await second.sent("more") is None


async def test_after_its_end_no_further_step_begins_and_a_running_one_is_waited_for(unit):
    first = unit()
    began, go_on = threading.Event(), threading.Event()

    def slow():
        began.set()
        go_on.wait(5)
        return 1

    running = asyncio.ensure_future(db(first.once, "slow", slow))
    await until(began.is_set)
    assert first.is_busy
    threading.Timer(0.05, go_on.set).start()
    await first.ended()
    assert await running == 1
    assert not first.is_busy
    with pytest.raises(ClaimLost):
        await db(first.once, "late", pay)


def test_notes_with_items_are_written_together_and_others_alone(unit, row):
    seen = []
    first = unit()
    first.note(seen.append, 1)
    first.note(seen.append, 2)
    first.note(lambda: seen.append("alone"))
    commits.commit([commits.Done(row.pk, TOKEN, first.notes)])
    assert seen == [[1, 2], "alone"]
    assert isinstance(first.notes[0], Note)
