"""A person in front of the bot: `chat.say("/start").text`, `chat.press("Learn")`.

What is said goes into the sandbox's Bot API, through the inbox and the engine to the real handlers,
and the reply is what stands in the chat when the bot is done.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from botapp.sandbox.journal import Call
from botapp.sandbox.people import Person
from botapp.sandbox.server import SandboxThread
from tests.kit.bot import BotThread

CAST = {
    "Ada": Person(1001, "Ada", "Lovelace", "ada", "en"),
    "Bob": Person(1002, "Bob", "Stone", "bob", "ru"),
    "Olena": Person(1003, "Олена", "Шевченко", "olena", "uk"),
    "Mallory": Person(1004, "Mallory", "", "mallory", "en"),
}


@dataclass(frozen=True)
class Reply:
    """The messages that the bot sent or changed, oldest first, and what it answered to a press."""

    messages: tuple[dict[str, Any], ...]
    toast: str
    calls: tuple[Call, ...]

    @property
    def text(self) -> str:
        """All texts, an empty line between two messages; a space is a space, also where no line breaks."""
        return "\n\n".join(_plain(message).get("text", "") for message in self.messages)

    @property
    def rows(self) -> list[list[str]]:
        """The labels of the last keyboard, row by row."""
        keyboards = [m["reply_markup"]["inline_keyboard"] for m in self.messages if m.get("reply_markup")]
        return [[button["text"] for button in row] for row in keyboards[-1]] if keyboards else []

    @property
    def buttons(self) -> list[str]:
        """The labels of the last keyboard."""
        return [label for row in self.rows for label in row]

    def count(self, method: str) -> int:
        """How often the bot called `method`."""
        return sum(call.method == method for call in self.calls)

    @property
    def refusals(self) -> list[str]:
        """What the Bot API found wrong with the bot's calls, without presses that are too old."""
        return [call.description for call in self.calls if call.status == 400]


class Chat:
    """One person of the cast (or any other) and their private chat, or a group they write in."""

    def __init__(
        self, person: Person, sandbox: SandboxThread, bot: BotThread, *, chat_id: int | None = None
    ) -> None:
        self.person = person
        self.chat_id = chat_id or person.id
        self.sandbox = sandbox
        self.bot = bot

    def say(self, text: str, *, reply_to: int | None = None, wait: bool = True) -> Reply:
        """Write a text; over 4,096 units it arrives in parts. `wait=False`: answers may still grow."""
        acts = self.sandbox.sandbox.acts
        return self.do(
            acts.say, self.person, text, chat_id=self._elsewhere, reply_to=reply_to, for_answers=wait
        )

    def press(self, label: str, *, wait: bool = True) -> Reply:
        """Press the newest button with this label."""
        for message in sorted(self.messages, key=lambda m: m["message_id"], reverse=True):
            for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    if button["text"] == label:
                        return self.press_data(button["callback_data"], message["message_id"], wait=wait)
        raise AssertionError(f"no button {label!r} in the chat")

    def press_data(self, data: str, message_id: int | None = None, *, wait: bool = True) -> Reply:
        """Press whatever data, forged perhaps, under a message (the bot's last one by default)."""
        target = message_id or self.last["message_id"]
        acts = self.sandbox.sandbox.acts
        return self.do(acts.press, self.person, target, data, chat_id=self._elsewhere, for_answers=wait)

    def do(self, act: Callable[..., Any], *args: Any, for_answers: bool = True, **kwargs: Any) -> Reply:
        """Any other act of the sandbox (`acts.sticker`, `acts.edit` …) and the reply to it."""
        world = self.sandbox.sandbox
        before = self._state()
        calls = len(world.journal)
        done = self.sandbox.call(act, *args, **kwargs)
        self.bot.deliver(self.sandbox.call(self._take))
        self.bot.wait(for_answers=for_answers)
        changed = [m for number, m in self._state().items() if before.get(number) != m and self._is_bots(m)]
        answer = world.bot.presses.answer_to(done) if isinstance(done, str) else None
        return Reply(tuple(changed), str((answer or {}).get("text", "")), tuple(list(world.journal)[calls:]))

    def wait(self) -> None:
        """Until the bot has nothing left to do."""
        self.bot.wait()

    @property
    def messages(self) -> list[dict[str, Any]]:
        """All messages of the chat, as they stand now."""
        return list(self._state().values())

    @property
    def last(self) -> dict[str, Any]:
        """The bot's last message; a space of its text is a space."""
        return _plain([message for message in self.messages if self._is_bots(message)][-1])

    @property
    def _elsewhere(self) -> int | None:
        return None if self.chat_id == self.person.id else self.chat_id

    def _take(self) -> list[dict[str, Any]]:
        """Everything that waits, confirmed at once."""
        queue = self.sandbox.sandbox.bot.queue
        updates = queue.take(0, 100)
        queue.clear()
        return updates

    def _state(self) -> dict[int, dict[str, Any]]:
        chat = self.sandbox.sandbox.bot.chats.get(self.chat_id)
        return dict(chat.messages) if chat else {}

    def _is_bots(self, message: dict[str, Any]) -> bool:
        return bool(message["from"]["id"] == self.sandbox.sandbox.bot.id)


def _plain(message: dict[str, Any]) -> dict[str, Any]:
    return {**message, "text": message["text"].replace("\u00a0", " ")} if "text" in message else message
