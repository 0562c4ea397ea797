"""How far a person is in a lesson: one row, moved under a lock."""

from django.utils import timezone

from analytics.models import Event
from analytics.services.record import record
from lessons.models import Answer, Progress
from lessons.queries.rounds import asked_questions


def locked_progress(lesson_id: int, *, person_id: int) -> Progress:
    """The progress row, held until the transaction ends: two taps at once are judged in turn."""
    Progress.objects.get_or_create(person_id=person_id, lesson_id=lesson_id)
    rows = Progress.objects.select_for_update(of=("self",)).select_related("lesson")
    return rows.get(person_id=person_id, lesson_id=lesson_id)


def finish_if_complete(progress: Progress, *, source: str = "") -> None:
    """Mark a locked lesson finished, once, when every question has been answered right once."""
    if progress.completed_at is not None or not _all_known(progress):
        return
    progress.completed_at = timezone.now()
    progress.save(update_fields=["completed_at"])
    subject = progress.lesson.slug
    record(Event.Kind.LESSON_DONE, person_id=progress.person_id, subject=subject, source=source)


def _all_known(progress: Progress) -> bool:
    right = Answer.objects.filter(person_id=progress.person_id, is_right=True)
    known = right.filter(question__lesson_id=progress.lesson_id).values_list("question_id", flat=True)
    return set(known).issuperset(asked_questions(progress.lesson_id))
