"""One leadership as the event loop sees it."""

import asyncio
import time
from dataclasses import dataclass, field

from botapp.delivery.lease import LeaseState

# Nothing but the lease tells that a leader without a lock is gone, so it is a shorter one.
TTL_WITHOUT_LOCK = 1.5


@dataclass
class Leadership:
    """`deadline` is on the monotonic clock: the time before the last renewal, plus the lease's length.

    Past it this process neither polls nor claims, whatever the database would say.
    """

    epoch: int
    reason: str
    before: LeaseState
    deadline: float
    began: float = field(default_factory=time.monotonic)
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    why_ended: str = ""
    is_announced: bool = False

    @property
    def is_valid(self) -> bool:
        return not self.ended.is_set() and time.monotonic() < self.deadline

    def end(self, why: str) -> None:
        """On the event loop only. The first reason stands."""
        if not self.ended.is_set():
            self.why_ended = why
            self.ended.set()
