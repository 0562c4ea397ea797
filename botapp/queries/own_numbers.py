"""A person's own numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.functional import Promise

from botapp.enums import PromptKind
from botapp.models import Generation
from botapp.queries import record
from botapp.queries.kept import number_kept


@dataclass(frozen=True)
class OwnNumbers:
    """Days are those of the person's time zone; a streak that was not broken yesterday still counts.

    `more`: what other apps count.
    """

    explanations: int
    questions: int
    saved: int
    days_active: int
    streak: int
    more: tuple[tuple[Promise, int], ...]


def own_numbers(person_id: int, *, zone: ZoneInfo) -> OwnNumbers:
    """Counted from the answers that the person got; two queries and those of other apps."""
    done = Generation.objects.filter(person_id=person_id, state=Generation.State.DONE)
    days = done.order_by().annotate(day=TruncDate("created_at", tzinfo=zone)).values_list("day", "kind")
    counted = list(days.annotate(number=Count("pk")))
    active = {day for day, _kind, _number in counted}
    questions = sum(number for _day, kind, number in counted if kind == PromptKind.QUESTION)
    return OwnNumbers(
        explanations=sum(number for _day, kind, number in counted if kind == PromptKind.NEWS),
        questions=questions,
        saved=number_kept(person_id),
        days_active=len(active),
        streak=streak(active, today=timezone.now().astimezone(zone).date()),
        more=tuple((figure.label, figure.count(person_id)) for figure in record.figures()),
    )


def streak(days: Iterable[date], *, today: date) -> int:
    """How many days in a row up to today; up to yesterday while today is not over."""
    active = set(days)
    day = today if today in active else today - timedelta(days=1)
    length = 0
    while day in active:
        day, length = day - timedelta(days=1), length + 1
    return length
