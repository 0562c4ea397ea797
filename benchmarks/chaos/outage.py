"""A fault of the database under traffic, again and again: how soon polls and answers go on."""

import time
from collections.abc import Callable

from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import Stage, milliseconds
from benchmarks.chaos.takeover import Watch

GOES_ON_WITHIN = 2.0


def suffer(stage: Stage, fault: Callable[[], None], *, times: int, what: str) -> Outcome:
    """Leader and standby under traffic; `fault` returns when the database is there again."""
    traffic = stage.traffic().start()
    stage.leader()
    stage.standby()
    time.sleep(1.0)
    gaps = [_gap(stage, fault) for _ in range(times)]
    verdict = stage.verdict(traffic, within=120.0)
    alive = sum(bot.is_alive for bot in stage.fleet.bots)
    figure = (
        f"{what} {times} times, polled again after max {milliseconds(max(poll for poll, _ in gaps))}, "
        f"answered again after max {milliseconds(max(answer for _, answer in gaps))}, "
        f"{alive} of {len(stage.fleet.bots)} processes alive"
    )
    held = max(map(max, gaps)) < GOES_ON_WITHIN and alive == len(stage.fleet.bots)
    return stage.outcome(figure, held=held, verdict=verdict)


def _gap(stage: Stage, fault: Callable[[], None]) -> tuple[float, float]:
    """Seconds from the end of the fault to the next poll and to the next answer."""
    watch = Watch(stage)
    fault()
    moment = time.monotonic()
    settle = GOES_ON_WITHIN + 0.5
    return watch.until_polled(moment, settle=settle), watch.until_answered(moment, settle=settle)
