"""The database: there, migrated, writable, with room, and what stands between."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from django.db import connection

from botapp.delivery.exceptions import StartRefused
from botapp.delivery.start import check_database
from botapp.doctor import disk, postgresql
from botapp.doctor.finding import Finding, bad, ok, told
from botapp.queries.health import takes_writes

DATABASE = "database"
# Milliseconds for one statement: whoever examines must not wait behind what is stuck.
_IMPATIENCE = {"sqlite": "PRAGMA busy_timeout=2000", "postgresql": "SET statement_timeout=3000"}


def examine() -> Iterator[Finding]:
    """Ends after the first finding if that is bad."""
    if disk.is_file() and not disk.file().exists():
        yield _missing(disk.file())
        return
    try:
        check_database()
    except StartRefused as refusal:
        yield _refused(refusal)
        return
    connection.cursor().execute(_IMPATIENCE[connection.vendor])
    if not takes_writes():
        cure = "A full disk, a replica, or a write-protected file: nobody gets answers until that ends"
        yield bad(DATABASE, f"{_name()}: takes no writes", cure)
        return
    yield ok(DATABASE, f"{_name()}, migrated")
    yield from postgresql.examine() if connection.vendor == "postgresql" else disk.examine()


def _refused(refusal: StartRefused) -> Finding:
    """With the driver's own first line: a refused password and a silent host have different cures."""
    finding = told(DATABASE, str(refusal))
    why = str(refusal.__cause__ or "").strip().splitlines()[:1]
    return replace(finding, found=": ".join((finding.found, *why)))


def _missing(file: Path) -> Finding:
    return bad(
        DATABASE,
        f"the file {file} is not there",
        "Check DATABASE_URL; `python manage.py start` makes a new one",
    )


def _name() -> str:
    """Without user and password."""
    stored = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"SQLite, {stored['NAME']}"
    return f"PostgreSQL {postgresql.version()}, {stored['HOST'] or 'local socket'}/{stored['NAME']}"
