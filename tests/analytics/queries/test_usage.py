"""Figures by UTC day."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from analytics.models import Event
from analytics.queries.usage import usage
from analytics.services.record import record

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_quiet_days_are_shown_as_zeros_in_order() -> None:
    with time_machine.travel(NOON, tick=False):
        days = usage(3)
    assert [day.day.day for day in days] == [8, 9, 10]
    assert all(day.people == day.explanations == day.errors == 0 for day in days)


def test_each_kind_counts_in_its_own_column_on_its_own_day() -> None:
    with time_machine.travel(NOON - timedelta(days=1), tick=False):
        record(Event.Kind.EXPLANATION, person_id=1)
        record(Event.Kind.ERROR, person_id=1)
    with time_machine.travel(NOON, tick=False):
        record(Event.Kind.LESSON, person_id=1)
        record(Event.Kind.ANSWER, person_id=1)
        record(Event.Kind.FEEDBACK, person_id=1)
        record(Event.Kind.API_CALL)
        yesterday, today = usage(2)
    assert (yesterday.explanations, yesterday.errors, yesterday.lessons) == (1, 1, 0)
    assert (today.lessons, today.answers, today.feedback, today.api_calls) == (1, 1, 1, 1)
    assert (today.explanations, today.errors) == (0, 0)


def test_a_lesson_counts_as_one_whether_opened_in_a_course_or_written_on_request() -> None:
    with time_machine.travel(NOON, tick=False):
        record(Event.Kind.LESSON, person_id=1, subject="what-is-a-blockchain")
        record(Event.Kind.EXPLANATION, person_id=1, subject="lesson")
        record(Event.Kind.EXPLANATION, person_id=1, subject="news")
        (today,) = usage(1)
    assert (today.lessons, today.explanations) == (2, 1)


def test_a_person_counts_once_a_day_and_programs_are_no_people() -> None:
    with time_machine.travel(NOON, tick=False):
        record(Event.Kind.START, person_id=1)
        record(Event.Kind.EXPLANATION, person_id=1)
        record(Event.Kind.START, person_id=2)
        record(Event.Kind.API_CALL)
        (today,) = usage(1)
    assert today.people == 2


def test_a_day_ends_at_midnight_utc() -> None:
    with time_machine.travel(NOON.replace(hour=0) - timedelta(seconds=1), tick=False):
        record(Event.Kind.EXPLANATION)
    with time_machine.travel(NOON.replace(hour=0), tick=False):
        record(Event.Kind.EXPLANATION)
        yesterday, today = usage(2)
    assert (yesterday.explanations, today.explanations) == (1, 1)


def test_a_fortnight_takes_two_queries(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(2):  # type: ignore[operator]
        usage(14)
