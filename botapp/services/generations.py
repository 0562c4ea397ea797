"""Answers owed to people: begun once, worked on by one run at a time, paid for once.

A generation waits until it is done, failed or stopped. Whoever works on it holds a claim that runs
out; every change by a worker checks the claim, so that a late one changes nothing.
"""

import uuid
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, cast

from django.db import IntegrityError, transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from analytics.models import Event
from analytics.services.record import record
from botapp.ai.base import Depth, Kind, Language, Mode
from botapp.exceptions import AlreadyWriting, NotFound, StaleButton
from botapp.models import Effect, Explanation, Generation
from botapp.queries import sources, subjects, threads
from botapp.services import answer_parts, quotas, usage
from botapp.services.texts import clean

CLAIM_SECONDS = 15.0  # renew well before
LONGEST_WAIT = timedelta(minutes=5)  # of a question for the card that it is about


@dataclass(frozen=True)
class Job:
    """A claimed generation. `stopping`: the person pressed Stop before it was claimed.

    `is_read`: `text` is what the link or the pictures say already.
    """

    id: int
    person_id: int
    chat_id: int
    message_id: int | None
    text: str
    kind: Kind
    language: Language
    depth: Depth
    claim: uuid.UUID
    attempts: int
    parts_sent: int
    stopping: bool
    asked_at: datetime
    mode: Mode = "plain"
    variant: int = 0
    subject: str = ""
    origin: str = ""
    link: str = ""
    photo: str = ""
    thread_id: int | None = None
    is_promised: bool = False
    explanation_id: int | None = None  # known beforehand only where the answer was promised
    post: str = ""
    is_read: bool = False
    is_suggested: bool = False  # a question that nobody typed: no message of the chat says it


def begin(
    person_id: int,
    *,
    chat_id: int,
    text: str,
    kind: str,
    language: str,
    depth: str,
    message_id: int | None = None,
    source_message_id: int | None = None,
    instead_of: int | None = None,
    is_free: bool = False,
    **details: Any,
) -> int:
    """Charge the person and note the answer owed, in one transaction; the generation's id.

    `source_message_id`: whose edit is to change this answer. `instead_of`: the answer that `message_id`
    shows as far as the person knows. `is_free`: it is there already. `details`: more fields of a Generation.
    Raises DailyLimitReached, TooFast, AlreadyWriting; StaleButton if another answer or this one is shown.
    """
    _check_place(person_id, chat_id, message_id)
    if instead_of is not None:
        _check_shown(person_id, chat_id, message_id, instead_of, _version(depth, **details))
        details = sources.of_answer(instead_of, person_id=person_id) | details
    try:
        with transaction.atomic():
            return Generation.objects.create(
                person_id=person_id,
                chat_id=chat_id,
                message_id=message_id,
                source_message_id=source_message_id,
                source_text=clean(text),
                kind=kind,
                language=language,
                depth=depth,
                charged_on=quotas.pay(person_id, is_free=is_free),
                **details,
            ).pk
    except IntegrityError as error:
        raise AlreadyWriting from error


def begin_again(last: Generation, *, text: str, language: str, **details: Any) -> int:
    """Owe another answer in the message of one that is over; the new one's id. Charges nobody.

    `details`: fields of a Generation, such as its kind and who paid; what they don't say of depth and
    origin stays as it was. Raises AlreadyWriting.
    """
    try:
        with transaction.atomic():
            return Generation.objects.create(
                person_id=last.person_id,
                chat_id=last.chat_id,
                message_id=last.message_id,
                source_message_id=last.source_message_id,
                source_text=text,
                language=language,
                **{"depth": last.depth, "origin": last.origin} | details,
            ).pk
    except IntegrityError as error:
        raise AlreadyWriting from error


def attach(generation_id: int, *, message_id: int) -> None:
    """The message that grows into the answer was sent."""
    Generation.objects.filter(pk=generation_id, message_id=None).update(message_id=message_id)


def claim(generation_id: int, *, by: uuid.UUID | None = None) -> Job | None:
    """Take one waiting generation; None if it is over, another run has it, or the card is still being
    written that it asks about. `by`: this process.
    """
    token, now = uuid.uuid4(), timezone.now()
    taken = _unclaimed().filter(pk=generation_id)
    until = now + timedelta(seconds=CLAIM_SECONDS)
    if not taken.update(claim=token, claimed_by=by, claimed_until=until, attempts=F("attempts") + 1):
        return None
    row = Generation.objects.filter(pk=generation_id, claim=token).first()
    if row is not None and row.after_id is not None:
        row.thread_id = subjects.known_at_last(row)
        Generation.objects.filter(pk=row.pk, claim=token).update(thread_id=row.thread_id, after=None)
    return None if row is None else _job(row)


