"""kill -9 exactly at each place in the way of an update, one update in work at a time."""

import time

from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import Stage
from botapp.delivery.failpoints import Place
from tests.kit.chaos.fleet import Bot
from tests.kit.chaos.traffic import Traffic
from tests.kit.chaos.verdict import judge, wait_until_done

# Those that every update passes.
PLACES: tuple[Place, ...] = ("fetched", "stored", "effect", "sent", "journaled")
# The one place where a message is out and not yet remembered.
DUPLICATE_AT = "sent"
PASSING = 3
PATIENCE = 20.0


def run(stage: Stage) -> Outcome:
    """Bots in a chain, each doomed at the next place; the last one is not."""
    places = PLACES * stage.pick(5, 1)
    traffic = stage.traffic()
    doomed = stage.leader(rehearsal=_order(places[0]))
    duplicates: dict[str, list[int]] = {place: [] for place in PLACES}
    for place, following in zip(places, [*places[1:], ""], strict=True):
        successor = stage.standby(rehearsal=_order(following) if following else "")
        duplicates[place].append(_strike(stage, traffic, doomed) - sum(map(sum, duplicates.values())))
        doomed = successor
    verdict = stage.verdict(traffic)
    held = all(set(found) == {int(place == DUPLICATE_AT)} for place, found in duplicates.items())
    figure = "sent twice at " + ", ".join(f"{place} {sum(n)} of {len(n)}" for place, n in duplicates.items())
    return stage.outcome(figure, held=held, verdict=verdict)


def _order(place: str) -> str:
    return f"{place}:{PASSING}:kill"


def _strike(stage: Stage, traffic: Traffic, doomed: Bot) -> int:
    """Write until the bot is gone and all is done; how many were sent twice so far."""
    end = time.monotonic() + PATIENCE
    while doomed.is_alive and time.monotonic() < end:
        traffic.push(1)
        _let_it_be_done(traffic, doomed)
    if doomed.is_alive:
        raise AssertionError(f"{doomed.pid} did not reach its place:\n{doomed.log[-1000:]}")
    wait_until_done(traffic.said, PATIENCE)
    return len(judge(traffic.said, stage.calls()).duplicate_sends)


def _let_it_be_done(traffic: Traffic, doomed: Bot) -> None:
    """Returns early with the bot's end."""
    end = time.monotonic() + PATIENCE
    while doomed.is_alive and time.monotonic() < end:
        try:
            wait_until_done(traffic.said, 0.2)
        except AssertionError:
            continue
        return
