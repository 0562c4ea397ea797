"""The file of SQLite: where it lies, how it is written, and how much room is left beside it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from django.db import connection

from botapp.doctor.amounts import size
from botapp.doctor.finding import Finding, bad, ok, warn
from botapp.processes.storage import is_lost_at_redeploy

FILE, JOURNAL, SPACE = "file", "journal", "disk space"
_LITTLE, _TOO_LITTLE = 500e6, 50e6


def is_file() -> bool:
    """SQLite, and not in memory."""
    name = str(connection.settings_dict["NAME"])
    return connection.vendor == "sqlite" and ":memory:" not in name and "mode=memory" not in name


def file() -> Path:
    return Path(str(connection.settings_dict["NAME"])).resolve()


def examine() -> Iterator[Finding]:
    if not is_file():
        yield bad(FILE, "a database in memory: all is lost at the end", "Set DATABASE_URL")
        return
    yield _file()
    yield _journal()
    yield _space()


def _file() -> Finding:
    found = size(file().stat().st_size)
    if is_lost_at_redeploy({**connection.settings_dict, "NAME": str(file())}):
        return warn(
            FILE,
            f"{found}, inside the container: the next deploy loses it",
            "Mount a volume where it lies, or set DATABASE_URL to PostgreSQL",
        )
    return ok(FILE, found)


def _journal() -> Finding:
    with connection.cursor() as cursor:
        mode = str(cursor.execute("PRAGMA journal_mode").fetchone()[0]).upper()
    if mode != "WAL":
        return warn(JOURNAL, f"{mode} instead of WAL: writers block readers", "Put the file on a local disk")
    log = file().with_name(f"{file().name}-wal")
    return ok(JOURNAL, f"WAL, {size(log.stat().st_size if log.exists() else 0)}")


def _space() -> Finding:
    there = shutil.disk_usage(file().parent)
    found = f"{size(there.free)} of {size(there.total)} free beside the file"
    cure = f"Make room on the disk of {file().parent}; full, nothing more is stored and people get no answers"
    if there.free < _TOO_LITTLE:
        return bad(SPACE, found, cure)
    return warn(SPACE, found, cure) if there.free < _LITTLE else ok(SPACE, found)
