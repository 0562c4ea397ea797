"""Deleting all that RVX knows of a person, and proving it."""

from dataclasses import dataclass
from typing import Any

from django.contrib.admin.models import LogEntry
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from analytics.models import Event
from botapp.models import (
    Bookmark,
    DailyUsage,
    Effect,
    Feedback,
    Generation,
    Person,
    Search,
    SentMessage,
    StoredUpdate,
    Turn,
)
from botapp.queries.allowances import allowance, today
from botapp.queries.belongings import Belonging, Owner, belongings, counts, owner
from botapp.services import tombstones

NOTHING_IN_IT: dict[str, Any] = {"payload": None, "lane": "", "error": ""}
# What people call the things that they know; each thing is counted once, in the table that stands for it.
_TECHNICAL: Promise = _("Technical records")
_LESSONS: Promise = _("Lessons and progress")
_KEPT: Promise = _("Bookmarks, verdicts and searches")
_NAMES: dict[type[Model], Promise] = {
    Turn: _("Messages and their answers"),
    Generation: _("Explanations"),
    Bookmark: _KEPT,
    Feedback: _KEPT,
    Search: _KEPT,
    Person: _("Profile and settings"),
}
_ORDER = (_NAMES[Turn], _NAMES[Generation], _KEPT, _LESSONS, _NAMES[Person], _TECHNICAL)
_OURS = ("admin", "analytics", "botapp")  # apps; what others know of a person is what was learned


@dataclass(frozen=True)
class Line:
    """Things of one kind that were, or would be, deleted."""

    name: str
    rows: int


@dataclass(frozen=True)
class Forgotten:
    """`lines`: what went, by kind; `left`: rows that were found when all was looked through once more.

    `is_day_kept`: today's count of explanations outlives it until the day is over.
    """

    lines: tuple[Line, ...]
    left: int
    is_day_kept: bool = False


def preview(telegram_id: int) -> tuple[Line, ...]:
    """What would go, in the active language; kinds of which there is nothing are left out."""
    whose = owner(telegram_id)
    return _lines(whose) if whose else ()


def forget(telegram_id: int) -> Forgotten:
    """Delete a person everywhere. Once more does no harm, and finds what came since.

    Three things are not deleted but emptied of the person: the number of an update, by which Telegram's
    repetitions are known; an event, which is a count then; a line in the log of the admin.
    A ban, a limit and today's count outlive it (tombstones).
    """
    with transaction.atomic():
        person = Person.objects.select_for_update().filter(telegram_id=telegram_id).first()
        whose = owner(telegram_id)
        if person is None or whose is None:
            return Forgotten((), 0)
        lines, is_day_kept = _lines(whose), allowance(person.pk).used > 0
        tombstones.bury(person)
        for belonging in belongings(whose):
            emptied = _emptied(belonging.model, whose)
            if emptied:
                pks = list(belonging.rows.values_list("pk", flat=True))
                belonging.model._default_manager.filter(pk__in=pks).update(**emptied)
            else:
                belonging.rows.delete()
    return Forgotten(lines, sum(counts(whose).values()), is_day_kept)


def empty_update(pk: int) -> None:
    """Leave of a stored update that is over nothing but its number."""
    Effect.objects.filter(update_id=pk).delete()
    SentMessage.objects.filter(update_id=pk).delete()
    StoredUpdate.objects.filter(pk=pk).update(**NOTHING_IN_IT)


def _emptied(model: type[Model], whose: Owner) -> dict[str, Any]:
    if model is StoredUpdate:
        return NOTHING_IN_IT
    if model is Event:
        return {"person_id": None}
    return {"object_repr": f"#{whose.person_id}"} if model is LogEntry else {}


def _lines(whose: Owner) -> tuple[Line, ...]:
    """Today's count is left out: it is kept, though in another place."""
    rows = dict.fromkeys(_ORDER, 0)
    for one in belongings(whose):
        rows[_name(one)] += _going(one).count()
    return tuple(Line(str(name), number) for name, number in rows.items() if number)


def _going(belonging: Belonging) -> QuerySet[Model]:
    is_usage = belonging.model is DailyUsage
    return belonging.rows.exclude(day=today(), used__gt=0) if is_usage else belonging.rows


def _name(belonging: Belonging) -> Promise:
    known = _NAMES.get(belonging.model)
    if known is not None:
        return known
    return _TECHNICAL if belonging.model._meta.app_label in _OURS else _LESSONS
