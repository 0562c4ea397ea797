"""Whether a bot that was started apart from a demo already takes this database's messages."""

from django.conf import settings
from django.db import connections

from botapp.delivery.exceptions import StartRefused
from botapp.delivery.lock import lock_for
from botapp.delivery.start import bot_id_of
from botapp.queries.delivery import Status, status


def leader() -> Status | None:
    """Who leads and is alive. Writes nothing and leaves no connection open."""
    try:
        bot_id = bot_id_of(settings.TELEGRAM_BOT_TOKEN)
    except StartRefused:  # runbot says it
        return None
    try:
        found = status(bot_id)
        return found if found.bot == "leader" and not _is_lock_free(bot_id) else None
    finally:
        connections.close_all()


def _is_lock_free(bot_id: int) -> bool:
    lock = lock_for(bot_id, identity=None, ttl=settings.LEASE_TTL_SECONDS)
    is_free = lock.attempt()
    lock.release()
    return is_free
