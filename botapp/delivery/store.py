"""The inbox: what Telegram handed over, written before it is confirmed.

One transaction a batch, fenced by the epoch of the leader, so that a process that was paused stores
nothing. One bad update never holds up its neighbours: it becomes a dead row that staff can see.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import DatabaseError, DataError, connection, transaction
from django.utils import timezone

from botapp.delivery.deadline import limit_pause
from botapp.delivery.lane_keys import Malformed, kind_of, lane_of, urgent_lane
from botapp.delivery.lease import fence
from botapp.models import StoredUpdate

logger = logging.getLogger(__name__)
Urgent = Callable[[Mapping[str, Any]], bool]
_BIGGEST = 2**63 - 1


def store(bot_id: int, updates: Sequence[Any], *, epoch: int | None, urgent: Urgent | None = None) -> int:
    """Store `updates` once each and return how many are safe now; those without a number are skipped.

    `epoch` is the storing leader's number (None: not fenced, as for a webhook). Raises LeaseLost if
    another leads, django.db.Error if nothing was stored.
    """
    rows = [row for row in (_row(bot_id, update, urgent) for update in updates) if row]
    if connection.vendor == "sqlite":
        # What is confirmed to Telegram must survive a power cut; the other connections stay fast.
        connection.cursor().execute("PRAGMA synchronous=FULL")
    try:
        _insert(bot_id, rows, epoch)
    except DataError:
        _insert(bot_id, [_cleaned(row) for row in rows], epoch, one_by_one=True)
    return len(rows)


def highest(updates: Sequence[Any]) -> int | None:
    """The highest update number in a batch, None if there is none."""
    return max((number for number in map(_number, updates) if number is not None), default=None)


def _insert(bot_id: int, rows: list[StoredUpdate], epoch: int | None, *, one_by_one: bool = False) -> None:
    with transaction.atomic():
        limit_pause()
        if one_by_one:
            for row in rows:
                _insert_alone(row)
        else:
            StoredUpdate.objects.bulk_create(rows, ignore_conflicts=True)
        if epoch is not None:
            # Last, so that the lease row is held for a moment only and renewals don't wait for the rows.
            fence(bot_id, epoch=epoch)


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


def _number(update: Any) -> int | None:
    number = update.get("update_id") if isinstance(update, dict) else None
    fits = isinstance(number, int) and not isinstance(number, bool) and abs(number) <= _BIGGEST
    return number if fits else None


def _cleaned(row: StoredUpdate) -> StoredUpdate:
    row.payload = _clean(row.payload)
    return row


def _clean(value: Any) -> Any:
    """Without the NUL characters and lone surrogates that PostgreSQL's JSON refuses."""
    if isinstance(value, str):
        return value.replace("\0", "\ufffd").encode("utf-16", "replace").decode("utf-16")
    if isinstance(value, dict):
        return {_clean(name): _clean(item) for name, item in value.items()}
    return [_clean(item) for item in value] if isinstance(value, list) else value
