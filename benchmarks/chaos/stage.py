"""Where a row plays: the sandbox, a fleet on one fresh database, people, and what came of it."""

import time
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from django.db import connections

from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.rows import Kind, Row
from botapp.sandbox.journal import Call
from botapp.sandbox.server import SandboxThread
from tests.kit.chaos.fleet import READY, WAITING, Bot, Fleet
from tests.kit.chaos.traffic import Traffic
from tests.kit.chaos.verdict import Verdict, judge, wait_until_done
from tests.kit.deployment import TOKEN
from tests.kit.postgres import Postgres

T = TypeVar("T")
DEAD_THREAD = ("Exception in thread", "ended by a fault of its own")
PEOPLE = 60
RATE = 60.0
# A start on a machine that is busy with the traffic.
START_SECONDS = 40.0


class Stage:
    def __init__(
        self,
        *,
        row: Row,
        kind: Kind,
        url: str,
        name: str,
        server: Postgres | None,
        directory: Path,
        is_quick: bool,
        minutes: float,
    ) -> None:
        self.row, self.kind, self.url, self.name = row, kind, url, name
        self.server, self.directory, self.is_quick, self.minutes = server, directory, is_quick, minutes
        self.notes: list[str] = []
        self.sandbox = SandboxThread(token=TOKEN)
        self.token = TOKEN
        self.fleet: Fleet

    def __enter__(self) -> "Stage":
        self.sandbox.__enter__()
        self.fleet = Fleet(
            self.directory, database_url=self.url, telegram=self.sandbox.base_url, token=self.token
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.fleet.close()
        connections.close_all()
        self.sandbox.__exit__(kind, error, trace)

    def pick(self, long: T, quick: T) -> T:
        """The long version's number, or the quick one's."""
        return quick if self.is_quick else long

    def leader(self, *arguments: str, **environment: str) -> Bot:
        """Start a bot that leads, and return once it polls."""
        return self.fleet.start(*arguments, **environment).until(READY, START_SECONDS)

    def standby(self, *arguments: str, **environment: str) -> Bot:
        """Start a bot behind a leader, and return once it waits."""
        return self.fleet.start(*arguments, **environment).until(WAITING, START_SECONDS)

    def traffic(
        self, *, people: int = PEOPLE, rate: float = RATE, seed: int = 7, news: float = 0.0
    ) -> Traffic:
        return Traffic(self.sandbox, people=people, rate=rate, seed=seed, news=news)

    def calls(self, method: str = "", *, after: int = 0) -> list[Call]:
        """The journal's calls, read on its own loop."""
        found: list[Call] = self.sandbox.call(self.sandbox.sandbox.journal.calls, method, after=after)
        return found

    def verdict(self, traffic: Traffic, *, within: float = 60.0) -> Verdict:
        """Stop the traffic, let everything be done, and judge."""
        said = traffic.stop()
        connections.close_all()
        try:
            wait_until_done(said, within)
        except AssertionError as late:
            self.notes.append(f"not done: {late}")
        return judge(said, self.calls())

    def outcome(self, figure: str, *, held: bool, verdict: Verdict | None = None) -> Outcome:
        """The row's outcome; what the verdict finds wrong is short in any case."""
        if verdict:
            figure += f"; of {verdict.said}: {counts(verdict)}"
            held = held and verdict.is_clean
            self.notes += _wrongs(verdict)
        if dead := [bot.pid for bot in self.fleet.bots if any(sign in bot.log for sign in DEAD_THREAD)]:
            self.notes.append(f"a thread died in {dead}")
            held = False
        return Outcome(self.row.name, self.name, self.row.must, figure, held, "; ".join(self.notes))


def counts(verdict: Verdict) -> str:
    return (
        f"{len(verdict.lost)} lost, {len(verdict.double_effects)} double effects, "
        f"{len(verdict.order_violations)} out of order, {len(verdict.duplicate_sends)} sent twice"
    )


def _wrongs(verdict: Verdict) -> list[str]:
    found = [*verdict.lost, *verdict.double_effects, *verdict.order_violations]
    return [f"first wrongs: {', '.join(found[:5])}"] if found else []


def no_sooner(moment: float) -> None:
    """Sleep until that monotonic time."""
    time.sleep(max(0.0, moment - time.monotonic()))


def quantile(values: Iterable[float], share: float) -> float:
    """The value below which that share lies (nearest rank); infinite if there is none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("inf")


def milliseconds(seconds: float) -> str:
    return "never" if seconds == float("inf") else f"{seconds * 1000:.0f} ms"
