"""What the tests' own entry does when a failpoint is passed."""

import time

import pytest

from tests.kit.chaos.entry import Rehearsal


def test_it_strikes_at_the_named_passing_of_the_named_place_only():
    rehearsal = Rehearsal("sent:2:pause:0.1")
    delays = []
    for place in ("stored", "sent", "stored", "sent", "sent"):
        began = time.monotonic()
        rehearsal(place)
        delays.append(time.monotonic() - began >= 0.1)
    assert delays == [False, False, False, True, False]


@pytest.mark.parametrize("order", ["nowhere:1:kill", "sent:1:explode", "sent:x:kill", "sent"])
def test_an_order_that_makes_no_sense_is_refused(order):
    with pytest.raises(ValueError):
        Rehearsal(order)
