"""getUpdates as Telegram's server plays it: who waits, who is woken, who gets the 409."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from botapp.sandbox.errors import ApiError
from botapp.sandbox.queue import UpdateQueue
from botapp.sandbox.timing import Timing

OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
BY_WEBHOOK = "terminated by setWebhook request"
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
Answer = asyncio.Future[list[dict[str, Any]]]


def conflict(reason: str) -> ApiError:
    return ApiError(409, f"Conflict: {reason}")


@dataclass(slots=True)
class LongPoll:
    answer: Answer
    offset: int
    limit: int
    deadline: float
    connected: Callable[[], bool]
    timer: asyncio.TimerHandle
    woken: bool = False


class Polls:
    """At most one long poll waits; pending updates go at once to whoever asks."""

    def __init__(self, queue: UpdateQueue, clock: Callable[[], float], timing: Timing) -> None:
        self._queue = queue
        self._clock = clock
        self._timing = timing
        self._waiting: LongPoll | None = None
        self._held: dict[Answer, asyncio.TimerHandle] = {}
        self._next_conflict_at = float("-inf")
        self._last_offset: int | None = None
        self._last_asked_at = float("-inf")

    @property
    def longest(self) -> float:
        return self._timing.longest_poll

    @property
    def is_waiting(self) -> bool:
        """True while a long poll waits on a connection that is still there."""
        return self._waiting is not None and self._waiting.connected()

    def seconds_since_asked(self) -> float:
        return self._clock() - self._last_asked_at

    def ask(self, *, offset: int, limit: int, timeout: float, connected: Callable[[], bool]) -> Answer:
        """The updates, in a future that is done at once unless the request has to wait."""
        limit, timeout = self._restrained(offset, limit, timeout)
        answer: Answer = asyncio.get_running_loop().create_future()
        updates = self._queue.take(offset, limit)
        if updates or timeout <= 0:
            answer.set_result(updates)
            return answer
        self.abort(OTHER_POLLER)
        self._wait(answer, offset, limit, timeout, connected)
        return answer

    def wake(self) -> None:
        """An update came: answer the waiting poll a moment later, so that it takes the neighbours along."""
        poll = self._waiting
        if poll is None:
            return
        loop = asyncio.get_running_loop()
        now = loop.time()
        if not poll.woken:
            poll.woken = True
            poll.deadline = min(poll.deadline, now + self._timing.wake_at_most)
        poll.timer.cancel()
        poll.timer = loop.call_at(min(now + self._timing.wake_after, poll.deadline), self._finish)

    def abort(self, reason: str) -> None:
        """End the waiting poll with 409; a second one within the hold time is answered that much later."""
        poll, self._waiting = self._waiting, None
        if poll is None:
            return
        poll.timer.cancel()
        now = self._clock()
        if now >= self._next_conflict_at:
            self._next_conflict_at = now + self._timing.conflict_hold
            self._refuse(poll.answer, reason)
        else:
            loop = asyncio.get_running_loop()
            self._held[poll.answer] = loop.call_later(
                self._timing.conflict_hold, self._refuse, poll.answer, reason
            )

    def close(self) -> None:
        """Give everybody who waits an empty answer, so that the server can stop."""
        if self._waiting:
            self._waiting.timer.cancel()
            self._held[self._waiting.answer] = self._waiting.timer
            self._waiting = None
        for answer, timer in self._held.items():
            timer.cancel()
            if not answer.done():
                answer.set_result([])
        self._held.clear()

    def _restrained(self, offset: int, limit: int, timeout: float) -> tuple[int, float]:
        """The same offset again soon after: one update at most, and no poll without a wait."""
        now = self._clock()
        if offset == self._last_offset:
            since = now - self._last_asked_at
            if since < self._timing.same_offset_wait:
                timeout = max(timeout, self._timing.same_offset_wait)
            if since < self._timing.same_offset_one:
                limit = 1
        self._last_offset, self._last_asked_at = offset, now
        return limit, min(timeout, self._timing.longest_poll)

    def _wait(
        self, answer: Answer, offset: int, limit: int, timeout: float, connected: Callable[[], bool]
    ) -> None:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout
        timer = loop.call_at(deadline, self._finish)
        self._waiting = LongPoll(answer, offset, limit, deadline, connected, timer)
        answer.add_done_callback(self._forget_if_gone)

    def _forget_if_gone(self, answer: Answer) -> None:
        """Its client went: nobody is there to be answered, or to be ended with 409 by the next one."""
        if not answer.cancelled():
            return
        if self._waiting is not None and self._waiting.answer is answer:
            self._waiting.timer.cancel()
            self._waiting = None
        if answer in self._held:
            self._held.pop(answer).cancel()

    def _finish(self) -> None:
        poll, self._waiting = self._waiting, None
        if poll is not None and not poll.answer.done():
            poll.answer.set_result(self._queue.take(poll.offset, poll.limit))

    def _refuse(self, answer: Answer, reason: str) -> None:
        self._held.pop(answer, None)
        if not answer.done():
            answer.set_exception(conflict(reason))
