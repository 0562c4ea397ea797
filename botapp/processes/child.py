"""One child process: how it is started, told to end, and killed."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from botapp.processes.lifeline import tie


@dataclass(frozen=True, slots=True)
class Program:
    """What to run: `name` stands in the log, `environment` is added to ours.

    With `port`, the programs after it need it: they are started once it listens there on loopback, and
    it is stopped after them. A quiet one says errors only (stderr).
    """

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    port: int | None = None
    is_quiet: bool = False


class Child:
    """A running program in a session of its own, so that Ctrl-C reaches the supervisor alone."""

    def __init__(self, program: Program) -> None:
        self.name = program.name
        self.is_needed = program.port is not None
        self._process = subprocess.Popen(  # noqa: S603 (the command is our own)
            list(program.command),
            env={**os.environ, **program.environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL if program.is_quiet else None,
            start_new_session=True,
            preexec_fn=partial(tie, os.getpid()),  # this process has one thread, so code may run before exec
        )
        self.pid = self._process.pid

    def ended(self, code: int) -> None:
        """Note the code that the supervisor, who reaps every process itself, was given."""
        self._process.returncode = code

    def terminate(self) -> None:
        """Ask it to end; what it started itself is its own to end."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)

    def kill(self) -> None:
        """End it and all that shares its session's process group, now."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
