"""One answer for equal questions, over processes: the row with the unique key is the meeting point.

Whoever inserts the key writes the answer and keeps its `pending_until` ahead of the clock; the
others watch the row by its number. A writer that fails or is stopped gives its key back.

What a crowd wants at the same time is done for all of it together. Nothing here, in tickets.py or in
explanations.py waits for the lock of one row while it holds another's, except for keys that are being
inserted, which go in in their order: so no two wait for one another, and a row that somebody keeps locked
holds up who wants it. Keys that are freed in between may break that order; the database ends one of the
two, whose questions are then asked one by one.
"""

import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from botapp.ai.base import Prompt
from botapp.exceptions import NotFound
from botapp.models import Explanation
from botapp.queries.explanations import StoredAnswer, describe
from botapp.services.explanations import draft
from botapp.services.tickets import Ticket, find_held, reckon_end

_SLOW = timedelta(seconds=0.5)  # a right to write that lost this much on its way begins anew
_ROUNDS = 10  # looks at keys that somebody else frees or takes in between


@dataclass(frozen=True)
class Question:
    """What is asked for, and the key under which its answer is kept."""

    key: str
    prompt: Prompt


@dataclass(frozen=True)
class Waiting:
    """Somebody else writes it, in the row with this number."""

    id: int


Place = StoredAnswer | Ticket | Waiting


def reserve(questions: Sequence[Question]) -> list[Place]:
    """For each question the ready answer of its key, the right to write it, or whom to wait for.

    All or nothing: an error leaves no right to write behind.
    """
    asked = {question.key: question.prompt for question in reversed(questions)}  # the first of equal ones
    there = _there(asked)
    found: dict[str, Place] = {key: place for key, (_row, place) in there.items() if place}
    if len(found) < len(asked):
        began = timezone.now()
        with transaction.atomic():
            found |= _inserted({key: prompt for key, prompt in asked.items() if key not in there})
            for _ in range(_ROUNDS):
                if len(found) < len(asked):
                    found |= _claimed({key: prompt for key, prompt in asked.items() if key not in found})
            if len(found) < len(asked):  # SQLite says nothing of a row that breaks a rule of its table
                raise IntegrityError("a key is neither there nor can it be inserted")
            if timezone.now() - began > _SLOW:
                _begin_anew([place for place in found.values() if isinstance(place, Ticket)])
    return list(_handed_out(questions, found))


def watch(waiting: Sequence[Waiting]) -> list[StoredAnswer | Waiting | None]:
    """For each the answer if it is ready; None if its writer gave up, so that `reserve` has to decide."""
    rows = Explanation.objects.in_bulk([one.id for one in waiting])
    return [_seen(one, rows.get(one.id)) for one in waiting]


def _handed_out(questions: Sequence[Question], found: Mapping[str, Place]) -> Iterator[Place]:
    """Of equal questions that were asked together one is to write."""
    given: set[str] = set()
    for question in questions:
        place = found[question.key]
        yield Waiting(place.id) if isinstance(place, Ticket) and question.key in given else place
        given.add(question.key)


def _there(keys: Collection[str]) -> dict[str, tuple[Explanation, StoredAnswer | Waiting | None]]:
    """The rows of these keys, each with the answer if it is ready, or whom to wait for; None if neither."""
    return {str(row.key): (row, _place_in(row)) for row in Explanation.objects.filter(key__in=keys)}


def _place_in(row: Explanation) -> StoredAnswer | Waiting | None:
    if row.state != Explanation.State.READY:
        return Waiting(row.pk) if _is_being_written(row) else None
    oldest = timezone.now() - timedelta(seconds=settings.EXPLANATION_TTL_SECONDS)
    return _described(row) if row.ready_at and row.ready_at > oldest else None


def _claimed(prompts: Mapping[str, Prompt]) -> dict[str, Place]:
    """What is to be had for these keys, and the rights to write the rest; nothing yet for some of them."""
    there = _there(prompts)
    # A stale one that stays locked is waited for: whoever has it locked decides about it.
    found: dict[str, Place] = {key: place or Waiting(row.pk) for key, (row, place) in there.items()}
    fresh = {key: prompt for key, prompt in prompts.items() if key not in found}
    # Its key again: who had it may have given up since, and a row without a key is nobody's any more.
    pks = [row.pk for row, place in there.values() if not place]
    stale = Explanation.objects.filter(pk__in=pks, key__in=prompts)
    for row in stale.order_by("pk").select_for_update(skip_locked=True):
        place = _place_in(row) or _take_over(row)
        if place:
            found[str(row.key)] = place
        else:
            del found[str(row.key)]
            Explanation.objects.filter(pk=row.pk).update(key=None)
    return found | _inserted(fresh)


def _take_over(row: Explanation) -> Ticket | None:
    """The right to write a locked row whose writer fell silent; None if its answer is of no use any more."""
    if row.state == Explanation.State.READY:
        return None
    owner = uuid.uuid4()
    row.owner, row.state, row.pending_until = owner, Explanation.State.PENDING, reckon_end()
    row.save(update_fields=["owner", "state", "pending_until"])
    return Ticket(row.pk, owner)


def _inserted(prompts: Mapping[str, Prompt]) -> dict[str, Place]:
    """The rights to write, but for keys that somebody else inserts at the same time."""
    if not prompts:
        return {}
    rows = [
        draft(prompts[key], key=key, owner=uuid.uuid4(), pending_until=reckon_end())
        for key in sorted(prompts)
    ]
    Explanation.objects.bulk_create(rows, ignore_conflicts=True)
    ours = Explanation.objects.filter(key__in=prompts, owner__in=[row.owner for row in rows])
    return {str(key): Ticket(pk, owner) for key, pk, owner in ours.values_list("key", "pk", "owner") if owner}


def _begin_anew(tickets: Sequence[Ticket]) -> None:
    """The time of these rights begins now: rows or keys of others were waited for meanwhile."""
    find_held(*tickets).update(pending_until=reckon_end())


def _seen(waiting: Waiting, row: Explanation | None) -> StoredAnswer | Waiting | None:
    if row is None:
        return None
    if row.state == Explanation.State.READY:
        return _described(row)
    return waiting if _is_being_written(row) else None


def _described(row: Explanation) -> StoredAnswer | None:
    try:
        return describe(row)
    except NotFound:
        return None


def _is_being_written(row: Explanation) -> bool:
    until = row.pending_until
    return row.state == Explanation.State.PENDING and until is not None and until > timezone.now()
