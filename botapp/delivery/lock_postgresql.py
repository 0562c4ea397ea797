"""The lock beside PostgreSQL: an advisory lock of a session of its own.

The session is not Django's (which reconnects silently and would lose the lock unseen) and must not
go through a pooler in transaction mode (two would get it). It ends by itself, and the lock with it,
when its process is paused for longer than the lease or its host is gone.
"""

import hashlib
import logging
from typing import Any

import psycopg
from django.conf import settings
from django.db import connection

from botapp.delivery.identity import Identity
from botapp.delivery.verdict import LockView
from botapp.services.stored_updates import CHANNEL

logger = logging.getLogger(__name__)
_KEEPALIVE: dict[str, Any] = {
    "connect_timeout": 2,
    "keepalives": 1,
    "keepalives_idle": 2,
    "keepalives_interval": 1,
    "keepalives_count": 2,
}


class PostgresqlLock:
    def __init__(self, bot_id: int, parameters: dict[str, Any], *, ttl: float) -> None:
        self._bot_id = bot_id
        self._key = int.from_bytes(hashlib.sha256(f"rvx bot {bot_id}".encode()).digest()[:8], signed=True)
        self._parameters = parameters
        self._ttl = ttl
        self._session: psycopg.Connection[Any] | None = None
        self._identity = ""
        self._is_held = False
        self._can_be_had = True

    def attempt(self) -> bool:
        if self._is_held:
            return True
        try:
            session = self._session or self._connect()
            row = session.execute("SELECT pg_try_advisory_lock(%s)", [self._key]).fetchone()
        except psycopg.Error as error:
            self._forget(error)
            return False
        self._is_held = bool(row and row[0])
        return self._is_held

    def check(self) -> bool:
        """One round trip, which also keeps the session from ending as idle."""
        if self._session is None:
            return False
        try:
            self._session.execute("SELECT 1")
        except psycopg.Error:
            self._drop()
        return self._is_held

    def release(self) -> None:
        self._drop()

    def view(self) -> LockView:
        return LockView(self._identity, self._is_held, self._can_be_had, required=False)

    def fileno(self) -> int | None:
        return self._session.fileno() if self._session and not self._session.closed else None

    def heard(self) -> bool:
        """Also what a check had to read over before its own answer."""
        if self._session is None:
            return False
        try:
            return any([*self._session.notifies(timeout=0)])
        except psycopg.Error:
            self._drop()
            return False

    def holder(self) -> Identity | None:
        return None

    def _connect(self) -> psycopg.Connection[Any]:
        # Half of the lease, so that a check that gets no answer does not cost the lead.
        patience = int(self._ttl * 500)
        session = psycopg.connect(
            **_KEEPALIVE, tcp_user_timeout=patience, **self._parameters, autocommit=True
        )
        row = session.execute("SELECT pg_backend_pid()").fetchone()
        if row is None or row[0] != session.info.backend_pid:
            session.close()
            raise psycopg.NotSupportedError("a pooler stands between")
        milliseconds = int(self._ttl * 1000)
        for name, value in (
            ("idle_session_timeout", milliseconds),
            ("client_connection_check_interval", 500),
        ):
            _set(session, name, value)
        session.execute(f"LISTEN {CHANNEL}".encode())
        self._identity = f"postgresql:{_server(session)}:{self._key}"
        self._session, self._can_be_had = session, True
        return session

    def _forget(self, error: psycopg.Error) -> None:
        self._drop()
        if self._can_be_had and isinstance(error, psycopg.NotSupportedError):
            logger.error(
                "No advisory lock can be had through a pooler: a takeover after a crash takes as long as "
                "the lease. Point LOCK_DATABASE_URL at PostgreSQL itself."
            )
        elif self._can_be_had:
            logger.warning("The database of the lock does not answer: %s", type(error).__name__)
        self._can_be_had = False

    def _drop(self) -> None:
        self._is_held = False
        if self._session is not None:
            self._session.close()
            self._session = None


def connection_parameters() -> dict[str, Any]:
    """Where the lock's session connects: LOCK_DATABASE_URL, or Django's database without its options."""
    if settings.LOCK_DATABASE_URL:
        return {"conninfo": settings.LOCK_DATABASE_URL}
    stored = connection.settings_dict
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    found = {name: stored[key] for name, key in names.items() if stored.get(key)}
    return found | {name: value for name, value in stored["OPTIONS"].items() if name.startswith("ssl")}


def _set(session: psycopg.Connection[Any], name: str, value: int) -> None:
    """Servers before 14 don't know these settings; the lock works without them."""
    try:
        session.execute("SELECT set_config(%s, %s, false)", [name, str(value)])
    except psycopg.errors.UndefinedObject:
        logger.debug("The server does not know %s.", name)


def _server(session: psycopg.Connection[Any]) -> str:
    """Names cluster and database, so that a lock elsewhere is never taken for this one."""
    try:
        row = session.execute(
            "SELECT system_identifier, (SELECT oid FROM pg_database WHERE datname = current_database())"
            " FROM pg_control_system()"
        ).fetchone()
    except psycopg.errors.InsufficientPrivilege:
        info = session.info
        return f"{info.host}:{info.port}/{info.dbname}"
    return f"{row[0]}/{row[1]}" if row else ""
