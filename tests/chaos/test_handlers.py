"""A handler that fails or hangs is tried again and given up; the other lanes go on meanwhile."""

import time

import pytest

from botapp.models import StoredUpdate
from tests.chaos.conftest import PATIENCE, QUICK
from tests.kit.chaos.fleet import LEADS, READY, WAITING
from tests.kit.chaos.verdict import answered_after, wait_until_done

# One that hangs in a thread is tried for 6 s: whoever waited for its lane waited longer
# than this, which a busy machine alone does not take. Benchmarks measure milliseconds.
PATIENCE_OF_LANES = 4.0
IMPATIENT = {
    "HANDLER_TIMEOUT_SECONDS": "1",
    "DELIVERY_ATTEMPTS": "2",
    "DELIVERY_BACKOFF_SECONDS": "0.05",
}


def answered_meanwhile(traffic, calls):
    """The longest wait of ten others who write one after the other."""
    others = []
    for number in range(10):
        others.append(traffic.write("count", person=1 + number % 7))
        time.sleep(0.05)
    end = time.monotonic() + PATIENCE
    while (longest := max(answered_after(one, calls()) for one in others)) == float("inf"):
        assert time.monotonic() < end
        time.sleep(0.05)
    return longest


@pytest.mark.parametrize(
    ("kind", "rest", "error"),
    [
        ("raise", "", "RuntimeError at features.py"),
        ("hang_await", "", "TimeoutError"),
        ("hang_thread", "3", "TimeoutError"),
    ],
)
def test_a_handler_that_does_not_answer_holds_up_its_own_lane_only(
    fleet, traffic, calls, verdict, kind, rest, error
):
    bot = fleet.start(**IMPATIENT).until(READY)
    traffic.write("count", person=1)
    wait_until_done(traffic.said, PATIENCE)
    poison = traffic.write(kind, rest, person=0)
    behind = traffic.write("count", person=0)
    assert answered_meanwhile(traffic, calls) < PATIENCE_OF_LANES
    found = verdict(traffic)
    assert found.is_clean, found
    row = StoredUpdate.objects.get(update_id=poison.update_id)
    assert (row.state, row.attempts) == ("dead", 2)
    assert row.error.startswith(error)
    assert answered_after(behind, calls()) < PATIENCE
    bot.terminate()
    assert bot.wait(PATIENCE) == 0


def test_a_blocked_loop_costs_the_lead_and_nothing_else(fleet, traffic, calls, verdict):
    first = fleet.start(**QUICK).until(READY)
    second = fleet.start(**QUICK).until(WAITING)
    traffic.write("hang_loop", "3", person=0)
    second.until(LEADS, seconds=PATIENCE)
    assert answered_meanwhile(traffic, calls) < PATIENCE_OF_LANES
    found = verdict(traffic)
    assert found.is_clean, found
    first.until(f"pid {second.pid}", seconds=PATIENCE)
    assert "its event loop is blocked" in first.log
    fleet.until_led_by(second)
