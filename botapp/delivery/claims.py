"""Claims: which updates this process works on. A claim has a token and an end, and is renewed while it runs.

Sync; runs on the engine's own thread. Only the leader takes claims, fenced by its epoch.
"""

import uuid
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Now

from botapp.delivery.deadline import limit_pause
from botapp.delivery.lane_keys import URGENT
from botapp.delivery.lease import fence
from botapp.models import StoredUpdate

if TYPE_CHECKING:
    from botapp.delivery.journal import UnitOfWork

State = StoredUpdate.State
# As often as this an update may have been in work when its process died, before it is given up.
MOST_CRASHES = 12
FIELDS = ("pk", "update_id", "kind", "lane", "payload", "attempts", "not_before", "received_at")


@dataclass(frozen=True)
class Row:
    """One stored update as it was claimed."""

    pk: int
    update_id: int
    kind: str
    lane: str
    payload: dict[str, Any]
    attempts: int
    not_before: datetime | None
    received_at: datetime
    token: uuid.UUID


@dataclass(frozen=True)
class Claim:
    """What an application gets to handle. `attempt` is 1-based; on the last one a failure is final."""

    pk: int
    update_id: int
    kind: str
    lane: str
    payload: dict[str, Any]
    attempt: int
    is_last: bool
    token: uuid.UUID
    unit: "UnitOfWork"


@dataclass(frozen=True)
class Window:
    """What one look at the inbox brought.

    `is_full`: more rows wait than were looked at; `is_capped`: rows of a full lane were left.
    """

    rows: list[Row]
    is_full: bool
    is_capped: bool


def take(
    bot_id: int,
    *,
    epoch: int,
    holder: uuid.UUID,
    room: int,
    load: Mapping[str, int],
    held_elsewhere: Collection[str],
    per_lane: int,
    seconds: float,
) -> Window:
    """Claim up to `room` waiting updates in order; with no room left, urgent ones only.

    `load` is how many of each lane this process has already: a lane gets at most `per_lane`, so that
    one flood or one hanging lane leaves room for the others.
    """
    skip = {lane for lane, count in load.items() if count >= per_lane} | set(held_elsewhere)
    with transaction.atomic():
        limit_pause()
        waiting = StoredUpdate.objects.filter(bot_id=bot_id, state=State.NEW).order_by("pk")
        if skip:
            waiting = waiting.exclude(lane__in=skip)
        if room <= 0:
            waiting, room = waiting.filter(lane__startswith=URGENT), per_lane
        token = uuid.uuid4()
        found = [Row(**values, token=token) for values in waiting.values(*FIELDS)[:room]]
        rows = _fair(found, load, per_lane)
        _mark([row.pk for row in rows], token, holder, seconds)
        fence(bot_id, epoch=epoch)
    return Window(rows, is_full=len(found) == room, is_capped=bool(skip) or len(rows) < len(found))


def renew(pks: Sequence[int], *, holder: uuid.UUID, seconds: float) -> int:
    """Move the end of these claims; returns how many are still ours."""
    ours = StoredUpdate.objects.filter(pk__in=pks, state=State.CLAIMED, claimed_by=holder)
    return ours.update(claimed_until=Now() + timedelta(seconds=seconds))


def free_claims_of(dead: uuid.UUID, *, bot_id: int) -> int:
    """Give the claims of a process that is gone back to the inbox; returns how many."""
    return _free(_claimed(bot_id).filter(claimed_by=dead))


def free_expired(bot_id: int, *, besides: Collection[int]) -> int:
    """Give back what was claimed and not renewed by anybody; `besides`: rows that are in work here."""
    return _free(_claimed(bot_id).exclude(pk__in=besides).filter(claimed_until__lte=Now()))


def lanes_of_others(bot_id: int, *, holder: uuid.UUID) -> frozenset[str]:
    """Lanes in which another process still finishes something."""
    others = _claimed(bot_id).exclude(claimed_by=holder)
    return frozenset(others.values_list("lane", flat=True).distinct())


def _claimed(bot_id: int) -> QuerySet[StoredUpdate]:
    return StoredUpdate.objects.filter(bot_id=bot_id, state=State.CLAIMED)


def _free(claimed: QuerySet[StoredUpdate]) -> int:
    """Each was perhaps begun, so it counts as an attempt; one that ends process after process is given up."""
    gone = {"claim": None, "claimed_by": None, "claimed_until": None}
    with transaction.atomic():
        hopeless = claimed.filter(attempts__gte=MOST_CRASHES - 1)
        hopeless.update(
            state=State.DEAD, finished_at=Now(), error="Its process ended each time it was begun.", **gone
        )
        return claimed.update(state=State.NEW, attempts=F("attempts") + 1, **gone)


def _mark(pks: Sequence[int], token: uuid.UUID, holder: uuid.UUID, seconds: float) -> None:
    if pks:
        StoredUpdate.objects.filter(pk__in=pks).update(
            state=State.CLAIMED,
            claim=token,
            claimed_by=holder,
            claimed_until=Now() + timedelta(seconds=seconds),
        )


def _fair(found: Sequence[Row], load: Mapping[str, int], per_lane: int) -> list[Row]:
    counts = Counter(load)
    rows = []
    for row in found:
        if counts[row.lane] < per_lane:
            counts[row.lane] += 1
            rows.append(row)
    return rows
