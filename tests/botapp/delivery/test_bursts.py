"""Rows that are one deed: gathered, stored as one, ended as one."""

import asyncio
import time
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from botapp.delivery import bursts, claims
from botapp.delivery.bursts import MOST_ROWS
from botapp.delivery.engine import MOST_OF_A_LANE
from botapp.delivery.exceptions import ClaimLost
from botapp.models import Effect, StoredUpdate
from botapp.services.stored_updates import replay
from tests.botapp.delivery.kit import BOT, Echo, all_done, db, message, states, until, until_db
from tests.botapp.delivery.test_engine import put, working

pytestmark = pytest.mark.usefixtures("live_db")


class Joining(Echo):
    """ "+…" begins a burst and continues one; answers with all texts of it."""

    def begins_burst(self, payload):
        return payload["message"]["text"].startswith("+")

    def continues_burst(self, before, payload):
        return self.begins_burst(payload)

    async def handle(self, claim):
        self.seen.append(claim.update_id)
        if self.handler:
            await self.handler(claim)
        payloads = (claim.payload, *claim.parts)
        self.texts.append("".join(payload["message"]["text"] for payload in payloads))


def joining(handler=None, **limits):
    return working(handler, application=Joining(handler=handler), **limits)


def of_bursts():
    return dict(StoredUpdate.objects.values_list("update_id", "burst"))


def stored(*rows, **fields):
    """Rows as they stand in the database; a burst is given by the place of its first row."""
    pks = []
    for number, (text, burst) in enumerate(rows, start=1):
        given = {
            "state": "new",
            "received_at": timezone.now(),
            "kind": "message",
            "lane": "chat:1001",
        } | fields
        row = StoredUpdate.objects.create(
            bot_id=BOT, update_id=number, payload=message(number, text), **given
        )
        pks.append(row.pk)
        if burst is not None:
            StoredUpdate.objects.filter(pk=row.pk).update(burst=pks[burst])
    return pks


def test_a_burst_fits_into_what_a_lane_may_have_in_memory():
    assert MOST_ROWS <= MOST_OF_A_LANE


async def test_adjacent_rows_are_handled_as_one_and_end_as_one():
    async with joining() as work:
        await put(work.engine, message(1, "+a"), message(2, "+b"), message(3, "c"), message(4, "+d"))
        await until_db(all_done(4))
        assert work.application.texts == ["+a+b", "c", "+d"]
        found = await db(of_bursts)
    assert (found[1] == found[2], found[3], found[4] not in (None, found[1])) == (True, None, True)


async def test_a_lane_that_waits_for_the_rest_of_a_burst_holds_no_place():
    async with joining(lanes=1) as work:
        await put(work.engine, message(1, "+a", person=7), message(2, "calm", person=8))
        await until(lambda: work.application.texts == ["calm"], 0.5)
        await until(lambda: work.application.texts == ["calm", "+a"], 2)


async def test_what_came_long_ago_does_not_wait():
    await db(stored, ("+a", None), ("+b", None), received_at=timezone.now() - timedelta(seconds=5))
    began = time.monotonic()
    async with joining() as work:
        await until(lambda: work.application.texts == ["+a+b"])
    assert time.monotonic() - began < 0.6


async def test_a_clock_that_is_ahead_does_not_hold_a_burst_for_ever(monkeypatch):
    monkeypatch.setattr("botapp.delivery.lanes.LONGEST_SECONDS", 0.3)
    await db(stored, ("+a", None), received_at=timezone.now() + timedelta(hours=1))
    async with joining() as work:
        await until(lambda: work.application.texts == ["+a"], 2)


async def test_a_burst_that_is_as_long_as_may_be_waits_no_longer():
    async with joining() as work:
        began = time.monotonic()
        await put(work.engine, *(message(number, f"+{number}") for number in range(MOST_ROWS)))
        await until(lambda: len(work.application.texts) == 1, 0.6)
        assert time.monotonic() - began < 0.6


async def test_a_row_that_is_malformed_belongs_to_nothing():
    await db(stored, ("+a", None))
    await db(lambda: StoredUpdate.objects.update(payload={"message": {"text": None}}))
    async with joining() as work:
        await put(work.engine, message(2, "+b"))
        await until(lambda: work.application.texts == ["+b"], 3)


