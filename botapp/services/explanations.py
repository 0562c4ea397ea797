"""One answer for equal questions, over processes: the row with the unique key is the meeting point.

Whoever inserts the key writes the answer and keeps its `pending_until` ahead of the clock; the
others watch the row by its number. A degraded answer reaches those who wait for it, but gives its
key back, so that the next question is asked anew. So does a writer that fails or is stopped.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from botapp.ai.base import Prompt, Reply
from botapp.ai.prompts import PROMPT_VERSION
from botapp.exceptions import NotFound
from botapp.models import Explanation
from botapp.queries.explanations import StoredAnswer, describe
from botapp.services.texts import clean_all

PENDING_SECONDS = 3.0  # a writer that is silent for longer may be taken over


@dataclass(frozen=True)
class Ticket:
    """The right to write one answer, until another run takes over."""

    id: int
    owner: uuid.UUID


@dataclass(frozen=True)
class Waiting:
    """Somebody else writes it, in the row with this number."""

    id: int


def reserve(key: str, prompt: Prompt) -> StoredAnswer | Ticket | Waiting:
    """The ready answer of this key, the right to write it, or whom to wait for."""
    while True:
        row = Explanation.objects.filter(key=key).first()
        if row is None:
            found: StoredAnswer | Ticket | Waiting | None = _insert(key, prompt)
        elif row.state == Explanation.State.READY:
            found = _reuse(row)
        elif _is_being_written(row):
            found = Waiting(row.pk)
        else:
            found = _take_over(row)
        if found:
            return found


def watch(waiting: Waiting) -> StoredAnswer | Waiting | None:
    """The answer if it is ready by now; None if its writer gave up, so that `reserve` has to decide."""
    row = Explanation.objects.filter(pk=waiting.id).first()
    if row is None:
        return None
    if row.state == Explanation.State.READY:
        return _described(row)
    return waiting if _is_being_written(row) else None


def renew(*tickets: Ticket) -> int:
    """Keep these rights to write; how many of them no other run took over."""
    # No two tickets share an owner, so pairs need no join.
    owners, ids = [ticket.owner for ticket in tickets], [ticket.id for ticket in tickets]
    held = Explanation.objects.filter(pk__in=ids, owner__in=owners, state=Explanation.State.PENDING)
    return held.update(pending_until=_soon())


def store(ticket: Ticket, *, prompt: Prompt, reply: Reply) -> StoredAnswer:
    """Keep a complete reply. A writer that was taken over stores its answer beside, not for reuse."""
    answer = _answer(reply)
    if _held(ticket).update(**answer, **({"key": None} if reply.degraded else {})):
        return describe(Explanation.objects.get(pk=ticket.id))
    row = _new(prompt)
    for name, value in answer.items():
        setattr(row, name, value)
    row.save()
    return describe(row)


def give_up(ticket: Ticket, *, failure: str) -> None:
    """Nothing came of it; those who wait go on without us at once."""
    _held(ticket).update(
        key=None, state=Explanation.State.FAILED, failure=failure[:32], owner=None, pending_until=None
    )


def _insert(key: str, prompt: Prompt) -> Ticket | None:
    row = _new(prompt)
    row.key, row.owner, row.pending_until = key, uuid.uuid4(), _soon()
    Explanation.objects.bulk_create([row], ignore_conflicts=True)
    pk = Explanation.objects.filter(key=key, owner=row.owner).values_list("pk", flat=True).first()
    return Ticket(pk, row.owner) if pk else None


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


def _new(prompt: Prompt) -> Explanation:
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


def _held(ticket: Ticket) -> QuerySet[Explanation]:
    return Explanation.objects.filter(pk=ticket.id, owner=ticket.owner, state=Explanation.State.PENDING)


def _soon() -> datetime:
    return timezone.now() + timedelta(seconds=PENDING_SECONDS)
