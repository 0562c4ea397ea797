"""The lock beside the lease: held, free, or not to be had at all."""

from collections.abc import Iterator

from django.conf import settings
from django.db import connection

from botapp.delivery import identity
from botapp.delivery.lock import lock_for
from botapp.delivery.verdict import LockView
from botapp.doctor.finding import Finding, ok, warn
from botapp.queries.delivery import Status

LOCK = "lock"
_SLOWLY = "so a takeover after a crash takes as long as the lease"


def examine(bot_id: int, found: Status) -> Iterator[Finding]:
    """Tries the lock as a standby does, and lets it go at once."""
    if not found.epoch:
        # Trying makes the file, which would then belong to whoever examines.
        yield ok(LOCK, "never taken yet")
        return
    view = _tried(bot_id)
    if not view.can_be_had:
        yield warn(LOCK, f"can't be had from here, {_SLOWLY}", _cure())
    elif view.is_held and found.bot == "leader" and found.lock == view.identity:
        yield warn(LOCK, "free: the leader has just died", "A standby leads within a second; ask again")
    elif found.bot == "leader" and not found.lock:
        yield warn(LOCK, f"the leader has none, {_SLOWLY}", _cure())
    else:
        yield ok(LOCK, f"{_kind()}, {'free' if view.is_held else 'held by the leader'}")


def _tried(bot_id: int) -> LockView:
    lock = lock_for(bot_id, identity=identity.myself(), ttl=settings.LEASE_TTL_SECONDS)
    lock.attempt()
    view = lock.view()
    lock.release()
    return view


def _is_advisory() -> bool:
    return bool(settings.LOCK_DATABASE_URL) or connection.vendor == "postgresql"


def _kind() -> str:
    return "advisory lock of PostgreSQL" if _is_advisory() else "locked file beside the database"


def _cure() -> str:
    if _is_advisory():
        return "Point LOCK_DATABASE_URL at PostgreSQL itself, past any pooler"
    return "Set LOCK_DIR to a directory on a local disk that the bot may write to"
