"""`python -m benchmarks.chaos [row …] [--sqlite | --postgres [URL]] [--quick] [--out FILE]`."""

import argparse
import shlex
import shutil
import signal
import sys
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path

from benchmarks.chaos.databases import Source, postgresql_source, sqlite_source, version
from benchmarks.chaos.outcome import NOT_RUN, Outcome
from benchmarks.chaos.process import run_row
from benchmarks.chaos.results import Results, Run, summary
from benchmarks.chaos.rows import ROWS, Kind, Row


def main() -> int:
    """0 if every row that could run held."""
    options = _options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    kinds: list[Kind] = ["sqlite"] if options.sqlite else []
    kinds += ["postgresql"] if options.postgres is not None else []
    outcomes = [one for kind in kinds or ["sqlite", "postgresql"] for one in _run_kind(kind, options)]
    print(summary(outcomes))
    return int(any(one.was_run and not one.held for one in outcomes))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.chaos", description=__doc__)
    parser.add_argument("rows", nargs="*", choices=[*ROWS, []], metavar="row", help=", ".join(ROWS))
    parser.add_argument("--sqlite", action="store_true", help="on SQLite (without a choice: on both)")
    parser.add_argument(
        "--postgres", nargs="?", const="", metavar="URL", help="on this server, or on one of its own"
    )
    parser.add_argument("--quick", action="store_true", help="few repetitions: shows that the row works")
    parser.add_argument("--minutes", type=float, default=10.0, help="how long random_faults lasts")
    parser.add_argument("--out", type=Path, help="write RESULTS.md here")
    parser.add_argument("--keep", type=Path, help="keep the logs of all processes in this directory")
    return parser.parse_args()


def _run_kind(kind: Kind, options: argparse.Namespace) -> list[Outcome]:
    with tempfile.TemporaryDirectory(prefix="rvx-chaos-") as scratch:
        # Nobody else may read it, but a pooler that runs as another user needs its way through.
        Path(scratch).chmod(0o755)
        with _source(kind, Path(scratch), options.postgres or "") as source:
            command = shlex.join(["python", "-m", "benchmarks.chaos", *sys.argv[1:]])
            run = Run.here(_name(source, Path(scratch)), command)
            return [_run_row(row, kind, source, Path(scratch), run, options) for row in _chosen(options.rows)]


def _name(source: Source, scratch: Path) -> str:
    """Name and version of the database."""
    url = source.make(scratch)
    try:
        return version(url)
    finally:
        source.drop(url)


def _chosen(names: list[str]) -> list[Row]:
    """What was asked for; all but the endless one if nothing was."""
    return [ROWS[name] for name in names] or [row for row in ROWS.values() if row.name != "random_faults"]


def _source(kind: Kind, scratch: Path, server: str) -> AbstractContextManager[Source]:
    return sqlite_source(scratch) if kind == "sqlite" else postgresql_source(server)


def _run_row(
    row: Row, kind: Kind, source: Source, scratch: Path, run: Run, options: argparse.Namespace
) -> Outcome:
    directory = (options.keep or scratch).resolve() / kind / row.name
    # What an earlier run left there, SQLite's log above all, would be taken for a part of this one.
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    url = source.make(directory)
    try:
        name = run.database
        if kind in row.databases:
            outcome = run_row(row, kind, url, directory, name=name, options=options)
        else:
            outcome = Outcome(row.name, name, row.must, f"{NOT_RUN}the twin stands in another row", False)
    finally:
        source.drop(url)
    print(f"{row.name:20} {name:18} {'held' if outcome.held else 'SHORT' if outcome.was_run else '-':6}"
          f" {outcome.figure}" + (f"  ({outcome.notes})" if outcome.notes else ""), flush=True)  # fmt: skip
    if options.out and kind in row.databases:
        Results(options.out).add(outcome, run)
    return outcome


if __name__ == "__main__":
    sys.exit(main())
