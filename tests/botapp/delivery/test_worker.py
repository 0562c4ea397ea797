"""One thread, one connection."""

import threading

import pytest
from django.db import OperationalError, connection

from botapp.delivery.worker import Worker

pytestmark = pytest.mark.usefixtures("live_db")


async def test_calls_run_in_their_order_on_one_thread_with_one_connection():
    worker = Worker("test")

    def seen():
        connection.ensure_connection()
        return threading.current_thread().name, id(connection.connection)

    first, second = await worker.run(seen), await worker.run(seen)
    worker.close()
    assert first == second
    assert first[0].startswith("test")


async def test_a_connection_that_failed_is_replaced():
    worker = Worker("test")

    def connected():
        connection.ensure_connection()
        return connection.connection

    def fail():
        raise OperationalError("server closed the connection")

    before = await worker.run(connected)
    with pytest.raises(OperationalError):
        await worker.run(fail)
    assert await worker.run(connected) is not before
    worker.close()


async def test_other_errors_keep_the_connection():
    worker = Worker("test")

    def connected():
        connection.ensure_connection()
        return connection.connection

    def fail():
        raise ValueError("a fault of the caller")

    before = await worker.run(connected)
    with pytest.raises(ValueError, match="caller"):
        await worker.run(fail)
    assert await worker.run(connected) is before
    worker.close()
