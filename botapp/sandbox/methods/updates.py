"""Methods about who gets the updates, and how."""

import asyncio
import re
from typing import Any
from urllib.parse import urlsplit

from botapp.sandbox.errors import bad_request
from botapp.sandbox.methods.registry import Asked, method
from botapp.sandbox.polling import BY_WEBHOOK, WEBHOOK_ACTIVE, conflict

SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@method("getUpdates")
def get_updates(asked: Asked) -> asyncio.Future[list[dict[str, Any]]]:
    bot, params = asked.bot, asked.params
    if bot.webhook.url:
        raise conflict(WEBHOOK_ACTIVE)
    _allow_kinds(asked)
    return bot.polls.ask(
        offset=params.integer("offset"),
        limit=_clamped(params.integer("limit", 100), 1, 100),
        timeout=_clamped(params.number("timeout"), 0, bot.polls.longest),
        connected=asked.connected,
    )


@method("setWebhook")
async def set_webhook(asked: Asked) -> bool:
    """An address on this machine, http too (Telegram wants https); an empty one removes the webhook."""
    bot, params = asked.bot, asked.params
    url, secret = params.text("url"), params.text("secret_token")
    if not url:
        await bot.webhook.delete()
        return True
    if urlsplit(url).hostname not in LOOPBACK:
        raise bad_request("bad webhook: the sandbox delivers to this machine only")
    if not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    _allow_kinds(asked)
    if params.flag("drop_pending_updates"):
        bot.queue.clear()
    await bot.webhook.set(
        url, secret=secret, max_connections=_clamped(params.integer("max_connections", 40), 1, 100)
    )
    bot.polls.abort(BY_WEBHOOK)
    return True


@method("deleteWebhook")
async def delete_webhook(asked: Asked) -> bool:
    if asked.params.flag("drop_pending_updates"):
        asked.bot.queue.clear()
    await asked.bot.webhook.delete()
    return True


@method("getWebhookInfo")
def get_webhook_info(asked: Asked) -> dict[str, Any]:
    bot = asked.bot
    info: dict[str, Any] = {
        "url": bot.webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(bot.queue),
    }
    if bot.webhook.url:
        info.update(max_connections=bot.webhook.max_connections, **bot.webhook.last_error)
    if bot.queue.allowed is not None:
        info["allowed_updates"] = sorted(bot.queue.allowed)
    return info


def _allow_kinds(asked: Asked) -> None:
    kinds = asked.params.structure("allowed_updates")
    if kinds is not None:
        asked.bot.queue.allow(kinds)


def _clamped(value: Any, least: Any, most: Any) -> Any:
    return max(least, min(value, most))
