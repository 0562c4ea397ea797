"""How long nobody asked Telegram after the leader fell, and how soon answers came again."""

import time
from collections.abc import Callable

from benchmarks.chaos.stage import Stage, milliseconds, no_sooner, quantile
from botapp.sandbox.journal import Call
from tests.kit.chaos.fleet import Bot

NEVER = float("inf")
LOOK = 0.25
PATIENCE = 20.0


class Watch:
    """Made before the fault; knows who polled until then."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        polls = stage.calls("getUpdates")
        self._pollers = {call.connection for call in polls}
        self._last = polls[-1].number if polls else 0

    def until_other_polls(self, moment: float, *, settle: float = 1.0) -> float:
        """Seconds from `moment` until a client polled that had not polled before. Looks after `settle`."""
        return self._first("getUpdates", moment, settle, lambda call: call.connection not in self._pollers)

    def until_polled(self, moment: float, *, settle: float = 1.0) -> float:
        """Seconds from `moment` until anybody polled."""
        return self._first("getUpdates", moment, settle, lambda call: call.at >= moment)

    def until_answered(self, moment: float, *, settle: float = 1.0) -> float:
        """Seconds from `moment` until somebody was answered."""
        return self._first("sendMessage", moment, settle, lambda call: call.at >= moment)

    def _first(self, method: str, moment: float, settle: float, fits: Callable[[Call], bool]) -> float:
        """Looks seldom: reading the journal takes time on the loop that serves the bots."""
        no_sooner(moment + settle)
        while True:
            found = [call.at for call in self._stage.calls(method, after=self._last) if fits(call)]
            if found:
                return max(0.0, min(found) - moment)
            if time.monotonic() > moment + PATIENCE:
                return NEVER
            time.sleep(LOOK)


def kill_in_turn(stage: Stage, *, times: int, settle: float, **environment: str) -> list[float]:
    """Kill the leader that often, always with a warm standby behind it; the gaps in seconds."""
    stage.leader(**environment)
    stage.standby(**environment)
    gaps = []
    for _ in range(times):
        newest: Bot = stage.standby(**environment)
        leader = stage.fleet.leader()
        if leader is None:
            raise AssertionError("nobody leads")
        watch = Watch(stage)
        leader.kill()
        gaps.append(watch.until_other_polls(time.monotonic(), settle=settle))
        leader.wait()
        if not newest.is_alive:
            raise AssertionError(f"a standby ended:\n{newest.log[-2000:]}")
    return gaps


def described(gaps: list[float]) -> str:
    middle, high, worst = (milliseconds(quantile(gaps, share)) for share in (0.5, 0.95, 1.0))
    return f"{len(gaps)} times, p50 {middle}, p95 {high}, max {worst}"
