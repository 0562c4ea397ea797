"""How an answer that is owed ends, once: it is paid for if it was given, else its charge goes back."""

from collections.abc import Callable, Mapping

from django.db import transaction

from analytics.models import Event
from analytics.services.record import record
from botapp.models import Explanation, Generation
from botapp.queries.generations import written_into
from botapp.services import jobs, quotas, usage
from botapp.services.jobs import Job


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
        usage.count_answered(degraded=degraded)  # last: all who end an answer wait for these rows
    return True


def fail(job: Job, *, code: str) -> bool:
    """Nothing came of it: the charge is given back; False if the claim was lost."""
    with transaction.atomic():
        if not _end(job, Generation.State.FAILED):
            return False
        _refund(job)
        usage.count_failed()
        _record(Event.Kind.ERROR, job, subject=code[:100], facts={"generation": job.id})
    return True


def stop(job: Job) -> bool:
    """The person wanted no more of it: the charge is given back; False if the claim was lost."""
    with transaction.atomic():
        ended = _end(job, Generation.State.STOPPED)
        if ended:
            _refund(job)
    return ended


def supersede(chat_id: int, *, message_id: int | None) -> list[int]:
    """End what is being written into this message, with the charges given back; their ids.

    Whoever works on it finds the claim gone and changes nothing more.
    """
    with transaction.atomic():
        written = [
            jobs.describe(row) for row in written_into(chat_id, message_id=message_id).select_for_update()
        ]
        ids = [job.id for job in written]
        Generation.objects.filter(pk__in=ids).update(
            state=Generation.State.STOPPED, claim=None, claimed_until=None
        )
        for job in written:
            _refund(job)
    return ids


def _end(job: Job, state: Generation.State, *, explanation_id: int | None = None) -> bool:
    ended = jobs.find_held(job).update(
        state=state, explanation_id=explanation_id, claim=None, claimed_until=None
    )
    return bool(ended)


def _refund(job: Job) -> None:
    charged = Generation.objects.filter(pk=job.id).values_list("charged_on", flat=True).get()
    if charged and Generation.objects.filter(pk=job.id, charged_on=charged).update(charged_on=None):
        quotas.refund(job.person_id, day=charged)


def _record(kind: Event.Kind, job: Job, *, subject: str, facts: Mapping[str, object]) -> None:
    record(kind, person_id=job.person_id, subject=subject, source="telegram", facts=facts)
