"""What `runbot --status` prints: who leads, who waits, what is left to do."""

from collections.abc import Iterator

from botapp.delivery.bot_api import BotApi, BotApiError
from botapp.queries.delivery import Status, status

__all__ = ["Status", "report", "status", "webhook_state"]


def report(found: Status, webhook: str) -> Iterator[str]:
    """Lines of English text for an operator; no token, no message text."""
    yield f"bot: {found.bot}"
    if found.pid is not None:
        since = found.since.strftime("%Y-%m-%d %H:%M:%S UTC") if found.since else "unknown"
        yield f"leader: {found.host}, pid {found.pid}, epoch {found.epoch}, since {since}"
        yield f"lease: ends in {found.lease_seconds:.1f} s; lock: {found.lock or 'none'}"
    for line in found.runners:
        ai = line.ai or "unknown"
        yield f"process: {line.role}, {line.host}, pid {line.pid}, seen {line.seen:.1f} s ago, AI {ai}"
    yield f"last update: {_age(found.last_update_age)}"
    oldest = f", oldest {_age(found.oldest_waiting_age)}" if found.waiting else ""
    yield f"updates: {found.waiting} waiting{oldest}, {found.in_work} in work, {found.dead_updates} given up"
    yield f"webhook: {webhook}"


async def webhook_state(token: str, base_url: str) -> str:
    """`none`, `set`, or why it can't be told."""
    api = BotApi(token, base_url)
    try:
        info = await api.call("getWebhookInfo")
    except BotApiError as error:
        return f"unknown ({error})"
    finally:
        await api.close()
    return "set" if info.get("url") else "none"


def _age(seconds: float | None) -> str:
    return "never" if seconds is None else f"{seconds:.0f} s ago"
