"""Updates in whose company processes end: the guilty one is given up, the others are answered."""

import asyncio
import logging
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from botapp.delivery.attempts import SUSPECT_FROM
from botapp.delivery.claims import MOST_CRASHES
from botapp.models import StoredUpdate
from tests.botapp.delivery.kit import BOT, Echo, all_done, db, message, states, until, until_db
from tests.botapp.delivery.test_engine import working

pytestmark = pytest.mark.usefixtures("live_db")


def left_by_a_dead_process(number, *, attempts):
    StoredUpdate.objects.create(
        bot_id=BOT,
        update_id=number,
        kind="message",
        lane=f"chat:{number}",
        payload=message(number, str(number), person=number),
        state="claimed",
        claim=uuid.uuid4(),
        claimed_by=uuid.uuid4(),
        claimed_until=timezone.now() - timedelta(seconds=1),
        attempts=attempts,
        received_at=timezone.now(),
    )


class Telling(Echo):
    """Remembers of which updates it was told that they were given up."""

    def __init__(self):
        super().__init__()
        self.told = []

    async def gave_up(self, claim, error):
        self.told.append((claim.update_id, type(error).__name__))


async def test_what_ended_process_after_process_is_not_begun_again_and_its_person_is_told(caplog):
    caplog.set_level(logging.ERROR)
    await db(left_by_a_dead_process, 1, attempts=MOST_CRASHES)
    async with working(application=Telling()) as work:
        await until_db(lambda: states() == {1: "dead"})
        assert work.application.seen == []
        assert work.application.told == [(1, "Crashing")]
    assert f"Update 1 (message) was begun {MOST_CRASHES} times and never ended: given up" in caplog.text


async def test_a_row_that_was_never_begun_again_is_handled_however_often_it_was_claimed():
    await db(left_by_a_dead_process, 1, attempts=MOST_CRASHES - 1)
    async with working() as work:
        await until_db(all_done(1))
        assert work.application.seen == [1]


async def test_that_it_is_begun_again_is_written_before_it_is_handled():
    written = []

    async def handler(claim):
        written.append(await db(lambda: StoredUpdate.objects.get().attempts))

    await db(left_by_a_dead_process, 1, attempts=4)
    async with working(handler):
        await until_db(all_done(1))
    assert written == [5]


async def test_suspects_are_handled_one_at_a_time_and_hold_up_nobody_else():
    gate = asyncio.Event()

    async def handler(claim):
        if claim.attempt > SUSPECT_FROM:
            await gate.wait()

    for number in (1, 2):
        await db(left_by_a_dead_process, number, attempts=SUSPECT_FROM)
    await db(left_by_a_dead_process, 3, attempts=1)
    async with working(handler) as work:
        await until(lambda: work.application.texts == ["3"])
        await asyncio.sleep(0.1)
        suspects = [number for number in work.application.seen if number != 3]
        assert suspects == [1]
        assert await db(lambda: StoredUpdate.objects.get(update_id=2).attempts) == SUSPECT_FROM
        gate.set()
        await until_db(all_done(3))


async def test_what_waits_for_its_turn_is_handed_back_as_it_was():
    gate = asyncio.Event()

    async def handler(claim):
        await gate.wait()

    for number in (1, 2):
        await db(left_by_a_dead_process, number, attempts=SUSPECT_FROM)
    async with working(handler) as work:
        await until(lambda: work.application.seen == [1])
        await work.engine.abandon()
        found = await db(lambda: dict(StoredUpdate.objects.values_list("update_id", "attempts")))
        assert found == {1: SUSPECT_FROM + 1, 2: SUSPECT_FROM}
