"""Events and counters."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from analytics.models import Event
from analytics.services.record import count, happened, record, record_all, totals


@pytest.mark.django_db
def test_an_event_keeps_ids_and_facts() -> None:
    event = record(
        Event.Kind.ANSWER, person_id=7, subject="what-is-money", source="telegram", facts={"right": True}
    )
    stored = Event.objects.get(pk=event.pk)
    assert (stored.kind, stored.person_id, stored.subject) == ("answer", 7, "what-is-money")
    assert stored.facts == {"right": True}


@pytest.mark.django_db
def test_events_of_many_updates_are_stored_by_one_statement(django_assert_num_queries) -> None:
    events = [happened(Event.Kind.START, person_id=number, subject="ref") for number in range(30)]
    with django_assert_num_queries(1):
        record_all(events)
    assert list(Event.objects.order_by("person_id").values_list("person_id", flat=True)) == list(range(30))
    assert set(Event.objects.values_list("kind", "subject")) == {("start", "ref")}


@pytest.mark.django_db
def test_what_was_never_counted_is_zero() -> None:
    count("a", "b", "a")
    assert totals(["a", "b", "c"]) == {"a": 2, "b": 1, "c": 0}


def test_counters_are_exact_over_threads(live_db: None) -> None:
    def add(_: int) -> None:
        count("parallel")
        connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(80)))
    assert totals(["parallel"]) == {"parallel": 80}
