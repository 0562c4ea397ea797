"""The bots that are compared, each as a process of its own against the same wire."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.databases import ROOT, Database
from benchmarks.wire import Wire, cpu_of


class Bot:
    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self._process = subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment)

    @property
    def cpu(self) -> float:
        """CPU seconds so far, its start included."""
        return cpu_of(self._process.pid)

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=30)


@contextmanager
def ours(wire: Wire, database: Database, **more: str) -> Iterator[Bot]:
    """`manage.py runbot` as it runs in production. `more`: more variables."""
    environment = {**database.environment, "TELEGRAM_API_BASE_URL": wire.base_url, **more}
    with _running(wire, ["manage.py", "runbot"], environment) as bot:
        yield bot


@contextmanager
def echo(wire: Wire, *, concurrent: int = 0) -> Iterator[Bot]:
    """python-telegram-bot's own polling; `concurrent` 0 is its default, one update at a time."""
    command = ["-W", "ignore", "-m", "benchmarks.echo", wire.base_url, str(concurrent)]
    with _running(wire, command, dict(os.environ)) as bot:
        yield bot


@contextmanager
def _running(wire: Wire, command: list[str], environment: dict[str, str]) -> Iterator[Bot]:
    """A bot that has polled and answered once, so that nothing of its start is measured."""
    bot = Bot(command, environment)
    try:
        wire.wait_for_poll()
        wire.exchange()
        wire.wait_for_poll()
        yield bot
    finally:
        bot.stop()
