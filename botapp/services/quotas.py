"""Enforcing how many explanations a person may have in a day (UTC), and how fast."""

import math
from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import F

from botapp.exceptions import DailyLimitReached, TooFast
from botapp.models import DailyUsage
from botapp.queries.allowances import daily_limit, today, until_tomorrow
from botapp.services import pace


def charge(person_id: int) -> date:
    """Take one explanation from today's allowance; the day it was taken from.

    Exact over processes. Raises DailyLimitReached, TooFast (nothing is taken then) or NotFound.
    """
    limit, day = daily_limit(person_id), today()
    with transaction.atomic():
        if not _take(person_id, day=day, limit=limit):
            raise DailyLimitReached(limit=limit, retry_after=until_tomorrow())
        keep_pace(person_id)
    return day


def keep_pace(person_id: int) -> None:
    """Count one request without charging for it. Raises TooFast."""
    seconds = pace.admit(f"person:{person_id}", every=settings.FLOOD_SECONDS, burst=settings.FLOOD_BURST)
    if seconds:
        raise TooFast(seconds=max(1, math.ceil(seconds)))


def refund(person_id: int, *, day: date) -> None:
    """Give back what `charge` took on that day, because nothing came of it."""
    DailyUsage.objects.filter(person_id=person_id, day=day, used__gt=0).update(used=F("used") - 1)


def _take(person_id: int, *, day: date, limit: int) -> bool:
    if limit <= 0:
        return False
    below = DailyUsage.objects.filter(person_id=person_id, day=day, used__lt=limit)
    if below.update(used=F("used") + 1):
        return True
    # Either the limit is reached or there is no row; asking which would race with others who begin the day.
    DailyUsage.objects.bulk_create([DailyUsage(person_id=person_id, day=day)], ignore_conflicts=True)
    return below.update(used=F("used") + 1) == 1
