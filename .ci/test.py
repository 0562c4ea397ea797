"""Runs all tests on SQLite and, at the same time, those that use a database on PostgreSQL.

The faults come last, one database after the other: processes are killed there and clocks looked at, which
a busy machine can upset. What failed is run once more, alone: what fails again is broken, what passes is
named in the last lines. With arguments (`make test ARGS="-k lease"`) all runs at once.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_ROOT = Path(__file__).resolve().parent.parent
# For each database: tests wait for processes, threads and sockets as long as they compute.
_WORKERS = min(os.cpu_count() or 1, 4)
_SHARED = ["-n", str(_WORKERS), "--dist", "loadfile", "--no-loadscope-reorder"]
_SPREAD = ["-n", str(_WORKERS)]
_ALONE = ["-n", "0", "--last-failed", "--last-failed-no-failures", "none", "-rA", "--show-capture=no"]
_FAULTS = "tests/chaos"
_FAILED = 1  # pytest's exit code for tests that failed, and for nothing else
# Hundreds of processes start here, and each would compile everything anew.
_INHERITED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True)
class Suite:
    """The tests of one database; `within` is the command that pytest runs under."""

    name: str
    url: str
    within: tuple[str, ...] = ()
    only: tuple[str, ...] = ()

    def start(self, arguments: list[str], output: int | IO[str]) -> subprocess.Popen[str]:
        cache = f"cache_dir=.pytest_cache/{self.name.lower()}"
        command = [*self.within, sys.executable, "-m", "pytest", "-o", cache, *self.only, *arguments]
        return subprocess.Popen(
            command,
            cwd=_ROOT,
            env={**_INHERITED, "TEST_DATABASE_URL": self.url},
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
        )


@dataclass(frozen=True)
class Run:
    """What pytest said, line by line, and its exit code."""

    said: list[str]
    code: int

    @property
    def last(self) -> str:
        """The line that sums it up."""
        return next(filter(None, reversed(self.said)), "")


Part = Callable[[list[str]], dict[Suite, Run]]
SQLITE = Suite("SQLite", "")
POSTGRESQL = Suite(
    "PostgreSQL",
    os.environ.get("TEST_DATABASE_URL", ""),
    (sys.executable, "-m", "tests.kit.postgres"),
    ("-p", "tests.kit.database_only"),
)


def show(name: str, lines: IO[str]) -> list[str]:
    """Print what a run says as it comes; all of its lines."""
    print(f"== {name}", flush=True)
    said = []
    for line in lines:
        print(line, end="", flush=True)
        said.append(line.strip())
    return said


def alone(suite: Suite, arguments: list[str], what: str) -> Run:
    with suite.start(arguments, subprocess.PIPE) as process:
        assert process.stdout
        return Run(show(f"{suite.name}{what}", process.stdout), process.wait())


def again(suite: Suite, arguments: list[str]) -> tuple[int, list[str]]:
    """Run what failed alone: the exit code, and a line for each test that passes now."""
    run = alone(suite, [*_ALONE, *arguments], ": what failed, alone")
    passed = [line.removeprefix("PASSED ") for line in run.said if line.startswith("PASSED ")]
    return run.code, [f"{suite.name:11}passed only alone: {test}" for test in passed]


def together(arguments: list[str]) -> dict[Suite, Run]:
    """Both databases at the same time: what the one waits for, the other computes."""
    with (
        tempfile.TemporaryFile("w+") as kept,
        POSTGRESQL.start([*_SHARED, *arguments], kept) as second,
        SQLITE.start([*_SHARED, *arguments], subprocess.PIPE) as first,
    ):
        assert first.stdout
        runs = {SQLITE: Run(show(SQLITE.name, first.stdout), first.wait())}
        code = second.wait()
        kept.seek(0)
        runs[POSTGRESQL] = Run(show(POSTGRESQL.name, kept), code)
    return runs


def one_by_one(arguments: list[str]) -> dict[Suite, Run]:
    """One database after the other, for tests that look at the clock."""
    return {suite: alone(suite, [*_SPREAD, *arguments], ": faults") for suite in (SQLITE, POSTGRESQL)}


def main(arguments: list[str]) -> int:
    started = time.monotonic()
    parts: list[tuple[Part, list[str]]] = [(together, arguments)]
    if not arguments:
        parts = [(together, [f"--ignore={_FAULTS}"]), (one_by_one, [_FAULTS])]
    lines, codes = [], []
    for part, asked in parts:
        for suite, run in part(asked).items():
            code, shaky = again(suite, asked) if run.code == _FAILED else (run.code, [])
            codes.append(code)
            lines += [*shaky, f"{suite.name:11}{run.last}"]
    print(f"== All, in {time.monotonic() - started:.0f} s", *lines, sep="\n")
    return max(abs(code) for code in codes)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
