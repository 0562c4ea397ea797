"""SIGTERM, then SIGKILL a second later, with a hundred updates queued."""

import signal
import time
from collections.abc import Sequence

from analytics.models import Event
from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import START_SECONDS, Stage
from botapp.models import StoredUpdate
from tests.kit.chaos.features import SOURCE
from tests.kit.chaos.fleet import Bot
from tests.kit.chaos.traffic import Said
from tests.kit.waiting import until

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
        said = [
            traffic.write("slow", LONG if number < PEOPLE else SHORT, person=number % PEOPLE)
            for number in range(QUEUED)
        ]
        # What the round before left comes first.
        until(lambda said=said: _in_work(said) >= PEOPLE, seconds=START_SECONDS)
        killed += _end(old)
        left.append(_unanswered(stage, said))
        old = new
    verdict = stage.verdict(traffic)
    figure = (
        f"{len(left)} times, unanswered at the SIGKILL {min(left)} to {max(left)}, {killed} were alive then"
    )
    return stage.outcome(figure, held=killed == len(left) and min(left) > 0, verdict=verdict)


def _in_work(said: Sequence[Said]) -> int:
    """How many of these have begun, which their row says, and are not done."""
    numbers = [str(one.number) for one in said]
    begun = set(Event.objects.filter(source=SOURCE, subject__in=numbers).values_list("subject", flat=True))
    claimed = StoredUpdate.objects.filter(state=StoredUpdate.State.CLAIMED)
    at_hand = set(claimed.values_list("update_id", flat=True))
    return sum(str(one.number) in begun and one.update_id in at_hand for one in said)


def _end(bot: Bot) -> bool:
    """True if it was the SIGKILL that ended it."""
    bot.terminate()
    time.sleep(1.0)
    bot.kill()
    return bot.wait() == -signal.SIGKILL


def _unanswered(stage: Stage, said: Sequence[Said]) -> int:
    texts = {str(call.params["text"]) for call in stage.calls("sendMessage") if call.status == 200}
    return sum(str(one.number) not in texts for one in said)
