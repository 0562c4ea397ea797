from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import close_old_connections, connections

from botapp.exceptions import DailyLimitReached, NotFound, TooFast
from botapp.models import DailyUsage, Person
from botapp.queries.allowances import allowance
from botapp.services import quotas
from botapp.services.people import greet


@pytest.fixture
def slow(settings):
    """No flood control, so that only the day counts."""
    settings.FLOOD_SECONDS = 0


def _shown(person_id: int) -> tuple[int, int, int]:
    today = allowance(person_id)
    return today.limit, today.used, today.left


@pytest.mark.django_db
def test_the_shown_number_is_the_enforced_one(settings, slow):
    settings.DAILY_LIMIT = 2
    ada = greet(7).id
    assert _shown(ada) == (2, 0, 2)
    quotas.charge(ada)
    quotas.charge(ada)
    assert _shown(ada) == (2, 2, 0)
    with pytest.raises(DailyLimitReached) as refusal:
        quotas.charge(ada)
    assert refusal.value.facts["limit"] == 2
    assert 0 < refusal.value.facts["retry_after"] <= 86_400
    assert allowance(ada).used == 2


@pytest.mark.django_db
def test_a_limit_set_by_staff_goes_before_the_general_one(settings, slow):
    settings.DAILY_LIMIT = 50
    ada, bob = greet(7).id, greet(8).id
    Person.objects.filter(pk=ada).update(daily_limit=1)
    Person.objects.filter(pk=bob).update(daily_limit=0)
    quotas.charge(ada)
    for person in (ada, bob):
        with pytest.raises(DailyLimitReached):
            quotas.charge(person)


@pytest.mark.django_db
def test_a_refund_gives_back_what_was_taken_and_no_more(slow):
    ada = greet(7).id
    day = quotas.charge(ada)
    quotas.refund(ada, day=day)
    quotas.refund(ada, day=day)
    assert allowance(ada).used == 0


@pytest.mark.django_db
def test_a_new_utc_day_begins_with_a_full_allowance(settings, slow, time_machine):
    settings.DAILY_LIMIT = 1
    ada = greet(7).id
    time_machine.move_to("2026-03-01 23:59:59+00:00")
    quotas.charge(ada)
    time_machine.move_to("2026-03-02 00:00:01+00:00")
    quotas.charge(ada)
    assert DailyUsage.objects.count() == 2


@pytest.mark.django_db
def test_a_small_burst_passes_and_then_the_pace_counts(settings, time_machine):
    settings.FLOOD_SECONDS, settings.FLOOD_BURST = 3.0, 3
    time_machine.move_to("2026-03-01 12:00:00+00:00", tick=False)
    ada = greet(7).id
    for _ in range(3):
        quotas.charge(ada)
    with pytest.raises(TooFast) as refusal:
        quotas.charge(ada)
    assert refusal.value.facts == {"seconds": 3}
    assert allowance(ada).used == 3, "what was refused is not charged"
    time_machine.shift(3)
    quotas.charge(ada)
    with pytest.raises(TooFast):
        quotas.charge(ada)
    time_machine.shift(3600)
    for _ in range(3):
        quotas.charge(ada)


@pytest.mark.django_db
def test_nobody_is_charged_who_is_not_there():
    with pytest.raises(NotFound):
        quotas.charge(1)


def test_fifty_at_once_take_exactly_the_limit(live_db, settings, slow):
    settings.DAILY_LIMIT = 10
    ada = greet(7).id

    def take(_: int) -> bool:
        close_old_connections()
        try:
            quotas.charge(ada)
        except DailyLimitReached:
            return False
        else:
            return True
        finally:
            connections.close_all()

    with ThreadPoolExecutor(12) as pool:
        taken = list(pool.map(take, range(50)))
    assert sum(taken) == 10
    assert allowance(ada).used == 10
