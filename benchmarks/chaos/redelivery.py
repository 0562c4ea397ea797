"""Updates that were handled long ago come again, because their confirmation was lost."""

from collections import OrderedDict

from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import Stage

COUNT = 500


def run(stage: Stage) -> Outcome:
    traffic = stage.traffic()
    queue = stage.sandbox.sandbox.bot.queue
    traffic.push(COUNT)
    # Telegram's own memory: nobody else can bring a confirmed update back.
    before = stage.sandbox.call(lambda: OrderedDict(queue._events))
    first = stage.leader()
    verdict = stage.verdict(traffic)
    sent = len(stage.calls("sendMessage"))
    first.terminate()
    first.wait()
    stage.sandbox.call(lambda: queue._events.update(before))
    stage.leader()
    traffic.push(1)  # behind all of them
    verdict = stage.verdict(traffic)
    again = len(stage.calls("sendMessage")) - sent - 1
    left = stage.sandbox.call(lambda: len(queue))
    figure = f"{COUNT} came again, {again} answered again, {left} not confirmed"
    return stage.outcome(figure, held=not again and not left, verdict=verdict)
