"""A process that has imported what is heavy and forks bots: each starts with a third of the work.

Nothing of RVX is imported and no setting is read before the fork, so every bot is a process of its own
with its own environment, as if it were started by `python -m tests.kit.chaos.entry`.
"""

import gc
import importlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
HEAVY = (
    "ahocorasick",
    "aiohttp",
    "charset_normalizer",
    "django.contrib.admin.options",
    "django.contrib.auth.hashers",
    "django.core.management",
    "django.db.backends.sqlite3.base",
    "django.db.migrations.executor",
    "environ",
    "filelock",
    "markdown_it",
    "psutil",
    "psycopg",
    "pydantic",
    "razdel",
    "requests",
    "sentencex",
    "telegram",
    "yaml",
)


class Nursery:
    """`with Nursery() as nursery: nursery.start(arguments, environment=…, log=…)`."""

    def __init__(self) -> None:
        self._codes = tempfile.TemporaryDirectory(prefix="rvx-nursery-")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.kit.chaos.nursery", self._codes.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            start_new_session=True,
        )

    def __enter__(self) -> "Nursery":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()
        self._codes.cleanup()

    def start(self, arguments: tuple[str, ...], *, environment: dict[str, str], log: Path) -> "Child":
        """One bot; what it prints goes into `log`."""
        assert self._process.stdin
        assert self._process.stdout
        log.touch()
        order = {"arguments": arguments, "environment": environment, "log": str(log)}
        self._process.stdin.write(f"{json.dumps(order)}\n")
        self._process.stdin.flush()
        pid = int(self._process.stdout.readline())
        return Child(pid, Path(self._codes.name, str(pid)))


class Child:
    """What subprocess.Popen offers, for a process that somebody else is the parent of."""

    def __init__(self, pid: int, code: Path) -> None:
        self.pid = pid
        self._code = code

    def poll(self) -> int | None:
        """The exit code, negative for a signal; None while it runs."""
        with suppress(OSError, ValueError):  # not there yet, or not yet written
            return int(self._code.read_text())
        return None

    def wait(self, timeout: float) -> int:
        end = time.monotonic() + timeout
        while (code := self.poll()) is None:
            if time.monotonic() > end:
                raise subprocess.TimeoutExpired(["runbot"], timeout)
            time.sleep(0.005)
        return code

    def send_signal(self, number: int) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)


def serve(codes: Path) -> dict[str, Any]:
    """Fork for each order. Returns the order, in the child; the parent ends with its own and all of them."""

    def reap(_number: int, _frame: FrameType | None) -> None:
        with suppress(ChildProcessError):
            while (ended := os.waitpid(-1, os.WNOHANG))[0]:
                (codes / str(ended[0])).write_text(str(os.waitstatus_to_exitcode(ended[1])))

    signal.signal(signal.SIGCHLD, reap)
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            return dict(json.loads(line))
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()
    os.killpg(0, signal.SIGKILL)
    raise AssertionError("killed")


def become(order: dict[str, Any]) -> list[str]:
    """Take on the environment and the log of a bot; its arguments."""
    os.environ.clear()
    os.environ.update(order["environment"])
    log = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((nothing, 0), (log, 1), (log, 2)):
        os.dup2(source, target)
    os.close(log)
    os.close(nothing)
    return list(order["arguments"])


if __name__ == "__main__":
    for name in HEAVY:
        importlib.import_module(name)
    gc.freeze()
    given = become(serve(Path(sys.argv[1])))
    # Only now: it imports RVX, which belongs to each bot alone.
    importlib.import_module("tests.kit.chaos.entry").main(given)
