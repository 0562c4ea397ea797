from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from botapp.models import Pace
from botapp.services.pace import admit


@pytest.mark.django_db
def test_a_burst_may_pass_and_then_one_at_a_time(time_machine):
    time_machine.move_to("2026-03-01 12:00:00+00:00", tick=False)
    assert [admit("ada", every=2.0, burst=3) for _ in range(3)] == [0.0, 0.0, 0.0]
    assert admit("ada", every=2.0, burst=3) == pytest.approx(2.0)
    time_machine.shift(1.5)
    assert admit("ada", every=2.0, burst=3) == pytest.approx(0.5)
    time_machine.shift(0.5)
    assert admit("ada", every=2.0, burst=3) == 0.0
    assert admit("ada", every=2.0, burst=3) > 0


@pytest.mark.django_db
def test_a_long_rest_earns_one_burst_and_no_more(time_machine):
    time_machine.move_to("2026-03-01 12:00:00+00:00", tick=False)
    admit("ada", every=2.0, burst=2)
    time_machine.shift(3600)
    assert [bool(admit("ada", every=2.0, burst=2)) for _ in range(3)] == [False, False, True]


@pytest.mark.django_db
def test_each_has_a_pace_of_their_own_and_zero_means_none():
    assert admit("ada", every=60.0, burst=1) == 0.0
    assert admit("bob", every=60.0, burst=1) == 0.0
    assert admit("ada", every=60.0, burst=1) > 0
    assert [admit("ada", every=0.0, burst=1) for _ in range(3)] == [0.0] * 3


def test_old_rows_are_forgotten(live_db):
    Pace.objects.create(name="long ago", free_at=1.0)
    admit("ada", every=1.0, burst=1)
    assert [row.name for row in Pace.objects.all()] == ["ada"]


def test_of_many_at_once_exactly_the_burst_passes(live_db):
    def go(_: int) -> bool:
        try:
            return admit("ada", every=60.0, burst=5) == 0.0
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(go, range(24))) == 5


@pytest.mark.django_db
def test_the_seconds_told_are_exactly_enough(time_machine):
    time_machine.move_to("2026-03-01 12:00:00+00:00", tick=False)
    for _ in range(4):
        admit("ada", every=1.7, burst=4)
    told = admit("ada", every=1.7, burst=4)
    time_machine.shift(told - 0.01)
    assert 0 < admit("ada", every=1.7, burst=4) <= 0.011
    time_machine.shift(0.011)
    assert admit("ada", every=1.7, burst=4) == 0.0


@pytest.mark.django_db
def test_who_was_told_to_wait_has_paid_nothing(time_machine):
    time_machine.move_to("2026-03-01 12:00:00+00:00", tick=False)
    admit("ada", every=2.0, burst=1)
    assert [admit("ada", every=2.0, burst=1) for _ in range(5)] == pytest.approx([2.0] * 5)
    time_machine.shift(2.0)
    assert admit("ada", every=2.0, burst=1) == 0.0


@pytest.mark.django_db
def test_over_a_minute_no_more_pass_than_the_pace_and_one_burst_allow(time_machine):
    time_machine.move_to("2026-03-01 12:00:00+00:00", tick=False)
    passed = 0
    for _ in range(120):
        passed += admit("ada", every=3.0, burst=4) == 0.0
        time_machine.shift(0.5)
    assert passed == 4 + 19  # the burst at once, then one at 3, 6 … 57 s


@pytest.mark.django_db
def test_a_new_pace_holds_from_the_next_request_on(time_machine):
    time_machine.move_to("2026-03-01 12:00:00+00:00", tick=False)
    admit("ada", every=60.0, burst=1)
    assert admit("ada", every=60.0, burst=3) == 0.0
    assert admit("ada", every=60.0, burst=1) == pytest.approx(120.0)


def test_ten_people_at_once_do_not_slow_each_other(live_db):
    def go(number: int) -> float:
        try:
            return admit(f"person:{number % 10}", every=60.0, burst=2)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(go, range(30)))
    assert waits.count(0.0) == 20
    assert all(0 < seconds <= 60.0 for seconds in waits if seconds)
    assert Pace.objects.count() == 10
