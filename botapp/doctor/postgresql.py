"""The server: version, size, free sessions, and whether a pooler stands between."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import connection

from botapp.doctor.amounts import size
from botapp.doctor.finding import Finding, ok, warn

SERVER, POOLER = "server", "pooler"


def version() -> str:
    number = _value("SHOW server_version_num")
    return str(int(number) // 10_000)


def time() -> float:
    """Unix time in seconds by the server's clock."""
    return float(_value("SELECT extract(epoch FROM clock_timestamp())"))


def examine() -> Iterator[Finding]:
    yield _server()
    yield _pooler()


def _server() -> Finding:
    used = int(_value("SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"))
    most = int(_value("SHOW max_connections"))
    found = f"{size(_value('SELECT pg_database_size(current_database())'))}, {used} of {most} sessions in use"
    if used > 0.9 * most:
        return warn(
            SERVER, found, "Raise max_connections, lower WEB_WORKERS or BRIDGE_THREADS, or end idle sessions"
        )
    return ok(SERVER, found)


def _pooler() -> Finding:
    """A pooler names a process of its own as the session's."""
    direct = _value("SELECT pg_backend_pid()") == connection.connection.info.backend_pid
    if direct:
        return ok(POOLER, "none between")
    if settings.LOCK_DATABASE_URL:
        return ok(POOLER, "one between; the locks go past it by LOCK_DATABASE_URL")
    return warn(
        POOLER, "one between, and no lock goes through it", "Set LOCK_DATABASE_URL to PostgreSQL itself"
    )


def _value(statement: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0]
