"""Trying for the lock while leading without it."""

import threading
import time

from botapp.delivery.lock import Lock

AFTER_A_REFUSAL = 1.0
AFTER_A_HANG = 10.0
_HANGS_FROM = 0.5


class LockSeeker:
    """Tries on a thread of its own: a server that drops packets keeps an attempt for seconds.

    Renewals of the lease must not wait for that. What an attempt brings after `close` is given back.
    """

    def __init__(self, lock: Lock) -> None:
        self._lock = lock
        self._thread: threading.Thread | None = None
        self._again_at = float("-inf")
        self._is_closed = False

    @property
    def is_at_it(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def seek(self) -> None:
        """Begin an attempt, unless one is under way or the last one was a moment ago. Does not wait."""
        if self.is_at_it or self._is_closed or time.monotonic() < self._again_at:
            return
        self._thread = threading.Thread(target=self._attempt, name="lock", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """No attempt after this."""
        self._is_closed = True

    def _attempt(self) -> None:
        began = time.monotonic()
        self._lock.attempt()
        now = time.monotonic()
        self._again_at = now + (AFTER_A_HANG if now - began > _HANGS_FROM else AFTER_A_REFUSAL)
        if self._is_closed:
            self._lock.release()
