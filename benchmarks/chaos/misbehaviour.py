"""A handler raises, hangs in an await, in a thread, in the event loop: what the others notice of it."""

import time
from dataclasses import dataclass

from benchmarks.chaos.latency import latencies
from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import Stage, milliseconds, quantile
from benchmarks.chaos.takeover import Watch
from botapp.models import StoredUpdate
from tests.kit.chaos.traffic import FIRST_PERSON, Said, Traffic

# So that a row comes to its end within the run.
ENVIRONMENT = {"HANDLER_TIMEOUT_SECONDS": "2", "DELIVERY_ATTEMPTS": "3", "DELIVERY_BACKOFF_SECONDS": "0.3"}
LOOP_SECONDS = "8"
# The loop's tick may be a second old before it counts as blocked, then the lease runs out.
PASSES_ON_WITHIN = 5.0
RATE = 30
PATIENCE = 30.0
FINAL = (StoredUpdate.State.DONE, StoredUpdate.State.DEAD)


@dataclass(frozen=True)
class Wrong:
    """Lanes of so many people; `seconds`: how long one of their updates is tried, all attempts together."""

    kind: str
    person: int
    seconds: float
    rest: str = ""
    people: int = 1

    @property
    def name(self) -> str:
        return f"{self.people} × {self.kind}" if self.people > 1 else self.kind


WRONGS = (
    Wrong("raise", 0, 1.3),
    Wrong("hang_await", 1, 7.2),
    Wrong("hang_thread", 2, 10.2, "3"),
    Wrong("hang_thread", 4, 10.2, "3", people=4),
    # PostgreSQL ends its session, which stands in a transaction and does nothing.
    Wrong("hang_step", 8, 10.2, "3"),
)
LOOP = Wrong("hang_loop", 3, 0.0, LOOP_SECONDS)
# The first of the crowd, whose own words wait behind what they did.
WRONGDOERS = range(FIRST_PERSON, FIRST_PERSON + 9)
# SQLite has one writer: a step that hangs there keeps all others waiting, wherever it hangs.
NOT_ON_SQLITE = ("hang_step",)


def run(stage: Stage) -> Outcome:
    stage.leader(**ENVIRONMENT)
    stage.standby(**ENVIRONMENT)
    traffic = stage.traffic(rate=RATE).start()
    time.sleep(2.0)  # the first ones import and connect
    calm = _phase(stage, traffic)
    wrongs = [one for one in WRONGS if stage.kind != "sqlite" or one.kind not in NOT_ON_SQLITE]
    found = {wrong.name: _phase(stage, traffic, wrong) for wrong in wrongs}
    calm += _phase(stage, traffic)
    gap = _block_the_loop(stage, traffic)
    verdict = stage.verdict(traffic, within=120.0)
    usual = quantile(calm, 0.95)
    most = max(usual * 1.2, usual + 0.02)
    figure = f"p95 of the others {milliseconds(usual)}, " + ", ".join(
        f"beside {kind} {milliseconds(quantile(values, 0.95))}" for kind, values in found.items()
    )
    figure += f"; leadership passed on {milliseconds(gap)} after the loop was blocked"
    died = _died(stage, traffic)
    held = (
        all(quantile(values, 0.95) <= most for values in found.values()) and gap < PASSES_ON_WITHIN and died
    )
    return stage.outcome(figure, held=held, verdict=verdict)


def _phase(stage: Stage, traffic: Traffic, wrong: Wrong | None = None) -> list[float]:
    """Latencies of everybody else while some lanes misbehave (or none)."""
    seconds = stage.pick(20.0, 5.0)
    began, wrongs = len(traffic.said), []
    if wrong:
        count = max(1, int(seconds / wrong.seconds))
        people = range(wrong.person, wrong.person + wrong.people)
        wrongs = [
            traffic.write(wrong.kind, wrong.rest, person=person) for _ in range(count) for person in people
        ]
    time.sleep(seconds)
    said = traffic.said[began:]
    _until_final([*wrongs, *said])
    return latencies([one for one in said if one.chat_id not in WRONGDOERS], stage.calls("sendMessage"))


def _until_final(wrongs: list[Said]) -> None:
    """Nothing of one phase reaches into the next."""
    left = StoredUpdate.objects.filter(update_id__in=[one.update_id for one in wrongs])
    end = time.monotonic() + PATIENCE
    time.sleep(1.0)
    while left.exclude(state__in=FINAL).exists() and time.monotonic() < end:
        time.sleep(0.5)


def _block_the_loop(stage: Stage, traffic: Traffic) -> float:
    """Seconds until another process polled."""
    watch = Watch(stage)
    moment = time.monotonic()
    traffic.write(LOOP.kind, LOOP.rest, person=LOOP.person)
    return watch.until_other_polls(moment, settle=PASSES_ON_WITHIN)


def _died(stage: Stage, traffic: Traffic) -> bool:
    """True if each of them was tried three times and given up."""
    kinds = {wrong.kind for wrong in WRONGS}
    wrong = {one.update_id: one.kind for one in traffic.said if one.kind in kinds}
    rows = StoredUpdate.objects.filter(update_id__in=wrong).values_list("update_id", "state", "attempts")
    odd = [f"{wrong[number]} {state} after {tries}" for number, state, tries in rows
           if (state, tries) != (StoredUpdate.State.DEAD, 3)]  # fmt: skip
    if odd:
        stage.notes.append(f"not dead after 3 attempts: {', '.join(odd[:5])}")
    return not odd
