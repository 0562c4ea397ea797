"""An empty migrated database for one run: an SQLite file on disk, or one more on a PostgreSQL server."""

import os
import secrets
import sqlite3
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil
import psycopg

from benchmarks.wire import TOKEN

_OTHERS = "datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
ROOT = Path(__file__).resolve().parent.parent


class Database:
    """`url` for DATABASE_URL; `count` for looking at what was written."""

    def __init__(self, url: str, connection: Any) -> None:
        self.url = url
        self._connection = connection

    @property
    def environment(self) -> dict[str, str]:
        """That of a process which uses it, with the settings' defaults for all the rest."""
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "DJANGO_SETTINGS_MODULE": "rvx_site.settings",
            "DATABASE_URL": self.url,
            "SECRET_KEY": "only-for-benchmarks",
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "LOG_LEVEL": "WARNING",
            "ENV_FILE": "",
        }

    def count(self, table: str, condition: str = "1 = 1") -> int:
        """Rows of a table, as another process sees them."""
        found = self._connection.execute(f"SELECT COUNT(*) FROM {table} WHERE {condition}").fetchone()
        return int(found[0])

    def connections(self, pid: int) -> int:
        """Of the process to this database: sessions of PostgreSQL, open handles of SQLite's file."""
        if isinstance(self._connection, psycopg.Connection):
            return self.count("pg_stat_activity", _OTHERS)
        path = self.url.removeprefix("sqlite:///")
        return sum(file.path == path for file in psutil.Process(pid).open_files())


NewDatabase = Callable[[], AbstractContextManager[Database]]


def ask(parser: ArgumentParser) -> None:
    """The argument that `asked_for` reads."""
    parser.add_argument("--postgres", default="", help="URL of a server on which databases may be made")


def asked_for(options: Namespace) -> dict[str, NewDatabase]:
    """By name: SQLite, and PostgreSQL if asked."""
    found: dict[str, NewDatabase] = {"SQLite": sqlite}
    if options.postgres:
        found["PostgreSQL"] = partial(postgresql, options.postgres)
    return found


@contextmanager
def sqlite() -> Iterator[Database]:
    with tempfile.TemporaryDirectory(prefix="rvx-speed-") as folder:
        path = Path(folder) / "rvx.sqlite3"
        database = Database(f"sqlite:///{path}", sqlite3.connect(path, isolation_level=None))
        _migrate(database)
        yield database


@contextmanager
def postgresql(server: str) -> Iterator[Database]:
    """`server`: the URL of a database from which others may be made."""
    name = f"rvx_speed_{secrets.token_hex(4)}"
    url = urlsplit(server)._replace(path=f"/{name}").geturl()
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
        try:
            with psycopg.connect(url, autocommit=True) as connection:
                database = Database(url, connection)
                _migrate(database)
                yield database
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _migrate(database: Database) -> None:
    """With the texts of a start in it: each explanation reads the glossary."""
    for command in ("migrate", "load_content"):
        subprocess.run(
            [sys.executable, "manage.py", command, "--verbosity=0"],
            cwd=ROOT,
            env=database.environment,
            stdout=subprocess.DEVNULL,
            check=True,
        )
