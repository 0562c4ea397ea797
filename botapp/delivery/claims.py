"""Claims: which updates this process works on. A claim has a token and an end, and is renewed while it runs.

Sync; runs on the engine's own thread. Only the leader takes claims, fenced by its epoch.
"""

import logging
import uuid
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Greatest, Now

from botapp.delivery.deadline import limit_pause, spare_the_disk
from botapp.delivery.exceptions import ClaimLost
from botapp.delivery.lane_keys import URGENT
from botapp.delivery.lease import fence
from botapp.models import StoredUpdate

if TYPE_CHECKING:
    from botapp.delivery.journal import UnitOfWork

logger = logging.getLogger(__name__)
State = StoredUpdate.State
CRASHED = "Its process ended each time it was begun."
# As often as this an update may be begun, most of them by processes that died, before it is given up.
MOST_CRASHES = 12
# As often as this the farewell of such an update may end a process, too.
MOST_FAREWELLS = 2
FIELDS = ("pk", "update_id", "kind", "lane", "payload", "attempts", "burst", "not_before", "received_at")


@dataclass(frozen=True)
class Row:
    """One stored update as it was claimed.

    As the head of a burst it carries the other rows as `parts`; `is_unbound`: that is not stored yet.
    """

    pk: int
    update_id: int
    kind: str
    lane: str
    payload: dict[str, Any]
    attempts: int
    not_before: datetime | None
    received_at: datetime
    token: uuid.UUID
    burst: int | None = None
    parts: "tuple[Row, ...]" = ()
    is_unbound: bool = False

    @property
    def pks(self) -> list[int]:
        """Its own and those of its parts."""
        return [self.pk, *(part.pk for part in self.parts)]

    @property
    def more(self) -> tuple[tuple[int, uuid.UUID], ...]:
        """Number and token of each part."""
        return tuple((part.pk, part.token) for part in self.parts)


@dataclass(frozen=True)
class Claim:
    """What an application gets to handle. `attempt` is 1-based; on the last one a failure is final.

    `parts`: payloads of the other rows of a burst, in their order.
    """

    pk: int
    update_id: int
    kind: str
    lane: str
    payload: dict[str, Any]
    attempt: int
    is_last: bool
    token: uuid.UUID
    unit: "UnitOfWork"
    parts: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class Claimer:
    """For whom and for how many seconds claims are made."""

    holder: uuid.UUID
    seconds: float

    def fields(self, token: uuid.UUID) -> dict[str, Any]:
        """What a claimed row says, of StoredUpdate."""
        return {
            "state": State.CLAIMED,
            "claim": token,
            "claimed_by": self.holder,
            "claimed_until": Now() + timedelta(seconds=self.seconds),
        }


@dataclass(frozen=True)
class Window:
    """What one look at the inbox brought.

    `is_full`: more rows wait than were looked at; `left`: lanes of which rows may have been left.
    """

    rows: list[Row]
    is_full: bool
    left: frozenset[str]


def take(
    bot_id: int,
    *,
    epoch: int,
    claimer: Claimer,
    room: int,
    load: Mapping[str, int],
    held_elsewhere: Collection[str],
    per_lane: int,
) -> Window:
    """Claim up to `room` waiting updates in order; with no room left, urgent ones only.

    `load` is how many of each lane this process has already: a lane gets at most `per_lane`, so that
    one flood or one hanging lane leaves room for the others.
    """
    skip = {lane for lane, count in load.items() if count >= per_lane} | set(held_elsewhere)
    with transaction.atomic():
        limit_pause()
        # A crash of the database may undo a claim, never one of which an effect or a sent message is stored.
        spare_the_disk()
        waiting = StoredUpdate.objects.filter(bot_id=bot_id, state=State.NEW).order_by("pk")
        if skip:
            waiting = waiting.exclude(lane__in=skip)
        if room <= 0:
            waiting, room = waiting.filter(lane__startswith=URGENT), per_lane
        token = uuid.uuid4()
        found = [Row(**values, token=token) for values in waiting.values(*FIELDS)[:room]]
        rows = _whole(_fair(found, load, per_lane))
        if rows:
            found_here = StoredUpdate.objects.filter(pk__in=[row.pk for row in rows])
            found_here.update(**claimer.fields(token))
        fence(bot_id, epoch=epoch)
    taken = {row.pk for row in rows}
    left = skip | {row.lane for row in found if row.pk not in taken}
    return Window(rows, is_full=len(found) == room, left=frozenset(left))


def renew(pks: Sequence[int], *, holder: uuid.UUID, seconds: float) -> set[int]:
    """Move the end of these claims; returns those that are not ours any more."""
    ours = StoredUpdate.objects.filter(pk__in=pks, state=State.CLAIMED, claimed_by=holder)
    if ours.update(claimed_until=Now() + timedelta(seconds=seconds)) == len(set(pks)):
        return set()
    return set(pks).difference(ours.values_list("pk", flat=True))


def begin(row: Row) -> None:
    """Write that a row which was in work before is in work again; raises ClaimLost if it is not ours.

    Many rows are in one process when it dies, and only those that were begun may be the reason.
    """
    write_ours(row, attempts=row.attempts + 1)


def write_ours(row: Row, **fields: Any) -> None:
    """Set fields of a row and of its parts; raises ClaimLost if one of them is not this run's any more."""
    tokens = {row.token, *(part.token for part in row.parts)}
    ours = StoredUpdate.objects.filter(pk__in=row.pks, claim__in=tokens, state=State.CLAIMED)
    if ours.update(**fields) != len(row.pks):
        raise ClaimLost(f"update row {row.pk} is not this run's")


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
    """Those of the first time were perhaps begun; for the others `begin` has counted it."""
    gone = {"claim": None, "claimed_by": None, "claimed_until": None}
    with transaction.atomic():
        _bury_hopeless(claimed, gone)
        return claimed.update(state=State.NEW, attempts=Greatest(F("attempts"), 1), **gone)


def _bury_hopeless(claimed: QuerySet[StoredUpdate], gone: dict[str, Any]) -> None:
    """Even saying that it was given up ended the process."""
    hopeless = claimed.filter(attempts__gte=MOST_CRASHES + MOST_FAREWELLS)
    numbers = list(hopeless.values_list("update_id", flat=True))
    if numbers:
        logger.error("Given up, because each process that began them ended: updates %s", numbers)
        hopeless.update(state=State.DEAD, finished_at=Now(), error=CRASHED, **gone)


def _whole(rows: list[Row]) -> list[Row]:
    """With all rows of the bursts that were bound before; without those of which another run has a part."""
    if not any(row.burst for row in rows):
        return rows
    burst_of = StoredUpdate.objects.filter(burst__in={row.burst for row in rows if row.burst})
    held = set(burst_of.filter(state=State.CLAIMED).values_list("lane", flat=True))
    here = {row.pk for row in rows}
    missing = burst_of.filter(state=State.NEW).exclude(pk__in=here).values(*FIELDS)
    whole = rows + [Row(**values, token=rows[0].token) for values in missing]
    return sorted((row for row in whole if row.lane not in held), key=lambda row: row.pk)


def _fair(found: Sequence[Row], load: Mapping[str, int], per_lane: int) -> list[Row]:
    counts = Counter(load)
    rows = []
    for row in found:
        if counts[row.lane] < per_lane:
            counts[row.lane] += 1
            rows.append(row)
    return rows
