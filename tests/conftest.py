"""Fixtures that every test may use. Reference texts (glossary, courses) are loaded once a run."""

import sys
from collections.abc import Iterator
from contextlib import suppress

import pytest
from django.apps import apps
from django.core.cache import cache
from django.core.management import call_command
from django.db import OperationalError, connection, connections
from django.test.utils import setup_databases, teardown_databases

pytest_plugins = ["tests.kit.fixtures", "tests.kit.chaos.fixtures"]

# Rows that come with RVX: loaded once, never touched by tests of the bot.
REFERENCE = {"botapp.term", "botapp.eventkind"} | {
    f"lessons.{name}" for name in ("course", "lesson", "question", "option")
}


# Few tests that take long. Begun last, they would leave the other workers idle.
LONG = (
    "tests/chaos/",
    "tests/e2e/",
    "tests/botapp/management/",
    "tests/botapp/telegram/",
    "tests/botapp/delivery/",
    "tests/rvx_site/test_worker.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: [not item.nodeid.startswith(folder) for folder in LONG])


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_modify_db_settings: None,
    django_db_blocker: "pytest_django.DjangoDbBlocker",  # noqa: F821 (plugin's type)
    django_db_keepdb: bool,
    django_db_createdb: bool,
) -> Iterator[None]:
    """The test database, whichever fixture asks for it.

    The plugin's own fixture makes none when no test has its mark, and live_db would then empty
    the real tables.
    """
    with django_db_blocker.unblock():
        made = setup_databases(
            verbosity=0, interactive=False, keepdb=django_db_keepdb and not django_db_createdb
        )
        call_command("load_content", verbosity=0)
    yield
    if not django_db_keepdb:
        with django_db_blocker.unblock(), suppress(OperationalError):
            _end_other_sessions()
            # PostgreSQL refuses while somebody is still connected; the next run makes it anew.
            teardown_databases(made, verbosity=0)


def _end_other_sessions() -> None:
    """Pool threads keep theirs open, and DROP DATABASE waits five seconds for each."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.fixture
def live_db(django_db_setup: None, django_db_blocker: "pytest_django.DjangoDbBlocker") -> Iterator[None]:  # noqa: F821
    """The committed database, for code that works on threads of its own; emptied afterwards.

    Cheaper than a transactional test: tables are emptied row by row and reference texts stay.
    """
    with django_db_blocker.unblock():
        yield
        _empty_tables()
        connections.close_all()


def _empty_tables() -> None:
    ours = [m for app in ("lessons", "botapp", "analytics") for m in apps.get_app_config(app).get_models()]
    tables = [m._meta.db_table for m in ours if m._meta.label_lower not in REFERENCE]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # TRUNCATE makes new files for each table: half a second, where these take milliseconds.
            deletes = "; ".join(f"DELETE FROM {table}" for table in tables)
            cursor.execute(
                f"SET session_replication_role = replica; {deletes}; RESET session_replication_role"
            )
            return
        with connection.constraint_checks_disabled():
            for table in tables:
                cursor.execute(f"DELETE FROM {table}")


@pytest.fixture(autouse=True, scope="session")
def loopback_only() -> Iterator[None]:
    """A test that reaches for the network fails; TEST_DATABASE_URL may point elsewhere through libpq."""

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        if event == "socket.connect" and armed and isinstance(arguments[1], tuple):
            host = str(arguments[1][0])
            if not host.startswith("127.") and host not in ("::1", "localhost"):
                raise PermissionError(f"A test wanted to reach {host}.")

    armed = [True]
    sys.addaudithook(refuse)
    yield
    armed.clear()


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    cache.clear()