async def test_failures_and_the_end_are_those_of_the_whole_burst():
    async def fail(claim):
        raise RuntimeError

    async with joining(fail, tries=2) as work:
        await put(work.engine, message(1, "+a"), message(2, "+b"))
        await until_db(lambda: set(states().values()) == {"dead"})
    rows = await db(lambda: list(StoredUpdate.objects.values_list("attempts", "claim", "finished_at")))
    assert len(set(rows)) == 1
    assert rows[0][:2] == (2, None)


async def test_one_chosen_row_of_a_given_up_burst_brings_all_of_it_back():
    failing = [True]

    async def fail(claim):
        if failing:
            raise RuntimeError

    async with joining(fail, tries=1) as work:
        await put(work.engine, message(1, "+a"), message(2, "+b"))
        await until_db(lambda: set(states().values()) == {"dead"})
        failing.clear()
        second = await db(lambda: StoredUpdate.objects.get(update_id=2).pk)
        assert await db(replay, [second]) == 2
        await put(work.engine, message(3, "+later"))
        await until_db(all_done(3))
    assert work.application.texts == ["+a+b", "+later"]


async def test_a_burst_that_is_handed_back_while_it_is_handled_is_the_same_one_again():
    gate = asyncio.Event()

    async def begin(claim):
        await db(lambda: claim.unit.once("begin", lambda: claim.update_id))
        await gate.wait()

    async with joining(begin) as work:
        await put(work.engine, message(1, "+a"), message(2, "+b"))
        await until_db(lambda: Effect.objects.exists())
        work.leadership.end("test")
        await work.task
        await work.engine.abandon()
        assert await db(states) == {1: "new", 2: "new"}
        await put(work.engine, message(3, "+later"))
        gate.set()
        await work.lead()
        await until_db(all_done(3))
    assert work.application.texts == ["+a+b", "+later"]
    assert await db(lambda: list(Effect.objects.values_list("update__update_id", "step"))) == [
        (1, "begin"),
        (3, "begin"),
    ]


async def test_a_burst_that_is_handed_back_while_it_waits_is_still_open():
    async with joining() as work:
        await put(work.engine, message(1, "+a"))
        await until_db(lambda: states() == {1: "claimed"})
        work.leadership.end("test")
        work.engine.wake()
        await work.task
        await work.engine.abandon()
        assert (await db(states), await db(of_bursts)) == ({1: "new"}, {1: None})
        await put(work.engine, message(2, "+b"))
        await work.lead()
        await until_db(all_done(2))
    assert work.application.texts == ["+a+b"]


async def test_a_window_holds_a_bound_burst_whole():
    await db(stored, ("+a", 0), ("+b", 0), ("+c", 0))
    async with joining(window=2) as work:
        await until_db(all_done(3))
    assert work.application.texts == ["+a+b+c"]


async def test_a_bound_burst_waits_until_no_other_process_has_a_part_of_it():
    await db(stored, ("+a", 0), ("+b", 0))
    gone = {"state": "claimed", "claim": uuid.uuid4(), "claimed_by": uuid.uuid4()}
    until_then = timezone.now() + timedelta(seconds=0.5)
    await db(lambda: StoredUpdate.objects.filter(update_id=2).update(claimed_until=until_then, **gone))
    async with joining() as work:
        await asyncio.sleep(0.2)
        assert work.application.texts == []
        await until_db(all_done(2))
    assert work.application.texts == ["+a+b"]


async def test_nothing_is_bound_of_which_another_run_has_a_part():
    token, when = uuid.uuid4(), timezone.now()
    pks = await db(stored, ("+a", None), ("+b", None), state="claimed", claim=token)
    await db(lambda: StoredUpdate.objects.filter(update_id=2).update(claim=uuid.uuid4()))
    head, part = (claims.Row(pk, pk, "message", "x", {}, 0, None, when, token) for pk in pks)
    row = claims.Row(head.pk, 1, "message", "x", {}, 0, None, when, token, parts=(part,))
    with pytest.raises(ClaimLost):
        await db(bursts.bind, row, seconds=3)
    assert await db(of_bursts) == {1: None, 2: None}


async def test_a_burst_behind_so_many_that_its_lane_was_full_stays_one():
    """As after a downtime: what the lane had no room for still waits in the inbox."""
    before = MOST_OF_A_LANE - 6
    updates = [message(number, f"t{number}") for number in range(before)]
    updates += [message(number, "+") for number in range(before, before + 10)]
    for update in updates:
        update["update_id"] += 1
    async with joining() as work:
        await put(work.engine, *updates)
        await until_db(all_done(len(updates)), 10)
    assert work.application.texts[before:] == ["+" * 10]
