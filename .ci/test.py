"""Runs all tests on SQLite and, at the same time, those that use a database on PostgreSQL."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO

_ROOT = Path(__file__).resolve().parent.parent
# For each database: tests wait for processes, threads and sockets as long as they compute.
_WORKERS = min(os.cpu_count() or 1, 4)
_SHARED = ["-n", str(_WORKERS), "--dist", "loadfile", "--no-loadscope-reorder"]
_PYTEST = [sys.executable, "-m", "pytest", *_SHARED]
# Hundreds of processes start here, and each would compile everything anew.
_INHERITED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def start(command: list[str], output: int | IO[str], **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command,
        cwd=_ROOT,
        env={**_INHERITED, **environment},
        stdout=output,
        stderr=subprocess.STDOUT,
        text=True,
    )


def show(name: str, lines: IO[str]) -> str:
    """Print what a run says as it comes; its last line."""
    print(f"== {name}", flush=True)
    last = ""
    for line in lines:
        print(line, end="", flush=True)
        last = line.strip() or last
    return last


def main(arguments: list[str]) -> int:
    started = time.monotonic()
    given = os.environ.get("TEST_DATABASE_URL", "")
    with_server = [sys.executable, "-m", "tests.kit.postgres"]
    only = ["-p", "tests.kit.database_only"]
    with (
        tempfile.TemporaryFile("w+") as kept,
        start([*with_server, *_PYTEST, *only, *arguments], kept, TEST_DATABASE_URL=given) as second,
        start([*_PYTEST, *arguments], subprocess.PIPE, TEST_DATABASE_URL="") as first,
    ):
        assert first.stdout
        closing = {"SQLite": show("SQLite", first.stdout)}
        codes = first.wait(), second.wait()
        kept.seek(0)
        closing["PostgreSQL"] = show("PostgreSQL", kept)
    print(f"== Both, in {time.monotonic() - started:.0f} s")
    for name, line in closing.items():
        print(f"{name:11}{line}")
    return max(abs(code) for code in codes)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
