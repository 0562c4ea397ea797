"""One deed that comes as several messages: an album, several forwards, a long text in parts.

Clients cut a text that is over the limit near 4,096 units, back at the last end of a paragraph or word
that they find, and drop the white space there. How far back differs, so a part may be shorter.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from telegram import Bot

from botapp.telegram import incoming
from botapp.telegram.contents import shown_name
from botapp.telegram.incoming import Incoming
from botapp.telegram.markup import width

logger = logging.getLogger(__name__)
NEAR_LIMIT = 3_000  # UTF-16 units of a text that may be the first part of a longer one
FULL = 4_095  # one less than the limit, as no part ends inside a character of two units
SOUGHT = 250  # characters in which a client surely looked for white space to cut at
_ENDS = (".", "!", "?", "…", ":", ";", "»", "”", '"', ")")

Payload = Mapping[str, Any]


def begins(payload: Payload) -> bool:
    """Forwards, parts of an album and near-limit texts, but no commands."""
    message = payload.get("message")
    return isinstance(message, dict) and (_is_shared(message) or _is_near_limit(message))


def continues(before: Payload, payload: Payload) -> bool:
    """The same kinds, and the tail of a long text, which may be short."""
    message = payload.get("message")
    if not isinstance(message, dict):
        return False
    if _is_near_limit(before["message"]) and "text" in message:
        return not _is_command(message)
    return begins(payload)


def read(payloads: Sequence[dict[str, Any]], bot: Bot) -> Incoming | None:
    """What a person did with all of them; None if no answer is asked for.

    In a group the whole burst is for the bot if one of its messages is. A message that nobody can
    read does not take the others with it; raises what reading it raised if there is no other.
    """
    parts = [part for part in _parts(payloads, bot, is_for_bot=False) if part]
    if parts and not parts[0].is_private:
        parts = [part for part in _parts(payloads, bot, is_for_bot=True) if part]
    return joined(parts) if parts else None


def joined(parts: Sequence[Incoming]) -> Incoming:
    """All texts and pictures as one, said in the first message that has a text, or else a picture."""
    told = [part for part in parts if part.text]
    first = (told or [part for part in parts if part.pictures] or list(parts))[0]
    whole = replace(
        first,
        pictures=tuple(picture for part in parts for picture in part.pictures),
        links=tuple(dict.fromkeys(link for part in parts for link in part.links)),
        origin=_one_origin(parts),
        post=first.post if len(told) < 2 else "",
    )
    if len(told) < 2:
        return whole
    text = told[0].text
    for before, part in pairwise(told):
        text += _glue(before.text) + part.text
    return replace(whole, text=text, command="", argument="", source_id=None)


def _one_origin(parts: Sequence[Incoming]) -> str:
    """Who said it first; several of them in their order."""
    names = dict.fromkeys(part.origin for part in parts if part.origin)
    return shown_name(", ".join(names))


def _parts(payloads: Sequence[dict[str, Any]], bot: Bot, *, is_for_bot: bool) -> list[Incoming | None]:
    parts: list[Incoming | None] = []
    errors: list[Exception] = []
    for payload in payloads:
        try:
            parts.append(incoming.read(payload, bot, is_for_bot=is_for_bot))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            logger.error("Update %s of a burst can't be read and was left out.", payload.get("update_id"))
            errors.append(error)
    if errors and not parts:
        raise errors[0]
    return parts


def _glue(text: str) -> str:
    """What stood between this text and the next one, as far as that can be known."""
    units = width(text)
    if units >= FULL and not any(map(str.isspace, text[-SOUGHT:])):
        return ""
    return "\n\n" if units < NEAR_LIMIT or text.endswith(_ENDS) else " "


def _is_shared(message: Payload) -> bool:
    if "media_group_id" in message:
        return True
    return "forward_origin" in message and not _is_command(message)


def _is_near_limit(message: Payload) -> bool:
    text = message.get("text") or ""
    # No text has more units than twice its characters.
    return len(text) * 2 >= NEAR_LIMIT <= width(text) and not _is_command(message)


def _is_command(message: Payload) -> bool:
    return str(message.get("text") or "").startswith("/")
