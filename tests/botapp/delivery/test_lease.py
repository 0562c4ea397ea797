"""The lease row on the real database."""

import time

import pytest
from django.db import transaction

from botapp.delivery import identity, lease
from botapp.delivery.exceptions import LeaseLost
from botapp.models import Leadership, Lease
from botapp.models.lease import DatabaseClock
from tests.botapp.delivery.kit import BOT

pytestmark = pytest.mark.django_db
ADA, BOB = identity.myself(), identity.myself()


def take(who, *, ttl=3.0, verdict=lambda state: "first", lock="file:1"):
    return lease.take(BOT, identity=who, lock=lock, ttl=ttl, verdict=verdict)


def test_the_clock_is_unix_time_with_fractions():
    lease.read(BOT)
    now = Lease.objects.annotate(now=DatabaseClock()).values_list("now", flat=True).get()
    assert now == pytest.approx(time.time(), abs=2)
    assert Lease.objects.annotate(now=DatabaseClock()).values_list("now", flat=True).get() != int(now)


def test_a_bot_that_never_led_has_a_free_row():
    state = lease.read(BOT)
    assert (state.epoch, state.holder) == (0, None)
    assert state.seconds_left < -1000


def test_who_takes_it_stands_in_the_row_with_its_lock():
    taken = take(ADA)
    state = lease.read(BOT)
    assert (taken.epoch, state.epoch, state.holder, state.lock) == (1, 1, ADA.holder, "file:1")
    assert (state.host, state.pid) == (ADA.host, ADA.pid)
    assert 2.5 < state.seconds_left <= 3.0
    assert state.since is not None


def test_the_verdict_is_asked_about_the_row_as_it_is_under_its_lock():
    take(ADA)
    seen = []
    assert take(BOB, verdict=lambda state: seen.append(state.holder)) is None
    assert seen == [ADA.holder]
    assert lease.read(BOT).holder == ADA.holder


def test_each_leader_has_a_higher_epoch_and_the_history_says_how_the_last_one_ended():
    take(ADA)
    assert take(BOB, verdict=lambda state: "died").before.holder == ADA.holder
    lines = Leadership.objects.order_by("epoch").values_list("epoch", "holder", "ending")
    assert list(lines) == [(1, ADA.holder, "died"), (2, BOB.holder, "")]
    assert Leadership.objects.filter(ended_at=None).count() == 1


def test_renewing_moves_the_end_for_the_holder_only():
    take(ADA, ttl=0.5)
    assert lease.renew(BOT, epoch=1, holder=ADA.holder, lock="", ttl=9.0)
    assert lease.read(BOT).seconds_left > 8
    assert lease.read(BOT).lock == ""
    take(BOB, verdict=lambda state: "expired")
    assert not lease.renew(BOT, epoch=1, holder=ADA.holder, lock="", ttl=9.0)
    assert not lease.renew(BOT, epoch=2, holder=ADA.holder, lock="", ttl=9.0)


def test_a_lease_given_back_is_free_at_once_and_told_in_the_history():
    take(ADA)
    assert lease.release(BOT, epoch=1, holder=ADA.holder)
    assert lease.read(BOT).holder is None
    assert lease.read(BOT).seconds_left <= 0
    assert Leadership.objects.get(epoch=1).ending == "released"
    assert not lease.release(BOT, epoch=1, holder=ADA.holder)


def test_the_fence_lets_only_the_present_epoch_through():
    take(ADA)
    with transaction.atomic():
        lease.fence(BOT, epoch=1)
    take(BOB, verdict=lambda state: "expired")
    with pytest.raises(LeaseLost), transaction.atomic():
        lease.fence(BOT, epoch=1)


def test_the_fence_is_closed_once_the_lease_was_given_back():
    take(ADA)
    lease.release(BOT, epoch=1, holder=ADA.holder)
    with pytest.raises(LeaseLost), transaction.atomic():
        lease.fence(BOT, epoch=1)


def test_the_fence_is_closed_for_a_bot_without_a_row():
    with pytest.raises(LeaseLost), transaction.atomic():
        lease.fence(BOT + 1, epoch=0)


def test_two_bots_have_leases_of_their_own():
    take(ADA)
    assert lease.read(BOT + 1).holder is None
