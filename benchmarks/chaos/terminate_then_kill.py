"""SIGTERM, then SIGKILL a second later, with a hundred updates queued."""

import time

from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import Stage
from tests.kit.chaos.fleet import Bot

QUEUED = 100
PEOPLE = 10
HANDLER_SECONDS = "0.3"


def run(stage: Stage) -> Outcome:
    traffic = stage.traffic(people=PEOPLE)
    old = stage.leader()
    left = []
    for _ in range(stage.pick(5, 1)):
        new = stage.standby()
        answered = len(stage.calls("sendMessage"))
        for number in range(QUEUED):
            traffic.write("slow", HANDLER_SECONDS, person=number % PEOPLE)
        _end(old)
        left.append(QUEUED - (len(stage.calls("sendMessage")) - answered))
        old = new
    verdict = stage.verdict(traffic)
    figure = f"{len(left)} times, unanswered at the SIGKILL {min(left)} to {max(left)}"
    return stage.outcome(figure, held=True, verdict=verdict)


def _end(bot: Bot) -> None:
    bot.terminate()
    time.sleep(1.0)
    bot.kill()
    bot.wait()
