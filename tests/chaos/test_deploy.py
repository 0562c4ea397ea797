"""The new one starts, the old one is told to end: nobody notices."""

import re
import time

from tests.chaos.conftest import PEOPLE
from tests.kit.chaos.fleet import LEADS, WAITING
from tests.kit.chaos.verdict import gap_after


def test_a_rolling_deploy_is_not_noticed(fleet, pair, readers, calls, verdict):
    old, new = pair
    readers.start()
    for person in range(PEOPLE):
        readers.write("slow", "1.5", person=person)
    time.sleep(0.5)
    old.terminate()
    told_at = time.monotonic()
    new.until(LEADS, seconds=5)
    assert old.is_alive, "it ends only when its answers are given"
    assert old.wait(10) == 0
    found = verdict(readers)
    assert found.is_clean, found
    assert found.duplicate_sends == []
    assert found.conflicts == []
    assert found.overlaps == []
    assert gap_after(calls(), told_at) < 3
    assert "Bot lock released" in old.log
    assert re.search(rf"Took over from \S+, pid {old.pid} .*: it gave the lead back\.", new.log)


def test_deploys_in_a_row_are_not_noticed_either(fleet, pair, traffic, verdict):
    old, new = pair
    traffic.start()
    for _ in range(2):
        old.terminate()
        old, new = new.until(LEADS, seconds=5), fleet.start()
        new.until(WAITING)
    found = verdict(traffic)
    assert found.is_clean, found
    assert (found.duplicate_sends, found.conflicts, found.overlaps) == ([], [], [])
    assert [bot.wait(10) for bot in fleet.bots[:2]] == [0, 0]
