"""One update as what a person did: wrote, edited or pressed."""

import re
from dataclasses import dataclass
from typing import Any, Literal

from telegram import Bot, Message, MessageEntity, User

from botapp.services.texts import MINIMUM
from botapp.telegram import contents

# A part of what Telegram sent. Made into the library's objects only where they know more than we do:
# they have a hundred fields, and took a sixth of the time of an answer.
Part = dict[str, Any]
Deed = Literal["text", "media", "edit", "press"]
ANSWERED = {"message", "edited_message", "callback_query"}
# "Explain this, please", "what is this?": words that mean what they stand under.
_POINTING = re.compile(
    r"(?:please |can you |can u )?(?:explain|what(?:'s| is| does)|поясни(?:те|ть)?|объясни(?:те)?"
    r"|разбери(?:те)?|розбери|розтлумач|что|що|о ч[её]м|про що)"
    r"(?: (?:this|that|it|mean|about|here|please|это|этот|эта|здесь|тут|значит|пожалуйста|це|означає|"
    r"будь ласка|new|news|post|новость|новину|пост))*[\s?!.…]*",
    re.IGNORECASE,
)
_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,64})(?:@(\w+))?(?:\s+(.*))?$", re.DOTALL)


@dataclass(frozen=True)
class Incoming:
    """`text` is the text or the caption; `command` and `argument` are set for "/command argument".

    `source_id`: the message that holds the text, if it is one.
    `replied_to`: the message of ours that this one replies to.
    `links`: as they stand in the text, or behind its words. `pictures`: Telegram's ids of the files.
    `origin`: whose message was forwarded; `post`: where it stands for everybody to read.
    `quoted` and `quoted_id`: the text of the message that this one, or the pressed one, replies to.
    `asked_by` and `asked_in`: in a group, the person and the message that a pressed one answers.
    """

    deed: Deed
    user: User
    chat_id: int
    is_private: bool
    message_id: int | None
    text: str = ""
    command: str = ""
    argument: str = ""
    press_id: str = ""
    data: str = ""
    media: str = ""
    asked_by: int | None = None
    asked_in: int | None = None
    source_id: int | None = None
    replied_to: int | None = None
    links: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    origin: str = ""
    post: str = ""
    quoted: str = ""
    quoted_id: int | None = None


def read(payload: dict[str, Any], bot: Bot, *, is_for_bot: bool = False) -> Incoming | None:
    """What a person did, or None if the update asks for no answer.

    In groups only commands that name the bot, replies to it and mentions of it are for it; with
    `is_for_bot` everything is.
    """
    if not ANSWERED & payload.keys():
        return None
    if "callback_query" in payload:
        return _press(payload["callback_query"])
    deed: Deed = "edit" if "edited_message" in payload else "text"
    message = payload["edited_message" if deed == "edit" else "message"]
    is_post = message["chat"]["type"] == "channel"
    if is_post or "from" not in message or message["from"]["is_bot"]:
        return None
    return _message(message, bot, deed, is_for_bot=is_for_bot)


def _press(query: Part) -> Incoming | None:
    pressed = query.get("message")
    if pressed is None:
        return None
    is_private = pressed["chat"]["type"] == "private"
    asked = None if is_private else _asked(pressed)
    return Incoming(
        deed="press",
        user=User.de_json(query["from"]),
        chat_id=pressed["chat"]["id"],
        is_private=is_private,
        message_id=pressed["message_id"],
        press_id=query["id"],
        data=query.get("data") or "",
        asked_by=asked["from"]["id"] if asked else None,
        asked_in=asked["message_id"] if asked else None,
        quoted=_quoted(pressed),
        quoted_id=_quoted_id(pressed),
    )


def _asked(pressed: Part) -> Part | None:
    """What a person wrote that this message of the bot answers, if Telegram still knows it."""
    asked: Part = pressed.get("reply_to_message") or {}
    return asked if "from" in asked and not asked["from"]["is_bot"] else None


def _message(message: Part, bot: Bot, deed: Deed, *, is_for_bot: bool) -> Incoming | None:
    is_private = message["chat"]["type"] == "private"
    text = message.get("text") or message.get("caption") or ""
    command, named, argument = _command(text)
    if named and named.lower() != bot.username.lower():
        return None
    holder = message
    if not is_private and not named:
        if not is_for_bot and not _is_for(bot, Message.de_json(message, bot)):
            return None
        command, argument = "", ""
        text = _without_mention(text, bot)
        if (pointed_at := _pointed_at(message, text, bot)) is not None:
            holder, text = pointed_at, pointed_at.get("text") or pointed_at.get("caption") or ""
    media = "" if text else _media(holder)
    if not text and not media:
        return None
    return Incoming(
        deed="media" if media and deed == "text" else deed,
        user=User.de_json(message["from"]),
        chat_id=message["chat"]["id"],
        is_private=is_private,
        message_id=message["message_id"],
        text=text,
        command=command,
        argument=argument,
        media=media,
        source_id=message["message_id"],
        replied_to=_replied_to(message, bot),
        links=contents.links(holder),
        pictures=contents.pictures(holder),
        origin=contents.origin(holder),
        post=contents.post(holder),
        quoted=_quoted(message),
        quoted_id=_quoted_id(message),
    )


def _replied_to(message: Part, bot: Bot) -> int | None:
    reply: Part = message.get("reply_to_message") or {}
    is_ours = (reply.get("from") or {}).get("id") == bot.id
    return reply["message_id"] if is_ours else None


def _command(text: str) -> tuple[str, str, str]:
    """Name, the bot it is addressed to and the rest; three empty texts if it is no command."""
    match = _COMMAND.match(text)
    if match is None:
        return "", "", ""
    name, bot, argument = match.groups(default="")
    return name.lower(), bot, argument.strip()


def _is_for(bot: Bot, message: Message) -> bool:
    reply = message.reply_to_message
    if reply and reply.from_user and reply.from_user.id == bot.id:
        return True
    kinds: list[str | None] = [MessageEntity.MENTION]
    mentions = {**message.parse_entities(kinds), **message.parse_caption_entities(kinds)}
    return f"@{bot.username}".lower() in (mention.lower() for mention in mentions.values())


def _without_mention(text: str, bot: Bot) -> str:
    return re.sub(rf"@{re.escape(bot.username)}\b", "", text, flags=re.IGNORECASE).strip()


def _pointed_at(message: Part, text: str, bot: Bot) -> Part | None:
    """Somebody's message that is meant: answered by a mention of the bot and hardly a word."""
    reply: Part = message.get("reply_to_message") or {}
    is_bots = (reply.get("from") or {}).get("id") == bot.id
    has_content = reply.get("text") or reply.get("caption") or contents.pictures(reply)
    if is_bots or not has_content or contents.pictures(message):
        return None
    return reply if len(text) < MINIMUM or _POINTING.fullmatch(text) else None


def _quoted(message: Part) -> str:
    """The text replied to: with nothing but a mention or a command, it is what is meant."""
    reply = message.get("reply_to_message") or {}
    return reply.get("text") or reply.get("caption") or ""


def _quoted_id(message: Part) -> int | None:
    reply: Part = message.get("reply_to_message") or {}
    return reply.get("message_id")


_MEDIA = (
    *("photo", "sticker", "voice", "video", "video_note", "audio", "animation"),
    *("document", "location", "venue", "contact", "poll", "dice", "story"),
    *("paid_media", "checklist", "game", "invoice", "giveaway"),
)


def _media(message: Part) -> str:
    """The kind of a message without text, or "" for a note of Telegram's own ("Ada joined")."""
    return next((kind for kind in _MEDIA if message.get(kind)), "")
