"""A person's own numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, Max, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.functional import Promise

from botapp.enums import PromptKind
from botapp.models import Generation
from botapp.queries import record
from botapp.queries.kept import number_kept


@dataclass(frozen=True)
class OwnNumbers:
    """`items`, `questions` and `lessons` are counted once each, in however many versions they were told.

    Days are those of the person's time zone; a streak that was not broken yesterday still counts.
    `more`: what other apps count.
    """

    items: int
    questions: int
    lessons: int
    saved: int
    days_active: int
    streak: int
    more: tuple[tuple[Promise, int], ...]


def own_numbers(person_id: int, *, zone: ZoneInfo) -> OwnNumbers:
    """Counted from the answers that the person got; three queries and those of other apps."""
    done = Generation.objects.filter(person_id=person_id, state=Generation.State.DONE).order_by()
    told = _cards_by_kind(done)
    active = set(done.values_list(TruncDate("created_at", tzinfo=zone), flat=True).distinct())
    return OwnNumbers(
        items=told.get(PromptKind.NEWS, 0),
        questions=told.get(PromptKind.QUESTION, 0),
        lessons=told.get(PromptKind.LESSON, 0),
        saved=number_kept(person_id),
        days_active=len(active),
        streak=streak(active, today=timezone.now().astimezone(zone).date()),
        more=tuple((figure.label, figure.count(person_id)) for figure in record.figures()),
    )


def _cards_by_kind(done: QuerySet[Generation]) -> dict[str, int]:
    """How many cards of each kind there are as they stand now: a button changes a card, it adds none."""
    cards = done.values("chat_id", "message_id").annotate(newest=Max("id")).values("newest")
    standing = Generation.objects.filter(pk__in=cards).order_by()
    return dict(standing.values_list("kind").annotate(Count("pk")))


def streak(days: Iterable[date], *, today: date) -> int:
    """How many days in a row up to today; up to yesterday while today is not over."""
    active = set(days)
    day = today if today in active else today - timedelta(days=1)
    length = 0
    while day in active:
        day, length = day - timedelta(days=1), length + 1
    return length
