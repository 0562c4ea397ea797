"""kill -9 at the places that matter: only a message that Telegram took unjournaled is sent again."""

import signal

import pytest

from tests.chaos.conftest import PATIENCE
from tests.kit.chaos.fleet import READY, WAITING
from tests.kit.chaos.verdict import wait_until_done


@pytest.mark.parametrize(
    ("place", "again"), [("fetched", 0), ("stored", 0), ("effect", 0), ("sent", 1), ("journaled", 0)]
)
def test_a_leader_that_ends_right_there_leaves_everything_to_the_next(fleet, lonely, verdict, place, again):
    leader = fleet.start(rehearsal=f"{place}:3:kill").until(READY)
    fleet.start().until(WAITING)
    for _ in range(2):
        lonely.push(1)
        wait_until_done(lonely.said, PATIENCE)
    assert leader.is_alive
    lonely.push(1)
    assert leader.wait() == -signal.SIGKILL
    lonely.push(5)
    found = verdict(lonely)
    assert found.is_clean, found
    assert len(found.duplicate_sends) == again, found


def test_of_two_messages_the_first_is_not_sent_again(fleet, lonely, verdict):
    leader = fleet.start(rehearsal="journaled:1:kill").until(READY)
    fleet.start().until(WAITING)
    lonely.write("two")
    lonely.push(2)
    assert leader.wait() == -signal.SIGKILL
    found = verdict(lonely)
    assert found.is_clean, found
    assert found.duplicate_sends == []


def test_an_update_that_ends_process_after_process_is_done_once_in_the_end(fleet, lonely, verdict):
    """The first dies after the effect, two more after their message: one effect, a message for each."""
    deaths = [fleet.start(rehearsal="effect:1:kill").until(READY)]
    deaths += [fleet.start(rehearsal="sent:1:kill").until(WAITING) for _ in range(2)]
    lonely.push(1)
    assert [bot.wait() for bot in deaths] == [-signal.SIGKILL] * 3
    fleet.start()
    found = verdict(lonely)
    assert found.is_clean, found
    assert len(found.duplicate_sends) == 2, found
