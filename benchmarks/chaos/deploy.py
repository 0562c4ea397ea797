"""A new release starts, the old one gets SIGTERM while its handlers take three seconds."""

import time

from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import Stage, milliseconds
from benchmarks.chaos.takeover import Watch
from tests.kit.chaos.fleet import Bot
from tests.kit.chaos.traffic import Traffic

SLOW_ONES = 10
HANDLER_SECONDS = "3"


def run(stage: Stage) -> Outcome:
    traffic = stage.traffic(rate=20).start()
    old = stage.leader()
    gaps, codes = [], []
    for _ in range(stage.pick(5, 1)):
        new = stage.standby()
        gap, code = _replace(stage, traffic, old)
        gaps.append(gap)
        codes.append(code)
        old = new
    verdict = stage.verdict(traffic)
    figure = (
        f"{len(gaps)} times, gap max {milliseconds(max(gaps))}, {len(verdict.overlaps)} × two live clients, "
        f"{len(verdict.conflicts)} × 409, exit codes {sorted(set(codes))}"
    )
    held = max(gaps) < 1.0 and not (verdict.overlaps or verdict.conflicts or any(codes))
    return stage.outcome(figure, held=held, verdict=verdict)


def _replace(stage: Stage, traffic: Traffic, old: Bot) -> tuple[float, int]:
    """Seconds until the new one polls, and the old one's exit code."""
    for person in range(SLOW_ONES):
        traffic.write("slow", HANDLER_SECONDS, person=person)
    time.sleep(0.5)
    watch = Watch(stage)
    moment = time.monotonic()
    old.terminate()
    gap = watch.until_other_polls(moment)
    return gap, old.wait(20)
