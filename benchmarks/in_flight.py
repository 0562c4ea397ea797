"""500 different explanations at once in one process, a model of 1 s, beside a bare client of the same calls.

`python -m benchmarks.in_flight [--postgres URL] [--at-once 500]`
Wanted: p99 at most that of the bare client and a second, few connections to the database however many
answers are written, less than 100 MB more memory.
"""

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import psutil

from benchmarks import databases
from benchmarks.databases import Database
from benchmarks.model import KEY, Model

_LOOK_SECONDS = 0.2
ITEM = "Kraken pays ${} million to the SEC. The exchange closes its staking service. Users have {} days."


async def _bare(number: int, session: aiohttp.ClientSession, url: str) -> None:
    fence = f"⟦SOURCE⟧\n[1] {ITEM.format(number, number)}\n⟦END OF SOURCE⟧"
    body = {"contents": [{"role": "user", "parts": [{"text": fence}]}]}
    async with session.post(url, json=body, headers={"x-goog-api-key": KEY}) as response:
        await response.read()
        response.raise_for_status()


async def _timed(count: int, work: Callable[[int], Awaitable[object]]) -> list[float]:
    """Seconds that each of `count` took, all begun at once."""

    async def one(number: int) -> float:
        await work(number)
        return time.monotonic() - start

    start = time.monotonic()
    return list(await asyncio.gather(*map(one, range(count))))


async def _measure(count: int) -> dict[str, Any]:
    from django.conf import settings

    from botapp.explain import chain
    from botapp.explain.engine import explain_whole
    from botapp.explain.progress import ExplainRequest
    from botapp.processes.interpreter import settle

    async def ours(number: int) -> None:
        finished = await explain_whole(ExplainRequest(ITEM.format(number, number), language="en"))
        assert not finished.degraded, finished.failure

    url = f"{settings.GEMINI_BASE_URL}/v1beta/models/x:streamGenerateContent?alt=sse"
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        await _bare(0, session, url)
        bare = await _timed(count, lambda number: _bare(number, session, url))
    await ours(-1)
    settle()  # as runbot and gunicorn do
    before = psutil.Process().memory_info().rss
    mine = await _timed(count, ours)
    grown = psutil.Process().memory_info().rss - before
    await chain.close()
    return {"bare": bare, "ours": mine, "grown": grown / 1e6}


def _watched(command: list[str], environment: dict[str, str], database: Database) -> dict[str, Any]:
    """What `command` found, and the most connections to the database that it was seen with.

    Seen from here: a look from inside takes the interpreter away from what is measured, 20 ms each time.
    """
    connections = [0]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        while True:
            try:
                found, _ = process.communicate(timeout=_LOOK_SECONDS)
                break
            except subprocess.TimeoutExpired:
                connections.append(database.connections(process.pid))
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return {**json.loads(found), "connections": max(connections)}


def main() -> None:
    options = _options()
    if options.measure:
        import django

        django.setup()
        print(json.dumps(asyncio.run(_measure(options.at_once))))
        return
    print(f"{'':14}{'bare p50':>10}{'p99 s':>8}{'ours p50':>10}{'p99 s':>8}{'connections':>13}{'MB more':>9}")
    for name, new_database in databases.asked_for(options).items():
        with new_database() as database, Model(seconds=1) as model:
            command = [sys.executable, "-m", "benchmarks.in_flight", "--measure"]
            command += ["--at-once", str(options.at_once)]
            environment = {**os.environ, **database.environment, **model.environment}
            found = _watched(command, environment, database)
        times = [_summary(found[who]) for who in ("bare", "ours")]
        line = "".join(f"{p50:10.2f}{p99:8.2f}" for p50, p99 in times)
        print(f"{name:14}{line}{found['connections']:13}{found['grown']:9.0f}")


def _summary(times: list[float]) -> tuple[float, float]:
    return statistics.median(times), statistics.quantiles(times, n=100)[-1]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    databases.ask(parser)
    parser.add_argument("--at-once", type=int, default=500)
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
