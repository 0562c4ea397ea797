"""Real `runbot` processes of one bot, and what befalls them."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import psutil
from django.db import connection

from botapp.models import Lease
from botapp.models.lease import DatabaseClock
from tests.kit.chaos.nursery import Child, Nursery

ROOT = Path(__file__).resolve().parents[3]
LOOK = 0.01
# Lines of the log that tests wait for.
LEADS = "Bot lock acquired"
READY = "БОТ ПОЛНОСТЬЮ ЗАПУЩЕН И ГОТОВ К РАБОТЕ"
WAITING = "Waiting: led by"
# What rehearsals need: traffic is not to be slowed down by the limits for people.
FOR_TRAFFIC = {"FLOOD_SECONDS": "0", "DAILY_LIMIT": "1000000"}


@dataclass(frozen=True)
class Usage:
    rss_mb: float
    threads: int
    descriptors: int


class Bot:
    """One process; its log is a file."""

    def __init__(self, process: subprocess.Popen[bytes] | Child, log: Path) -> None:
        self._process = process
        self._log = log
        self.pid = process.pid

    @property
    def log(self) -> str:
        return self._log.read_text(errors="replace")

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def kill(self) -> None:
        self.send(signal.SIGKILL)

    def pause(self) -> None:
        self.send(signal.SIGSTOP)

    def resume(self) -> None:
        self.send(signal.SIGCONT)

    def terminate(self) -> None:
        self.send(signal.SIGTERM)

    def wait(self, seconds: float = 20.0) -> int:
        """The exit code, negative for a signal. Raises subprocess.TimeoutExpired."""
        return self._process.wait(seconds)

    def until(self, part: str, seconds: float = 20.0) -> "Bot":
        """Return once `part` stands in the log."""
        end = time.monotonic() + seconds
        while part not in self.log:
            is_over = time.monotonic() > end or not self.is_alive
            assert not is_over or part in self.log, f"no {part!r} in the log of {self.pid}:\n{self.log}"
            time.sleep(LOOK)
        return self

    def usage(self) -> Usage:
        process = psutil.Process(self.pid)
        return Usage(process.memory_info().rss / 2**20, process.num_threads(), process.num_fds())

    def send(self, number: int) -> None:
        """A signal, unless it has ended."""
        if self.is_alive:
            self._process.send_signal(number)


class Fleet:
    """Bots of one token on one database; `environment` is for all of them.

    With a nursery they are forked, else each is started anew.
    """

    def __init__(
        self,
        directory: Path,
        *,
        database_url: str,
        telegram: str,
        token: str,
        nursery: Nursery | None = None,
        **environment: str,
    ) -> None:
        self._directory = directory
        self._nursery = nursery
        self._bot_id = int(token.partition(":")[0])
        self._environment = {
            "PATH": os.environ["PATH"],
            "ENV_FILE": "",
            "SECRET_KEY": "only-for-tests",
            "DATABASE_URL": database_url,
            "TELEGRAM_BOT_TOKEN": token,
            "TELEGRAM_API_BASE_URL": telegram,
            **FOR_TRAFFIC,
            **environment,
        }
        self.bots: list[Bot] = []

    def start(
        self, *arguments: str, rehearsal: str = "", inside: tuple[str, ...] = (), **environment: str
    ) -> Bot:
        """One more `runbot`; `rehearsal` as tests.kit.chaos.entry reads it. Returns at once.

        `inside`: the command that runs it, like unshare; the pid is that command's then.
        """
        environment = {**self._environment, "REHEARSAL": rehearsal, **environment}
        log = self._directory / f"log-{len(self.bots)}"
        if self._nursery and not inside:
            process = self._nursery.start(arguments, environment=environment, log=log)
        else:
            process = _start(arguments, environment, log, inside)
        self.bots.append(Bot(process, log))
        return self.bots[-1]

    def leader(self) -> Bot | None:
        """The bot whose number stands in a lease that has not ended, if it is one of these and lives."""
        valid = Lease.objects.filter(pk=self._bot_id, holder__isnull=False, expires_at__gt=DatabaseClock())
        pid = valid.values_list("pid", flat=True).first()
        return next((bot for bot in self.bots if bot.pid == pid and bot.is_alive), None)

    def until_led_by(self, *bots: Bot, seconds: float = 10.0) -> None:
        """Return once one of these leads; on a busy machine a lease may end for a moment."""
        end = time.monotonic() + seconds
        while self.leader() not in bots:
            assert time.monotonic() < end, f"none of {[bot.pid for bot in bots]} leads"
            time.sleep(LOOK)

    def close(self) -> None:
        """End what still runs."""
        for bot in self.bots:
            bot.resume()
            bot.kill()
            bot.wait()


def _start(
    arguments: tuple[str, ...], environment: dict[str, str], log: Path, inside: tuple[str, ...]
) -> subprocess.Popen[bytes] | Child:
    command = [*inside, sys.executable, "-m", "tests.kit.chaos.entry", *arguments]
    with log.open("w") as file:
        return subprocess.Popen(command, stdout=file, stderr=file, env=environment, cwd=ROOT)


def database_url() -> str:
    """The test database, as another process names it."""
    stored = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{stored['NAME']}"
    place = f"{stored['HOST'] or '127.0.0.1'}:{stored['PORT'] or 5432}"
    secret = f":{stored['PASSWORD']}" if stored["PASSWORD"] else ""
    return f"postgres://{stored['USER']}{secret}@{place}/{stored['NAME']}"
