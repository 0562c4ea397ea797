"""How many explanations a person may have in a day (UTC), and how fast."""

import math
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from botapp.exceptions import DailyLimitReached, TooFast
from botapp.models import DailyUsage, Generation
from botapp.queries.people import facts
from botapp.services import pace

_FEW = 3


@dataclass(frozen=True)
class Allowance:
    """One person's day: what is enforced is what is shown. `renewed_at`: when the next one begins."""

    limit: int
    used: int
    left: int
    renewed_at: datetime

    @property
    def minutes(self) -> int:
        """Until then, at least one."""
        return max(1, math.ceil((self.renewed_at - timezone.now()).total_seconds() / 60))

    @property
    def hours(self) -> int:
        """Until then, rounded; 0 in the last hour."""
        return round(self.minutes / 60) if self.minutes >= 60 else 0


def charge(person_id: int) -> date:
    """Take one explanation from today's allowance; the day it was taken from.

    Exact over processes. Raises DailyLimitReached, TooFast (nothing is taken then) or NotFound.
    """
    limit, day = _limit(person_id), today()
    with transaction.atomic():
        if not _take(person_id, day=day, limit=limit):
            raise DailyLimitReached(limit=limit, retry_after=until_tomorrow())
        keep_pace(person_id)
    return day


def pay(person_id: int, *, is_free: bool) -> date | None:
    """The day that pays, None for what costs nothing and only keeps the pace. Raises as `charge`."""
    if is_free:
        keep_pace(person_id)
        return None
    return charge(person_id)


def keep_pace(person_id: int) -> None:
    """Count one request without charging for it. Raises TooFast."""
    seconds = pace.wait(f"person:{person_id}", every=settings.FLOOD_SECONDS, burst=settings.FLOOD_BURST)
    if seconds:
        raise TooFast(seconds=max(1, math.ceil(seconds)))


def refund(person_id: int, *, day: date) -> None:
    """Give back what `charge` took on that day, because nothing came of it."""
    DailyUsage.objects.filter(person_id=person_id, day=day, used__gt=0).update(used=F("used") - 1)


def left(person_id: int) -> Allowance:
    """Today's allowance. Raises NotFound."""
    limit = _limit(person_id)
    now = timezone.now()
    row = DailyUsage.objects.filter(person_id=person_id, day=now.date()).first()
    used = row.used if row else 0
    return Allowance(limit=limit, used=used, left=max(0, limit - used), renewed_at=_midnight(now))


def few_left(generation_id: int) -> int | None:
    """What this answer left of its person's day, 0 to 3; None if more, or if nobody was charged for it.

    What was charged for since does not count: of several presses at once each has its own number.
    """
    paid = Generation.objects.filter(charged_on=today())
    person_id = paid.filter(pk=generation_id).values_list("person_id", flat=True).first()
    if person_id is None:
        return None
    since = paid.filter(person_id=person_id, pk__gt=generation_id).count()
    remaining = left(person_id).left + since
    return remaining if remaining <= _FEW else None


def today() -> date:
    """The day that is counted now."""
    return timezone.now().date()


def until_tomorrow() -> int:
    """Whole seconds until the next day (UTC) begins."""
    now = timezone.now()
    return math.ceil((_midnight(now) - now).total_seconds())


def _midnight(now: datetime) -> datetime:
    return (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)


def _limit(person_id: int) -> int:
    own = facts(person_id).daily_limit
    return settings.DAILY_LIMIT if own is None else own


def _take(person_id: int, *, day: date, limit: int) -> bool:
    if limit <= 0:
        return False
    below = DailyUsage.objects.filter(person_id=person_id, day=day, used__lt=limit)
    if below.update(used=F("used") + 1):
        return True
    # Either the limit is reached or there is no row; asking which would race with others who begin the day.
    DailyUsage.objects.bulk_create([DailyUsage(person_id=person_id, day=day)], ignore_conflicts=True)
    return below.update(used=F("used") + 1) == 1
