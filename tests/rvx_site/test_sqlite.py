"""Threads that write take turns, and nobody keeps a turn that is over."""

import itertools
import sqlite3
import threading
import time
from concurrent.futures import ThreadPoolExecutor, wait

import pytest
from django.db import OperationalError, connection, connections, transaction

from botapp.models import Person

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite only")
THREADS, EACH, BUSY = 8, 25, 0.002


@pytest.fixture
def pool():
    """Threads with connections of their own."""
    pool = ThreadPoolExecutor(THREADS)
    yield pool
    for _ in range(THREADS):
        pool.submit(connections.close_all)
    pool.shutdown()


@pytest.fixture(autouse=True)
def impatient(live_db):
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout=100")
    yield
    connection.close()


def write(number):
    with transaction.atomic():
        Person.objects.create(telegram_id=number)


def test_of_threads_that_write_in_a_crowd_none_is_overtaken_again_and_again(pool):
    """In SQLite's own way one or two sleep until all the others have nothing more to write."""
    turns, overtaken = itertools.count(), []

    def write_on(first):
        for number in range(EACH):
            asked = next(turns)
            with transaction.atomic():
                overtaken.append((next(turns) - asked) // 2)
                Person.objects.create(telegram_id=first + number)
                time.sleep(BUSY)

    list(pool.map(write_on, range(0, THREADS * 100, 100)))
    assert Person.objects.count() == THREADS * EACH
    assert max(overtaken) < THREADS * EACH / 2


def test_who_does_not_get_a_turn_in_time_is_told_what_sqlite_says(pool):
    held, go_on = threading.Event(), threading.Event()

    def hold():
        with transaction.atomic():
            held.set()
            go_on.wait(10)

    holding = pool.submit(hold)
    held.wait(10)
    with pytest.raises(OperationalError, match="database is locked"):
        write(1)
    go_on.set()
    holding.result(10)
    write(1)
    assert Person.objects.count() == 1


def fail():
    with transaction.atomic():
        raise LookupError


def close():
    with transaction.atomic():
        connection.close()


@pytest.mark.parametrize("end", [fail, close])
def test_a_turn_ends_with_a_transaction_that_fails_or_is_closed_in_the_middle(pool, end):
    wait([pool.submit(end)])
    write(1)  # by another thread: the one that ended has the turn it may have kept
    pool.submit(write, 2).result(10)
    assert Person.objects.count() == 2


def test_one_inside_another_takes_no_second_turn():
    with transaction.atomic():
        write(1)
        with transaction.atomic():
            write(2)
    assert Person.objects.count() == 2


def test_a_transaction_that_can_not_begin_keeps_no_turn(pool):
    """The file is locked by another process: SQLite itself refuses, within its own time."""
    with sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OperationalError, match="locked"):
            write(1)
        other.execute("ROLLBACK")
    other.close()
    pool.submit(write, 2).result(10)
    write(3)
    assert Person.objects.count() == 2
