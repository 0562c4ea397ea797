"""The advisory lock beside PostgreSQL."""

import logging
import select
import time

import psycopg
import pytest
from django.db import connection

from botapp.delivery import lock_postgresql
from botapp.delivery.lock_postgresql import PostgresqlLock, connection_parameters
from botapp.services.stored_updates import CHANNEL

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL only"),
]


@pytest.fixture
def locks(db):
    made = []

    def make(bot_id=1, *, ttl=5.0):
        made.append(PostgresqlLock(bot_id, connection_parameters(), ttl=ttl))
        return made[-1]

    yield make
    for lock in made:
        lock.release()


def sessions_ended():
    """End every session that holds an advisory lock, as an operator or a restart does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")


def gets_it(lock, seconds=2.0):
    """The server takes a moment to end a session."""
    end = time.monotonic() + seconds
    while not lock.attempt():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def test_one_has_it_and_the_next_one_gets_it_when_it_is_given_back(locks):
    first, second = locks(), locks()
    assert first.attempt()
    assert first.attempt()
    assert not second.attempt()
    assert second.view().can_be_had
    first.release()
    assert gets_it(second)
    assert first.view().identity == second.view().identity != ""


def test_each_bot_has_a_lock_of_its_own(locks):
    assert locks(1).attempt()
    assert locks(2).attempt()


def test_a_session_that_was_ended_is_noticed_on_its_socket_and_by_the_check(locks):
    first, second = locks(), locks()
    first.attempt()
    sessions_ended()
    assert select.select([first.fileno()], [], [], 2.0)[0]
    assert not first.check()
    assert not first.view().is_held
    assert first.fileno() is None
    assert gets_it(second)
    assert not first.attempt()


def test_a_holder_that_says_nothing_for_as_long_as_the_lease_loses_it(locks):
    first, second = locks(ttl=0.1), locks()
    first.attempt()
    assert select.select([first.fileno()], [], [], 2.0)[0]
    assert gets_it(second)
    assert not first.check()


def test_asking_keeps_the_session(locks):
    first = locks(ttl=0.2)
    first.attempt()
    for _ in range(6):
        assert not select.select([first.fileno()], [], [], 0.05)[0]
        assert first.check()


def test_through_a_pooler_there_is_no_lock_and_one_error_names_the_cure(locks, monkeypatch, caplog):
    class Pooled(psycopg.Connection):
        """A pooler gives out a backend number of its own."""

        @property
        def info(self):
            return type("Info", (), {"backend_pid": -1})()

    monkeypatch.setattr(lock_postgresql.psycopg, "connect", Pooled.connect)
    lock = locks()
    assert not lock.attempt()
    assert not lock.attempt()
    assert not lock.view().can_be_had
    errors = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert len(errors) == 1
    assert "LOCK_DATABASE_URL" in errors[0]


def test_a_server_that_is_away_is_tried_again(locks, caplog):
    lock = locks()
    right = dict(lock._parameters)
    lock._parameters = right | {"port": 1}
    assert not lock.attempt()
    assert not lock.view().can_be_had
    lock._parameters = right
    assert lock.attempt()
    assert lock.view().can_be_had


def test_another_database_can_be_named_for_the_lock(settings):
    settings.LOCK_DATABASE_URL = "postgres://elsewhere/db"
    assert connection_parameters() == {"conninfo": "postgres://elsewhere/db"}


def announced():
    with psycopg.connect(**connection_parameters(), autocommit=True) as other:
        other.execute(f"NOTIFY {CHANNEL}")


def test_its_session_hears_that_updates_were_stored_elsewhere(locks):
    lock = locks()
    lock.attempt()
    assert not lock.heard()
    announced()
    assert select.select([lock.fileno()], [], [], 2.0)[0]
    assert lock.heard()
    assert not lock.heard()


def test_what_was_said_while_it_was_checked_is_heard_afterwards(locks):
    lock = locks()
    lock.attempt()
    announced()
    time.sleep(0.05)
    assert lock.check()
    assert lock.heard()


def test_a_session_that_was_ended_hears_nothing_and_its_check_says_why(locks):
    lock = locks()
    lock.attempt()
    sessions_ended()
    assert select.select([lock.fileno()], [], [], 2.0)[0]
    assert not lock.heard()
    assert not lock.check()
