"""How much of a day (UTC) a person has left. What is shown is what services/quotas.py enforces."""

import math
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone

from botapp.models import DailyUsage, Generation
from botapp.queries.people import facts

_FEW = 3


@dataclass(frozen=True)
class Allowance:
    """One person's day. `renewed_at`: when the next one begins."""

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


def allowance(person_id: int) -> Allowance:
    """Today's. Raises NotFound."""
    limit, now = daily_limit(person_id), timezone.now()
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
    remaining = allowance(person_id).left + since
    return remaining if remaining <= _FEW else None


def daily_limit(person_id: int) -> int:
    """Explanations in a day: the person's own limit, else everybody's. Raises NotFound."""
    own = facts(person_id).daily_limit
    return settings.DAILY_LIMIT if own is None else own


def today() -> date:
    """The day that is counted now."""
    return timezone.now().date()


def until_tomorrow() -> int:
    """Whole seconds until the next day (UTC) begins."""
    now = timezone.now()
    return math.ceil((_midnight(now) - now).total_seconds())


def _midnight(now: datetime) -> datetime:
    return (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
