"""Where forwarded messages come from, in the four shapes that Telegram has."""

import time
from typing import Any

from botapp.sandbox.errors import bad_request

KINDS = ("channel", "chat", "user", "hidden_user")


def origin(kind: str, name: str, *, username: str = "crypto_wire") -> dict[str, Any]:
    """`forward_origin` of something that was written ten minutes ago; ApiError 400 for another kind."""
    told: dict[str, Any] = {"type": kind, "date": int(time.time()) - 600}
    public = {"username": username} if username else {}
    match kind:
        case "channel":
            chat = {"id": -1001000000777, "type": "channel", "title": name, **public}
            return {**told, "chat": chat, "message_id": 77}
        case "chat":
            return {**told, "sender_chat": {"id": -1001000000778, "type": "supergroup", "title": name}}
        case "user":
            return {**told, "sender_user": {"id": 700_001, "is_bot": False, "first_name": name}}
        case "hidden_user":
            return {**told, "sender_user_name": name}
    raise bad_request(f"a forward comes from one of {', '.join(KINDS)}")
