"""The lease row: who may poll for one bot. The row is the truth, the lock beside it is the speed.

Everything here is sync and short, and runs on the thread that owns the leadership. Times are the
database's. Raises django.db.Error when the database does not answer.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F, FloatField, QuerySet, Value
from django.db.models.functions import Now

from botapp.delivery.deadline import limit_pause
from botapp.delivery.exceptions import LeaseLost
from botapp.delivery.identity import Identity
from botapp.models import Leadership, Lease
from botapp.models.lease import DatabaseClock


@dataclass(frozen=True)
class LeaseState:
    """The row as it was read. `seconds_left` is negative once it has expired or was given back."""

    epoch: int
    holder: uuid.UUID | None
    host: str
    pid: int | None
    lock: str
    since: datetime | None
    seconds_left: float


@dataclass(frozen=True)
class Taken:
    """A new leadership: its number, why it could begin, and who led before."""

    epoch: int
    reason: str
    before: LeaseState


def read(bot_id: int) -> LeaseState:
    """The row without a lock; it is created if this bot never had one."""
    return _state(Lease.objects.filter(pk=bot_id)) or _created(bot_id)


def take(
    bot_id: int,
    *,
    identity: Identity,
    lock: str,
    ttl: float,
    verdict: Callable[[LeaseState], str | None],
) -> Taken | None:
    """Become the leader if `verdict` names a reason under the row's lock, else None."""
    with transaction.atomic():
        limit_pause()
        before = _state(Lease.objects.filter(pk=bot_id).select_for_update()) or _created(bot_id)
        reason = verdict(before)
        if reason is None:
            return None
        epoch = before.epoch + 1
        _write_leader(bot_id, epoch=epoch, identity=identity, lock=lock, ttl=ttl)
        _write_history(bot_id, epoch=epoch, identity=identity, reason=reason)
        return Taken(epoch, reason, before)


def renew(bot_id: int, *, epoch: int, holder: uuid.UUID, lock: str, ttl: float) -> bool:
    """Move the end of the lease to `ttl` seconds from now; False if it is no longer ours."""
    return bool(
        Lease.objects.filter(pk=bot_id, epoch=epoch, holder=holder).update(expires_at=_in(ttl), lock=lock)
    )


def forget_lock(bot_id: int, *, epoch: int, holder: uuid.UUID) -> None:
    """Its holder lives and lets the lock go: a free lock must not pass for its death."""
    Lease.objects.filter(pk=bot_id, epoch=epoch, holder=holder).update(lock="")


def release(bot_id: int, *, epoch: int, holder: uuid.UUID, reason: str = "released") -> bool:
    """Give the lease back, so that the next one leads at once; False if it was not ours any more."""
    with transaction.atomic():
        ours = Lease.objects.filter(pk=bot_id, epoch=epoch, holder=holder)
        if not ours.update(holder=None, lock="", expires_at=DatabaseClock()):
            return False
        Leadership.objects.filter(bot_id=bot_id, epoch=epoch).update(ended_at=Now(), ending=reason)
        return True


def fence(bot_id: int, *, epoch: int) -> None:
    """Inside a transaction: hold the row and make sure that `epoch` still leads, else LeaseLost."""
    row = Lease.objects.select_for_update().filter(pk=bot_id).values_list("epoch", "holder").first()
    if row is None or row[0] != epoch or row[1] is None:
        raise LeaseLost(f"epoch {epoch} does not lead any more")


def _state(rows: QuerySet[Lease]) -> LeaseState | None:
    left = F("expires_at") - DatabaseClock()
    values = rows.annotate(left=left).values_list("epoch", "holder", "host", "pid", "lock", "since", "left")
    row = values.first()
    return LeaseState(*row) if row else None


def _created(bot_id: int) -> LeaseState:
    Lease.objects.bulk_create([Lease(bot_id=bot_id)], ignore_conflicts=True)
    state = _state(Lease.objects.filter(pk=bot_id))
    if state is None:
        raise LeaseLost("the lease row was removed while it was read")
    return state


def _write_leader(bot_id: int, *, epoch: int, identity: Identity, lock: str, ttl: float) -> None:
    Lease.objects.filter(pk=bot_id).update(
        epoch=epoch,
        holder=identity.holder,
        host=identity.host,
        pid=identity.pid,
        process_started=identity.started,
        version=identity.version,
        lock=lock,
        expires_at=_in(ttl),
        since=Now(),
    )


def _write_history(bot_id: int, *, epoch: int, identity: Identity, reason: str) -> None:
    open_ones = Leadership.objects.filter(bot_id=bot_id, ended_at=None)
    open_ones.update(ended_at=Now(), ending=reason)
    Leadership.objects.create(
        bot_id=bot_id,
        epoch=epoch,
        holder=identity.holder,
        host=identity.host,
        pid=identity.pid,
        began_at=Now(),
    )


def _in(seconds: float) -> "DatabaseClock":
    return DatabaseClock() + Value(seconds, output_field=FloatField())  # type: ignore[return-value]  # a sum of both
