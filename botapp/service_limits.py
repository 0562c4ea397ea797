"""How long a service may wait in the database: on locks, on one statement, and between two.

A thread goes on after the event loop gave up waiting for it. Without a limit of the database's own
one row that somebody keeps locked would hold up, one by one, all threads of the pool; and a process that
is paused in a transaction would keep its rows until it goes on.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

LOCK_SECONDS = 5.0
PAUSE_SECONDS = 2.0  # well below: who waits for the lock of a process that stands still gets it
_SQLITE_BUSY_SECONDS = 20.0  # one writer at a time: a longer queue than that for one row
_SQLITE_STEPS_BETWEEN_LOOKS = 20_000


class _Thread(threading.local):
    """`end`: monotonic time of the service that runs on it; endless outside of one."""

    end = float("inf")


_thread = _Thread()
_pooler_seen = threading.Event()


@contextmanager
def limited() -> Iterator[None]:
    """What is done inside on this thread's connection ends in time, or raises OperationalError.

    The limits belong to the session that is made in here. Behind a pooler in transaction mode no session
    is ours alone: the service is then one transaction with limits of its own.
    """
    if _pooler_seen.is_set():
        with transaction.atomic():
            _set_limits(connection, is_local=True)
            yield
        return
    _thread.end = time.monotonic() + _seconds()
    if connection.vendor == "sqlite" and connection.connection:
        _watch(connection)
    try:
        yield
    finally:
        _thread.end = float("inf")


def _limit_session(connection: BaseDatabaseWrapper, **_signal: Any) -> None:
    """Once for each connection, before its first statement."""
    if _thread.end == float("inf"):
        return
    if connection.vendor == "sqlite":
        milliseconds = min(_SQLITE_BUSY_SECONDS, _seconds()) * 1000
        connection.cursor().execute(f"PRAGMA busy_timeout={milliseconds:.0f}")
        _watch(connection)
    elif connection.vendor == "postgresql":
        if is_ours_alone(connection):
            _set_limits(connection, is_local=False)
        else:
            _pooler_seen.set()


connection_created.connect(_limit_session, dispatch_uid="service limits")


def _watch(connection: BaseDatabaseWrapper) -> None:
    """Anew for each service: a step's own deadline takes the handler away with it."""
    connection.connection.set_progress_handler(
        lambda: time.monotonic() > _thread.end, _SQLITE_STEPS_BETWEEN_LOOKS
    )


def is_ours_alone(connection: BaseDatabaseWrapper) -> bool:
    """False if a pooler answers for the server: its number of the session is another."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return bool(cursor.fetchone() == (connection.connection.info.backend_pid,))


def _set_limits(connection: BaseDatabaseWrapper, *, is_local: bool) -> None:
    locks = min(LOCK_SECONDS, _seconds())
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('statement_timeout', %s, %s), set_config('lock_timeout', %s, %s),"
            " set_config('idle_in_transaction_session_timeout', %s, %s)",
            [
                *(f"{_seconds() * 1000:.0f}", is_local),
                *(f"{locks * 1000:.0f}", is_local),
                *(f"{PAUSE_SECONDS * 1000:.0f}", is_local),
            ],
        )


def _seconds() -> float:
    """Below the handler's timeout, as for a step."""
    return float(settings.HANDLER_TIMEOUT_SECONDS) * 0.9
