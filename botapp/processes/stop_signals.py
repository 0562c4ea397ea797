"""Signals as a queue that a loop can wait for, without races and without asyncio."""

import os
import select
import signal
from types import FrameType

STOPPING = frozenset({signal.SIGTERM, signal.SIGINT, signal.SIGHUP})


class Interrupted(BaseException):
    """Told to stop while preparing. Not an Exception, so that no retry swallows it."""


class StopSignals:
    """Two phases: until `queue()` a stop raises Interrupted; afterwards signals wait for `next()`.

    Handlers are needed in any case: the kernel drops signals that pid 1 has no handler for.
    """

    def __init__(self) -> None:
        for number in STOPPING:
            signal.signal(number, _interrupt)
        self._read, self._write = os.pipe()
        os.set_blocking(self._read, False)
        os.set_blocking(self._write, False)

    def queue(self) -> None:
        """From now on, keep signals (the end of a child too) for `next()`."""
        signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)
        for number in (*STOPPING, signal.SIGCHLD):
            signal.signal(number, _only_wake)

    def next(self, timeout: float) -> list[int]:
        """The numbers of the signals that came, waiting up to `timeout` seconds for the first."""
        ready, _, _ = select.select([self._read], [], [], timeout)
        return list(os.read(self._read, 1024)) if ready else []


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise Interrupted


def _only_wake(_number: int, _frame: FrameType | None) -> None:
    """Python writes the number to the pipe; nothing is left to do here."""
