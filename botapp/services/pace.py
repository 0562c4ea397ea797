"""Requests at a bearable pace, exact over processes: one conditional UPDATE a request."""

import time

from django.db import connection
from django.db.models import F, Value
from django.db.models.functions import Greatest

from botapp.models import Pace

_FORGET_AFTER = 3600.0  # seconds after which a row says nothing any more


def admit(name: str, *, every: float, burst: int) -> float:
    """0.0 and one request paid for, or the seconds until the next one is due (nothing paid).

    `burst` requests may come at once, after that one each `every` seconds.
    """
    if every <= 0:
        return 0.0
    while not _step(name, every=every, burst=burst):
        free_at = Pace.objects.filter(pk=name).values_list("free_at", flat=True).first()
        if free_at is None:
            _begin(name)
        elif (seconds := free_at - (burst - 1) * every - time.time()) > 0:
            return seconds
    return 0.0


def _step(name: str, *, every: float, burst: int) -> bool:
    now = time.time()
    due = Pace.objects.filter(pk=name, free_at__lte=now + (burst - 1) * every + 1e-6)
    return due.update(free_at=Greatest(F("free_at"), Value(now)) + every) == 1


def _begin(name: str) -> None:
    now = time.time()
    if not connection.in_atomic_block:
        Pace.objects.filter(free_at__lt=now - _FORGET_AFTER).delete()
    Pace.objects.bulk_create([Pace(name=name, free_at=now)], ignore_conflicts=True)
