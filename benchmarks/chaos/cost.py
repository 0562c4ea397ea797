"""What all this costs: one answer beside stock python-telegram-bot's, and a batch into the inbox."""

import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any

from benchmarks.chaos.outcome import Outcome
from benchmarks.chaos.stage import START_SECONDS, Stage, milliseconds
from benchmarks.chaos.stock import STOCK_TOKEN, start_stock
from botapp.delivery.store import store
from botapp.models import Lease
from botapp.sandbox.people import ADA
from botapp.sandbox.server import SandboxThread

WARM_UP = 20
BATCH = 100
MOST_MORE_SECONDS = 0.005
MOST_STORE_SECONDS = 0.0002
PATIENCE = 10.0
# Of a bot of its own, so that the one that is measured first sees none of them.
STORED_BOT = 909_001


def run(stage: Stage) -> Outcome:
    count = stage.pick(300, 40)
    with SandboxThread(token=STOCK_TOKEN) as stock, _stock_bot(stage, stock):
        bot = stage.leader()
        ours, theirs = _exchanges(stage.sandbox, stock, count)
    bot.terminate()
    bot.wait()
    each = _store(stage.pick(100, 20)) / BATCH
    figure = (
        f"push → reply p50 {median(ours) * 1000:.1f} ms, stock {median(theirs) * 1000:.1f} ms "
        f"({count} each, in turn); store {each * 1000:.3f} ms an update"
    )
    if stage.kind == "postgresql":
        stage.notes.append("with fsync")
    held = median(ours) <= median(theirs) + MOST_MORE_SECONDS and each <= MOST_STORE_SECONDS
    return stage.outcome(figure, held=held)


@contextmanager
def _stock_bot(stage: Stage, sandbox: SandboxThread) -> Iterator[None]:
    bot = start_stock(stage, sandbox, seconds="0")
    try:
        _wait_for_poll(sandbox, START_SECONDS)
        yield
    finally:
        bot.kill()
        bot.wait()


def _exchanges(ours: SandboxThread, stock: SandboxThread, count: int) -> tuple[list[float], list[float]]:
    """Seconds of each answer to a /start, in turn, so that both meet the same weather."""
    found = [(_exchange(ours), _exchange(stock)) for _ in range(WARM_UP + count)]
    first, second = zip(*found[WARM_UP:], strict=True)
    return list(first), list(second)


def _exchange(sandbox: SandboxThread) -> float:
    """From the push to the end of the first answer's call."""
    _wait_for_poll(sandbox, PATIENCE)
    world = sandbox.sandbox

    def push() -> float:
        world.journal.clear()
        world.acts.say(ADA, "/start")
        return time.monotonic()

    began: float = sandbox.call(push)
    end = began + PATIENCE
    while time.monotonic() < end:
        time.sleep(0.002)
        answered = [call.ended_at for call in _sent(sandbox) if call.status == 200]
        if answered:
            time.sleep(0.02)  # the done mark and the next poll belong to this one
            return float(answered[0] - began)
    raise AssertionError(f"no answer within {milliseconds(PATIENCE)}")


def _sent(sandbox: SandboxThread) -> list[Any]:
    return list(sandbox.call(sandbox.sandbox.journal.calls, "sendMessage"))


def _wait_for_poll(sandbox: SandboxThread, seconds: float) -> None:
    end = time.monotonic() + seconds
    while not sandbox.sandbox.bot.polls.is_waiting:
        if time.monotonic() > end:
            raise AssertionError("no bot polls")
        time.sleep(0.005)


def _store(batches: int) -> float:
    """Median seconds of one batch, fenced and committed as the poller does it."""
    Lease.objects.create(bot_id=STORED_BOT, epoch=1, holder=uuid.uuid4())
    seconds = []
    for batch in range(batches + 5):
        updates = [_update(batch * BATCH + number) for number in range(1, BATCH + 1)]
        began = time.perf_counter()
        store(STORED_BOT, updates, epoch=1)
        seconds.append(time.perf_counter() - began)
    return median(seconds[5:])


def _update(number: int) -> dict[str, Any]:
    sender = ADA.as_user()
    chat = {"id": ADA.id, "type": "private", "first_name": "Ada"}
    message = {"message_id": number, "date": 1, "from": sender, "chat": chat, "text": "What is a stablecoin?"}
    return {"update_id": number, "message": message}
