"""A pytest plugin for the second database: `-p tests.kit.database_only` leaves out what uses none.

A test that never opens the database can't differ between SQLite and PostgreSQL; it ran already.
"""

import pytest

_FIXTURES = {"db", "transactional_db", "live_db", "django_db_setup", "client", "chat", "chats"}
# They start processes of their own, on TEST_DATABASE_URL.
_FOLDERS = ("tests/e2e/", "tests/chaos/", "tests/botapp/delivery/")
# There, but about the file that stands beside SQLite.
_NOT_THEIRS = "tests/botapp/delivery/test_lock_file.py"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    kept = [item for item in items if _uses_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if not _uses_database(item)])
    items[:] = kept


def _uses_database(item: pytest.Item) -> bool:
    asked = set(getattr(item, "fixturenames", ()))
    return (
        bool(asked & _FIXTURES)
        or bool(item.get_closest_marker("django_db"))
        or (item.nodeid.startswith(_FOLDERS) and not item.nodeid.startswith(_NOT_THEIRS))
    )
