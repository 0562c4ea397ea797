"""PostgreSQL is not there for half a minute."""

import time

from django.db import connections

from benchmarks.chaos.outage import suffer
from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import Stage
from botapp.models import StoredUpdate
from botapp.sandbox.queue import FIRST_UPDATE_ID


def run(stage: Stage) -> Outcome:
    seconds = stage.pick(30.0, 5.0)
    missing: list[int] = []

    def be_away() -> None:
        server = stage.server
        if server is None:
            raise AssertionError("this row needs a server of its own")
        server.stop()
        time.sleep(seconds)
        confirmed = _confirmed(stage)
        server.start()
        missing.extend(_not_committed(confirmed))

    outcome = suffer(stage, be_away, times=1, what=f"away for {seconds:.0f} s,")
    figure = f"{len(missing)} confirmed without being committed; {outcome.figure}"
    held = outcome.held and not missing
    return Outcome(outcome.row, outcome.database, outcome.threshold, figure, held, outcome.notes)


def _confirmed(stage: Stage) -> set[int]:
    """Numbers of all updates that Telegram has let go."""
    bot = stage.sandbox.sandbox.bot

    def read() -> set[int]:
        return set(range(FIRST_UPDATE_ID, min(bot.queue.ids(), default=bot.queue.next_id)))

    found: set[int] = stage.sandbox.call(read)
    return found


def _not_committed(confirmed: set[int]) -> set[int]:
    connections.close_all()
    return confirmed - set(StoredUpdate.objects.values_list("update_id", flat=True))
