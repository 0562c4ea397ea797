"""What happened: ids and facts, read by day and by person without reading all of it."""

import pytest
from django.core.exceptions import ValidationError

from analytics.models import Counter, Event
from analytics.queries.usage import usage
from analytics.services.record import record
from botapp.models import Person
from tests.botapp.models.plans import on_sqlite, plans
from tests.botapp.models.rows import NOW, refused

pytestmark = pytest.mark.django_db


def test_an_event_without_a_time_or_a_kind_is_none():
    for field in ("at", "kind"):
        with refused(field):
            Event.objects.create(**{"kind": "start", "at": NOW, field: None})


def test_a_program_is_nobody_and_has_facts_of_its_own():
    event = Event.objects.create(kind="api_call", at=NOW)
    event.refresh_from_db()
    assert (event.person_id, event.subject, event.source, event.facts) == (None, "", "", {})
    event.facts["seconds"] = 1.5
    assert Event.objects.create(kind="api_call", at=NOW).facts == {}


def test_an_unknown_kind_is_refused_where_rows_are_checked():
    with pytest.raises(ValidationError) as caught:
        Event(kind="gossip", at=NOW).full_clean()
    assert set(caught.value.message_dict) == {"kind"}


def test_its_line_holds_a_kind_and_a_minute():
    assert str(Event(kind="start", at=NOW, subject="hidden", person_id=7)) == "start 2026-03-10 12:00"


def test_the_newest_stand_first_also_within_a_moment():
    made = [Event.objects.create(kind="start", at=NOW).pk for _ in range(3)]
    assert list(Event.objects.values_list("pk", flat=True)) == made[::-1]


def test_it_names_no_person_but_by_a_number_that_binds_nobody():
    record(Event.Kind.START, person_id=404)
    assert not Person.objects.filter(pk=404).exists()
    assert [field.name for field in Event._meta.fields if field.is_relation] == []


@pytest.mark.parametrize("value", [-1, -(2**40)])
def test_a_counter_never_falls_below_zero(value):
    with refused("counter_not_negative"):
        Counter.objects.create(name="requests_total", value=value)


def test_a_counter_is_one_row_by_its_name_and_holds_more_than_two_billion():
    Counter.objects.create(name="requests_total", value=2**40)
    with refused("analytics_counter"):
        Counter.objects.create(name="requests_total", value=1)
    assert str(Counter.objects.get()) == f"requests_total: {2**40}"


@on_sqlite
def test_the_figures_of_a_fortnight_read_that_fortnight_only():
    found = plans(lambda: usage(14), table="analytics_event")
    assert len(found) == 2
    assert [plan for plan in found if "SEARCH analytics_event USING" not in plan] == []


@on_sqlite
def test_what_a_person_did_is_found_by_their_number():
    (plan,) = plans(lambda: list(Event.objects.filter(person_id=7)[:5]), table="analytics_event")
    assert "event_person_at (person_id=?)" in plan
