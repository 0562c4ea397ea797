"""The lock beside the lease: held, free, or not to be had at all."""

from collections.abc import Iterator

from django.conf import settings

from botapp.delivery.lock import is_advisory, lock_for
from botapp.delivery.verdict import LockView
from botapp.doctor.finding import Finding, ok, warn
from botapp.queries.delivery import Status

LOCK = "lock"
_STUCK = (
    "A takeover under way: ask again. The same once more: a bot process that hangs, or an earlier version, "
    "keeps it; end that process"
)
_SLOWLY = "so a takeover after a crash takes as long as the lease"


def examine(bot_id: int, found: Status) -> Iterator[Finding]:
    """Tries the lock as a standby does, and lets it go at once; writes nothing into it."""
    if not found.epoch:
        yield ok(LOCK, "never taken yet")
        return
    view = _tried(bot_id)
    if not view.can_be_had:
        yield warn(LOCK, f"can't be had from here, {_SLOWLY}", _cure())
    elif view.is_held and found.bot == "leader" and found.lock == view.identity:
        yield warn(LOCK, "free: the leader has just died", "A standby leads within a second; ask again")
    elif found.bot == "leader" and not found.lock:
        yield warn(LOCK, f"the leader has none, {_SLOWLY}", _cure())
    elif view.is_held:
        yield ok(LOCK, f"{_kind()}, free")
    elif found.bot == "leader":
        yield ok(LOCK, f"{_kind()}, held by the leader")
    else:
        yield warn(LOCK, f"{_kind()}, held though nobody leads", _STUCK)


def _tried(bot_id: int) -> LockView:
    lock = lock_for(bot_id, identity=None, ttl=settings.LEASE_TTL_SECONDS)
    lock.attempt()
    view = lock.view()
    lock.release()
    return view


def _kind() -> str:
    return "advisory lock of PostgreSQL" if is_advisory() else "locked file beside the database"


def _cure() -> str:
    if is_advisory():
        return "Point LOCK_DATABASE_URL at PostgreSQL itself, past any pooler"
    return "Set LOCK_DIR to a directory on a local disk that the bot may write to"
