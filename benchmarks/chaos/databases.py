"""A migrated database for each row: a copy of one file, or a copy of one template on a server."""

import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import LiteralString, Protocol
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from tests.kit.postgres import Postgres

ROOT = Path(__file__).resolve().parents[2]
# A row may have many processes; what was committed must outlive an immediate restart of the server.
SERVER_SETTINGS = ("max_connections=500", "synchronous_commit=on")
DURABLE = ("fsync=on", "full_page_writes=on")


class Source(Protocol):
    """Hands out databases of one kind, migrated and with the reference texts."""

    def make(self, directory: Path) -> str:
        """The address of a fresh one; `directory` is the row's own."""
        ...

    def drop(self, url: str) -> None: ...


class SqliteSource:
    def __init__(self, directory: Path) -> None:
        self._model = directory / "model.sqlite3"
        migrate(f"sqlite:///{self._model}")

    def make(self, directory: Path) -> str:
        shutil.copy(self._model, directory / "rvx.sqlite3")
        return f"sqlite:///{directory}/rvx.sqlite3"

    def drop(self, url: str) -> None:
        """The row's directory goes as a whole."""


class PostgresqlSource:
    def __init__(self, server: str) -> None:
        self._server = server
        self._template = self._create("template1")
        migrate(self._address(self._template))

    def make(self, directory: Path) -> str:
        return self._address(self._create(self._template))

    def drop(self, url: str) -> None:
        """Gone, with every session in it, if the server is there; its trouble must not stop other rows."""
        with suppress(psycopg.Error):
            self._execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", urlsplit(url).path[1:])

    def close(self) -> None:
        self.drop(self._address(self._template))

    def _create(self, template: str) -> str:
        name = f"rvx_chaos_{secrets.token_hex(6)}"
        self._execute("CREATE DATABASE {} TEMPLATE {}", name, template)
        return name

    def _address(self, name: str) -> str:
        return urlsplit(self._server)._replace(path=f"/{name}").geturl()

    def _execute(self, statement: LiteralString, *names: str) -> None:
        with psycopg.connect(self._server, autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


@contextmanager
def sqlite_source(directory: Path) -> Iterator[SqliteSource]:
    yield SqliteSource(directory)


@contextmanager
def postgresql_source(server: str) -> Iterator[PostgresqlSource]:
    """On the given server, or on one of its own if the address is empty."""
    if not server:
        with Postgres(*SERVER_SETTINGS) as own, postgresql_source(own.url) as source:
            yield source
        return
    source = PostgresqlSource(server)
    try:
        yield source
    finally:
        source.close()


def migrate(url: str) -> None:
    """Tables and reference texts. Raises RuntimeError with what the command said."""
    environment = {**os.environ, "DATABASE_URL": url, "ENV_FILE": "", "SECRET_KEY": "only-for-benchmarks"}
    for command in ("migrate", "load_content"):
        done = subprocess.run(
            [sys.executable, "manage.py", command, "-v0"],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{command} failed:\n{done.stderr[-2000:]}")


def version(url: str) -> str:
    """Name and version of the database behind an address."""
    if url.startswith("sqlite"):
        import sqlite3

        return f"SQLite {sqlite3.sqlite_version}"
    with psycopg.connect(url) as connection:
        number = connection.info.server_version
    return f"PostgreSQL {number // 10000}.{number % 10000}"
