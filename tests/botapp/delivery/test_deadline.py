"""What a transaction may take, so that a pause or an endless statement of one holds up nobody for long."""

import time

import pytest
from django.db import OperationalError, connection, transaction
from django.db.backends.signals import connection_created

from botapp.delivery import deadline
from botapp.delivery.deadline import limit_pause, limit_sessions, limit_statements

pytestmark = pytest.mark.usefixtures("live_db")
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL only")


@pytest.fixture
def limited_sessions():
    """As in a process that runs the bot."""
    connection.close()
    limit_sessions()
    yield
    connection_created.disconnect(dispatch_uid="pauses")
    connection.close()


def pause_limit():
    with connection.cursor() as cursor:
        cursor.execute("SHOW idle_in_transaction_session_timeout")
        return cursor.fetchone()[0]


def endless():
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_sleep(20)")
        else:
            cursor.execute(
                "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
            )


def test_a_statement_past_its_deadline_is_ended():
    began = time.monotonic()
    with pytest.raises(OperationalError), transaction.atomic(), limit_statements(0.1):
        endless()
    assert time.monotonic() - began < 2


def test_the_limit_ends_with_its_transaction():
    with transaction.atomic(), limit_statements(0.05):
        pass
    time.sleep(0.06)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM botapp_storedupdate a, botapp_storedupdate b")
        assert cursor.fetchone() == (0,)
        if connection.vendor == "postgresql":
            cursor.execute("SHOW statement_timeout")
            assert cursor.fetchone() == ("0",)


@on_postgresql
def test_a_holder_that_pauses_inside_a_transaction_is_limited_in_that_transaction_only():
    with transaction.atomic():
        limit_pause()
        assert pause_limit() == "2s"
    assert pause_limit() == "0"


@on_postgresql
@pytest.mark.usefixtures("limited_sessions")
def test_a_session_of_the_bot_is_limited_from_its_start_and_told_only_once(django_assert_num_queries):
    assert pause_limit() == "2s"
    with django_assert_num_queries(3), transaction.atomic():  # BEGIN, SHOW, COMMIT
        limit_pause()
        pause_limit()
    connection.close()
    assert pause_limit() == "2s", "the next one, too"


@on_postgresql
@pytest.mark.usefixtures("limited_sessions")
def test_a_session_that_a_pooler_shares_out_is_limited_in_each_transaction(monkeypatch):
    monkeypatch.setattr(deadline, "is_ours_alone", lambda _connection: False)
    assert pause_limit() == "0"
    with transaction.atomic():
        limit_pause()
        assert pause_limit() == "2s"
    assert pause_limit() == "0"
