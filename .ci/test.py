"""Runs all tests on SQLite and, at the same time, those that use a database on PostgreSQL.

Many of them start processes, stop them and look at the clock, which a busy machine can upset. So what
failed is run once more, alone: what fails again is broken, what passes is named in the last lines.
"""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_ROOT = Path(__file__).resolve().parent.parent
# For each database: tests wait for processes, threads and sockets as long as they compute.
_WORKERS = min(os.cpu_count() or 1, 4)
_SHARED = ["-n", str(_WORKERS), "--dist", "loadfile", "--no-loadscope-reorder"]
_ALONE = ["-n", "0", "--last-failed", "--last-failed-no-failures", "none", "-rA", "--show-capture=no"]
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


def again(suite: Suite, arguments: list[str]) -> tuple[int, list[str]]:
    """Run what failed alone: the exit code, and a line for each test that passes now."""
    with suite.start([*_ALONE, *arguments], subprocess.PIPE) as process:
        assert process.stdout
        said = show(f"{suite.name}: what failed, alone", process.stdout)
        code = process.wait()
    passed = [line.removeprefix("PASSED ") for line in said if line.startswith("PASSED ")]
    return code, [f"{suite.name:11}passed only alone: {test}" for test in passed]


def main(arguments: list[str]) -> int:
    started = time.monotonic()
    with (
        tempfile.TemporaryFile("w+") as kept,
        POSTGRESQL.start([*_SHARED, *arguments], kept) as second,
        SQLITE.start([*_SHARED, *arguments], subprocess.PIPE) as first,
    ):
        assert first.stdout
        said = {SQLITE: show(SQLITE.name, first.stdout)}
        codes = {SQLITE: first.wait(), POSTGRESQL: second.wait()}
        kept.seek(0)
        said[POSTGRESQL] = show(POSTGRESQL.name, kept)
    shaky = []
    for suite in [suite for suite, code in codes.items() if code == _FAILED]:
        codes[suite], passed = again(suite, arguments)
        shaky += passed
    print(f"== Both, in {time.monotonic() - started:.0f} s")
    for line in shaky:
        print(line)
    for suite, lines in said.items():
        print(f"{suite.name:11}{next(filter(None, reversed(lines)), '')}")
    return max(abs(code) for code in codes.values())


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
