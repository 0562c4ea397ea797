"""One row in a process of its own, with a time limit, and nobody left behind."""

import argparse
import subprocess
import sys
from pathlib import Path

import psutil

from benchmarks.chaos.databases import ROOT
from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.rows import Kind, Row

TIDYING_SECONDS = 20.0
START_SECONDS = 30.0


def run_row(
    row: Row, kind: Kind, url: str, directory: Path, *, name: str, options: argparse.Namespace
) -> Outcome:
    """What the row's process wrote, or an outcome that says how it failed. Raises nothing of the row's."""
    file = directory / "outcome.json"
    file.unlink(missing_ok=True)
    command = [sys.executable, "-m", "benchmarks.chaos.child", row.name, "--kind", kind, "--url", url]
    command += ["--name", name, "--directory", str(directory), "--minutes", str(options.minutes)]
    command += ["--quick"] if options.quick else []
    limit = START_SECONDS + (60 * options.minutes + 120 if row.name == "random_faults" else row.seconds)
    with (directory / "log").open("wb") as log:
        child = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, start_new_session=True)
        try:
            child.wait(timeout=limit)
        except subprocess.TimeoutExpired:
            return Outcome(row.name, name, row.must, f"did not end within {limit:.0f} s", False)
        finally:
            _end(child)
    if file.exists():
        return Outcome.load(file)
    return Outcome(row.name, name, row.must, f"failed: {_last_words(directory / 'log')}", False)


def _end(child: "subprocess.Popen[bytes]") -> None:
    """Ask it to tidy up, then end it and all that it started."""
    if child.poll() is not None:
        return
    others = psutil.Process(child.pid).children(recursive=True)
    child.terminate()
    try:
        child.wait(timeout=TIDYING_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    for one in others:
        if one.is_running():
            one.kill()


def _last_words(log: Path) -> str:
    lines = [line.strip() for line in log.read_text(errors="replace").splitlines() if line.strip()]
    return lines[-1][:300] if lines else "it said nothing"
