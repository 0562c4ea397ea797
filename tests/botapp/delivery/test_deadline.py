"""What a transaction may take, so that a pause or an endless statement of one holds up nobody for long."""

import time

import pytest
from django.db import OperationalError, connection, transaction

from botapp.delivery.deadline import limit_pause, limit_statements

pytestmark = pytest.mark.usefixtures("live_db")


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


@pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL only")
def test_a_holder_that_pauses_inside_a_transaction_is_limited_in_that_transaction_only():
    with connection.cursor() as cursor:
        with transaction.atomic():
            limit_pause()
            cursor.execute("SHOW idle_in_transaction_session_timeout")
            assert cursor.fetchone() == ("2s",)
        cursor.execute("SHOW idle_in_transaction_session_timeout")
        assert cursor.fetchone() == ("0",)
