"""A deadline for what one service does in the database.

A thread goes on after the event loop gave up waiting for it; the statement it is in must not.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakSet

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from botapp.service_limits import PAUSE_SECONDS, is_ours_alone

_SQLITE_STEPS_BETWEEN_LOOKS = 20_000
_LIMIT = f"idle_in_transaction_session_timeout = {PAUSE_SECONDS * 1000:.0f}"
_limited: WeakSet[Any] = WeakSet()  # sessions that have it for good


def limit_sessions() -> None:
    """From now on each new session of this process has the limit of `limit_pause` for good (PostgreSQL).

    Those of services have it anyway.
    """
    connection_created.connect(_limit_session, dispatch_uid="pauses")


def limit_pause() -> None:
    """Inside a transaction: a process paused in it lets its rows go after two seconds (PostgreSQL)."""
    if connection.vendor == "postgresql" and connection.connection not in _limited:
        connection.cursor().execute(f"SET LOCAL {_LIMIT}")


def _limit_session(connection: BaseDatabaseWrapper, **_signal: Any) -> None:
    if connection.vendor == "postgresql" and is_ours_alone(connection):
        connection.cursor().execute(f"SET {_LIMIT}")
        _limited.add(connection.connection)


def spare_the_disk() -> None:
    """Inside a transaction: its commit does not wait for the disk; later ones that do bring it along."""
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET LOCAL synchronous_commit = off")


@contextmanager
def limit_statements(seconds: float) -> Iterator[None]:
    """Inside a transaction: a statement running past `seconds` from now raises OperationalError."""
    if connection.vendor == "postgresql":
        limit_pause()
        connection.cursor().execute(
            "SELECT set_config('statement_timeout', %s, true)", [f"{seconds * 1000:.0f}"]
        )
        yield
        return
    end = time.monotonic() + seconds
    raw = connection.connection
    raw.set_progress_handler(lambda: time.monotonic() > end, _SQLITE_STEPS_BETWEEN_LOOKS)
    try:
        yield
    finally:
        raw.set_progress_handler(None, 0)
