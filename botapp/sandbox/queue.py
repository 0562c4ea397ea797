"""The updates of one bot that are not confirmed yet."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from botapp.sandbox.timing import Timing

FIRST_UPDATE_ID = 100_000_001
FUTURE_TOLERATED = 10
ON_REQUEST_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True)
class Waiting:
    body: dict[str, Any]
    lane: int
    expires_at: float


class UpdateQueue:
    """Ids rise by one; kinds that the bot did not ask for are not stored; the old ones expire."""

    def __init__(self, clock: Callable[[], float], timing: Timing) -> None:
        self._clock = clock
        self._timing = timing
        self._events: OrderedDict[int, Waiting] = OrderedDict()
        self._scanned_at = float("-inf")
        self.next_id = FIRST_UPDATE_ID
        self.allowed: frozenset[str] | None = None
        self.on_put: Callable[[int], None] = lambda update_id: None

    def __len__(self) -> int:
        self._expire()
        return len(self._events)

    def ids(self) -> list[int]:
        return list(self._events)

    def waiting(self, update_id: int) -> Waiting | None:
        return self._events.get(update_id)

    def accepts(self, kind: str) -> bool:
        if self.allowed is None:
            return kind not in ON_REQUEST_ONLY
        return kind in self.allowed

    def allow(self, kinds: list[str]) -> None:
        """From now on store these kinds only; an empty list means Telegram's default."""
        self.allowed = frozenset(kinds) if kinds else None

    def put(self, kind: str, content: dict[str, Any], *, lane: int) -> int | None:
        """Store one update and return its id, or None when its kind is not wanted."""
        if not self.accepts(kind):
            return None
        return self.put_raw({kind: content}, lane=lane, kind=kind)

    def put_raw(self, body: dict[str, Any], *, lane: int = 0, kind: str = "") -> int:
        """Store a body as it is, whatever it holds; only `update_id` is set unless the body has one."""
        update_id = self.next_id
        self.next_id += 1
        life = {"callback_query": self._timing.callback_life, "inline_query": self._timing.inline_life}
        expires_at = self._clock() + life.get(kind, self._timing.update_life)
        self._events[update_id] = Waiting({"update_id": update_id, **body}, lane, expires_at)
        self.on_put(update_id)
        return update_id

    def take(self, offset: int, limit: int) -> list[dict[str, Any]]:
        """The first updates from `offset` on. Everything below a true offset is confirmed and gone.

        A negative offset keeps the last ones; one more than ten past the end counts as none.
        """
        self._expire()
        if offset < 0:
            offset = self.next_id + max(offset, -len(self._events))
        if offset <= self.next_id + FUTURE_TOLERATED:
            while self._events and next(iter(self._events)) < offset:
                self._events.popitem(last=False)
        return [event.body for event in islice(self._events.values(), limit)]

    def discard(self, update_id: int) -> None:
        self._events.pop(update_id, None)

    def clear(self) -> None:
        self._events.clear()

    def _expire(self) -> None:
        """At most once a second: a queue that is read in a burst has nothing new to expire."""
        now = self._clock()
        if now - self._scanned_at < 1.0:
            return
        self._scanned_at = now
        for update_id in [number for number, event in self._events.items() if event.expires_at <= now]:
            del self._events[update_id]
