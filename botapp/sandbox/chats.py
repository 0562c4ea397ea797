"""Chats and the messages in them, kept in the Bot API's own form."""

from dataclasses import dataclass, field
from typing import Any

from botapp.sandbox.errors import bad_request
from botapp.sandbox.people import Person

Message = dict[str, Any]


@dataclass(slots=True)
class Chat:
    """A private chat (its id is the person's), a group or a channel (negative ids).

    A stored message is never changed in place: an update in the queue keeps the state it was made from.
    `keyboard` is the reply keyboard in force, `reactions` are the bot's by message id.
    """

    id: int
    info: dict[str, Any]
    messages: dict[int, Message] = field(default_factory=dict)
    members: dict[int, str] = field(default_factory=dict)
    blocked: bool = False
    draft: dict[str, Any] | None = None
    keyboard: dict[str, Any] | None = None
    reactions: dict[int, list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        return str(self.info["type"])

    def message(self, message_id: int, *, missing: str) -> Message:
        found = self.messages.get(message_id)
        if found is None:
            raise bad_request(missing)
        return found


def private_chat(person: Person) -> Chat:
    info: dict[str, Any] = {"id": person.id, "first_name": person.first_name}
    if person.last_name:
        info["last_name"] = person.last_name
    if person.username:
        info["username"] = person.username
    return Chat(person.id, {**info, "type": "private"})


def shared_chat(chat_id: int, title: str, *, kind: str, username: str = "") -> Chat:
    """A group or a channel; `kind` is group, supergroup or channel."""
    info = {"id": chat_id, "title": title, "type": kind}
    if username:
        info["username"] = username
    return Chat(chat_id, info)
