"""What must be true before a bot starts, in this order; each has its exit code and its sentence."""

import asyncio
import logging
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from botapp.delivery import identity, lease
from botapp.delivery.bot_api import BotApi, BotApiError
from botapp.delivery.exceptions import StartRefused
from botapp.delivery.lease import LeaseState
from botapp.delivery.lock import lock_for
from botapp.delivery.verdict import reason_to_lead

logger = logging.getLogger(__name__)
EXIT_OK = 0
EXIT_DATABASE = 69
EXIT_BOT_API = 69
EXIT_FAULT = 70
EXIT_OTHER_LEADER = 75
EXIT_CONFIGURATION = 78

NO_KEY = "TELEGRAM_BOT_TOKEN is not set. Get a token from @BotFather and put it into the environment or .env."
KEY_REFUSED = "TELEGRAM_BOT_TOKEN is refused by Telegram ({code}). Copy it again from @BotFather."
KEY_MALFORMED = (
    "TELEGRAM_BOT_TOKEN has not the form of a token (number:letters). Copy it again from @BotFather."
)
WEBHOOK_SET = (
    "A webhook is set for this bot (host {host}): polling would fight with it. Stop the installation behind "
    "it, or run `manage.py runbot --takeover-webhook` to remove the webhook and poll here."
)
NO_DATABASE = "The database is unreachable ({error}). Check DATABASE_URL and that the server runs."
NO_MIGRATIONS = "The database is not up to date ({count} migrations missing). Run `python manage.py migrate`."
NO_BOT_API = (
    "The Bot API at {host} does not answer. Check TELEGRAM_API_BASE_URL and the network, "
    "or start without --no-wait to wait for it."
)
SLOWEST_RETRY = 15.0
# How long a start that may not wait goes on asking the Bot API.
PATIENCE_SECONDS = 20.0


def bot_id_of(token: str) -> int:
    """The number before the colon. Raises StartRefused for an empty or malformed token."""
    if not token:
        raise StartRefused(EXIT_CONFIGURATION, NO_KEY)
    number, colon, secret = token.partition(":")
    if not number.isdecimal() or not colon or not secret:
        raise StartRefused(EXIT_CONFIGURATION, KEY_MALFORMED)
    return int(number)


async def check_token(api: BotApi) -> None:
    """getMe, again and again while the Bot API can't be reached. Raises StartRefused for a wrong token."""
    pause = 0.5
    while True:
        try:
            await api.call("getMe")
        except BotApiError as error:
            if error.code in (401, 404):
                raise StartRefused(EXIT_CONFIGURATION, KEY_REFUSED.format(code=error.code)) from None
            logger.warning("The Bot API does not answer, trying again in %.1f s: %s", pause, error)
            await asyncio.sleep(max(pause, error.retry_after))
            pause = min(SLOWEST_RETRY, pause * 2)
        else:
            return


async def check_webhook(api: BotApi, *, takeover: bool) -> None:
    """Raises StartRefused if a webhook is set, unless this start was told to take over."""
    info = await _answer(api, "getWebhookInfo")
    url = info.get("url") if isinstance(info, dict) else ""
    if not url:
        return
    host = urlsplit(str(url)).hostname or "unknown"
    if not takeover:
        raise StartRefused(EXIT_CONFIGURATION, WEBHOOK_SET.format(host=host))
    await _answer(api, "deleteWebhook", drop_pending_updates=False)
    logger.warning("The webhook at host %s was removed, as told; nothing that waits was dropped.", host)


def check_database() -> None:
    """Reachable and migrated. Sync. Raises StartRefused."""
    try:
        connection.ensure_connection()
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        sentence = NO_DATABASE.format(error=type(error).__name__)
        raise StartRefused(EXIT_DATABASE, sentence) from error
    if missing:
        raise StartRefused(EXIT_CONFIGURATION, NO_MIGRATIONS.format(count=len(missing)))


def living_leader(bot_id: int) -> LeaseState | None:
    """Who leads now; None if nobody does, or its lock is free because its process is gone. Sync."""
    try:
        state = lease.read(bot_id)
    except DatabaseError as error:
        raise StartRefused(EXIT_DATABASE, NO_DATABASE.format(error=type(error).__name__)) from error
    if state.holder is None:
        return None
    me, ttl = identity.myself(), settings.LEASE_TTL_SECONDS
    lock = lock_for(bot_id, identity=None, ttl=ttl)
    lock.attempt()
    reason = reason_to_lead(state, lock.view(), me=me.holder, patience=ttl)
    lock.release()
    return None if reason else state


def no_bot_api(base_url: str) -> StartRefused:
    return StartRefused(EXIT_BOT_API, NO_BOT_API.format(host=urlsplit(base_url).hostname or "unknown"))


def say(lines: Callable[[], Iterable[str]]) -> None:
    """Log what the checks of the start found true. Sync."""
    for line in lines():
        logger.info("%s", line)


async def _answer(api: BotApi, method: str, **parameters: Any) -> Any:
    while True:
        try:
            return await api.call(method, **parameters)
        except BotApiError as error:
            logger.warning("%s failed, trying again: %s", method, error)
            await asyncio.sleep(max(1.0, error.retry_after))
