"""One answer for equal questions, over processes: the row with the unique key is the meeting point.

Whoever inserts the key writes the answer and keeps its `pending_until` ahead of the clock; the
others watch the row by its number. A degraded answer reaches those who wait for it, but gives its
key back, so that the next question is asked anew. So does a writer that fails or is stopped.

What a crowd wants at the same time is done for all of it together. Nothing here waits for the lock of one
row while it holds another's, except for keys that are being inserted, which go in in their order: so no two
wait for one another, and a row that somebody keeps locked holds up who wants it. Keys that are freed in
between may break that order; the database ends one of the two, whose questions are then asked one by one.
"""

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from botapp.ai.base import Prompt, Reply
from botapp.ai.prompts import PROMPT_VERSION
from botapp.exceptions import NotFound
from botapp.models import Explanation
from botapp.queries.explanations import StoredAnswer, describe
from botapp.services.texts import clean_all

PENDING_SECONDS = 3.0  # a writer that is silent for longer may be taken over
_SLOW = timedelta(seconds=0.5)  # a right to write that lost this much on its way begins anew
_ROUNDS = 10  # looks at keys that somebody else frees or takes in between


@dataclass(frozen=True)
class Question:
    """What is asked for, and the key under which its answer is kept."""

    key: str
    prompt: Prompt


@dataclass(frozen=True)
class Ticket:
    """The right to write one answer, until another run takes over."""

    id: int
    owner: uuid.UUID


@dataclass(frozen=True)
class Waiting:
    """Somebody else writes it, in the row with this number."""

    id: int


@dataclass(frozen=True)
class Written:
    """A complete reply to `prompt`, by who has the right to write it."""

    ticket: Ticket
    prompt: Prompt
    reply: Reply


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


def renew(tickets: Iterable[Ticket]) -> int:
    """Keep these rights to write; how many: not those that another run took over or has locked."""
    with transaction.atomic():
        free = _held(*tickets).order_by("pk").select_for_update(skip_locked=True, no_key=True)
        pks = list(free.values_list("pk", flat=True))
        return Explanation.objects.filter(pk__in=pks).update(pending_until=_soon())


def store(answers: Sequence[Written]) -> list[StoredAnswer | None]:
    """Keep complete replies, all or nothing.

    None for one whose writer was taken over, or whose row is locked just now: see `store_alone`.
    """
    with transaction.atomic():
        tickets = [written.ticket for written in answers]
        free = {row.owner: row for row in _held(*tickets).order_by("pk").select_for_update(skip_locked=True)}
        found = [free.get(ticket.owner) for ticket in tickets]
        _overwrite([(row, _answer(one.reply)) for row, one in zip(found, answers, strict=True) if row])
        return [describe(row) if row else None for row in found]


def store_alone(written: Written) -> StoredAnswer:
    """Keep a complete reply when its row is free. A writer that was taken over stores its answer beside.

    May be done again: an answer that stands in its row already is not stored once more.
    """
    answer = _answer(written.reply)
    with transaction.atomic():
        row = Explanation.objects.filter(pk=written.ticket.id).select_for_update().first()
        if row and row.state == Explanation.State.PENDING and row.owner == written.ticket.owner:
            _overwrite([(row, answer)])
        elif row is None or (row.state, row.answer) != (Explanation.State.READY, answer["answer"]):
            row = _new(written.prompt, **answer)
            row.save()
        return describe(row)


def give_up(ticket: Ticket, *, failure: str) -> None:
    """Nothing came of it; those who wait go on without us at once."""
    _held(ticket).update(
        key=None, state=Explanation.State.FAILED, failure=failure[:32], owner=None, pending_until=None
    )


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
    row.owner, row.state, row.pending_until = owner, Explanation.State.PENDING, _soon()
    row.save(update_fields=["owner", "state", "pending_until"])
    return Ticket(row.pk, owner)


def _inserted(prompts: Mapping[str, Prompt]) -> dict[str, Place]:
    """The rights to write, but for keys that somebody else inserts at the same time."""
    if not prompts:
        return {}
    rows = [_new(prompts[key], key=key, owner=uuid.uuid4(), pending_until=_soon()) for key in sorted(prompts)]
    Explanation.objects.bulk_create(rows, ignore_conflicts=True)
    ours = Explanation.objects.filter(key__in=prompts, owner__in=[row.owner for row in rows])
    return {str(key): Ticket(pk, owner) for key, pk, owner in ours.values_list("key", "pk", "owner") if owner}


def _begin_anew(tickets: Sequence[Ticket]) -> None:
    """The time of these rights begins now: rows or keys of others were waited for meanwhile."""
    _held(*tickets).update(pending_until=_soon())


def _seen(waiting: Waiting, row: Explanation | None) -> StoredAnswer | Waiting | None:
    if row is None:
        return None
    if row.state == Explanation.State.READY:
        return _described(row)
    return waiting if _is_being_written(row) else None


def _overwrite(answers: Sequence[tuple[Explanation, dict[str, Any]]]) -> None:
    """Fill these locked rows with the fields of their answers; a degraded one gives its key back.

    As new rows whose numbers are there already. An UPDATE for each takes two to three times as long, one
    UPDATE with the values of all five to ten times.
    """
    if not answers:
        return
    for row, fields in answers:
        for name, value in fields.items():
            setattr(row, name, value)
    Explanation.objects.filter(pk__in=[row.pk for row, _ in answers if row.degraded]).update(key=None)
    fresh = [Explanation(pk=row.pk, **fields) for row, fields in answers]
    Explanation.objects.bulk_create(
        fresh, update_conflicts=True, unique_fields=["id"], update_fields=list(answers[0][1])
    )


def _answer(reply: Reply) -> dict[str, Any]:
    """The fields of a row that is ready."""
    return {
        "state": Explanation.State.READY,
        "answer": clean_all(reply.explanation.model_dump(mode="json")),
        "provider": reply.provider[:32],
        "model": reply.model[:64],
        "degraded": reply.degraded,
        "failure": reply.failure[:32],
        "input_tokens": reply.usage.input_tokens,
        "output_tokens": reply.usage.output_tokens,
        "owner": None,
        "pending_until": None,
        "ready_at": timezone.now(),
    }


def _new(prompt: Prompt, **details: Any) -> Explanation:
    return Explanation(
        kind=prompt.kind,
        language=prompt.language,
        depth=prompt.depth,
        mode=prompt.mode,
        variant=prompt.variant,
        subject=prompt.subject,
        origin=prompt.origin,
        source_text=prompt.text,
        prompt_version=PROMPT_VERSION,
        **details,
    )


def _described(row: Explanation) -> StoredAnswer | None:
    try:
        return describe(row)
    except NotFound:
        return None


def _is_being_written(row: Explanation) -> bool:
    until = row.pending_until
    return row.state == Explanation.State.PENDING and until is not None and until > timezone.now()


def _held(*tickets: Ticket) -> QuerySet[Explanation]:
    # No two tickets share an owner, so pairs need no join.
    owners, ids = [ticket.owner for ticket in tickets], [ticket.id for ticket in tickets]
    return Explanation.objects.filter(pk__in=ids, owner__in=owners, state=Explanation.State.PENDING)


def _soon() -> datetime:
    return timezone.now() + timedelta(seconds=PENDING_SECONDS)
