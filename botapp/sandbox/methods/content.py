"""What a message is made of: text or caption, keyboard, reply."""

from typing import Any

from botapp.sandbox import utf16
from botapp.sandbox.bots import Bot
from botapp.sandbox.chats import Chat
from botapp.sandbox.entities import formatted
from botapp.sandbox.errors import bad_request
from botapp.sandbox.keyboards import checked_markup
from botapp.sandbox.parameters import Params

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


def text_content(params: Params) -> dict[str, Any]:
    """`text` and `entities`; ApiError 400 for an empty or too long text and for bad markup."""
    source = params.text("text")
    if not source:
        raise bad_request("message text is empty")
    entities = params.structure("entities")
    text, marks = formatted(source, parse_mode=params.text("parse_mode"), entities=entities)
    if not text:
        raise bad_request("message text is empty" if not source.strip() else "text must be non-empty")
    if utf16.length(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    content: dict[str, Any] = {"text": text}
    if marks:
        content["entities"] = marks
    preview = params.structure("link_preview_options")
    if preview:
        content["link_preview_options"] = preview
    return content


def caption_content(params: Params) -> dict[str, Any]:
    source = params.text("caption")
    if not source:
        return {}
    entities = params.structure("caption_entities")
    caption, marks = formatted(source, parse_mode=params.text("parse_mode"), entities=entities)
    if utf16.length(caption) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return {"caption": caption, "caption_entities": marks} if marks else {"caption": caption}


def keyboard_content(params: Params) -> dict[str, Any]:
    """The keyboard that stays with the message; a reply keyboard shows in the chat only."""
    markup = checked_markup(params.structure("reply_markup"))
    return {"reply_markup": markup} if markup and "inline_keyboard" in markup else {}


def reply_content(params: Params, chat: Chat) -> dict[str, Any]:
    reply = params.structure("reply_parameters") or {}
    message_id = reply.get("message_id") or params.integer("reply_to_message_id")
    if not message_id:
        return {}
    found = chat.messages.get(int(message_id))
    if found:
        return {"reply_to_message": {k: v for k, v in found.items() if k != "reply_to_message"}}
    if reply.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")


def send(bot: Bot, params: Params, content: dict[str, Any]) -> dict[str, Any]:
    """Put a message of the bot into the chat that the parameters name; 403 and 429 as Telegram gives them."""
    chat = bot.open_chat(params.raw.get("chat_id"))
    fields = {**reply_content(params, chat), **content, **keyboard_content(params)}
    bot.spend(chat)
    chat.draft = None
    message = bot.add_message(chat, bot.user, fields)
    _take_reply_keyboard(bot, chat, params.structure("reply_markup"))
    return message


def _take_reply_keyboard(bot: Bot, chat: Chat, markup: Any) -> None:
    """A keyboard in place of the person's own stays until another comes or it is removed."""
    if not isinstance(markup, dict) or not ("keyboard" in markup or "remove_keyboard" in markup):
        return
    chat.keyboard = markup if markup.get("keyboard") else None
    bot.feed.tell(chat.id, "keyboard", keyboard=chat.keyboard)
