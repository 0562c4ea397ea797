"""The inbox: what Telegram handed over, written before it is confirmed.

One transaction a batch, fenced by the epoch of the leader, so that a process that was paused stores
nothing. One bad update never holds up its neighbours: it becomes a dead row that staff can see.
"""

import logging
import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import DatabaseError, DataError, IntegrityError, connection, transaction
from django.utils import timezone

from botapp.delivery.claims import Claimer, Row
from botapp.delivery.deadline import limit_pause
from botapp.delivery.lane_keys import Malformed, kind_of, lane_of, urgent_lane
from botapp.delivery.lease import fence
from botapp.models import StoredUpdate

logger = logging.getLogger(__name__)
Urgent = Callable[[Mapping[str, Any]], bool]
# Inserts rows and tells update_id → pk of those that were claimed with it.
Write = Callable[[Sequence[StoredUpdate]], dict[int, int]]
_BIGGEST = 2**63 - 1


def store(bot_id: int, updates: Sequence[Any], *, epoch: int | None, urgent: Urgent | None = None) -> int:
    """Store `updates` once each and return how many are safe now; those without a number are skipped.

    `epoch` is the storing leader's number (None: not fenced, as for a webhook). Raises LeaseLost if
    another leads, django.db.Error if nothing was stored.
    """
    rows = _rows(bot_id, updates, urgent)
    _store(bot_id, rows, epoch)
    return len(rows)


def store_claimed(
    bot_id: int, updates: Sequence[Any], *, epoch: int, urgent: Urgent | None, claimer: Claimer
) -> list[Row]:
    """`store`, and claim what is new in the same transaction; returns that in its order.

    For a leader who knows that nothing of these lanes waits in the inbox.
    """
    rows, token = _rows(bot_id, updates, urgent), uuid.uuid4()
    for row in rows:
        if row.state == StoredUpdate.State.NEW:
            vars(row).update(claimer.fields(token))
    pks = _store(bot_id, rows, epoch)
    claimed = [_claimed(row, pks[row.update_id], token) for row in rows if row.update_id in pks]
    return sorted(claimed, key=lambda row: row.pk)


def highest(updates: Sequence[Any]) -> int | None:
    """The highest update number in a batch, None if there is none."""
    return max((number for number in map(_number, updates) if number is not None), default=None)


def _rows(bot_id: int, updates: Sequence[Any], urgent: Urgent | None) -> list[StoredUpdate]:
    """Of two with one number the first: both would be claimed as one row, and run twice."""
    rows = [row for row in (_row(bot_id, update, urgent) for update in updates) if row]
    return list({row.update_id: row for row in reversed(rows)}.values())[::-1]


def _claimed(row: StoredUpdate, pk: int, token: uuid.UUID) -> Row:
    return Row(
        pk, row.update_id, row.kind, row.lane, row.payload or {}, attempts=0, not_before=None,
        received_at=row.received_at, token=token,
    )  # fmt: skip


def _store(bot_id: int, rows: Sequence[StoredUpdate], epoch: int | None) -> dict[int, int]:
    """update_id → pk of those that were claimed with it."""
    if connection.vendor == "sqlite":
        # What is confirmed to Telegram must survive a power cut; the other connections stay fast.
        connection.cursor().execute("PRAGMA synchronous=FULL")
    for write in (_write_new, _write_unknown):
        try:
            return _write(bot_id, rows, epoch, write)
        except (IntegrityError, DataError) as error:
            logger.debug("Stored another way: %s", type(error).__name__)
    return _write(bot_id, rows, epoch, _write_each)


def _write(bot_id: int, rows: Sequence[StoredUpdate], epoch: int | None, write: Write) -> dict[int, int]:
    with transaction.atomic():
        limit_pause()
        pks = write(rows)
        if epoch is not None:
            # Last, so that the lease row is held for a moment only and renewals don't wait for the rows.
            fence(bot_id, epoch=epoch)
    return pks


def _write_new(rows: Sequence[StoredUpdate]) -> dict[int, int]:
    """The quick way: all of them are new, which is so but after a crash."""
    StoredUpdate.objects.bulk_create(rows)
    return {row.update_id: row.pk for row in rows if row.claim}


def _write_unknown(rows: Sequence[StoredUpdate]) -> dict[int, int]:
    for row in rows:
        row.pk = None
    StoredUpdate.objects.bulk_create(rows, ignore_conflicts=True)
    return _pks(rows)


def _write_each(rows: Sequence[StoredUpdate]) -> dict[int, int]:
    """The database refuses one of them."""
    for row in rows:
        row.payload = _clean(row.payload)
        _insert_alone(row)
    return _pks(rows)


def _pks(rows: Sequence[StoredUpdate]) -> dict[int, int]:
    """Of the claimed ones that were new: bulk_create can't tell when it may ignore conflicts."""
    claimed = [row for row in rows if row.claim]
    if not claimed:
        return {}
    numbers = [row.update_id for row in claimed]
    found = StoredUpdate.objects.filter(
        bot_id=claimed[0].bot_id, update_id__in=numbers, claim=claimed[0].claim
    )
    return dict(found.values_list("update_id", "pk"))


def _insert_alone(row: StoredUpdate) -> None:
    try:
        with transaction.atomic():
            StoredUpdate.objects.bulk_create([row], ignore_conflicts=True)
    except DatabaseError as error:
        logger.error("Update %s can't be stored as it is: %s", row.update_id, type(error).__name__)
        _bury(row, "the database refused its content")
        row.payload = None
        StoredUpdate.objects.bulk_create([row], ignore_conflicts=True)


def _row(bot_id: int, update: Any, urgent: Urgent | None) -> StoredUpdate | None:
    number = _number(update)
    if number is None:
        logger.error("An update without a number came and was left out.")
        return None
    row = StoredUpdate(bot_id=bot_id, update_id=number, payload=update, received_at=timezone.now())
    try:
        row.kind = kind_of(update)
        row.lane = urgent_lane(number) if urgent and urgent(update) else lane_of(update, row.kind)
    except (Malformed, AttributeError, TypeError, KeyError) as error:
        logger.error("Update %s is malformed and was given up: %s", number, type(error).__name__)
        row.lane = f"malformed:{number}"
        _bury(row, f"malformed: {error}" if isinstance(error, Malformed) else "malformed")
    return row


def _bury(row: StoredUpdate, error: str, at: datetime | None = None) -> None:
    row.state, row.error, row.finished_at = StoredUpdate.State.DEAD, error, at or timezone.now()
    row.claim = row.claimed_by = row.claimed_until = None


def _number(update: Any) -> int | None:
    number = update.get("update_id") if isinstance(update, dict) else None
    fits = isinstance(number, int) and not isinstance(number, bool) and abs(number) <= _BIGGEST
    return number if fits else None


def _clean(value: Any) -> Any:
    """Without the NUL characters and lone surrogates that PostgreSQL's JSON refuses."""
    if isinstance(value, str):
        return value.replace("\0", "\ufffd").encode("utf-16", "replace").decode("utf-16")
    if isinstance(value, dict):
        return {_clean(name): _clean(item) for name, item in value.items()}
    return [_clean(item) for item in value] if isinstance(value, list) else value
