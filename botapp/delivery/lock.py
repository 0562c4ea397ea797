"""Which lock stands beside the lease, and the one that is used where none can be had."""

import logging
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.db import connection

from botapp.delivery.identity import Identity
from botapp.delivery.lock_file import FileLock
from botapp.delivery.lock_postgresql import PostgresqlLock, connection_parameters
from botapp.delivery.verdict import LockView

logger = logging.getLogger(__name__)


class Lock(Protocol):
    """An exclusive lock that the operating system or the server takes away when its holder dies."""

    def attempt(self) -> bool:
        """Try to get it, at once; True if it is held now. Never raises."""
        ...

    def check(self) -> bool:
        """Make sure that it is still held; costs at most one small round trip."""
        ...

    def release(self) -> None: ...

    def view(self) -> LockView: ...

    def fileno(self) -> int | None:
        """What becomes readable when the lock may be lost; None if there is no such thing."""
        ...

    def heard(self) -> bool:
        """Read what came on `fileno`: True if another process stored updates. No round trip; never raises."""
        ...

    def holder(self) -> Identity | None:
        """Who holds it, as far as the lock itself can tell."""
        ...


class NoLock:
    """The lease stands alone."""

    def attempt(self) -> bool:
        return False

    def check(self) -> bool:
        return False

    def release(self) -> None:
        return None

    def view(self) -> LockView:
        return LockView(identity="", is_held=False, can_be_had=False, required=False)

    def fileno(self) -> int | None:
        return None

    def heard(self) -> bool:
        return False

    def holder(self) -> Identity | None:
        return None


def lock_for(bot_id: int, *, identity: Identity | None, ttl: float) -> Lock:
    """The lock that suits the database: a session of PostgreSQL, or a file beside SQLite.

    Without an identity only to find out whether it is free: nothing is written.
    """
    if is_advisory():
        return PostgresqlLock(bot_id, connection_parameters(), ttl=ttl)
    if folder := _lock_folder():
        return FileLock(folder / f"rvx-bot-{bot_id}.pid", identity)
    logger.error("No lock can be had for a database in memory: set LOCK_DIR to a directory that stays.")
    return NoLock()


def is_advisory() -> bool:
    """Whether the lock is a session of PostgreSQL; else it is a file."""
    return bool(settings.LOCK_DATABASE_URL) or connection.vendor == "postgresql"


def _lock_folder() -> Path | None:
    if settings.LOCK_DIR:
        return Path(settings.LOCK_DIR)
    name = str(connection.settings_dict["NAME"])
    in_memory = ":memory:" in name or "mode=memory" in name
    return None if in_memory else Path(name).resolve().parent
