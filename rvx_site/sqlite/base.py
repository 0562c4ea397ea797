"""SQLite for several threads of one process: whoever writes takes turns.

SQLite lets one connection write at a time. Whoever finds it busy sleeps, up to 100 ms, and looks again;
among eight threads one can sleep through every gap for half a second. So the transactions of a
process, and its writing statements outside of one, wait for one another here, in no strict order;
other processes are met in SQLite's own way.

Numbers have the bounds that they have on PostgreSQL: forms say so, on both databases.
"""

import os
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from django.db import OperationalError
from django.db.backends.base.operations import BaseDatabaseOperations
from django.db.backends.sqlite3 import base, operations

_turns: "defaultdict[str, threading.Lock]" = defaultdict(threading.Lock)
os.register_at_fork(after_in_child=_turns.clear)


_WRITING = ("INSERT", "UPDATE", "DELETE", "REPLACE")


class _Cursor(base.SQLiteCursorWrapper):
    """Django's own, but a statement that writes and is its own transaction waits for its turn.

    One that returns rows is over when they are fetched, and so is its turn.
    """

    def __init__(self, connection: Any, *, wrapper: "DatabaseWrapper") -> None:
        super().__init__(connection)
        self._wrapper = wrapper
        self._has_turn = False

    def execute(self, query: str, params: Any = None) -> Any:
        with self._turn_of(query):
            return super().execute(query, params)

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        with self._turn_of(query):
            return super().executemany(query, param_list)

    def fetchone(self) -> Any:
        try:
            return super().fetchone()
        finally:
            self._end_turn()

    def fetchmany(self, size: int | None = None) -> list[Any]:
        try:
            return super().fetchmany(self.arraysize if size is None else size)
        finally:
            self._end_turn()

    def fetchall(self) -> list[Any]:
        try:
            return super().fetchall()
        finally:
            self._end_turn()

    def close(self) -> None:
        try:
            super().close()
        finally:
            self._end_turn()

    @contextmanager
    def _turn_of(self, query: str) -> Iterator[None]:
        """What reads needs none, what is in a transaction has it. Raises OperationalError as that does."""
        self._end_turn()
        self._has_turn = query.lstrip()[:7].upper().startswith(_WRITING) and self._wrapper.take_turn()
        try:
            yield
        except BaseException:
            self._end_turn()
            raise
        if "RETURNING" not in query.upper():
            self._end_turn()

    def _end_turn(self) -> None:
        if self._has_turn:
            self._has_turn = False
            self._wrapper.end_turn()


class _Operations(operations.DatabaseOperations):
    def integer_field_range(self, internal_type: str) -> tuple[int, int]:
        """Of any column, as other databases have it; SQLite itself would store 64 bits in each."""
        return BaseDatabaseOperations.integer_field_range(self, internal_type)


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's own, but a transaction begins when those that began before it in this process are over."""

    ops_class = _Operations
    _turn: "threading.Lock | None" = None

    def set_autocommit(
        self, autocommit: bool, force_begin_transaction_with_broken_autocommit: bool = False
    ) -> None:
        """Off at the beginning of a transaction, on at its end.

        Raises OperationalError if its turn does not come within half the connection's busy_timeout.
        """
        if autocommit:
            try:
                super().set_autocommit(autocommit, force_begin_transaction_with_broken_autocommit)
            finally:
                self.end_turn()
            return
        is_first = self.take_turn()
        try:
            super().set_autocommit(autocommit, force_begin_transaction_with_broken_autocommit)
        except BaseException:
            if is_first:
                self.end_turn()
            raise

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=partial(_Cursor, wrapper=self))

    def close(self) -> None:
        try:
            super().close()
        finally:
            self.end_turn()

    def take_turn(self) -> bool:
        """False if this connection has it already. Raises OperationalError as above.

        Half of its patience is left for other processes.
        """
        if self._turn:
            return False
        self.ensure_connection()
        milliseconds: int = self.connection.execute("PRAGMA busy_timeout").fetchone()[0]
        turn = _turns[str(self.settings_dict["NAME"])]
        if not turn.acquire(timeout=milliseconds / 2000):
            raise OperationalError("database is locked")
        self._turn = turn
        return True

    def end_turn(self) -> None:
        """Let the next one write; nothing to do for who has no turn."""
        if self._turn:
            self._turn.release()
            self._turn = None
