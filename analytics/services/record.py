"""Writing down what happened."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import F
from django.utils import timezone

from analytics.models import Counter, Event


def record(
    kind: Event.Kind,
    *,
    person_id: int | None = None,
    subject: str = "",
    source: str = "",
    facts: Mapping[str, Any] | None = None,
) -> Event:
    """Store one event now. `facts` are numbers and codes, never texts or names."""
    event = happened(kind, person_id=person_id, subject=subject, source=source, facts=facts)
    event.save()
    return event


def happened(
    kind: Event.Kind,
    *,
    person_id: int | None = None,
    subject: str = "",
    source: str = "",
    facts: Mapping[str, Any] | None = None,
) -> Event:
    """An event of this moment that is not stored yet: for `record_all`."""
    return Event(
        kind=kind,
        person_id=person_id,
        subject=subject,
        source=source,
        facts=dict(facts or {}),
        at=timezone.now(),
    )


def record_all(events: Sequence[Event]) -> None:
    """Store events together."""
    Event.objects.bulk_create(events)


def count(*names: str) -> None:
    """Add one to each counter; exact over processes."""
    for name in names:
        _add_one(name)


def _add_one(name: str) -> None:
    if not Counter.objects.filter(name=name).update(value=F("value") + 1):
        Counter.objects.bulk_create([Counter(name=name)], ignore_conflicts=True)
        Counter.objects.filter(name=name).update(value=F("value") + 1)


def totals(names: Iterable[str]) -> dict[str, int]:
    """Each counter's value, 0 where nothing was counted yet."""
    found = dict(Counter.objects.filter(name__in=list(names)).values_list("name", "value"))
    return {name: found.get(name, 0) for name in names}
