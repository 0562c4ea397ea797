"""A leader that stands still for longer than its lease harms nobody when it goes on."""

import signal
import time

from django.db import connection

from botapp.delivery import identity
from botapp.models import Lease
from tests.chaos.conftest import PATIENCE, QUICK, TTL
from tests.kit.chaos.fleet import LEADS, READY, WAITING
from tests.kit.chaos.verdict import gap_after


def test_a_stopped_leader_is_replaced_and_stands_back_when_it_goes_on(fleet, traffic, calls, verdict):
    first = fleet.start(**QUICK).until(READY)
    second = fleet.start(**QUICK).until(WAITING)
    traffic.start()
    traffic.push(50)
    first.pause()
    paused_at = time.monotonic()
    second.until(LEADS, seconds=TTL + PATIENCE)
    traffic.push(50)
    first.resume()
    if connection.vendor == "sqlite":
        assert first.wait(PATIENCE) == -signal.SIGKILL, "it kept the file's lock"
        assert "is stopped and its lease has ended: ending it." in second.log
    else:
        first.until("Bot lock lost", seconds=PATIENCE)
        first.until(f"Waiting: led by {identity.myself().host}, pid {second.pid}", seconds=PATIENCE)
    found = verdict(traffic)
    assert found.is_clean, found
    assert gap_after(calls(), paused_at + 0.1) < TTL + 3
    assert Lease.objects.get().pid == second.pid


def test_what_a_blocked_leader_fetched_is_stored_by_the_next(fleet, lonely, verdict):
    """Its thread goes on with a batch in hand when another one leads."""
    first = fleet.start(rehearsal=f"fetched:1:pause:{TTL * 3}", **QUICK).until(READY)
    second = fleet.start(**QUICK).until(WAITING)
    lonely.push(20)
    second.until(LEADS)
    found = verdict(lonely)
    first.until(f"Waiting: led by {identity.myself().host}, pid {second.pid}", seconds=PATIENCE)
    assert found.is_clean, found
    assert found.duplicate_sends == []
    assert first.is_alive
    assert "its event loop is blocked" in first.log


def test_a_leader_that_is_stopped_in_the_middle_of_a_transaction_is_replaced(fleet, lonely, verdict):
    """On SQLite it keeps everybody from writing, and so from taking the lead."""
    first = fleet.start(**QUICK).until(READY)
    second = fleet.start(**QUICK).until(WAITING)
    lonely.write("freeze")
    second.until(LEADS, seconds=TTL + 10)
    lonely.push(3)
    found = verdict(lonely)
    first.resume()
    assert found.is_clean, found
    assert found.duplicate_sends == []
