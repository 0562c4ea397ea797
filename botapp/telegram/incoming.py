"""One update as what a person did: wrote, edited or pressed."""

import re
from dataclasses import dataclass
from typing import Any, Literal

from telegram import Bot, MaybeInaccessibleMessage, Message, MessageEntity, Update, User

Deed = Literal["text", "media", "edit", "press"]
ANSWERED = {"message", "edited_message", "callback_query"}
_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,64})(?:@(\w+))?(?:\s+(.*))?$", re.DOTALL)


@dataclass(frozen=True)
class Incoming:
    """`text` is the text or the caption; `command` and `argument` are set for "/command argument".

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


def read(payload: dict[str, Any], bot: Bot) -> Incoming | None:
    """What a person did, or None if the update asks for no answer.

    In groups only commands that name the bot, replies to it and mentions of it are for it.
    """
    if not ANSWERED & payload.keys():
        return None
    update = Update.de_json(payload, bot)
    if update.callback_query:
        return _press(update)
    message = update.message or update.edited_message
    if message is None or message.from_user is None or message.from_user.is_bot:
        return None
    deed: Deed = "edit" if update.edited_message else "text"
    return _message(message, bot, deed)


def _press(update: Update) -> Incoming | None:
    query = update.callback_query
    if query is None or query.message is None:
        return None
    is_private = query.message.chat.type == "private"
    asked = None if is_private else _asked(query.message)
    return Incoming(
        deed="press",
        user=query.from_user,
        chat_id=query.message.chat.id,
        is_private=is_private,
        message_id=query.message.message_id,
        press_id=query.id,
        data=query.data or "",
        asked_by=asked.from_user.id if asked and asked.from_user else None,
        asked_in=asked.message_id if asked else None,
    )


def _asked(pressed: MaybeInaccessibleMessage) -> Message | None:
    """What a person wrote that this message of the bot answers, if Telegram still knows it."""
    asked = pressed.reply_to_message if isinstance(pressed, Message) else None
    return asked if asked and asked.from_user and not asked.from_user.is_bot else None


def _message(message: Message, bot: Bot, deed: Deed) -> Incoming | None:
    is_private = message.chat.type == "private"
    text = message.text or message.caption or ""
    command, named, argument = _command(text)
    if named and named.lower() != bot.username.lower():
        return None
    if not is_private and not named:
        if not _is_for(bot, message):
            return None
        command, argument = "", ""
        text = _without_mention(text, bot) or _quoted(message)
    media = "" if text else _media(message)
    if not text and not media:
        return None
    return Incoming(
        deed="media" if media and deed == "text" else deed,
        user=message.from_user,  # type: ignore[arg-type]  # read() let no message without one pass
        chat_id=message.chat.id,
        is_private=is_private,
        message_id=message.message_id,
        text=text,
        command=command,
        argument=argument,
        media=media,
    )


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


def _quoted(message: Message) -> str:
    """What was answered with nothing but a mention of the bot is meant to be explained."""
    reply = message.reply_to_message
    return (reply.text or reply.caption or "") if reply else ""


_MEDIA = (
    *("photo", "sticker", "voice", "video", "video_note", "audio", "animation"),
    *("document", "location", "venue", "contact", "poll", "dice", "story"),
)


def _media(message: Message) -> str:
    """The kind of a message without text, or "" for a note of Telegram's own ("Ada joined")."""
    return next((kind for kind in _MEDIA if getattr(message, kind, None)), "")
