"""How RVX is doing, from what all processes share."""

import os
import time
from dataclasses import dataclass

import psutil
from django.conf import settings
from django.db import connection

from botapp.models import Explanation
from botapp.queries import delivery
from botapp.queries.ai_services import is_ai_set_up
from botapp.queries.counters import counters

_COUNTED_AT_MOST = 100_000


@dataclass(frozen=True)
class Health:
    """Counters since the installation; `uptime_seconds` is of the answering process.

    `gemini_available` is older than the other AIs: whether any is set up.
    `status` is healthy, or degraded when the bot is dead or the database takes no writes.
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
    bot = _bot()
    reusable = Explanation.objects.filter(state=Explanation.State.READY, key__isnull=False)
    return Health(
        status="healthy" if bot != "dead" and takes_writes() else "degraded",
        gemini_available=is_ai_set_up(),
        cache_size=reusable[:_COUNTED_AT_MOST].count(),
        uptime_seconds=round(time.time() - psutil.Process().create_time(), 1),
        bot=bot,
        **counters(),
    )


def _bot() -> str:
    number = settings.TELEGRAM_BOT_TOKEN.split(":")[0]
    return delivery.bot_state(int(number)) if number.isdecimal() else "absent"


def takes_writes() -> bool:
    """Asked, not tried: a replica or a server out of space is read-only, a file may be write-protected."""
    if connection.vendor == "sqlite":
        name = str(connection.settings_dict["NAME"])
        return not os.path.exists(name) or os.access(name, os.W_OK)  # noqa: PTH110 (a name may be a URI)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('transaction_read_only')")
        return bool(cursor.fetchone()[0] == "off")
