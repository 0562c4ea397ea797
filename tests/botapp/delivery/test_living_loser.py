"""A leader that lives and lets the lock go must not be taken for dead."""

import time

import pytest
from django.db import OperationalError

from botapp.delivery import claims, lease
from botapp.models import StoredUpdate
from tests.botapp.delivery.kit import BOT
from tests.botapp.delivery.test_election import TTL, Runs

pytestmark = pytest.mark.usefixtures("live_db")


@pytest.fixture
def pair():
    """A leader and a standby, and a row that the leader works on."""
    one = Runs()
    one.until(("led", "first"))
    StoredUpdate.objects.create(bot_id=BOT, update_id=1, lane="x", received_at="2026-01-01T00:00:00Z")
    claims.take(
        BOT, epoch=1, claimer=claims.Claimer(one.me.holder, 60),
        room=1, load={}, held_elsewhere=(), per_lane=1,
    )  # fmt: skip
    two = Runs()
    two.until(("waits", one.me.pid))
    yield one, two
    one.end()
    two.end()


def refuse(monkeypatch, name, is_meant):
    """The database fails at this call where `is_meant`."""
    really = getattr(lease, name)

    def call(*args, **kwargs):
        if is_meant(kwargs):
            raise OperationalError("database is locked")
        return really(*args, **kwargs)

    monkeypatch.setattr(lease, name, call)


def reason(run):
    end = time.monotonic() + TTL + 3
    while not (found := [why for word, why in run.heard.said if word == "led"]):
        assert time.monotonic() < end
        time.sleep(0.005)
    return found[0]


def test_a_leader_whose_loop_is_blocked_is_no_dead_one(pair):
    one, two = pair
    one.heart.beating = False
    assert reason(two) == "expired"
    assert StoredUpdate.objects.get().claimed_by == one.me.holder


def test_a_leader_whose_renewals_failed_for_a_while_is_no_dead_one(pair, monkeypatch):
    one, two = pair
    refuse(monkeypatch, "renew", lambda call: call["holder"] == one.me.holder)
    refuse(monkeypatch, "take", lambda call: call["identity"] == one.me)
    assert reason(two) == "expired"
    assert "lost" in dict(one.heard.said)
    assert StoredUpdate.objects.get().claimed_by == one.me.holder


def test_a_leader_that_cannot_write_its_defeat_is_no_dead_one(pair, monkeypatch):
    one, two = pair
    refuse(monkeypatch, "forget_lock", lambda call: call["holder"] == one.me.holder)
    one.heart.beating = False
    assert reason(two) == "expired"
    assert StoredUpdate.objects.get().claimed_by == one.me.holder


def test_the_lock_of_another_leadership_is_left_in_its_lease(pair):
    one, _ = pair
    before = lease.read(BOT).lock
    lease.forget_lock(BOT, epoch=0, holder=one.me.holder)
    assert lease.read(BOT).lock == before != ""
