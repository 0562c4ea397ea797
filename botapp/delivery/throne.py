"""Where the election's thread and the event loop meet."""

import asyncio
import logging
import os
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from botapp.delivery.leadership import TTL_WITHOUT_LOCK, Leadership
from botapp.delivery.lease import LeaseState, Taken

logger = logging.getLogger(__name__)
WHY = {
    "first": "nobody led",
    "released": "it gave the lead back",
    "died": "its lock was free, so its process is gone or stands still",
    "expired": "its lease ended without a renewal",
}


class Throne:
    """The election's Listener: made on the loop, called on the election's thread."""

    def __init__(self, *, ttl: float) -> None:
        self._ttl = ttl
        self._loop = asyncio.get_running_loop()
        self._seated: Leadership | None = None
        self._announced: tuple[int, object] | None = None
        self.on_woken: Callable[[], None] = lambda: None
        self.leads: asyncio.Queue[Leadership] = asyncio.Queue()
        self.led_by: asyncio.Future[LeaseState] = self._loop.create_future()
        self.broken: asyncio.Future[str] = self._loop.create_future()

    def led(self, taken: Taken, deadline: float) -> None:
        self._seated = Leadership(taken.epoch, taken.reason, taken.before, deadline)
        self._announced = None
        logger.info(
            "Bot lock acquired (PID: %s), epoch %s on %s", os.getpid(), taken.epoch, socket.gethostname()
        )
        if taken.before.pid is not None:
            self._say_takeover(taken)
        self._tell(self.leads.put_nowait, self._seated)

    def renewed(self, deadline: float) -> None:
        if self._seated:
            self._seated.deadline = deadline

    def lost(self, why: str) -> None:
        logger.warning("Bot lock lost (PID: %s): %s", os.getpid(), why)
        if self._seated:
            self._tell(self._seated.end, why)
        self._seated = None

    def waits(self, state: LeaseState) -> None:
        """One line for each leader that it waits behind."""
        if self._announced == (state.epoch, state.holder):
            return
        self._announced = (state.epoch, state.holder)
        logger.info("Waiting: led by %s, pid %s, since %s", state.host, state.pid, _time(state))
        self._tell(self._set_led_by, state)

    def woken(self) -> None:
        if self._seated:
            self._tell(self.on_woken)

    def broke(self, why: str) -> None:
        self._tell(self._set_broken, why)

    def _say_takeover(self, taken: Taken) -> None:
        """Who led, why that ended, and for how long nobody did."""
        before = taken.before
        logger.info(
            "Took over from %s, pid %s (epoch %s, since %s): %s. Its last sign of life: %.2f s ago.",
            before.host, before.pid, before.epoch, _time(before), WHY[taken.reason], self._silence(taken),
        )  # fmt: skip

    def _silence(self, taken: Taken) -> float:
        """Seconds since the one before renewed its lease or gave it back."""
        left = taken.before.seconds_left
        if taken.reason == "released":
            return max(0.0, -left)
        length = self._ttl if taken.before.lock else min(self._ttl, TTL_WITHOUT_LOCK)
        return max(0.0, length - left)

    def _set_broken(self, why: str) -> None:
        if not self.broken.done():
            self.broken.set_result(why)

    def _set_led_by(self, state: LeaseState) -> None:
        if not self.led_by.done():
            self.led_by.set_result(state)

    def _tell(self, fn: Any, *args: Any) -> None:
        with suppress(RuntimeError):  # the loop is closed already
            self._loop.call_soon_threadsafe(fn, *args)


def _time(state: LeaseState) -> str:
    return state.since.strftime("%Y-%m-%d %H:%M:%S UTC") if state.since else "unknown"
