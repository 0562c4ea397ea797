"""Answers as they are kept: a row for each, which is there before its text.

A degraded answer reaches those who wait for it, but gives its key back, so that the next question is
asked anew. What is finished at the same time is stored together; a row that somebody keeps locked holds up
who wants it (see reservations.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from botapp.ai.base import Prompt, Reply
from botapp.ai.prompts import PROMPT_VERSION
from botapp.models import Explanation
from botapp.queries.explanations import StoredAnswer, describe
from botapp.services.texts import clean_all
from botapp.services.tickets import Ticket, find_held


@dataclass(frozen=True)
class Written:
    """A complete reply to `prompt`, by who has the right to write it."""

    ticket: Ticket
    prompt: Prompt
    reply: Reply


def store(answers: Sequence[Written]) -> list[StoredAnswer | None]:
    """Keep complete replies, all or nothing.

    None for one whose writer was taken over, or whose row is locked just now: see `store_alone`.
    """
    with transaction.atomic():
        tickets = [written.ticket for written in answers]
        free = {
            row.owner: row for row in find_held(*tickets).order_by("pk").select_for_update(skip_locked=True)
        }
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
            row = draft(written.prompt, **answer)
            row.save()
        return describe(row)


def draft(prompt: Prompt, **details: Any) -> Explanation:
    """A row for the answer to this, not yet saved."""
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
