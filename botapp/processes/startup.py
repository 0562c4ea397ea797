"""What must be true before the programs start: the database is there, migrated and filled."""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DEFAULT_DB_ALIAS, DatabaseError, OperationalError, connection, connections
from django.db.migrations.executor import MigrationExecutor

from botapp.processes.startup_lock import startup_lock
from botapp.processes.storage import is_lost_at_redeploy

logger = logging.getLogger(__name__)

DATABASE_PATIENCE_SECONDS = 30.0
NO_DATABASE = 69  # EX_UNAVAILABLE


def prepare(*, patience: float = DATABASE_PATIENCE_SECONDS, more: Callable[[], object] | None = None) -> None:
    """One start at a time: migrate, load the texts and do `more`.

    Raises CommandError if the database can't be reached within `patience` seconds.
    """
    _wait_for_database(patience)
    _make_static_root()
    try:
        with startup_lock():
            _migrate()
            _load_content()
            if more:
                more()
    except TimeoutError as error:
        raise CommandError(
            "Another start holds the database's lock and does not end.", returncode=75
        ) from error
    except OperationalError as error:
        sentence = "The database went away. Check DATABASE_URL, and LOCK_DATABASE_URL if it is set."
        raise CommandError(sentence, returncode=NO_DATABASE) from error
    finally:
        connections.close_all()


def say_notes() -> None:
    """What the settings have to say, once a log is there to say it in."""
    for level, note in settings.STARTUP_NOTES:
        logger.log(level, "%s", note)


def warn_of_lost_database() -> None:
    """In a container an SQLite file lives as long as the container does."""
    if is_lost_at_redeploy():
        logger.warning(
            "The database is an SQLite file inside the container: the next deploy loses it, and a second "
            "container would not share it. Set DATABASE_URL to PostgreSQL or mount a volume there."
        )


def _make_static_root() -> None:
    """WhiteNoise warns of a missing folder; the finders serve the files without collectstatic."""
    with suppress(OSError):  # a read-only checkout
        Path(settings.STATIC_ROOT).mkdir(exist_ok=True)


def _wait_for_database(patience: float) -> None:
    deadline = time.monotonic() + patience
    while True:
        try:
            connection.ensure_connection()
            return
        except DatabaseError as error:
            away = isinstance(error, OperationalError) and connection.vendor != "sqlite"
            if not away or time.monotonic() > deadline:
                raise CommandError(_unreachable(), returncode=NO_DATABASE) from error
            logger.warning("The database does not answer yet: trying again.")
            time.sleep(1.0)


def _unreachable() -> str:
    if connection.vendor == "sqlite":
        return f"The database file {connection.settings_dict['NAME']} can't be opened. Check DATABASE_URL."
    return "The database can't be reached. Check DATABASE_URL, and that the database runs."


def _migrate() -> None:
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not plan:
        logger.info("The database is up to date.")
        return
    call_command("migrate", interactive=False, verbosity=0)
    logger.info("The database is migrated: %s steps.", len(plan))


def _load_content() -> None:
    said = StringIO()
    call_command("load_content", stdout=said)
    for line in said.getvalue().splitlines():
        logger.info("%s", line)
