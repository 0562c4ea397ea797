"""SIGTERM, then SIGKILL a second later, with a hundred updates queued."""

import signal
import time

from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import Stage
from tests.kit.chaos.fleet import Bot

QUEUED = 100
PEOPLE = 10
# The first of each person is still in work at the SIGKILL.
LONG, SHORT = "4", "0.1"


def run(stage: Stage) -> Outcome:
    traffic = stage.traffic(people=PEOPLE)
    old = stage.leader()
    left, killed = [], 0
    for _ in range(stage.pick(5, 1)):
        new = stage.standby()
        answered = len(stage.calls("sendMessage"))
        for number in range(QUEUED):
            traffic.write("slow", LONG if number < PEOPLE else SHORT, person=number % PEOPLE)
        time.sleep(0.5)  # they are fetched, and ten are in work
        killed += _end(old)
        left.append(QUEUED - (len(stage.calls("sendMessage")) - answered))
        old = new
    verdict = stage.verdict(traffic)
    figure = (
        f"{len(left)} times, unanswered at the SIGKILL {min(left)} to {max(left)}, {killed} were alive then"
    )
    return stage.outcome(figure, held=killed == len(left) and min(left) > 0, verdict=verdict)


def _end(bot: Bot) -> bool:
    """True if it was the SIGKILL that ended it."""
    bot.terminate()
    time.sleep(1.0)
    bot.kill()
    return bot.wait() == -signal.SIGKILL
