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


def in_a_transaction(change):
    with transaction.atomic():
        change()
        time.sleep(BUSY)


def alone(change):
    change()
    time.sleep(BUSY)


@pytest.mark.parametrize("mine", [in_a_transaction, alone])
def test_of_threads_that_write_in_a_crowd_none_is_overtaken_again_and_again(pool, mine):
    """In SQLite's own way one or two sleep until all the others have nothing more to write."""
    turns, overtaken = itertools.count(), []

    def write_on(first):
        way = mine if first == 0 else in_a_transaction
        for number in range(EACH):
            asked = next(turns)
            way(lambda number=number: create(first + number))
            overtaken.append((next(turns) - asked) // 2)

    def create(number):
        Person.objects.filter(telegram_id=number).update(first_name="x")
        Person.objects.create(telegram_id=number)

    list(pool.map(write_on, range(0, THREADS * 100, 100)))
    assert Person.objects.count() == THREADS * EACH
    assert max(overtaken) < THREADS * EACH / 2


def test_a_statement_that_writes_alone_waits_for_its_turn_and_keeps_none(pool):
    held, go_on = threading.Event(), threading.Event()
    write(1)

    def hold():
        with transaction.atomic():
            held.set()
            go_on.wait(10)

    def rename():
        return Person.objects.filter(telegram_id=1).update(first_name="Ada")

    holding = pool.submit(hold)
    held.wait(10)
    assert Person.objects.count() == 1, "who reads waits for nobody"
    began = time.monotonic()
    with pytest.raises(OperationalError, match="database is locked"):
        rename()
    assert time.monotonic() - began < 0.09, "its turn did not come; SQLite itself would have slept for 0.1 s"
    go_on.set()
    holding.result(10)
    assert rename() == 1
    pool.submit(write, 2).result(10)
    pool.submit(write, 3).result(10)


def test_a_statement_that_returns_rows_keeps_its_turn_until_they_are_fetched(pool):
    """Only then is it committed."""
    write(1)
    rename = "UPDATE botapp_person SET first_name = 'Ada' WHERE telegram_id = 1 RETURNING id"
    numbers = itertools.count(2)

    def is_free():
        try:
            connection.cursor().execute("PRAGMA busy_timeout=200")
            write(next(numbers))
        except OperationalError:
            return False
        return True

    with connection.cursor() as cursor:
        cursor.execute(rename)
        assert not pool.submit(is_free).result(10)
        assert cursor.fetchone()
        assert pool.submit(is_free).result(10)
        cursor.execute(rename)
    assert pool.submit(is_free).result(10), "a cursor that is closed has no turn"


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
