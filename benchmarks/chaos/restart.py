"""An immediate restart of PostgreSQL, as after a crash."""

from benchmarks.chaos.outage import suffer
from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import Stage


def run(stage: Stage) -> Outcome:
    server = stage.server
    if server is None:
        raise AssertionError("this row needs a server of its own")
    return suffer(stage, server.restart, times=stage.pick(3, 1), what="restarted")
