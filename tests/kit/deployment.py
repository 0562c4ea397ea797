"""A line of the Procfile at work, as a platform runs it: a process, a port, an environment, a log."""

import http.client
import json
import os
import re
import secrets
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, LiteralString
from urllib.parse import urlsplit

import psutil
import psycopg
from psycopg import sql

from tests.kit.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "123456:test-token-of-the-sandbox-bot-0001"
# All that the earlier installation had set.
FIVE = {
    "TELEGRAM_BOT_TOKEN": TOKEN,
    "GEMINI_API_KEY": "a-key-that-opens-nothing",
    "API_URL_NEWS": "http://127.0.0.1:8000/explain_news",
    "API_URL_BASE": "http://127.0.0.1:8000",
    "RAILWAY_ENVIRONMENT": "production",
}


def procfile() -> dict[str, str]:
    """The Procfile's lines by name."""
    lines = (ROOT / "Procfile").read_text().splitlines()
    return dict(re.findall(r"^(\w+): (.+)$", "\n".join(lines), re.MULTILINE))


def wait_until(condition: Callable[[], Any], *, within: float, what: str) -> Any:
    """The first true value of `condition`."""
    deadline = time.monotonic() + within
    while not (value := condition()):
        assert time.monotonic() < deadline, f"{what}: not within {within} s"
        time.sleep(0.05)
    return value


class OwnDatabase:
    """An empty database: a file in `directory`, or one more on the server of TEST_DATABASE_URL."""

    def __init__(self, directory: Path) -> None:
        self._server = os.environ.get("TEST_DATABASE_URL", "")
        self._name = f"rvx_{secrets.token_hex(6)}"
        self.url = f"sqlite:///{directory}/rvx.sqlite3"
        if self._server:
            self.url = urlsplit(self._server)._replace(path=f"/{self._name}").geturl()
            self._execute("CREATE DATABASE {}")

    def drop(self) -> None:
        """Gone, with every session in it."""
        if self._server:
            self._execute("DROP DATABASE {} WITH (FORCE)")

    def _execute(self, statement: LiteralString) -> None:
        with psycopg.connect(self._server, autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(sql.Identifier(self._name)))


@dataclass
class Deployment:
    """`line` of the Procfile, started with `database`; `directory` has its log.

    `more`: more variables; `patience`: seconds that `ask` waits.
    """

    directory: Path
    telegram: str
    database: OwnDatabase
    line: str = "web"
    port: int = field(default_factory=free_port)
    more: dict[str, str] = field(default_factory=dict)
    patience: float = 20

    def __post_init__(self) -> None:
        self._log = (self.directory / "log").open("wb")
        self.process = subprocess.Popen(
            shlex.split(procfile()[self.line]),
            stdout=self._log,
            stderr=subprocess.STDOUT,
            cwd=ROOT,
            env=self.environment,
        )

    @property
    def environment(self) -> dict[str, str]:
        """The five variables, what a platform sets, and loopback addresses for the two services outside."""
        return {
            **FIVE,
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "PORT": str(self.port),
            "DATABASE_URL": self.database.url,
            "TELEGRAM_API_BASE_URL": self.telegram,
            "GEMINI_BASE_URL": "http://127.0.0.1:1",
            "ENV_FILE": "",
            **self.more,
        }

    @property
    def log(self) -> str:
        return (self.directory / "log").read_text(errors="replace")

    def manage(self, *arguments: str) -> str:
        """What a command of manage.py prints, in the same environment."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
        """Status and JSON of an answer; (0, None) while nothing listens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.patience)
        sent = None if body is None else json.dumps(body)
        try:
            connection.request(method, path, sent, {"Content-Type": "application/json", **headers})
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read() or b"null")
        except (ConnectionError, TimeoutError):
            return 0, None
        finally:
            connection.close()

    def wait_until_served(self) -> None:
        """Until the web server answers, with or without a bot."""

        def served() -> bool:
            assert self.process.poll() is None, self.log
            return self.ask("GET", "/health")[0] == 200

        wait_until(served, within=40, what="served")

    def wait_until_ready(self) -> dict[str, Any]:
        """What /health says once the bot leads."""

        def ready() -> dict[str, Any] | None:
            assert self.process.poll() is None, self.log
            status, body = self.ask("GET", "/health")
            return body if status == 200 and body.get("bot") == "leader" else None

        return wait_until(ready, within=40, what="ready")

    def children(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children(recursive=True)

    def pid_of(self, program: str) -> int:
        return int(re.search(rf"Started the {program} \(PID: (\d+)\)", self.log)[1])

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.wait()

    def wait(self, seconds: float = 20) -> int:
        return self.process.wait(timeout=seconds)

    def close(self) -> None:
        """End it in any case; its children end with it."""
        self.process.kill()
        self.process.wait()
        self._log.close()
