"""No service waits for ever in the database, with a step or without."""

import threading
import time
from contextlib import contextmanager

import pytest
from django.db import OperationalError, connection, connections, transaction

from botapp import bridge, service_limits
from botapp.bridge import run_service
from botapp.delivery.deadline import limit_statements
from botapp.models import Person
from tests.botapp.delivery.kit import db

pytestmark = pytest.mark.usefixtures("live_db")
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL only")


@pytest.fixture(autouse=True)
def fresh_sessions(settings, monkeypatch):
    """Short limits for the connection of a thread of this test's own."""
    settings.HANDLER_TIMEOUT_SECONDS = 1.0
    settings.BRIDGE_THREADS = 1
    pool = bridge._pool.__wrapped__()
    monkeypatch.setattr(bridge, "_pool", lambda: pool)
    yield
    pool.submit(connections.close_all)
    pool.shutdown()


def endless():
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_sleep(60)")
        else:
            cursor.execute(
                "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
            )


def set_name(pk):
    Person.objects.filter(pk=pk).update(first_name="Ada")


@contextmanager
def locked(pk):
    """Somebody else keeps the person's row (SQLite: the file) for as long as this lasts."""
    held, go_on = threading.Event(), threading.Event()

    def hold():
        with transaction.atomic():
            Person.objects.select_for_update().get(pk=pk)
            held.set()
            go_on.wait(30)
        connections.close_all()

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(10)
    try:
        yield
    finally:
        go_on.set()
        holder.join()


async def is_ended(service, *args):
    began = time.monotonic()
    with pytest.raises(OperationalError):
        await run_service(service, *args)
    return time.monotonic() - began < 10


async def test_a_statement_without_an_end_is_ended():
    assert await is_ended(endless)
    assert await is_ended(endless), "the next call on the same connection has its own limit"


async def test_a_statement_after_a_step_is_ended_as_well():
    def step():
        with transaction.atomic(), limit_statements(5.0):
            pass

    await run_service(step)
    assert await is_ended(endless)


async def test_a_row_that_somebody_keeps_locked_is_not_waited_for_for_ever():
    pk = (await run_service(Person.objects.create, telegram_id=1)).pk
    with locked(pk):
        assert await is_ended(set_name, pk)
    await run_service(set_name, pk)


@on_postgresql
async def test_what_no_service_does_has_no_limit():
    def limits():
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('statement_timeout'), current_setting('lock_timeout')")
            return cursor.fetchone()

    assert await run_service(limits) == ("900ms", "900ms")
    assert await db(limits) == ("0", "0")


@on_postgresql
async def test_behind_a_pooler_each_service_is_one_transaction_with_limits_of_its_own(monkeypatch):
    monkeypatch.setattr(service_limits, "is_ours_alone", lambda _connection: False)
    monkeypatch.setattr(service_limits, "_pooler_seen", threading.Event())
    pk = (await run_service(Person.objects.create, telegram_id=1)).pk
    assert await run_service(lambda: connection.in_atomic_block)
    assert await is_ended(endless)
    with locked(pk):
        assert await is_ended(set_name, pk)
