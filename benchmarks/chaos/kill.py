"""kill -9 of the leader under traffic, a standby always waiting."""

from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import Stage, quantile
from benchmarks.chaos.takeover import described, kill_in_turn


def run(stage: Stage) -> Outcome:
    traffic = stage.traffic().start()
    gaps = kill_in_turn(stage, times=stage.pick(50, 4), settle=0.6)
    verdict = stage.verdict(traffic)
    held = quantile(gaps, 0.95) < 0.5 and max(gaps) < 2.0
    return stage.outcome(described(gaps), held=held, verdict=verdict)
