"""Opening lessons. What may be shown is decided by lessons.queries.published."""

from django.db import transaction

from analytics.models import Event
from analytics.services.record import record
from lessons.queries.published import published_lesson
from lessons.services.progress import finish_if_complete, locked_progress


@transaction.atomic
def open_lesson(lesson_id: int, *, person_id: int, source: str = "") -> int:
    """Note that this person opened the lesson and return its id. Raises LessonGone.

    A lesson without questions is finished by reading it.
    """
    lesson = published_lesson(lesson_id)
    progress = locked_progress(lesson.pk, person_id=person_id)
    record(Event.Kind.LESSON, person_id=person_id, subject=lesson.slug, source=source)
    finish_if_complete(progress, source=source)
    return lesson.pk
