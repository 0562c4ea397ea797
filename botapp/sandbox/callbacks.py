"""Presses of buttons that wait for answerCallbackQuery."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass

from botapp.sandbox.errors import bad_request
from botapp.sandbox.timing import Timing

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass(slots=True)
class Press:
    id: str
    chat_id: int
    message_id: int
    data: str
    expires_at: float
    answer: dict[str, object] | None = None


class Presses:
    """Answers are taken for 150 s; after that a press is as unknown as an invented one."""

    def __init__(self, clock: Callable[[], float], timing: Timing) -> None:
        self._clock = clock
        self._timing = timing
        self._presses: dict[str, Press] = {}
        self._numbers = itertools.count(4_000_000_000_000_000_001)

    def add(self, chat_id: int, message_id: int, data: str) -> Press:
        expires_at = self._clock() + self._timing.callback_life
        press = Press(str(next(self._numbers)), chat_id, message_id, data, expires_at)
        self._presses[press.id] = press
        return press

    def get(self, press_id: str) -> Press:
        """The press, or ApiError 400 when it is unknown or too old."""
        press = self._presses.get(press_id)
        if press is None or press.expires_at <= self._clock():
            raise bad_request(TOO_OLD)
        return press

    def answer_to(self, press_id: str) -> dict[str, object] | None:
        press = self._presses.get(press_id)
        return press.answer if press else None
