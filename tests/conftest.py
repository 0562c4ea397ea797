"""Fixtures that every test may use. Reference texts (glossary, courses) are loaded once a run."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, connections

# Rows that come with RVX: loaded once, never touched by tests of the bot.
REFERENCE = {"botapp.term", "botapp.eventkind"} | {f"lessons.{name}" for name in ("course", "lesson", "question", "option")}


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: "pytest_django.DjangoDbBlocker") -> None:  # noqa: F821 (plugin's type)
    with django_db_blocker.unblock():
        call_command("load_content", verbosity=0)


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
            cursor.execute(f"TRUNCATE {', '.join(tables)} RESTART IDENTITY CASCADE")
            return
        with connection.constraint_checks_disabled():
            for table in tables:
                cursor.execute(f"DELETE FROM {table}")


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    cache.clear()
    yield
