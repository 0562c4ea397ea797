"""What is left of a person's day, as it is shown to them."""

import pytest

from botapp.exceptions import NotFound
from botapp.models import Person
from botapp.queries.allowances import allowance, few_left, until_tomorrow
from botapp.services import quotas
from botapp.services.people import greet
from tests.botapp.services.owed import begin


@pytest.fixture
def ada(db, settings):
    settings.FLOOD_SECONDS, settings.DAILY_LIMIT = 0, 5
    return greet(7).id


def test_the_day_ends_at_midnight_utc(ada, time_machine):
    time_machine.move_to("2026-03-01 23:59:59+00:00", tick=False)
    assert allowance(ada).renewed_at.isoformat() == "2026-03-02T00:00:00+00:00"
    assert until_tomorrow() == 1


def test_what_was_used_yesterday_is_not_shown_today(ada, time_machine):
    time_machine.move_to("2026-03-01 23:59:58+00:00")
    quotas.charge(ada)
    assert (allowance(ada).used, allowance(ada).left) == (1, 4)
    time_machine.move_to("2026-03-02 00:00:01+00:00")
    assert (allowance(ada).used, allowance(ada).left) == (0, 5)


def test_a_limit_that_staff_lowered_below_what_is_used_leaves_nothing(ada):
    quotas.charge(ada)
    quotas.charge(ada)
    Person.objects.update(daily_limit=1)
    assert (allowance(ada).limit, allowance(ada).used, allowance(ada).left) == (1, 2, 0)


def test_nobody_who_is_not_there_has_an_allowance(db):
    with pytest.raises(NotFound):
        allowance(4711)


def test_few_are_left_from_three_down_and_only_of_what_was_charged(ada):
    first, second = begin(ada), begin(ada)
    free = begin(ada, pay=quotas.keep_pace)
    assert (few_left(first), few_left(second)) == (None, 3)
    assert few_left(free) is None
    assert few_left(4711) is None
