"""Runs the tests on SQLite, then those that use a database on PostgreSQL; closing lines at the end."""

import os
import subprocess
import sys
import time
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
# Tests wait for processes, threads and sockets as long as they compute.
_WORKERS = min(2 * (os.cpu_count() or 1), 8)
_PYTEST = [sys.executable, "-m", "pytest", "-n", str(_WORKERS), "--dist", "loadfile"]


def run(name: str, command: list[str], environment: dict[str, str]) -> tuple[int, str]:
    """Run `command`, showing what it says; its exit code and its last line."""
    print(f"== {name}", flush=True)
    last = ""
    process = subprocess.Popen(
        command,
        cwd=_ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout
    for line in process.stdout:
        print(line, end="", flush=True)
        last = line.strip() or last
    return process.wait(), last


def main(arguments: list[str]) -> int:
    started = time.monotonic()
    given = {"TEST_DATABASE_URL": os.environ.get("TEST_DATABASE_URL", "")}
    with_server = [sys.executable, "-m", "tests.kit.postgres"]
    second = [*_PYTEST, "-p", "tests.kit.database_only", *arguments]
    results = {
        "SQLite": run("SQLite", [*_PYTEST, *arguments], {"TEST_DATABASE_URL": ""}),
        "PostgreSQL": run("PostgreSQL", [*with_server, *second], given),
    }
    print(f"== Both, in {time.monotonic() - started:.0f} s")
    for name, (_, closing) in results.items():
        print(f"{name:11}{closing}")
    return max(abs(code) for code, _ in results.values())


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