def claim_open(limit: int, *, besides: Collection[int] = (), by: uuid.UUID | None = None) -> list[Job]:
    """Take up to `limit` generations that nobody works on and that wait with their message or need none.

    `besides`: ids that are let be, because their own run is about to claim them.
    """
    may_begin = Q(message_id__isnull=False) | Q(is_promised=True)
    waiting = _unclaimed().filter(may_begin).exclude(pk__in=besides).order_by("id")
    ids = list(waiting.values_list("pk", flat=True)[:limit])
    return [job for job in (claim(pk, by=by) for pk in ids) if job]


def free_claims_of(dead: uuid.UUID) -> int:
    """Let others go on at once with what a process worked on that is gone; how many."""
    held = Generation.objects.filter(claimed_by=dead, state=Generation.State.WAITING)
    return held.update(claim=None, claimed_by=None, claimed_until=None)


def renew(*jobs: Job) -> frozenset[int]:
    """Keep these claims; the ids of those still held, the work on the others must end."""
    ids, claims = [job.id for job in jobs], [job.claim for job in jobs]
    # No two claims share a token, so pairs need no join.
    held = Generation.objects.filter(pk__in=ids, claim__in=claims, state=Generation.State.WAITING)
    until = timezone.now() + timedelta(seconds=CLAIM_SECONDS)
    if held.update(claimed_until=until) == len(jobs):
        return frozenset(ids)
    return frozenset(held.values_list("pk", flat=True))


def note_read(job: Job, *, text: str, origin: str) -> Job:
    """What the link or the pictures say was read; the job that goes on with it.

    Kept, so that another run need not read again; a claim that was lost changes nothing.
    """
    read, known = clean(text), clean(origin)[:200]
    held = _held(job)
    held.filter(source_text="").update(source_text=read)  # of a picture without a caption
    held.update(read_text=read, origin=known, kind="news")
    return replace(job, text=read, origin=known, kind="news", is_read=True)


def note_shown(job: Job, *, message_id: int | None, parts_sent: int, part: int | None = None) -> bool:
    """How much of the final text stands in the chat already; False if the claim was lost.

    `message_id` is its first message, `parts_sent` how many stand below that one, `part` the last of them.
    """
    is_ours = bool(_held(job).update(message_id=message_id, parts_sent=parts_sent))
    if is_ours and part is not None:
        answer_parts.note(job.id, chat_id=job.chat_id, message_id=part)
    return is_ours


def finish(
    job: Job,
    *,
    explanation_id: int,
    cached: bool,
    answered: bool = True,
    besides: Callable[[], object] = lambda: None,
) -> bool:
    """The answer is stored, all or nothing with `besides`; False if the claim was lost.

    A cached answer costs the person nothing, nor does one that explains nothing (not `answered`).
    Counts the answer and records its event, so callers must not.
    """
    with transaction.atomic():
        if not _end(job, Generation.State.DONE, explanation_id=explanation_id):
            return False
        degraded = Explanation.objects.filter(pk=explanation_id, degraded=True).exists()
        if cached or not answered:
            _refund(job)
        facts = {"cached": cached, "degraded": degraded, "depth": job.depth, "language": job.language}
        _record(Event.Kind.EXPLANATION, job, subject=job.kind, facts=facts)
        besides()
        usage.answered(degraded=degraded)  # last: all who end an answer wait for these rows
    return True


def fail(job: Job, *, code: str) -> bool:
    """Nothing came of it: the charge is given back; False if the claim was lost."""
    with transaction.atomic():
        if not _end(job, Generation.State.FAILED):
            return False
        _refund(job)
        usage.failed()
        _record(Event.Kind.ERROR, job, subject=code[:100], facts={"generation": job.id})
    return True


def stop(job: Job) -> bool:
    """The person wanted no more of it: the charge is given back; False if the claim was lost."""
    with transaction.atomic():
        ended = _end(job, Generation.State.STOPPED)
        if ended:
            _refund(job)
    return ended


def hand_back(job: Job) -> bool:
    """Let another run go on with it at once."""
    return bool(_held(job).update(claim=None, claimed_until=None, attempts=F("attempts") - 1))


def postpone(job: Job) -> bool:
    """Let another run go on with it once the claim has run out; this attempt does not count."""
    return bool(_held(job).update(attempts=F("attempts") - 1))


def supersede(chat_id: int, *, message_id: int | None) -> list[int]:
    """End what is being written into this message, with the charges given back; their ids.

    Whoever works on it finds the claim gone and changes nothing more.
    """
    with transaction.atomic():
        written = [_job(row) for row in _open(chat_id).filter(message_id=message_id).select_for_update()]
        ids = [job.id for job in written]
        Generation.objects.filter(pk__in=ids).update(
            state=Generation.State.STOPPED, claim=None, claimed_until=None
        )
        for job in written:
            _refund(job)
    return ids


def request_stop(generation_id: int, *, person_id: int) -> bool:
    """Ask for the end of one generation; whether it was still going on."""
    mine = Generation.objects.filter(pk=generation_id, person_id=person_id, state=Generation.State.WAITING)
    return bool(mine.update(stop_requested=True))


