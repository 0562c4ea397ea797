"""Leaving a service alone that fails, and noticing when it is back.

closed ── FAILURES in a row, or Retry-After ──▶ open ── the pause is over ──▶ one probe ──▶ closed
                                                  ▲                              │
                                                  └── fails: a longer pause ─────┘
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

logger = logging.getLogger(__name__)

FAILURES = 5  # in a row, after which the service is left alone
PAUSE = 5.0  # seconds, the first time; doubled by each probe that fails
LONGEST_PAUSE = 300.0
LONGEST_WISH = 86_400.0  # seconds of a Retry-After that are obeyed


@dataclass(frozen=True)
class Permit:
    """The right to make one call. One that is older than the last change says nothing about now."""

    era: int


class Breaker:
    """One service's. Belongs to one event loop; each permit is given back by exactly one of the verdicts."""

    def __init__(self, name: str, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._name = name
        self._clock = clock
        self._era = 0
        self._failed = 0  # calls in a row
        self._opened = 0  # times in a row
        self._until: float | None = None  # None: closed
        self._is_probing = False

    @property
    def wait(self) -> float:
        """Seconds until a call may be made, 0 if one may be made now."""
        if self._until is None:
            return 0.0
        left = max(0.0, self._until - self._clock())
        return max(left, PAUSE) if self._is_probing else left

    @property
    def is_closed(self) -> bool:
        return self._until is None

    def enter(self) -> Permit | None:
        """The right to call the service now; None while it is left alone or probed by another call."""
        if self._until is not None:
            if self._is_probing or self._clock() < self._until:
                return None
            self._is_probing = True
        return Permit(self._era)

    def succeeded(self, permit: Permit) -> None:
        """The service answered, be it with something of no use."""
        if permit.era != self._era:
            return
        self._failed = self._opened = 0
        if self._until is not None:
            logger.info("AI provider %s answers again", self._name)
            self._change(until=None)

    def failed(self, permit: Permit, *, retry_after: float | None = None) -> None:
        """The service did not answer; `retry_after` is its own wish, in seconds."""
        if permit.era != self._era:
            return
        self._failed += 1
        if self._until is None and self._failed < FAILURES and not retry_after:
            return
        pause = min(PAUSE * 2.0**self._opened, LONGEST_PAUSE)
        if retry_after:
            pause = min(max(retry_after, pause if self._is_probing else 0.0), LONGEST_WISH)
        self._opened = min(self._opened + 1, 32)
        logger.warning("AI provider %s is left alone for %.0f s", self._name, pause)
        self._change(until=self._clock() + pause)

    def left(self, permit: Permit) -> None:
        """The call ended before the service could show anything: somebody pressed Stop."""
        if permit.era == self._era:
            self._is_probing = False

    def _change(self, *, until: float | None) -> None:
        self._era += 1
        self._until, self._is_probing = until, False
