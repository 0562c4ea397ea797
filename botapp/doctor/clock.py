"""This host's clock against Telegram's and the database's. The lease itself lives by the database's alone."""

import time
from collections.abc import Iterator
from datetime import datetime

from django.db import connection

from botapp.doctor import postgresql
from botapp.doctor.amounts import duration
from botapp.doctor.finding import Finding, bad, ok, warn

TELEGRAM, DATABASE = "clock, Telegram", "clock, database"
_CURE = "Ages, limits and retries are counted wrongly. Let the host keep its time: timedatectl set-ntp true"
_BAD = 60.0


def against_telegram(answered_at: datetime | None) -> Iterator[Finding]:
    """Telegram says whole seconds only. Nothing if it said none."""
    if answered_at is not None:
        yield _judged(TELEGRAM, time.time() - answered_at.timestamp(), tolerated=5.0)


def against_database() -> Iterator[Finding]:
    if connection.vendor == "sqlite":
        yield ok(DATABASE, "SQLite has this host's clock")
        return
    before = time.time()
    theirs = postgresql.time()
    after = time.time()
    yield _judged(DATABASE, (before + after) / 2 - theirs, tolerated=2.0 + (after - before) / 2)


def _judged(subject: str, ahead: float, *, tolerated: float) -> Finding:
    if abs(ahead) <= tolerated:
        return ok(subject, f"agrees with this host's within {duration(tolerated)}")
    found = f"this host's is {duration(abs(ahead))} {'ahead' if ahead > 0 else 'behind'}"
    return bad(subject, found, _CURE) if abs(ahead) > _BAD else warn(subject, found, _CURE)
