"""One bot: its token, its queue, its chats."""

import itertools
import time
from collections.abc import Callable
from typing import Any

from botapp.sandbox.callbacks import Presses
from botapp.sandbox.chats import Chat, Message
from botapp.sandbox.errors import ApiError, bad_request
from botapp.sandbox.feed import Feed
from botapp.sandbox.files import Files
from botapp.sandbox.limits import Limits
from botapp.sandbox.polling import Polls
from botapp.sandbox.profile import Profile
from botapp.sandbox.queue import UpdateQueue
from botapp.sandbox.timing import Timing
from botapp.sandbox.webhook import Webhook

QUIET_AFTER = 5.0


class Bot:
    """Everything that Telegram's server knows under one token."""

    def __init__(
        self,
        token: str,
        *,
        username: str,
        name: str,
        clock: Callable[[], float],
        timing: Timing,
        rate_limits: bool,
    ) -> None:
        self.id = int(token.partition(":")[0])
        self.token = token
        self.username = username
        self.name = name
        self.user = {"id": self.id, "is_bot": True, "first_name": name, "username": username}
        self.queue = UpdateQueue(clock, timing)
        self.polls = Polls(self.queue, clock, timing)
        self.webhook = Webhook(self.queue, timing)
        self.profile = Profile()
        self.presses = Presses(clock, timing)
        self.limits = Limits(clock) if rate_limits else None
        self.files = Files()
        self.feed = Feed()
        self.chats: dict[int, Chat] = {}
        self._message_ids = itertools.count(1)
        self.queue.on_put = self._announce

    def number_from(self, first: int) -> None:
        """Number updates and messages from `first` on; they must rise over restarts, as Telegram's do."""
        self.queue.next_id = first
        self._message_ids = itertools.count(first)

    def _announce(self, update_id: int) -> None:
        if self.webhook.url:
            self.webhook.push(update_id)
        else:
            self.polls.wake()

    @property
    def is_answering(self) -> bool:
        """A webhook is set, a poll waits, or the last one is less than five seconds old."""
        return (
            bool(self.webhook.url) or self.polls.is_waiting or self.polls.seconds_since_asked() < QUIET_AFTER
        )

    def find_chat(self, reference: object) -> Chat:
        """The chat of an id or an @username; ApiError 400 when there is none."""
        if reference in (None, ""):
            raise bad_request("chat_id is empty")
        text = str(reference)
        if text.startswith("@"):
            named = (chat for chat in self.chats.values() if chat.info.get("username") == text[1:])
            found = next((chat for chat in named if chat.id < 0), None)
        else:
            found = self.chats.get(int(text)) if text.lstrip("-").isdigit() else None
        if found is None:
            raise bad_request("chat not found")
        return found

    def open_chat(self, reference: object) -> Chat:
        """The chat to write into: 403 when the person blocked the bot, 429 when the pace is too high."""
        chat = self.find_chat(reference)
        if chat.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        return chat

    def spend(self, chat: Chat) -> None:
        if self.limits:
            self.limits.spend(chat.id)

    def add_message(self, chat: Chat, sender: dict[str, Any], content: dict[str, Any]) -> Message:
        message: Message = {
            "message_id": next(self._message_ids),
            "from": sender,
            "chat": chat.info,
            "date": int(time.time()),
            **content,
        }
        if chat.kind == "channel":
            del message["from"]
            message["sender_chat"] = chat.info
        self._keep(chat, message, "message")
        return message

    def change_message(
        self, chat: Chat, message: Message, changes: dict[str, Any], *, edited: bool
    ) -> Message:
        """Store a new state of the message; a change to None removes the field."""
        changed = {**message, **changes}
        if edited:
            changed["edit_date"] = int(time.time())
        changed = {name: value for name, value in changed.items() if value is not None}
        self._keep(chat, changed, "edited")
        return changed

    def remove_message(self, chat: Chat, message_id: int) -> None:
        del chat.messages[message_id]
        self.feed.tell(chat.id, "deleted", message_id=message_id)

    def is_own(self, message: Message) -> bool:
        sender = message.get("from")
        return sender is None or sender["id"] == self.id

    def _keep(self, chat: Chat, message: Message, kind: str) -> None:
        chat.messages[message["message_id"]] = message
        self.feed.tell(chat.id, kind, message=message)
