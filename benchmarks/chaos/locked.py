"""Another writer holds SQLite's file."""

import sqlite3
import time
from contextlib import closing

from benchmarks.chaos.outage import suffer
from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import Stage


def run(stage: Stage) -> Outcome:
    seconds = stage.pick(30.0, 5.0)

    def lock() -> None:
        with closing(sqlite3.connect(stage.url.removeprefix("sqlite:///"), timeout=20)) as writer:
            writer.execute("BEGIN IMMEDIATE")
            time.sleep(seconds)
            writer.rollback()

    return suffer(stage, lock, times=1, what=f"locked for {seconds:.0f} s,")
