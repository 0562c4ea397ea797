"""One answer for equal questions, over processes: the row with the unique key is the meeting point.

Whoever inserts the key writes the answer and keeps its `pending_until` ahead of the clock; the
others watch the row by its number. A degraded answer reaches those who wait for it, but gives its
key back, so that the next question is asked anew. So does a writer that fails or is stopped.

What a crowd wants at the same time is done for all of it in few statements. Whoever locks several rows
does so in their order, so that no two wait for one another.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from botapp.ai.base import Prompt, Reply
from botapp.ai.prompts import PROMPT_VERSION
from botapp.exceptions import NotFound
from botapp.models import Explanation
from botapp.queries.explanations import StoredAnswer, describe
from botapp.services.texts import clean_all

PENDING_SECONDS = 3.0  # a writer that is silent for longer may be taken over
# The fields that `_answer` gives.
_OF_AN_ANSWER = (
    *("state", "answer", "provider", "model", "degraded", "failure", "input_tokens", "output_tokens"),
    *("owner", "pending_until", "ready_at"),
)


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
    """For each question the ready answer of its key, the right to write it, or whom to wait for."""
    found: dict[str, Place] = {}
    asked = {question.key: question.prompt for question in reversed(questions)}  # the first of equal ones
    while missing := {key: prompt for key, prompt in asked.items() if key not in found}:
        there = list(Explanation.objects.filter(key__in=missing))
        places = {str(row.key): _place_in(row) for row in there}
        found |= {key: place for key, place in places.items() if place}
        found |= _inserted({key: prompt for key, prompt in missing.items() if key not in places})
    return list(_handed_out(questions, found))


def watch(waiting: Sequence[Waiting]) -> list[StoredAnswer | Waiting | None]:
    """For each the answer if it is ready; None if its writer gave up, so that `reserve` has to decide."""
    rows = Explanation.objects.in_bulk([one.id for one in waiting])
    return [_seen(one, rows.get(one.id)) for one in waiting]


def renew(tickets: Iterable[Ticket]) -> int:
    """Keep these rights to write; how many of them no other run took over."""
    with transaction.atomic():
        held = [row.pk for row in _held(*tickets).only("pk").order_by("pk").select_for_update()]
        return Explanation.objects.filter(pk__in=held).update(pending_until=_soon())


def store(answers: Sequence[Written]) -> list[StoredAnswer]:
    """Keep complete replies. A writer that was taken over stores its answer beside, not for reuse."""
    fields = [_answer(written.reply) for written in answers]
    with transaction.atomic():
        locked = _held(*(written.ticket for written in answers)).order_by("pk").select_for_update()
        held = {row.owner: row for row in locked}
        rows = [held.get(written.ticket.owner) or _new(written.prompt) for written in answers]
        for row, values in zip(rows, fields, strict=True):
            for name, value in values.items():
                setattr(row, name, value)
        _overwrite([row for row in rows if row.pk])
        Explanation.objects.bulk_create([row for row in rows if not row.pk])
    return [describe(row) for row in rows]


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


def _inserted(prompts: Mapping[str, Prompt]) -> dict[str, Place]:
    """The rights to write, but for keys that somebody else inserts at the same time."""
    rows = [_new(prompts[key], key=key, owner=uuid.uuid4(), pending_until=_soon()) for key in sorted(prompts)]
    if not rows:
        return {}
    with transaction.atomic():
        Explanation.objects.bulk_create(rows, ignore_conflicts=True)
        ours = Explanation.objects.filter(key__in=prompts, owner__in=[row.owner for row in rows])
        return {str(row.key): Ticket(row.pk, cast(uuid.UUID, row.owner)) for row in ours.only("key", "owner")}


def _place_in(row: Explanation) -> Place | None:
    """What is to be had from the row of a key; None if that has changed or is of no use any more."""
    if row.state == Explanation.State.READY:
        return _reuse(row)
    return Waiting(row.pk) if _is_being_written(row) else _take_over(row)


def _seen(waiting: Waiting, row: Explanation | None) -> StoredAnswer | Waiting | None:
    if row is None:
        return None
    if row.state == Explanation.State.READY:
        return _described(row)
    return waiting if _is_being_written(row) else None


def _overwrite(rows: Sequence[Explanation]) -> None:
    """Put answers into rows that are locked; a degraded one gives its key back.

    As rows whose numbers are there already: an UPDATE for each takes three times as long, one UPDATE with
    the values of all ten times.
    """
    asked = [row.created_at for row in rows]
    given_back = [row.pk for row in rows if row.degraded]
    if given_back:
        Explanation.objects.filter(pk__in=given_back).update(key=None)
    for row in rows:
        row.key = None  # nothing but its number is there already; what stands there is not touched
    Explanation.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["id"], update_fields=_OF_AN_ANSWER
    )
    for row, at in zip(rows, asked, strict=True):
        row.created_at = at  # which Django takes for a new row's


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


def _reuse(row: Explanation) -> StoredAnswer | None:
    oldest = timezone.now() - timedelta(seconds=settings.EXPLANATION_TTL_SECONDS)
    answer = _described(row) if row.ready_at and row.ready_at > oldest else None
    if answer is None:
        Explanation.objects.filter(pk=row.pk, key=row.key, state=Explanation.State.READY).update(key=None)
    return answer


def _described(row: Explanation) -> StoredAnswer | None:
    try:
        return describe(row)
    except NotFound:
        return None


def _take_over(row: Explanation) -> Ticket | None:
    owner = uuid.uuid4()
    same = Explanation.objects.filter(pk=row.pk, owner=row.owner, pending_until=row.pending_until)
    taken = same.exclude(state=Explanation.State.READY).update(
        owner=owner, state=Explanation.State.PENDING, pending_until=_soon()
    )
    return Ticket(row.pk, owner) if taken else None


def _is_being_written(row: Explanation) -> bool:
    until = row.pending_until
    return row.state == Explanation.State.PENDING and until is not None and until > timezone.now()


def _held(*tickets: Ticket) -> QuerySet[Explanation]:
    # No two tickets share an owner, so pairs need no join.
    owners, ids = [ticket.owner for ticket in tickets], [ticket.id for ticket in tickets]
    return Explanation.objects.filter(pk__in=ids, owner__in=owners, state=Explanation.State.PENDING)


def _soon() -> datetime:
    return timezone.now() + timedelta(seconds=PENDING_SECONDS)
