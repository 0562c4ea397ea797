"""SIGSTOP for longer than the lease, then SIGCONT."""

import time

from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import Stage, milliseconds
from benchmarks.chaos.takeover import Watch
from tests.kit.chaos.fleet import Bot

TTL = 3.0
PAUSE = TTL + 2.5
LOST = "Bot lock lost"
# So that answers stream while it is stopped.
NEWS = 0.1
ANSWERS = ("sendMessage", "editMessageText")
STEPS_DOWN_WITHIN = 1.0


def run(stage: Stage) -> Outcome:
    traffic = stage.traffic(rate=30, news=NEWS).start()
    stage.leader()
    rounds = [_pause(stage) for _ in range(stage.pick(5, 1))]
    verdict = stage.verdict(traffic)
    takeovers, steps, polls, answers = zip(*rounds, strict=True)
    held = max(takeovers) < TTL + 1 and max(steps) < STEPS_DOWN_WITHIN and sum(polls) == 0
    ended = sum(step == 0.0 for step in steps)
    figure = (
        f"{len(rounds)} times, takeover max {milliseconds(max(takeovers))}, stepped down after "
        f"max {milliseconds(max(steps))}, {sum(polls)} polls and {sum(answers)} answers of the old one later"
    )
    if ended:
        stage.notes.append(f"the standby ended the stopped holder of the file's lock {ended} times")
    return stage.outcome(figure, held=held, verdict=verdict)


def _pause(stage: Stage) -> tuple[float, float, int, int]:
    """Seconds to the takeover, seconds to the step down, polls and answers by the old one afterwards."""
    stage.standby()
    old = stage.fleet.leader()
    if old is None:
        raise AssertionError("nobody leads")
    watch = Watch(stage)
    lines, before, moment = old.log.count(LOST), stage.calls(), time.monotonic()
    old.pause()
    takeover = watch.until_other_polls(moment, settle=PAUSE)
    polls = stage.calls("getUpdates")
    newest, resumed = polls[-1].connection, time.monotonic()
    old.resume()
    step = _seconds_to_step_down(old, lines, resumed)
    time.sleep(1.0)
    later = [call for call in stage.calls("getUpdates", after=polls[-1].number) if call.at > resumed]
    strange = sum(call.connection != newest for call in later)
    if old.is_alive:
        old.terminate()
        old.wait()
    connections = {call.connection for call in before}
    answers = [
        call
        for call in stage.calls(after=before[-1].number)
        if call.method in ANSWERS and call.at > resumed and call.connection in connections
    ]
    return takeover, step, strange, len(answers)


def _seconds_to_step_down(old: Bot, lines: int, resumed: float) -> float:
    """0 if it was ended while it was stopped."""
    while old.is_alive and old.log.count(LOST) == lines:
        if time.monotonic() > resumed + 5 * STEPS_DOWN_WITHIN:
            return float("inf")
        time.sleep(0.01)
    return time.monotonic() - resumed if old.is_alive else 0.0
