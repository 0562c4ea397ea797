"""Methods that make a message or show that one is on its way."""

from typing import Any

from botapp.sandbox.errors import bad_request
from botapp.sandbox.files import StoredFile
from botapp.sandbox.methods.content import caption_content, send, text_content
from botapp.sandbox.methods.registry import Asked, method

ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)


@method("sendMessage")
def send_message(asked: Asked) -> dict[str, Any]:
    return send(asked.bot, asked.params, text_content(asked.params))


@method("sendMessageDraft")
def send_message_draft(asked: Asked) -> bool:
    """A text that grows in the chat before the message itself is sent; nothing of it is kept."""
    chat = asked.bot.open_chat(asked.params.raw.get("chat_id"))
    draft_id = asked.params.integer("draft_id")
    if not draft_id:
        raise bad_request("draft_id must be non-zero")
    if chat.kind != "private":
        raise bad_request("message drafts can be sent only to private chats")
    chat.draft = {"draft_id": draft_id, **text_content(asked.params)}
    asked.bot.feed.tell(chat.id, "draft", draft=chat.draft)
    return True


@method("sendPhoto")
def send_photo(asked: Asked) -> dict[str, Any]:
    stored = _file(asked, "photo", name="photo.png")
    return send(asked.bot, asked.params, {"photo": stored.as_photo(), **caption_content(asked.params)})


@method("sendDocument")
def send_document(asked: Asked) -> dict[str, Any]:
    stored = _file(asked, "document", name="document.bin")
    return send(asked.bot, asked.params, {"document": stored.as_document(), **caption_content(asked.params)})


@method("sendChatAction")
def send_chat_action(asked: Asked) -> bool:
    chat = asked.bot.open_chat(asked.params.raw.get("chat_id"))
    action = asked.params.text("action")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    asked.bot.feed.tell(chat.id, "action", action=action)
    return True


def _file(asked: Asked, field: str, *, name: str) -> StoredFile:
    """The file of a field: uploaded now, or known by its id. Addresses are not fetched."""
    upload = asked.params.upload(field)
    if upload:
        return asked.bot.files.keep(upload.content, name=upload.name or name, mime_type=upload.mime_type)
    reference = asked.params.text(field)
    if not reference:
        raise bad_request(f"there is no {field} in the request")
    if "://" in reference:
        raise bad_request("failed to get HTTP URL content")
    return asked.bot.files.get(reference)
