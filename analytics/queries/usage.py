"""How much RVX is used, by UTC day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Case, Count, QuerySet, Value, When
from django.db.models.functions import TruncDate
from django.utils import timezone

from analytics.models import Event

_COLUMNS = {
    Event.Kind.EXPLANATION: "explanations",
    Event.Kind.FEEDBACK: "feedback",
    Event.Kind.LESSON: "lessons",
    Event.Kind.ANSWER: "answers",
    Event.Kind.API_CALL: "api_calls",
    Event.Kind.ERROR: "errors",
}
_TAUGHT = "lesson"  # subject of an explanation that is a lesson written on request


@dataclass(frozen=True)
class DayUsage:
    """One UTC day. `people` counts everybody who did anything, each once.

    `lessons` are those opened in a course and those written on request; the latter are no `explanations`.
    """

    day: date
    people: int = 0
    explanations: int = 0
    feedback: int = 0
    lessons: int = 0
    answers: int = 0
    api_calls: int = 0
    errors: int = 0


def usage(days: int) -> tuple[DayUsage, ...]:
    """The last `days` UTC days with today, oldest first, quiet days included. Two queries."""
    today = timezone.now().astimezone(UTC).date()
    first = today - timedelta(days=days - 1)
    counts = _counts_by_day(first)
    people = _people_by_day(first)
    calendar = (first + timedelta(days=offset) for offset in range(days))
    return tuple(DayUsage(day=day, people=people.get(day, 0), **counts.get(day, {})) for day in calendar)


def _counts_by_day(first: date) -> dict[date, dict[str, int]]:
    rows = (
        _since(first)
        .filter(kind__in=_COLUMNS)
        .values_list(TruncDate("at", tzinfo=UTC), _column())
        .annotate(number=Count("id"))
        .order_by()
    )
    counts: dict[date, dict[str, int]] = {}
    for day, column, number in rows:
        counts.setdefault(day, {})[column] = number
    return counts


def _column() -> Case:
    taught = When(kind=Event.Kind.EXPLANATION, subject=_TAUGHT, then=Value("lessons"))
    return Case(taught, *(When(kind=kind, then=Value(column)) for kind, column in _COLUMNS.items()))


def _people_by_day(first: date) -> dict[date, int]:
    rows = _since(first).values_list(TruncDate("at", tzinfo=UTC))
    return dict(rows.annotate(number=Count("person_id", distinct=True)).order_by())


def _since(first: date) -> QuerySet[Event]:
    return Event.objects.filter(at__gte=datetime.combine(first, time.min, UTC))
