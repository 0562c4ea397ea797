"""The small writes that every update has, committed together.

Done marks, the journal of sent messages, events and the like of many updates go into one transaction:
by time, by number, and at once when nothing else is in work. The answer is already sent, so nobody
waits for it. A group that fails is retried row by row.
"""

import logging
import uuid
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from django.db import InterfaceError, OperationalError, transaction
from django.db.models.functions import Now
from django.utils import timezone

from botapp.delivery.deadline import limit_pause
from botapp.delivery.failpoints import reach
from botapp.models import SentMessage, StoredUpdate

logger = logging.getLogger(__name__)
State = StoredUpdate.State
FREE = {"claim": None, "claimed_by": None, "claimed_until": None}
Keys = Sequence[tuple[int, uuid.UUID]]
WriteMany = Callable[[list[Any]], object]


@dataclass(frozen=True)
class Note:
    """A small write that goes with a done mark. Items of one `write` are handed over as one list."""

    write: WriteMany
    item: Any


@dataclass(frozen=True)
class Sent:
    """A message was created by this step of this update."""

    pk: int
    step: str
    chat_id: int
    message_id: int
    more: ClassVar[Keys] = ()


@dataclass(frozen=True)
class Done:
    """The update is answered, and with it `more`: the other rows of its burst."""

    pk: int
    token: uuid.UUID
    notes: Sequence[Note] = ()
    more: Keys = ()


@dataclass(frozen=True)
class Other:
    """Any other end of an attempt: fields to set where the claim's token still stands."""

    pk: int
    token: uuid.UUID
    fields: dict[str, Any] = field(default_factory=dict)
    more: Keys = ()


Entry = Sent | Done | Other


class NotOurs(Exception):
    """Some update of the group was claimed by another run; the group is rolled back."""


def failed(
    pk: int, token: uuid.UUID, *, attempts: int, error: str, not_before: datetime, more: Keys = ()
) -> Other:
    """The attempt failed and the same run will try again: the claim stays."""
    return Other(pk, token, {"attempts": attempts, "error": error, "not_before": not_before}, more)


def dead(pk: int, token: uuid.UUID, *, attempts: int, error: str, more: Keys = ()) -> Other:
    """Given up; staff can see it and replay it."""
    end = {"state": State.DEAD, "attempts": attempts, "error": error, "finished_at": timezone.now()}
    return Other(pk, token, end | FREE, more)


def back(pk: int, token: uuid.UUID, *, attempts: int, more: Keys = ()) -> Other:
    """Handed back to the inbox for the next leader."""
    return Other(pk, token, {"state": State.NEW, "attempts": attempts} | FREE, more)


def commit(entries: Sequence[Entry]) -> list[Entry]:
    """Write all; returns those that have to wait because the database does not answer.

    Raises nothing: what can't be written at all is logged.
    """
    try:
        _write(entries)
    except Exception as error:  # noqa: BLE001 (each is tried alone next, and logged there)
        logger.debug("A group of %s is tried one by one: %s", len(entries), type(error).__name__)
    else:
        if any(isinstance(entry, Sent) for entry in entries):
            reach("journaled")
        return []
    return _one_by_one(entries)


def _one_by_one(entries: Sequence[Entry]) -> list[Entry]:
    others = 0
    left: list[Entry] = []
    for position, entry in enumerate(entries):
        try:
            _write_alone(entry)
        except NotOurs:
            others += 1
        except (OperationalError, InterfaceError) as error:
            left = list(entries[position:])
            logger.warning("%s writes wait for the database: %s", len(left), type(error).__name__)
            break
    if others:
        logger.warning("The ends of %s updates were not written: they belong to another run now.", others)
    return left


def _write_alone(entry: Entry) -> None:
    """Raises OperationalError or InterfaceError if the database is the reason, NotOurs, else nothing."""
    try:
        _write([entry])
    except NotOurs:
        raise
    except (OperationalError, InterfaceError):
        if not isinstance(entry, Done) or not entry.notes:
            raise
        _write_without_notes(entry)
    except Exception:
        if not isinstance(entry, Done) or not entry.notes:
            logger.exception("A write for update row %s failed.", entry.pk)
        else:
            _write_without_notes(entry)


def _write_without_notes(entry: Done) -> None:
    """The done mark must not be lost with a note that fails. Called while that failure is handled."""
    _write_alone(Done(entry.pk, entry.token, more=entry.more))
    logger.exception("Notes of update row %s were lost.", entry.pk)


def _write(entries: Sequence[Entry]) -> None:
    with transaction.atomic():
        limit_pause()
        _journal([entry for entry in entries if isinstance(entry, Sent)])
        _finish([entry for entry in entries if isinstance(entry, Done)])
        for entry in entries:
            if isinstance(entry, Other):
                _check(_claimed([entry]).update(**entry.fields), [entry])


def _journal(entries: Sequence[Sent]) -> None:
    if entries:
        rows = [
            SentMessage(update_id=e.pk, step=e.step, chat_id=e.chat_id, message_id=e.message_id)
            for e in entries
        ]
        SentMessage.objects.bulk_create(rows, ignore_conflicts=True)


def _finish(entries: Sequence[Done]) -> None:
    if not entries:
        return
    _check(_claimed(entries).update(state=State.DONE, error="", finished_at=Now(), **FREE), entries)
    notes: dict[WriteMany, list[Any]] = defaultdict(list)
    for entry in entries:
        for note in entry.notes:
            notes[note.write].append(note.item)
    for write, items in notes.items():
        write(items)


def _claimed(entries: Sequence[Done] | Sequence[Other]) -> Any:
    """Rows whose claim is still ours. No two runs of one row share a token, so pairs need no join."""
    keys = [key for entry in entries for key in ((entry.pk, entry.token), *entry.more)]
    tokens = {token for _pk, token in keys}
    return StoredUpdate.objects.filter(pk__in=[pk for pk, _token in keys], claim__in=tokens)


def _check(changed: int, entries: Sequence[Done] | Sequence[Other]) -> None:
    if changed != sum(1 + len(entry.more) for entry in entries):
        raise NotOurs
