"""How SQLite goes about the statements that our code really makes."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="the plan is SQLite's")


def plans(ask: Callable[[], object], *, table: str, word: str = "WHERE") -> list[str]:
    """The plan of each statement on `table` with this word in it that `ask` makes, in order."""
    with CaptureQueriesContext(connection) as made:
        ask()
    return [_plan(q["sql"]) for q in made.captured_queries if f'"{table}"' in q["sql"] and word in q["sql"]]


def _plan(statement: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {statement}")
        return "; ".join(row[3] for row in cursor.fetchall())
