"""When a group of small writes is committed."""

import asyncio
import uuid
from contextlib import asynccontextmanager

import pytest
from django.db import connection, transaction
from django.utils import timezone

from botapp.delivery.commits import Done
from botapp.delivery.grouping import GroupCommit
from botapp.delivery.worker import Worker
from botapp.models import StoredUpdate
from tests.botapp.delivery.kit import BOT, db, states

pytestmark = pytest.mark.usefixtures("live_db")
TOKEN = uuid.uuid4()


class Groups(Worker):
    """A worker that counts what it is given."""

    def __init__(self):
        super().__init__("test")
        self.sizes = []

    async def run(self, fn, /, *args, **kwargs):
        self.sizes.append(len(args[0]))
        return await super().run(fn, *args, **kwargs)


@asynccontextmanager
async def writer(*, idle=True):
    worker = Groups()
    group = GroupCommit(worker, is_idle=lambda: idle)
    task = asyncio.create_task(group.run())
    yield group, worker
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    worker.close()


def claimed(count):
    return [
        StoredUpdate.objects.create(
            bot_id=BOT, update_id=number, lane="x", state="claimed", claim=TOKEN, received_at=timezone.now()
        ).pk
        for number in range(count)
    ]


async def test_alone_it_is_committed_at_once():
    (pk,) = await db(claimed, 1)
    async with writer() as (group, worker):
        group.put(Done(pk, TOKEN))
        async with asyncio.timeout(0.5):
            await group.flush()
    assert await db(states) == {0: "done"}
    assert worker.sizes == [1]


async def test_what_comes_within_the_window_is_one_group():
    pks = await db(claimed, 6)
    async with writer(idle=False) as (group, worker):
        for pk in pks:
            group.put(Done(pk, TOKEN))
            await asyncio.sleep(0)
        await group.flush()
    assert worker.sizes == [6]
    assert set((await db(states)).values()) == {"done"}


async def test_a_flush_of_nothing_returns():
    async with writer() as (group, worker):
        async with asyncio.timeout(0.5):
            await group.flush()
    assert worker.sizes == []


async def test_while_the_database_is_locked_the_entries_wait_and_are_written_afterwards(monkeypatch):
    monkeypatch.setattr("botapp.delivery.grouping.RETRY_SECONDS", 0.02)
    pks = await db(claimed, 3)
    locked, go_on = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def lock():
        """Another writer who takes its time."""
        with transaction.atomic():
            if connection.vendor == "postgresql":
                connection.cursor().execute("LOCK TABLE botapp_storedupdate IN ACCESS EXCLUSIVE MODE")
            loop.call_soon_threadsafe(locked.set)
            asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result(10)

    async with writer() as (group, worker):
        await worker.run(_be_impatient, [])
        locking = asyncio.create_task(db(lock))
        await locked.wait()
        for pk in pks:
            group.put(Done(pk, TOKEN))
        await asyncio.sleep(0.2)
        go_on.set()
        await locking
        async with asyncio.timeout(5):
            await group.flush()
    assert set((await db(states)).values()) == {"done"}


def _be_impatient(_nothing):
    vendor = connection.vendor
    statement = "SET lock_timeout = 50" if vendor == "postgresql" else "PRAGMA busy_timeout=50"
    connection.cursor().execute(statement)
