"""Token, Bot API, webhook, and Telegram's clock: all that is asked of Telegram, in two calls."""

import asyncio
import socket
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies

from django.conf import settings

from botapp.delivery.bot_api import BotApi, BotApiError
from botapp.delivery.exceptions import StartRefused
from botapp.delivery.start import KEY_REFUSED, bot_id_of
from botapp.doctor import clock, sandbox_side
from botapp.doctor.amounts import count, duration
from botapp.doctor.finding import Finding, bad, ok, told, warn

CALL_SECONDS = 4.0
TOKEN, API, WEBHOOK = "token", "Bot API", "webhook"
# More than a leader ever leaves at Telegram between two polls.
_MANY = 100
_REACH = "Check TELEGRAM_API_BASE_URL, the name server and the firewall: curl -sS {url}"
_REFUSALS = (401, 404)
_NO_BOT_API = "something else does"


def examine() -> Iterator[Finding]:
    try:
        bot_id = bot_id_of(settings.TELEGRAM_BOT_TOKEN)
    except StartRefused as refusal:
        yield told(TOKEN, str(refusal))
        return
    if not _is_found():
        yield _not_asked(bot_id)
        yield bad(API, f"the name {_host()} is not found", _cure())
        return
    yield from asyncio.run(_asked(bot_id))


def _is_found() -> bool:
    """The name of the Bot API. Behind a proxy it is the proxy that looks it up."""
    if getproxies():
        return True
    try:
        socket.getaddrinfo(_host(), None)
    except (OSError, UnicodeError):
        return False
    return True


async def _asked(bot_id: int) -> list[Finding]:
    api = BotApi(settings.TELEGRAM_BOT_TOKEN, settings.TELEGRAM_API_BASE_URL)
    began = time.monotonic()
    try:
        bot = await api.call("getMe", seconds=CALL_SECONDS)
        took = time.monotonic() - began
        webhook = await _webhook(api)
    except BotApiError as error:
        return _refused(error, bot_id)
    finally:
        await api.close()
    return [
        ok(TOKEN, f"accepted: @{bot.get('username', '?')}, bot {bot_id}"),
        ok(API, f"{_called()} answers in {duration(took)}"),
        webhook,
        *clock.against_telegram(api.answered_at),
    ]


async def _webhook(api: BotApi) -> Finding:
    try:
        info = await api.call("getWebhookInfo", seconds=CALL_SECONDS)
    except BotApiError as error:
        return warn(WEBHOOK, f"unknown: {error}", "Ask again in a minute")
    return _judged(info)


def _judged(info: dict[str, Any]) -> Finding:
    waiting = int(info.get("pending_update_count") or 0)
    waits = f"{count(waiting, 'update')} at Telegram"
    if url := info.get("url"):
        last = info.get("last_error_message")
        host = urlsplit(str(url)).hostname or "unknown"
        return bad(
            WEBHOOK,
            f"set, host {host}; {waits}; last error: {last or 'none'}",
            "Polling and a webhook exclude each other. Stop the installation behind it, then "
            "`manage.py runbot --takeover-webhook`",
        )
    if waiting > _MANY:
        return warn(
            WEBHOOK, f"none; {waits}, not fetched", "See leader and backlog: nobody polls, or too slowly"
        )
    return ok(WEBHOOK, f"none, as it must be; {waits}")


def _refused(error: BotApiError, bot_id: int) -> list[Finding]:
    if sandbox_side.is_meant() and (error.code in _REFUSALS or not error.description):
        stranger = f"what answers at {sandbox_side.place()} is not the sandbox of this checkout"
        return [_not_asked(bot_id), bad(API, stranger, _cure())]
    if error.code in _REFUSALS:
        refused = told(TOKEN, KEY_REFUSED.format(code=error.code))
        return [refused, ok(API, f"{_host()} answers")]
    if error.code:
        cure = "Telegram's own trouble, as a rule: RVX tries again by itself"
        return [_not_asked(bot_id), warn(API, f"{_host()} answers with {error}", cure)]
    return [
        _not_asked(bot_id),
        bad(API, f"{_called()} does not answer ({error.description or _NO_BOT_API})", _cure()),
    ]


def _not_asked(bot_id: int) -> Finding:
    return warn(TOKEN, f"of bot {bot_id}; whether it is accepted is unknown", "See Bot API")


def _host() -> str:
    return urlsplit(settings.TELEGRAM_API_BASE_URL).hostname or "unknown"


def _called() -> str:
    return sandbox_side.name() if sandbox_side.is_meant() else _host()


def _cure() -> str:
    if sandbox_side.is_meant():
        return sandbox_side.cure()
    return _REACH.format(url=settings.TELEGRAM_API_BASE_URL)
