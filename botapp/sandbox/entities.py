"""Text with entities as Telegram keeps it: checked, trimmed, with links and commands found in it."""

import re
from typing import Any

from botapp.sandbox import utf16
from botapp.sandbox.errors import bad_request
from botapp.sandbox.html import HtmlReader

Entity = dict[str, Any]
OPAQUE = frozenset({"code", "pre"})
QUOTES = frozenset({"blockquote", "expandable_blockquote"})
FOUND = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"']+"
    r"|\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|me|ru|ua|info|dev|app|xyz)\b(?:/[^\s<>\"']*)?)"
    r"|(?P<email>\b[\w.+-]+@[\w-]+\.[\w.-]+\w)"
    r"|(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?![\w/<>])"
    r"|(?<![\w/@])(?P<mention>@[A-Za-z]\w{3,31})\b"
    r"|(?<![\w&])(?P<hashtag>\#\w*[^\W\d]\w*)"
    r"|(?<!\w)(?P<cashtag>\$[A-Z]{1,8})\b"
)


def formatted(text: str, *, parse_mode: str, entities: list[Entity] | None) -> tuple[str, list[Entity]]:
    """What a bot's message becomes: plain text and valid entities.

    Raises ApiError 400 for markup or entities that Telegram refuses.
    """
    mode = parse_mode.lower()
    marks: list[Entity] = []
    if mode == "html":
        plain, marks = HtmlReader(text).read()
    elif mode:
        raise bad_request("unsupported parse_mode")
    else:
        plain, marks = text, checked(text, entities or [])
    plain, marks = trimmed(plain, without_nested(marks))
    return plain, with_found(plain, marks)


def checked(text: str, entities: list[Entity]) -> list[Entity]:
    """The entities that are not empty; ApiError 400 when one lies outside the text or splits an emoji."""
    if not entities:
        return []
    size, starts, kept = utf16.length(text), utf16.boundaries(text), []
    for entity in entities:
        begin, units = entity.get("offset"), entity.get("length")
        if not isinstance(entity.get("type"), str):
            raise bad_request("can't parse entities: entity must have a type")
        if not isinstance(begin, int) or begin < 0:
            raise bad_request(f"receive an entity with incorrect offset {begin}")
        if not isinstance(units, int) or units < 0:
            raise bad_request(f"receive an entity with incorrect length {units}")
        if begin + units > size:
            end = f"ends after the end of the text at UTF-16 offset {size}"
            raise bad_request(f"entity beginning at UTF-16 offset {begin} {end}")
        if begin not in starts:
            raise bad_request(f"entity begins in a middle of a UTF-16 symbol at UTF-16 offset {begin}")
        if begin + units not in starts:
            raise bad_request(
                f"entity beginning at UTF-16 offset {begin} ends in a middle of a UTF-16 symbol"
            )
        if units:
            kept.append(dict(entity))
    return sorted(kept, key=lambda entity: (entity["offset"], -entity["length"]))


def without_nested(entities: list[Entity]) -> list[Entity]:
    """Code holds nothing else, and a quote no other quote: what lies inside is dropped, as Telegram does."""
    kept: list[Entity] = []
    code_end = quote_end = 0
    for entity in entities:
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        if begin < code_end or (entity["type"] in QUOTES and begin < quote_end):
            continue
        if entity["type"] in OPAQUE:
            code_end = end
        if entity["type"] in QUOTES:
            quote_end = end
        kept.append(entity)
    return kept


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Cut the white space around the text and move the entities along."""
    body = text.rstrip()
    lead = len(body) - len(body.lstrip())
    if entities:
        lead = min(lead, entities[0]["offset"])
    body = body[lead:]
    size, kept = utf16.length(body), []
    for entity in entities:
        begin = entity["offset"] - lead
        units = min(entity["length"], size - begin)
        if units > 0:
            kept.append({**entity, "offset": begin, "length": units})
    return body, kept


def with_found(text: str, entities: list[Entity]) -> list[Entity]:
    """Add the links, commands, mentions and tags that Telegram finds by itself outside code and links."""
    matches = list(FOUND.finditer(text))
    if not matches:
        return entities
    closed = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in entities
        if entity["type"] in OPAQUE or entity["type"] in ("text_link", "text_mention")
    ]
    added = []
    for match in matches:
        begin = utf16.length(text[: match.start()])
        found = match.group().rstrip(".,;:!?)»") if match.lastgroup == "url" else match.group()
        end = begin + utf16.length(found)
        if not any(begin < stop and start < end for start, stop in closed):
            added.append({"offset": begin, "length": end - begin, "type": match.lastgroup})
    return sorted([*entities, *added], key=lambda entity: (entity["offset"], -entity["length"]))
