"""A database that fails at one table, on both kinds of database."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def table_away(name: str) -> Iterator[None]:
    """Every statement on this table fails inside."""
    _rename(name, f"{name}_away")
    try:
        yield
    finally:
        _rename(f"{name}_away", name)


def _rename(old: str, new: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {old} RENAME TO {new}")
