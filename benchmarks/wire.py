"""The sandbox's Bot API in a process of its own, so that its CPU is not counted to the bot."""

import asyncio
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

import psutil

from benchmarks.apart import Apart
from botapp.sandbox.journal import Call
from botapp.sandbox.people import ADA, Person
from botapp.sandbox.server import Sandbox

TOKEN = "7000000001:speed-of-one-update-on-this-machine"
PATIENCE = 60.0
ANSWER = "sendMessage"


class Wire(Apart):
    """`with Wire() as wire:`; times are monotonic seconds, the same clock in every process."""

    def __init__(self) -> None:
        super().__init__(_serve)

    def wait_for_poll(self) -> None:
        """Return when a bot waits in a long poll."""
        self._ask("wait_for_poll")

    def flood(self, count: int, *, people: int) -> tuple[float, float]:
        """Put `count` /start of `people` people into the queue; when that was, and the last answer."""
        return self._ask("flood", count, people)

    def exchange(self) -> float:
        """One /start of Ada and the seconds until its answer came, whatever others are told meanwhile."""
        return self._ask("exchange")

    def say(self, text: str, *, person: int) -> float:
        """The text of one of many people; when it was put into the queue."""
        return self._ask("say", text, person)

    def press(self, prefix: str, *, person: int) -> float:
        """A button whose data begins with this, under the bot's last message to the person; when."""
        return self._ask("press", prefix, person)

    def seen(self, *, person: int) -> list[tuple[float, str, bool]]:
        """What was sent or edited in a person's chat: when, the text, whether it is a whole card."""
        return self._ask("seen", person)

    @property
    def cpu(self) -> float:
        """CPU seconds of the sandbox so far."""
        return cpu_of(self._process.pid)

    def _ask(self, order: str, *arguments: Any) -> Any:
        self._pipe.send((order, arguments))
        if not self._pipe.poll(PATIENCE):
            raise TimeoutError(f"{order}: no bot answered within {PATIENCE:.0f} s")
        return self._pipe.recv()


def cpu_of(pid: int | None) -> float:
    """User and system seconds of one process."""
    times = psutil.Process(pid).cpu_times()
    return times.user + times.system


class _Hands:
    """What the orders do, on the sandbox's loop."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    async def wait_for_poll(self) -> None:
        await _until(lambda: self._sandbox.bot.polls.is_waiting, look=0.02)

    async def flood(self, count: int, people: int) -> tuple[float, float]:
        self._sandbox.journal.clear()
        self._sandbox.acts.flood(count, people=people)
        start = time.monotonic()
        # Looks seldom, for the sake of the CPU that is measured meanwhile.
        await _until(lambda: len(self._answers()) >= count, look=0.05)
        return start, max(call.ended_at for call in self._answers())

    async def exchange(self) -> float:
        self._sandbox.journal.clear()
        self._sandbox.acts.say(ADA, "/start")
        start = time.monotonic()
        await _until(lambda: self._answers(ADA), look=0.0005)
        return self._answers(ADA)[0].ended_at - start

    async def say(self, text: str, person: int) -> float:
        self._sandbox.acts.say(_somebody(person), text)
        return time.monotonic()

    async def press(self, prefix: str, person: int) -> float:
        who = _somebody(person)
        message = list(self._sandbox.bot.chats[who.id].messages.values())[-1]
        rows = message["reply_markup"]["inline_keyboard"]
        data = next(b["callback_data"] for row in rows for b in row if b["callback_data"].startswith(prefix))
        self._sandbox.acts.press(who, message["message_id"], data)
        return time.monotonic()

    async def seen(self, person: int) -> list[tuple[float, str, bool]]:
        chat_id = _somebody(person).id
        return [
            (
                call.ended_at,
                str(call.params.get("text", "")),
                "judge:" in str(call.params.get("reply_markup")),
            )
            for call in self._sandbox.journal
            if call.status == 200 and int(call.params.get("chat_id") or 0) == chat_id and call.message_id
        ]

    def _answers(self, to: Person | None = None) -> list[Call]:
        answers = [call for call in self._sandbox.journal.calls(ANSWER) if call.status]
        return [call for call in answers if to is None or int(call.params.get("chat_id") or 0) == to.id]


def _somebody(number: int) -> Person:
    return Person(600_000 + number, f"Guest {number}", language_code="en")


async def _until(condition: Callable[[], object], *, look: float) -> None:
    while not condition():  # noqa: ASYNC110 (the sandbox tells nobody)
        await asyncio.sleep(look)


def _serve(pipe: Connection) -> None:
    asyncio.run(_follow(pipe))


async def _follow(pipe: Connection) -> None:
    sandbox = Sandbox(token=TOKEN)
    await sandbox.start()
    hands = _Hands(sandbox)
    pipe.send(sandbox.base_url)
    while True:
        order, arguments = await asyncio.to_thread(pipe.recv)
        pipe.send(await getattr(hands, order)(*arguments))
