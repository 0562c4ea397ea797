"""Several programs as one: they start together and end together. Works as pid 1."""

import logging
import os
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import suppress

import psutil

from botapp.processes.child import Child, Program
from botapp.processes.lifeline import adopt_orphans
from botapp.processes.ports import is_listening
from botapp.processes.stop_signals import STOPPING, StopSignals

logger = logging.getLogger(__name__)

# Some runners send a stop to the process and to its group: one stop in two signals.
_SAME_STOP_SECONDS = 0.2
# How long a program that others need may take to open its port.
_LISTEN_SECONDS = 15.0
# After a stop: it ended by itself, or the signal came before it had a handler.
_CLEAN = (0, -signal.SIGTERM)


class Supervisor:
    """Runs `programs` until a stop signal or until one of them ends, and then ends the others.

    After `grace` seconds, or at a second stop signal, what is left is killed. `say_stop` is called once
    when the end begins.
    """

    def __init__(
        self,
        programs: Sequence[Program],
        *,
        signals: StopSignals,
        grace: float,
        say_stop: Callable[[], None] | None = None,
    ) -> None:
        self._programs = programs
        self._signals = signals
        self._grace = grace
        self._say_stop = say_stop
        self._children: dict[int, Child] = {}
        self._stopped_at: float | None = None
        self._code = 0

    def run(self, *, then: Callable[[], None] | None = None) -> int:
        """0 after a clean stop; else the code of the program that ended first, or 1 (killed, crashed).

        `then` is called once all are started; only from there on may this process have more threads.
        """
        adopt_orphans()
        self._signals.queue()
        try:
            for program in self._programs:
                self._start(program)
            if then and not self._stopping():
                then()
            while self._children:
                self._receive(self._signals.next(self._patience()))
                self._reap()
        finally:
            self._leave_nobody()
        logger.info("Stopped.")
        return self._code

    def _stopping(self) -> bool:
        return self._stopped_at is not None

    def _start(self, program: Program) -> None:
        if self._stopping():
            return
        child = Child(program)
        self._children[child.pid] = child
        logger.info("Started the %s (PID: %s).", child.name, child.pid)
        deadline = time.monotonic() + _LISTEN_SECONDS
        while program.port and not is_listening(program.port) and time.monotonic() < deadline:
            self._receive(self._signals.next(0.05))
            self._reap()
            if self._stopping():
                return

    def _patience(self) -> float:
        """How long to wait for a signal: a child's end is one, so this is for the deadline only."""
        if self._stopped_at is None:
            return 60.0
        return max(0.0, self._stopped_at + self._grace - time.monotonic())

    def _receive(self, numbers: list[int]) -> None:
        for number in numbers:
            if number in STOPPING:
                self._on_stop(signal.Signals(number))
        if self._stopping() and self._patience() == 0.0:
            self._kill(f"still running {self._grace:.1f} s after the stop")

    def _on_stop(self, number: signal.Signals) -> None:
        if self._stopped_at is None:
            logger.info("%s received: stopping.", number.name)
            self._stop()
        elif time.monotonic() - self._stopped_at > _SAME_STOP_SECONDS:
            self._kill(f"second {number.name}")

    def _stop(self) -> None:
        self._stopped_at = time.monotonic()
        if self._say_stop:
            self._say_stop()
        self._terminate()

    def _terminate(self) -> None:
        """Those first that nobody needs; what they need when they have ended."""
        children = list(self._children.values())
        for child in [child for child in children if not child.is_needed] or children:
            child.terminate()

    def _kill(self, why: str) -> None:
        names = ", ".join(child.name for child in self._children.values())
        logger.warning("Killing the %s: %s.", names, why)
        self._code = self._code or 1
        for child in self._children.values():
            child.kill()
        self._stopped_at, self._grace = time.monotonic(), 60.0

    def _reap(self) -> None:
        """Bury every process that ended: ours, and orphans that pid 1 is given."""
        with suppress(ChildProcessError):
            while (found := os.waitpid(-1, os.WNOHANG))[0]:
                pid, status = found
                if child := self._children.pop(pid, None):
                    child.ended(os.waitstatus_to_exitcode(status))
                    self._on_end(child, os.waitstatus_to_exitcode(status))

    def _on_end(self, child: Child, code: int) -> None:
        child.kill()  # its own children, if it left any
        if self._stopping():
            logger.info("The %s ended with code %s.", child.name, code)
            if code not in _CLEAN:
                self._code = self._code or 1
            if all(other.is_needed for other in self._children.values()):
                self._terminate()
            return
        logger.error("The %s (PID: %s) ended with code %s: stopping everything.", child.name, child.pid, code)
        self._code = code if 0 < code < 126 else 1
        self._stop()

    def _leave_nobody(self) -> None:
        for child in self._children.values():
            child.kill()
            child.ended(-signal.SIGKILL)
        for process in psutil.Process().children(recursive=True):
            with suppress(psutil.NoSuchProcess):
                process.kill()
        with suppress(ChildProcessError):
            while os.waitpid(-1, 0)[0]:
                pass
