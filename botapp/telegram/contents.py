"""What a message holds beside its text: links, pictures, and who said it first."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

Part = Mapping[str, Any]
LONGEST_ORIGIN = 120  # characters
_USERNAME = re.compile(r"[A-Za-z]\w{3,31}", re.ASCII)
# Control signs, and those that turn the direction of what follows them.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def links(message: Part) -> tuple[str, ...]:
    """The links of a text or caption in their order, each once; a bare domain gets no scheme."""
    return tuple(dict.fromkeys(_links(message)))


def pictures(message: Part) -> tuple[str, ...]:
    """Telegram's id of the largest size of a photo, or of a picture sent as a file."""
    if sizes := message.get("photo"):
        largest = max(sizes, key=lambda size: size["width"] * size["height"])
        return (str(largest["file_id"]),)
    document = message.get("document") or {}
    is_picture = str(document.get("mime_type") or "").startswith("image/")
    return (str(document["file_id"]),) if is_picture else ()


def origin(message: Part) -> str:
    """Whose message was forwarded, "" if it was not or Telegram does not say."""
    told = message.get("forward_origin") or {}
    match told:
        case {"type": "user", "sender_user": person}:
            return shown_name(_full_name(person))
        case {"type": "hidden_user", "sender_user_name": name}:
            return shown_name(name)
        case {"type": "chat", "sender_chat": chat} | {"type": "channel", "chat": chat}:
            return shown_name(chat.get("title") or _full_name(chat))
    return ""


def post(message: Part) -> str:
    """Where a forwarded post of a public channel stands, "" for all others."""
    match message.get("forward_origin"):
        case {"type": "channel", "chat": {"username": str(name)}, "message_id": int(number)}:
            return f"https://t.me/{name}/{number}" if _USERNAME.fullmatch(name) else ""
    return ""


def shown_name(name: Any) -> str:
    """A foreign name that can stand in a line of ours: one line, bounded, nothing that can't be seen."""
    line = " ".join(_UNSEEN.sub(" ", str(name or "")).split())
    return line if len(line) <= LONGEST_ORIGIN else line[: LONGEST_ORIGIN - 1].rstrip() + "…"


def _links(message: Part) -> Iterator[str]:
    text = message.get("text") or message.get("caption") or ""
    units = text.encode("utf-16-le", "surrogatepass")
    for entity in message.get("entities") or message.get("caption_entities") or ():
        if entity["type"] == "text_link":
            yield str(entity["url"])
        elif entity["type"] == "url":
            start = entity["offset"] * 2
            end = start + entity["length"] * 2
            yield units[start:end].decode("utf-16-le", "replace")


def _full_name(person: Part) -> str:
    return f"{person.get('first_name') or ''} {person.get('last_name') or ''}"
