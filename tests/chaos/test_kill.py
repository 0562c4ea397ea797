"""kill -9 at any moment: the next one leads at once, nothing is lost, nothing is done twice."""

import time

from tests.chaos.conftest import PEOPLE
from tests.kit.chaos.fleet import LEADS, WAITING
from tests.kit.chaos.verdict import gap_after

KILLS = 3


def test_the_one_that_waits_takes_over_from_each_that_is_killed(fleet, pair, readers, calls, verdict):
    leader, standby = pair
    readers.start()
    gaps = []
    for number in range(KILLS):
        readers.push(25)
        time.sleep(0.1 + 0.07 * number)
        leader.kill()
        killed_at = time.monotonic()
        leader.wait()
        leader, standby = standby.until(LEADS), fleet.start()
        standby.until(WAITING)
        fleet.until_led_by(leader)
        gaps.append(gap_after(calls(), killed_at))
    found = verdict(readers)
    assert found.is_clean, found
    assert max(gaps) < 3
    assert found.needless == [], "sent again what stood in the journal"
    assert found.overlaps == []
    assert found.conflicts == []


def test_a_bot_that_is_alone_goes_on_after_a_kill_where_it_ended(fleet, traffic, verdict):
    first = fleet.start().until("Polling,")
    traffic.push(100)
    time.sleep(0.2)
    first.kill()
    first.wait()
    fleet.start()
    found = verdict(traffic)
    assert found.is_clean, found
    assert found.needless == []


def test_kill_comes_a_second_after_the_signal_with_a_hundred_waiting(fleet, traffic, verdict):
    first = fleet.start().until("Polling,")
    for person in range(PEOPLE):
        traffic.write("slow", "1.6", person=person)
    traffic.push(100 - PEOPLE)
    time.sleep(0.3)
    first.terminate()
    time.sleep(1)
    assert first.is_alive, "there was nothing left to kill"
    first.kill()
    first.wait()
    fleet.start()
    found = verdict(traffic)
    assert found.is_clean, found
    assert found.needless == []
