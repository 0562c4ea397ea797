"""PostgreSQL ends every session of the bots, with pg_terminate_backend."""

import psycopg

from benchmarks.chaos.outage import suffer
from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import Stage

EVERYBODY = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


def run(stage: Stage) -> Outcome:
    return suffer(stage, lambda: end_sessions(stage.url), times=stage.pick(10, 2), what="all sessions ended")


def end_sessions(url: str) -> None:
    """All in this database but the one that does it."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(EVERYBODY)
