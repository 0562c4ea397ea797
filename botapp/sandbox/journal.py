"""Every call that a bot made, in order, for tests and for `GET /sandbox/journal`."""

import itertools
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

KEPT = 200_000


@dataclass(slots=True)
class Call:
    """One call: times are monotonic seconds; `status` is 0 until it is answered, -1 if it was cut off.

    `message_id` is the message that it made or changed, 0 if none.
    """

    number: int
    bot_id: int
    method: str
    params: dict[str, Any]
    at: float
    connection: str
    status: int = 0
    ended_at: float = 0.0
    description: str = ""
    message_id: int = 0

    def as_dict(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


class Journal:
    """The last 200,000 calls; the bot's token is in none of them."""

    def __init__(self) -> None:
        self._calls: deque[Call] = deque(maxlen=KEPT)
        self._numbers = itertools.count(1)

    def open(self, bot_id: int, method: str, params: dict[str, Any], *, at: float, connection: str) -> Call:
        call = Call(next(self._numbers), bot_id, method, params, at, connection)
        self._calls.append(call)
        return call

    def calls(self, method: str = "", *, after: int = 0) -> list[Call]:
        """Calls with a number above `after`, of one method or of all (an empty name)."""
        return [call for call in self._calls if call.number > after and method in ("", call.method)]

    def clear(self) -> None:
        self._calls.clear()

    def __iter__(self) -> Iterator[Call]:
        return iter(list(self._calls))

    def __len__(self) -> int:
        return len(self._calls)
