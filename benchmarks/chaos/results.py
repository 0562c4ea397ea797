"""RESULTS.md, written from what the rows came to; a later run of some rows replaces those rows only."""

import json
import os
import platform
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil

from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.rows import ROWS

HEAD = """# Faults on order: what came of them

Written by `python -m benchmarks.chaos`; [README.md](README.md) says what it does and how to read this.

| fault | database | must | figure | held |
|---|---|---|---|---|
"""


@dataclass(frozen=True)
class Run:
    """Where and how figures were taken."""

    database: str
    command: str
    date: str
    machine: str

    @classmethod
    def here(cls, database: str, command: str) -> "Run":
        memory = round(psutil.virtual_memory().total / 2**30)
        busy = os.getloadavg()[0]
        machine = (
            f"{os.cpu_count()} cores ({platform.machine()}), {memory} GB, {platform.system()} "
            f"{platform.release()}, Python {platform.python_version()}, load {busy:.1f} before the start"
        )
        return cls(database, command, datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"), machine)


class Results:
    """What stands behind one RESULTS.md: each outcome with its run, kept in a .json file beside it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._store = path.with_suffix(".json")
        found: list[dict[str, Any]] = json.loads(self._store.read_text()) if self._store.exists() else []
        self._entries = [(Outcome(**one["outcome"]), Run(**one["run"])) for one in found]

    def add(self, outcome: Outcome, run: Run) -> None:
        """Put it in the place of an older one of the same row and database, and write both files."""
        self._entries = [one for one in self._entries if _key(one[0]) != _key(outcome)] + [(outcome, run)]
        self._entries.sort(key=lambda one: (list(ROWS).index(one[0].row), one[0].database))
        self._path.parent.mkdir(parents=True, exist_ok=True)
        kept = [{"outcome": asdict(outcome), "run": asdict(run)} for outcome, run in self._entries]
        self._store.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        self._path.write_text(HEAD + self._table() + self._notes() + self._where(), encoding="utf-8")

    def _table(self) -> str:
        return "".join(
            _line(f"{ROWS[one.row].fault} (`{one.row}`)", one.database, one.threshold, one.figure, _held(one))
            for one, _ in self._entries
        )

    def _notes(self) -> str:
        lines = [f"- `{one.row}`, {one.database}: {one.notes}\n" for one, _ in self._entries if one.notes]
        return "\n## Notes\n" + "".join(lines) if lines else ""

    def _where(self) -> str:
        """Each run that at least one row stands for."""
        rows: dict[Run, list[str]] = {}
        for outcome, run in self._entries:
            rows.setdefault(run, []).append(outcome.row)
        head = "\n## Where and how\n| database | began | machine | command | rows |\n|---|---|---|---|---|\n"
        return head + "".join(
            _line(run.database, run.date, run.machine, f"`{run.command}`", ", ".join(names))
            for run, names in sorted(rows.items(), key=lambda item: (item[0].database, item[0].date))
        )


def summary(outcomes: Iterable[Outcome]) -> str:
    """One line for the end of a run."""
    found = list(outcomes)
    short = [one.row for one in found if one.was_run and not one.held]
    left_out = [one.row for one in found if not one.was_run]
    return (
        f"{sum(one.held for one in found)} held, {len(short)} fell short {short or ''}, "
        f"{len(left_out)} not run {left_out or ''}"
    )


def _key(outcome: Outcome) -> tuple[str, str]:
    return outcome.row, outcome.database.split()[0]


def _held(outcome: Outcome) -> str:
    if not outcome.was_run:
        return "–"
    return "yes" if outcome.held else "**no**"


def _line(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |\n"
