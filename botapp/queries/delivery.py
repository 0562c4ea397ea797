"""What can be said of delivery from any process: who leads, who waits, what is left to do."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import Coalesce, Now
from django.utils import timezone

from botapp.models import Leadership, Lease, Runner, StoredUpdate
from botapp.models.lease import DatabaseClock

# A `runbot` signs each second; one that has not for this long is dead.
DEAD_AFTER_SECONDS = 5.0
_COUNTED_AT_MOST = 100_000


@dataclass(frozen=True)
class RunnerLine:
    """One `runbot`. `role` is leader, standby or dead; `seen` is seconds since it signed."""

    role: str
    host: str
    pid: int
    version: str
    ai: str
    started_at: datetime
    seen: float


@dataclass(frozen=True)
class Goodbye:
    """The last leader gave the lead back, `ago` seconds ago."""

    host: str
    pid: int
    ago: float


@dataclass(frozen=True)
class Status:
    """`bot` is leader (somebody leads), standby (only waiting ones), dead (none alive), or absent.

    `lease_seconds` is what is left of the lease, negative once it ended; ages are in seconds. `goodbye`
    is None while somebody leads, and if the last leader ended without one.
    """

    bot: str
    epoch: int
    host: str
    pid: int | None
    since: datetime | None
    lock: str
    lease_seconds: float
    goodbye: Goodbye | None
    runners: tuple[RunnerLine, ...]
    waiting: int
    in_work: int
    dead_updates: int
    oldest_waiting_age: float | None
    last_update_age: float | None


def status(bot_id: int) -> Status:
    """One reading; five small queries."""
    left = F("expires_at") - DatabaseClock()
    lease = Lease.objects.filter(pk=bot_id).annotate(left=left).first()
    seconds = float(lease.left) if lease else 0.0
    leads = bool(lease and lease.holder and seconds > 0)
    runners = tuple(_runners(bot_id, lease.holder if lease and leads else None))
    rows = StoredUpdate.objects.filter(bot_id=bot_id)
    waiting = rows.filter(state=StoredUpdate.State.NEW)
    return Status(
        bot="leader" if leads else _without_leader(runners),
        epoch=lease.epoch if lease else 0,
        host=lease.host if lease and leads else "",
        pid=lease.pid if lease and leads else None,
        since=lease.since if lease and leads else None,
        lock=lease.lock if lease and leads else "",
        lease_seconds=seconds,
        goodbye=_goodbye(lease, seconds) if lease else None,
        runners=runners,
        waiting=_count(waiting),
        in_work=_count(rows.filter(state=StoredUpdate.State.CLAIMED)),
        dead_updates=_count(rows.filter(state=StoredUpdate.State.DEAD)),
        oldest_waiting_age=_age(waiting.order_by("bot_id", "pk")),
        last_update_age=_age(_latest_first(bot_id)),
    )


def bot_state(bot_id: int) -> str:
    """What `status(bot_id).bot` says, for those who need no more; one small query while somebody leads."""
    if Lease.objects.filter(pk=bot_id, holder__isnull=False, expires_at__gt=DatabaseClock()).exists():
        return "leader"
    silences = Runner.objects.filter(bot_id=bot_id).annotate(silence=DatabaseClock() - F("seen_at"))
    ages = silences.values_list("silence", flat=True)
    if not ages:
        return "absent"
    return "standby" if min(ages) <= DEAD_AFTER_SECONDS else "dead"


def endings(bot_id: int, *, within: timedelta) -> dict[str, int]:
    """How many leaderships ended lately, by the word for how: released, died, expired."""
    ended = Leadership.objects.filter(bot_id=bot_id, ended_at__gte=Now() - within).order_by()
    return dict(ended.values_list("ending").annotate(number=Count("pk")))


def leases() -> QuerySet[Lease]:
    """Each with `left`: seconds until it ends, negative once it has."""
    return Lease.objects.annotate(left=F("expires_at") - DatabaseClock())


def leaderships() -> QuerySet[Leadership]:
    """Each with `leads` (now), `began_after` (how the one before ended, None for the first) and `lasted`.

    `lasted` is None where nobody knows: it did not end in good order and nobody led since.
    """
    before = Leadership.objects.filter(bot_id=OuterRef("bot_id"), epoch=OuterRef("epoch") - 1)
    ended = Coalesce(F("ended_at"), Case(When(leads=True, then=Now())))
    return Leadership.objects.annotate(
        leads=_leads(epoch=OuterRef("epoch")),
        began_after=Subquery(before.order_by().values("ending")[:1]),
        lasted=ExpressionWrapper(ended - F("began_at"), output_field=DurationField()),
    )


def runners() -> QuerySet[Runner]:
    """Each with `leads` (now) and `silence` (seconds since it signed), the leader first."""
    rows = Runner.objects.annotate(
        leads=_leads(holder=OuterRef("holder")), silence=DatabaseClock() - F("seen_at")
    )
    return rows.order_by("-leads", "-seen_at")


def _leads(**who: OuterRef) -> Exists:
    valid = Lease.objects.filter(holder__isnull=False, expires_at__gt=DatabaseClock())
    return Exists(valid.filter(pk=OuterRef("bot_id"), **who))


def is_backlog_over(bot_id: int, *, limit: int) -> bool:
    """True if more than `limit` updates wait; looks at no more rows than that."""
    waiting = StoredUpdate.objects.filter(bot_id=bot_id, state=StoredUpdate.State.NEW)
    return bool(waiting.order_by("pk").values_list("pk")[limit : limit + 1])


def _goodbye(lease: Lease, left: float) -> Goodbye | None:
    if lease.holder is not None or lease.pid is None:
        return None
    return Goodbye(lease.host, lease.pid, ago=-left)


def _runners(bot_id: int, leader: object) -> list[RunnerLine]:
    rows = (
        Runner.objects.filter(bot_id=bot_id)
        .annotate(age=DatabaseClock() - F("seen_at"))
        .order_by("started_at")
    )
    return [
        RunnerLine(
            role=role(is_leader=row.holder == leader, silence=row.age),
            host=row.host,
            pid=row.pid,
            version=row.version,
            ai=row.ai,
            started_at=row.started_at,
            seen=row.age,
        )
        for row in rows
    ]


def role(*, is_leader: bool, silence: float) -> str:
    """leader, standby or dead; `silence` is seconds since the process signed."""
    if silence > DEAD_AFTER_SECONDS:
        return "dead"
    return "leader" if is_leader else "standby"


def _without_leader(runners: tuple[RunnerLine, ...]) -> str:
    if not runners:
        return "absent"
    return "standby" if any(runner.role == "standby" for runner in runners) else "dead"


def _count(rows: QuerySet[StoredUpdate]) -> int:
    return rows.order_by()[:_COUNTED_AT_MOST].count()


def _latest_first(bot_id: int) -> QuerySet[StoredUpdate]:
    """Read from the end of the index of times: with a plain filter SQLite sorts all rows of the bot."""
    bot = ExpressionWrapper(F("bot_id") + 0, output_field=BigIntegerField())
    return StoredUpdate.objects.annotate(of=bot).filter(of=bot_id).order_by("-received_at")


def _age(rows: QuerySet[StoredUpdate]) -> float | None:
    received = rows.values_list("received_at", flat=True).first()
    return (timezone.now() - received).total_seconds() if received else None
