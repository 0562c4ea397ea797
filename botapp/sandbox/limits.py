"""Telegram's pace: 1 message a second in a chat, 30 a second overall, 20 a minute in a group."""

import math
from collections import deque
from collections.abc import Callable

from botapp.sandbox.errors import too_many_requests

PER_CHAT = (1, 1.0)
PER_GROUP = (20, 60.0)
OVERALL = (30, 1.0)


class Limits:
    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._sent: dict[int | str, deque[float]] = {}

    def spend(self, chat_id: int) -> None:
        """Count one message to the chat, or raise ApiError 429 and count nothing."""
        now = self._clock()
        own = PER_GROUP if chat_id < 0 else PER_CHAT
        windows = ((chat_id, own), ("overall", OVERALL))
        for key, (most, seconds) in windows:
            sent = self._sent.setdefault(key, deque())
            while sent and sent[0] <= now - seconds:
                sent.popleft()
            if len(sent) >= most:
                raise too_many_requests(max(1, math.ceil(sent[0] + seconds - now)))
        for key, _ in windows:
            self._sent[key].append(now)
