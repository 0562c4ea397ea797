"""A malformed update first in a batch of a hundred."""

from functools import partial

from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import Stage, milliseconds
from botapp.models import StoredUpdate

OTHERS = 99
BODIES = (
    {"message": "no message at all"},
    {"message": {"message_id": "x", "text": 5}},
    {},
    {"message": {"chat": {"id": {}}, "text": "\x00"}},
    {"callback_query": []},
)


def run(stage: Stage) -> Outcome:
    stage.leader()
    traffic = stage.traffic(people=OTHERS)
    traffic.push(10)
    stage.verdict(traffic)
    seconds = []
    for body in BODIES * stage.pick(4, 1):
        said = traffic.push(OTHERS, first=partial(stage.sandbox.sandbox.acts.raw_update, dict(body)))
        stage.verdict(traffic)
        texts = {str(one.number) for one in said}
        ended = [call.ended_at for call in stage.calls("sendMessage") if call.params["text"] in texts]
        seconds.append(max(ended) - said[0].at if len(ended) >= OTHERS else float("inf"))
    verdict = stage.verdict(traffic)
    dead = StoredUpdate.objects.filter(state=StoredUpdate.State.DEAD).count()
    figure = f"{len(seconds)} batches, the others answered within max {milliseconds(max(seconds))}"
    stage.notes.append(f"{dead} of {len(seconds)} malformed ones became dead rows")
    return stage.outcome(figure, held=max(seconds) < 1.0, verdict=verdict)
