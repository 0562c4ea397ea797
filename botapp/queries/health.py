"""How RVX is doing, from what all processes share."""

import time
from dataclasses import dataclass

import psutil
from django.conf import settings

from botapp.models import Explanation
from botapp.queries import delivery
from botapp.queries.counters import counters

_COUNTED_AT_MOST = 100_000


@dataclass(frozen=True)
class Health:
    """Counters since the installation; `uptime_seconds` is of the answering process.

    `bot` is leader (somebody leads), standby (only waiting ones), dead (none alive) or absent.
    """

    status: str
    gemini_available: bool
    requests_total: int
    requests_success: int
    requests_errors: int
    requests_fallback: int
    requests_rate_limited: int
    cache_size: int
    uptime_seconds: float
    bot: str


def health() -> Health:
    """One reading. Raises DatabaseError when the database is away or not migrated."""
    reusable = Explanation.objects.filter(state=Explanation.State.READY, key__isnull=False)
    return Health(
        status="healthy",
        gemini_available=bool(settings.GEMINI_API_KEY),
        cache_size=reusable[:_COUNTED_AT_MOST].count(),
        uptime_seconds=round(time.time() - psutil.Process().create_time(), 1),
        bot=_bot(),
        **counters(),
    )


def _bot() -> str:
    number = settings.TELEGRAM_BOT_TOKEN.split(":")[0]
    return delivery.status(int(number)).bot if number.isdecimal() else "absent"
