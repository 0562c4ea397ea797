"""Deleting all that RVX knows of a person, and proving it."""

from dataclasses import dataclass
from typing import Any

from django.contrib.admin.models import LogEntry
from django.db import transaction
from django.db.models import Model

from analytics.models import Event
from botapp.models import Effect, Person, SentMessage, StoredUpdate
from botapp.queries.belongings import Owner, belongings, counts, owner
from botapp.services import tombstones

NOTHING_IN_IT: dict[str, Any] = {"payload": None, "lane": "", "error": ""}


@dataclass(frozen=True)
class Line:
    """Rows of one kind that were, or would be, deleted."""

    name: str
    rows: int


@dataclass(frozen=True)
class Forgotten:
    """`lines`: what went, by kind; `tables`: how many were counted afterwards; `left`: rows in them."""

    lines: tuple[Line, ...]
    tables: int
    left: int


def found(telegram_id: int) -> tuple[Line, ...]:
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
            return Forgotten((), 0, 0)
        lines = _lines(whose)
        tombstones.bury(person)
        for belonging in belongings(whose):
            emptied = _emptied(belonging.model, whose)
            if emptied:
                pks = list(belonging.rows.values_list("pk", flat=True))
                belonging.model._default_manager.filter(pk__in=pks).update(**emptied)
            else:
                belonging.rows.delete()
    left = counts(whose)
    return Forgotten(lines, tables=len(left), left=sum(left.values()))


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
    counted = ((one.name, one.rows.count()) for one in belongings(whose))
    return tuple(Line(name, rows) for name, rows in counted if rows)
