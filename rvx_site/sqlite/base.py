"""SQLite for several threads of one process: transactions take turns.

SQLite lets one connection write at a time. Whoever finds it busy sleeps, up to 100 ms, and looks again;
among eight threads one can sleep through every gap for half a second. So the transactions of a
process wait for one another here, in no strict order; other processes, and statements outside of a
transaction, are met in SQLite's own way.
"""

import os
import threading
from collections import defaultdict

from django.db import OperationalError
from django.db.backends.sqlite3 import base

_turns: "defaultdict[str, threading.Lock]" = defaultdict(threading.Lock)
os.register_at_fork(after_in_child=_turns.clear)


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's own, but a transaction begins when those that began before it in this process are over."""

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
                self._end_turn()
            return
        is_first = self._take_turn()
        try:
            super().set_autocommit(autocommit, force_begin_transaction_with_broken_autocommit)
        except BaseException:
            if is_first:
                self._end_turn()
            raise

    def close(self) -> None:
        try:
            super().close()
        finally:
            self._end_turn()

    def _take_turn(self) -> bool:
        """False if this connection has it already. Half of its patience is left for other processes."""
        if self._turn:
            return False
        self.ensure_connection()
        milliseconds: int = self.connection.execute("PRAGMA busy_timeout").fetchone()[0]
        turn = _turns[str(self.settings_dict["NAME"])]
        if not turn.acquire(timeout=milliseconds / 2000):
            raise OperationalError("database is locked")
        self._turn = turn
        return True

    def _end_turn(self) -> None:
        if self._turn:
            self._turn.release()
            self._turn = None
