"""`manage.py start --only api` with four workers, and programs that ask it all at once."""

import asyncio
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
import psutil

from benchmarks.databases import ROOT, Database
from benchmarks.model import Model
from tests.kit.deployment import free_port

WORKERS = 4
NO_PACE = {"FLOOD_SECONDS": "0", "API_USER_PER_MINUTE": "0", "API_KEY_PER_MINUTE": "0"}
PATIENCE = 120.0


@dataclass(frozen=True)
class Answer:
    """`status` 0: the connection broke. Times are monotonic seconds."""

    status: int
    body: dict[str, Any]
    began: float
    ended: float


class Web:
    def __init__(self, port: int, pid: int, key: str) -> None:
        self._url = f"http://127.0.0.1:{port}/explain_news"
        self._pid = pid
        self._key = key

    async def ask_all(self, texts: list[str], *, user: int | None = None) -> list[Answer]:
        """All texts at once, each over a connection of its own."""
        connector = aiohttp.TCPConnector(limit=0, force_close=True)
        timeout = aiohttp.ClientTimeout(total=PATIENCE)
        async with aiohttp.ClientSession(connector=connector, timeout=timeout) as session:
            return list(await asyncio.gather(*(self._ask(session, text, user) for text in texts)))

    def worker_with_port(self, port: int) -> psutil.Process:
        """The worker whose end of a connection has this port."""
        workers = psutil.Process(self._pid).children(recursive=True)
        return next(w for w in workers if any(c.laddr.port == port for c in w.net_connections("tcp")))

    async def _ask(self, session: aiohttp.ClientSession, text: str, user: int | None) -> Answer:
        headers = {"Authorization": f"Bearer {self._key}", **({"X-User-ID": str(user)} if user else {})}
        began = time.monotonic()
        try:
            asked = session.post(self._url, json={"text_content": text, "language": "en"}, headers=headers)
            async with asked as response:
                return Answer(response.status, await response.json(), began, time.monotonic())
        except aiohttp.ClientError:
            return Answer(0, {}, began, time.monotonic())


@contextmanager
def serving(database: Database, model: Model, **more: str) -> Iterator[Web]:
    """A web server in which every worker has answered once: nothing of its start is measured."""
    port = free_port()
    environment = {
        **database.environment,
        **model.environment,
        **NO_PACE,
        "WEB_WORKERS": str(WORKERS),
        "PORT": str(port),
        "CACHE_URL": "locmemcache://",
        **more,
    }
    key = _key(environment)
    process = subprocess.Popen(
        [sys.executable, "manage.py", "start", "--only", "api"], cwd=ROOT, env=environment
    )
    try:
        web = Web(port, process.pid, key)
        _warm_up(web)
        yield web
    finally:
        process.terminate()
        process.wait(timeout=30)


def _key(environment: dict[str, str]) -> str:
    command = [sys.executable, "manage.py", "create_api_key", "speed"]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return next(word for word in done.stdout.split() if word.startswith("rvx_key_"))


def _warm_up(web: Web) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        answers = asyncio.run(web.ask_all([f"Coin {n} is listed on an exchange now." for n in range(32)]))
        if all(answer.status == 200 for answer in answers):
            return
        if time.monotonic() > deadline:
            raise TimeoutError(f"the web server does not answer: {answers[0].status} {answers[0].body}")
        time.sleep(0.2)
