"""Methods that change or remove a message."""

from typing import Any

from botapp.sandbox.chats import Chat, Message
from botapp.sandbox.errors import bad_request
from botapp.sandbox.methods.content import caption_content, keyboard_content, text_content
from botapp.sandbox.methods.registry import Asked, method

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
CONTENT = ("text", "entities", "link_preview_options", "caption", "caption_entities", "reply_markup")


@method("editMessageText")
def edit_message_text(asked: Asked) -> Message:
    content = text_content(asked.params)
    chat, message = _own_message(asked)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    blank = {"entities": None, "link_preview_options": None, "reply_markup": None}
    return _change(asked, chat, message, {**blank, **content, **keyboard_content(asked.params)})


@method("editMessageCaption")
def edit_message_caption(asked: Asked) -> Message:
    content = caption_content(asked.params)
    chat, message = _own_message(asked)
    if "text" in message:
        raise bad_request("there is no caption in the message to edit")
    blank = {"caption": None, "caption_entities": None, "reply_markup": None}
    return _change(asked, chat, message, {**blank, **content, **keyboard_content(asked.params)})


@method("editMessageReplyMarkup")
def edit_message_reply_markup(asked: Asked) -> Message:
    chat, message = _own_message(asked)
    return _change(asked, chat, message, {"reply_markup": None, **keyboard_content(asked.params)})


@method("deleteMessage")
def delete_message(asked: Asked) -> bool:
    chat = asked.bot.find_chat(asked.params.raw.get("chat_id"))
    message_id = _message_id(asked)
    chat.message(message_id, missing="message to delete not found")
    asked.bot.remove_message(chat, message_id)
    return True


@method("setMessageReaction")
def set_message_reaction(asked: Asked) -> bool:
    chat = asked.bot.open_chat(asked.params.raw.get("chat_id"))
    message = chat.message(_message_id(asked), missing="message to react not found")
    reactions = asked.params.structure("reaction") or []
    if not all(isinstance(reaction, dict) and "type" in reaction for reaction in reactions):
        raise bad_request("can't parse reaction: Expected an Array of ReactionType")
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    chat.reactions[message["message_id"]] = reactions
    asked.bot.feed.tell(chat.id, "reaction", message_id=message["message_id"], reactions=reactions)
    return True


def _own_message(asked: Asked) -> tuple[Chat, Message]:
    chat = asked.bot.open_chat(asked.params.raw.get("chat_id"))
    message = chat.message(_message_id(asked), missing="message to edit not found")
    if not asked.bot.is_own(message):
        raise bad_request("message can't be edited")
    return chat, message


def _message_id(asked: Asked) -> int:
    message_id = asked.params.integer("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    return message_id


def _change(asked: Asked, chat: Chat, message: Message, changes: dict[str, Any]) -> Message:
    if all(message.get(name) == changes[name] for name in CONTENT if name in changes):
        raise bad_request(NOT_MODIFIED)
    asked.bot.spend(chat)
    only_keyboard = set(changes) == {"reply_markup"}
    return asked.bot.change_message(chat, message, changes, edited=not only_keyboard)
