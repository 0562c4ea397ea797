"""kill -9 in the middle of a burst: the same rows are one burst again, later ones stay outside."""

import signal

import pytest

from botapp.models import DailyUsage, Generation, StoredUpdate
from botapp.sandbox.people import ADA
from tests.chaos.conftest import PATIENCE
from tests.kit.chaos.fleet import READY, WAITING
from tests.kit.waiting import until

ITEMS = [f"Ravelin said on Tuesday that {number} customers withdrew their coins." for number in (101, 202)]
LATER = "Solana rose by 40% in one week, exchanges said on Tuesday."


@pytest.mark.parametrize(("place", "again"), [("bound", 0), ("effect", 0), ("sent", 1), ("journaled", 0)])
def test_a_burst_is_explained_once_and_what_comes_later_apart_from_it(fleet, sandbox, calls, place, again):
    leader = fleet.start(rehearsal=f"{place}:1:kill").until(READY)
    acts = sandbox.sandbox.acts
    for item in ITEMS:
        sandbox.call(acts.forward, ADA, item)
    assert leader.wait() == -signal.SIGKILL
    sandbox.call(acts.forward, ADA, LATER)
    fleet.start().until(READY)
    _until_all_is_done(3)
    texts = list(Generation.objects.order_by("id").values_list("source_text", flat=True))
    assert texts == ["\n\n".join(ITEMS), LATER]
    assert DailyUsage.objects.get().used == 2
    bursts = StoredUpdate.objects.order_by("id").values_list("pk", "burst")
    (first, head), (_second, same), (third, own) = bursts
    assert (head, same, own) == (first, first, third)
    sent = [call for call in calls() if call.method == "sendMessage" and call.status == 200]
    assert len(sent) == 2 + again


def test_a_burst_whose_process_ends_while_it_waits_is_still_one(fleet, sandbox):
    leader = fleet.start().until(READY)
    standby = fleet.start().until(WAITING)
    sandbox.call(sandbox.sandbox.acts.forward, ADA, ITEMS[0])
    until(lambda: StoredUpdate.objects.filter(state="claimed").exists(), seconds=PATIENCE)
    leader.kill()
    sandbox.call(sandbox.sandbox.acts.forward, ADA, ITEMS[1])
    standby.until(READY)
    _until_all_is_done(2)
    assert Generation.objects.get().source_text == "\n\n".join(ITEMS)


def _until_all_is_done(count):
    until(lambda: StoredUpdate.objects.filter(state="done").count() == count, seconds=PATIENCE)
    until(lambda: not Generation.objects.filter(state="waiting").exists(), seconds=PATIENCE)
