"""The host of PostgreSQL vanishes without a word: no reset, no acknowledgement."""

import sys
import time
from urllib.parse import urlsplit

from benchmarks.chaos.outcome import NotRun, Outcome
from benchmarks.chaos.stage import Stage, milliseconds
from benchmarks.chaos.takeover import Watch
from tests.kit.chaos.blackhole import Blackhole

GOES_ON_WITHIN = 8.0


def run(stage: Stage) -> Outcome:
    if sys.platform != "linux":
        raise NotRun("the kernel of Linux drops the packets")
    seconds = stage.pick(10.0, 6.0)
    place = urlsplit(stage.url)
    with Blackhole(place.port or 5432) as way:
        url = place._replace(netloc=place.netloc.replace(f":{place.port}", f":{way.port}")).geturl()
        traffic = stage.traffic().start()
        stage.leader(DATABASE_URL=url)
        stage.standby(DATABASE_URL=url)
        time.sleep(1.0)
        gaps = [_gap(stage, way, seconds) for _ in range(stage.pick(3, 1))]
        verdict = stage.verdict(traffic, within=120.0)
        alive = sum(bot.is_alive for bot in stage.fleet.bots)
    polls, answers = zip(*gaps, strict=True)
    figure = (
        f"{len(gaps)} × {seconds:.0f} s, polled again after max {milliseconds(max(polls))}, "
        f"answered again after max {milliseconds(max(answers))}, "
        f"{alive} of {len(stage.fleet.bots)} processes alive"
    )
    held = max(map(max, gaps)) < GOES_ON_WITHIN and alive == len(stage.fleet.bots)
    return stage.outcome(figure, held=held, verdict=verdict)


def _gap(stage: Stage, way: Blackhole, seconds: float) -> tuple[float, float]:
    """Seconds from its return to the next poll and to the next answer."""
    watch = Watch(stage)
    way.vanish()
    time.sleep(seconds)
    way.come_back()
    moment = time.monotonic()
    settle = GOES_ON_WITHIN + 0.5
    return watch.until_polled(moment, settle=settle), watch.until_answered(moment, settle=settle)
