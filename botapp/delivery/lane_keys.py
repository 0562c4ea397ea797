"""Which lane an update belongs to: updates of one lane are handled in order.

Private chat → the chat; group → chat and sender; no chat → the user; a button press rides on the
lane of its message. Lanes of urgent updates are their own.
"""

from collections.abc import Mapping
from typing import Any

URGENT = "!"


class Malformed(ValueError):
    """The update has no kind, or its content is not what Telegram sends."""


def kind_of(update: Mapping[str, Any]) -> str:
    """`message`, `callback_query` …: the one key beside `update_id`."""
    kinds = [name for name in update if name != "update_id"]
    if len(kinds) != 1 or not isinstance(update[kinds[0]], dict):
        raise Malformed("an update holds exactly one object")
    return str(kinds[0])[:32]


def lane_of(update: Mapping[str, Any], kind: str) -> str:
    """The lane's key, at most 64 characters."""
    content = update[kind]
    sender = _id(content.get("from")) or _id(content.get("user")) or _id(content.get("sender_chat"))
    chat = content.get("chat") or _chat_of_message(content)
    if chat is None:
        return f"user:{sender}" if sender is not None else f"{kind}:{update['update_id']}"
    if not isinstance(chat, dict) or _id(chat) is None:
        raise Malformed("the chat has no number")
    if chat.get("type") in ("group", "supergroup"):
        return f"group:{_id(chat)}:{sender}"
    return f"chat:{_id(chat)}"


def urgent_lane(update_id: int) -> str:
    return f"{URGENT}{update_id}"


def _chat_of_message(content: Mapping[str, Any]) -> Any:
    message = content.get("message")
    return message.get("chat") if isinstance(message, dict) else None


def _id(thing: Any) -> int | None:
    number = thing.get("id") if isinstance(thing, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None
