"""One start at a time prepares the database, over processes, containers and hosts."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

import environ
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler
from filelock import FileLock, Timeout

logger = logging.getLogger(__name__)

_KEY = 0x52565801  # "RVX", 1: any number that every release keeps
_WAITING = "Another start is preparing the database: waiting for it."
PATIENCE_SECONDS = 600.0


@contextmanager
def startup_lock(patience: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Hold the lock: an advisory one on PostgreSQL, a locked file beside an SQLite database.

    Both are freed by the system when their holder dies. Raises TimeoutError after `patience` seconds.
    """
    database = settings.DATABASES[DEFAULT_DB_ALIAS]
    is_postgres = database["ENGINE"] == "django.db.backends.postgresql"
    with _advisory(patience) if is_postgres else _beside(database["NAME"], patience):
        yield


@contextmanager
def _beside(database: str, patience: float) -> Iterator[None]:
    lock = FileLock(f"{database}.start.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        logger.info(_WAITING)
        lock.acquire(timeout=patience)  # its Timeout is a TimeoutError
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _advisory(patience: float) -> Iterator[None]:
    """On a connection of its own, past pgbouncer if LOCK_DATABASE_URL says so."""
    connection = _own_connection()
    try:
        _wait(connection, patience)
        yield
    finally:
        connection.close()


def _own_connection() -> BaseDatabaseWrapper:
    if not settings.LOCK_DATABASE_URL:
        return connections.create_connection(DEFAULT_DB_ALIAS)
    described = environ.Env.db_url_config(settings.LOCK_DATABASE_URL)
    return ConnectionHandler({DEFAULT_DB_ALIAS: described}).create_connection(DEFAULT_DB_ALIAS)


def _wait(connection: BaseDatabaseWrapper, patience: float) -> None:
    deadline = time.monotonic() + patience
    waiting = False
    while not _try(connection):
        if not waiting:
            logger.info(_WAITING)
        waiting = True
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(0.1)


def _try(connection: BaseDatabaseWrapper) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [_KEY])
        return bool(cursor.fetchone()[0])