def request_stop_all(chat_id: int | None, *, person_id: int) -> list[int]:
    """Ask for the end of all that is being written for the person in a chat, None: wherever; their ids."""
    mine = Generation.objects.filter(person_id=person_id, state=Generation.State.WAITING)
    if chat_id is not None:
        mine = mine.filter(chat_id=chat_id)
    ids = list(mine.values_list("pk", flat=True))
    Generation.objects.filter(pk__in=ids).update(stop_requested=True)
    return ids


def drop_unsent(minutes: int = 60) -> int:
    """End generations whose first message was never sent, with the charge given back; how many."""
    before = timezone.now() - timedelta(minutes=minutes)
    unsent = _unclaimed().filter(message_id=None, is_promised=False, created_at__lt=before)
    jobs = [job for job in map(claim, list(unsent.values_list("pk", flat=True))) if job]
    return sum(fail(job, code="unsent") for job in jobs)


def forgo(update_id: int) -> int:
    """End what this stored update began and never showed, with the charge given back; how many."""
    begun = Effect.objects.filter(update_id=update_id, step__startswith="begin")
    ids = [result for result in begun.values_list("result", flat=True) if isinstance(result, int)]
    unsent = _unclaimed().filter(pk__in=ids, message_id=None).values_list("pk", flat=True)
    jobs = [job for job in map(claim, list(unsent)) if job]
    return sum(fail(job, code="unsent") for job in jobs)


def _check_place(person_id: int, chat_id: int, message_id: int | None) -> None:
    """In a group everybody can press the buttons of a message; only who asked for it changes it."""
    if message_id is None:
        return
    if _open(chat_id).filter(message_id=message_id).exists():
        raise AlreadyWriting
    shown = threads.shown_in(chat_id, message_id)
    if shown is not None and shown.person_id != person_id:
        raise NotFound


def _version(depth: str, *, mode: str = "plain", variant: int = 0, **_others: object) -> tuple[str, str, int]:
    return depth, mode, variant


def _check_shown(
    person_id: int,
    chat_id: int,
    message_id: int | None,
    explanation_id: int,
    version: tuple[str, str, int],
) -> None:
    """A message that shows no answer, such as an offer of another way, is always right."""
    mine = Generation.objects.filter(person_id=person_id, chat_id=chat_id, message_id=message_id)
    shown = mine.order_by("-id").values_list("explanation_id", "depth", "mode", "variant").first()
    if shown and (shown[0] != explanation_id or shown[1:] == version):
        raise StaleButton


def _open(chat_id: int) -> QuerySet[Generation]:
    return Generation.objects.filter(chat_id=chat_id, state=Generation.State.WAITING)


def _unclaimed() -> QuerySet[Generation]:
    free = Q(claim=None) | Q(claimed_until__lt=timezone.now())
    return Generation.objects.filter(free, _has_its_card(), state=Generation.State.WAITING)


def _has_its_card() -> Q:
    """Not so of a question whose card is being written, unless it was stopped, is unsent or waited long."""
    written = Generation.objects.filter(pk=OuterRef("after_id"), state=Generation.State.WAITING)
    is_late = Q(created_at__lt=timezone.now() - LONGEST_WAIT)
    waits_not = Q(after=None) | Q(message_id=None) | Q(stop_requested=True) | is_late
    # No join: a claim that was taken meanwhile must be seen in the very row that is changed.
    return waits_not | Q(~Exists(written))


def _held(job: Job) -> QuerySet[Generation]:
    return Generation.objects.filter(pk=job.id, claim=job.claim, state=Generation.State.WAITING)


def _end(job: Job, state: Generation.State, *, explanation_id: int | None = None) -> bool:
    ended = _held(job).update(state=state, explanation_id=explanation_id, claim=None, claimed_until=None)
    return bool(ended)


def _refund(job: Job) -> None:
    charged = Generation.objects.filter(pk=job.id).values_list("charged_on", flat=True).get()
    if charged and Generation.objects.filter(pk=job.id, charged_on=charged).update(charged_on=None):
        quotas.refund(job.person_id, day=charged)


def _record(kind: Event.Kind, job: Job, *, subject: str, facts: Mapping[str, object]) -> None:
    record(kind, person_id=job.person_id, subject=subject, source="telegram", facts=facts)


def _job(row: Generation) -> Job:
    return Job(
        id=row.pk,
        person_id=row.person_id,
        chat_id=row.chat_id,
        message_id=row.message_id,
        text=row.read_text or row.source_text,
        kind=cast(Kind, row.kind),
        language=cast(Language, row.language),
        depth=cast(Depth, row.depth),
        claim=cast(uuid.UUID, row.claim),
        attempts=row.attempts,
        parts_sent=row.parts_sent,
        stopping=row.stop_requested,
        asked_at=row.created_at,
        mode=cast(Mode, row.mode),
        variant=row.variant,
        subject=row.subject,
        origin=row.origin,
        link=row.link,
        photo=row.photo,
        thread_id=row.thread_id,
        is_promised=row.is_promised,
        explanation_id=row.explanation_id,
        post=row.post,
        is_read=bool(row.read_text),
        is_suggested=row.is_suggested,
    )
