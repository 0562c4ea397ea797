"""People who write to the bot all the time."""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from botapp.sandbox.people import Person
from botapp.sandbox.server import SandboxThread

FIRST_PERSON = 700_001
FIRST_FIGURE = 100_003
NEWS = (
    "The exchange Ravelin said on Tuesday that {figure} customers withdrew their coins after the outage. "
    "The company wants to pay back all losses by the end of May."
)


@dataclass(frozen=True)
class Said:
    """One update. `at` is monotonic; `kind` is a command of tests.kit.chaos.features, or "news"."""

    update_id: int
    chat_id: int
    number: int
    kind: str
    at: float
    message_id: int


class Traffic:
    """`/count N` from people taken at random, N rising over all; a share `news` of them are news items."""

    def __init__(
        self, sandbox: SandboxThread, *, people: int, rate: float, seed: int, news: float = 0.0
    ) -> None:
        self._sandbox = sandbox
        self._people = [
            Person(FIRST_PERSON + number, f"Reader {number}", language_code="en") for number in range(people)
        ]
        self._rate = rate
        self._news = news
        self._random = random.Random(seed)
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self.said: list[Said] = []

    def start(self) -> "Traffic":
        self._stopping.clear()
        self._thread = threading.Thread(target=self._run, name="traffic", daemon=True)
        self._thread.start()
        return self

    def stop(self) -> list[Said]:
        """No word after this; all that was said."""
        self._stopping.set()
        if self._thread:
            self._thread.join()
        return self.said

    def push(self, count: int, *, first: Callable[[], object] | None = None) -> list[Said]:
        """So many at once, in one go of the sandbox's loop; in the same go `first` before them."""

        def speak() -> list[Said]:
            if first:
                first()
            return [self._speak() for _ in range(count)]

        with self._lock:
            return self._sandbox.call(speak)

    def write(self, kind: str, rest: str = "", *, person: int = 0) -> Said:
        """`/kind N rest` from that person, now."""
        with self._lock:
            return self._sandbox.call(self._write, self._people[person], kind, f"/{kind} {{number}} {rest}")

    def _run(self) -> None:
        began, spoken = time.monotonic(), 0
        while not self._stopping.wait(max(0.0, began + spoken / self._rate - time.monotonic())):
            self.push(1)
            spoken += 1

    def _speak(self) -> Said:
        person = self._random.choice(self._people)
        if self._random.random() < self._news:
            return self._write(person, "news", NEWS)
        return self._write(person, "count", "/count {number}")

    def _write(self, person: Person, kind: str, text: str) -> Said:
        """On the sandbox's loop, so that nobody else's update comes between."""
        world = self._sandbox.sandbox
        number = len(self.said) + 1
        update_id = world.bot.queue.next_id
        words = text.format(number=number, figure=figure(number)).strip()
        (message,) = world.acts.say(person, words)
        said = Said(update_id, person.id, number, kind, time.monotonic(), message["message_id"])
        self.said.append(said)
        return said


def figure(number: int) -> str:
    """What stands in the news item of that number and in no other."""
    return str(FIRST_FIGURE + number)
