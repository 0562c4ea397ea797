"""Who works on an answer that is owed: one run at a time, whose claim runs out unless it is renewed."""

import uuid
from collections.abc import Collection, Iterable
from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from botapp.models import Generation
from botapp.queries import subjects
from botapp.services import jobs
from botapp.services.jobs import Job

SECONDS = 15.0  # that a claim lasts; renew well before
LONGEST_WAIT = timedelta(minutes=5)  # of a question for the card that it is about


def take(generation_id: int, *, by: uuid.UUID | None = None) -> Job | None:
    """Take one waiting generation; None if it is over, another run has it, or the card is still being
    written that it asks about. `by`: this process.
    """
    token, now = uuid.uuid4(), timezone.now()
    taken = find_free().filter(pk=generation_id)
    until = now + timedelta(seconds=SECONDS)
    if not taken.update(claim=token, claimed_by=by, claimed_until=until, attempts=F("attempts") + 1):
        return None
    row = Generation.objects.filter(pk=generation_id, claim=token).first()
    if row is not None and row.after_id is not None:
        row.thread_id = subjects.known_at_last(row)
        Generation.objects.filter(pk=row.pk, claim=token).update(thread_id=row.thread_id, after=None)
    return None if row is None else jobs.describe(row)


def take_each(generation_ids: Iterable[int], *, by: uuid.UUID | None = None) -> list[Job]:
    """`take` for several, one after the other: those that were to be had."""
    return [job for job in (take(number, by=by) for number in generation_ids) if job]


def take_open(limit: int, *, besides: Collection[int] = (), by: uuid.UUID | None = None) -> list[Job]:
    """Take up to `limit` generations that nobody works on and that wait with their message or need none.

    `besides`: ids that are let be, because their own run is about to claim them.
    """
    may_begin = Q(message_id__isnull=False) | Q(is_promised=True)
    waiting = find_free().filter(may_begin).exclude(pk__in=besides).order_by("id")
    return take_each(list(waiting.values_list("pk", flat=True)[:limit]), by=by)


def renew(*claimed: Job) -> frozenset[int]:
    """Keep these claims; the ids of those still held, the work on the others must end."""
    held = jobs.find_held(*claimed)
    until = timezone.now() + timedelta(seconds=SECONDS)
    if held.update(claimed_until=until) == len(claimed):
        return frozenset(job.id for job in claimed)
    return frozenset(held.values_list("pk", flat=True))


def hand_back(job: Job) -> bool:
    """Let another run go on with it at once."""
    return bool(jobs.find_held(job).update(claim=None, claimed_until=None, attempts=F("attempts") - 1))


def postpone(job: Job) -> bool:
    """Let another run go on with it once the claim has run out; this attempt does not count."""
    return bool(jobs.find_held(job).update(attempts=F("attempts") - 1))


def free_all_of(dead: uuid.UUID) -> int:
    """Let others go on at once with what a process worked on that is gone; how many."""
    held = Generation.objects.filter(claimed_by=dead, state=Generation.State.WAITING)
    return held.update(claim=None, claimed_by=None, claimed_until=None)


def find_free() -> QuerySet[Generation]:
    """What is owed and nobody works on, besides questions that wait for their card."""
    is_free = Q(claim=None) | Q(claimed_until__lt=timezone.now())
    return Generation.objects.filter(is_free, _has_its_card(), state=Generation.State.WAITING)


def _has_its_card() -> Q:
    """Not so of a question whose card is being written, unless it was stopped, is unsent or waited long."""
    written = Generation.objects.filter(pk=OuterRef("after_id"), state=Generation.State.WAITING)
    is_late = Q(created_at__lt=timezone.now() - LONGEST_WAIT)
    waits_not = Q(after=None) | Q(message_id=None) | Q(stop_requested=True) | is_late
    # No join: a claim that was taken meanwhile must be seen in the very row that is changed.
    return waits_not | Q(~Exists(written))
