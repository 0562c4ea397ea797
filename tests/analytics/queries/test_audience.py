from datetime import UTC, datetime

import pytest
import time_machine

from analytics.models import Event
from analytics.queries.audience import people_active
from analytics.services.record import record

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


def _at(moment, person_id):
    with time_machine.travel(moment, tick=False):
        record(Event.Kind.START, person_id=person_id)


def test_each_person_is_counted_once_and_programs_not_at_all():
    for person in (1, 1, 2, None):
        _at(NOON, person)
    with time_machine.travel(NOON, tick=False):
        assert people_active(1) == 2


def test_days_are_utc_days_with_today():
    _at(NOON.replace(day=9, hour=23, minute=59), 1)
    _at(NOON.replace(hour=0, minute=0), 2)
    with time_machine.travel(NOON, tick=False):
        assert (people_active(1), people_active(2)) == (1, 2)
