"""What lessons keep of a person, for /export and /stats."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from botapp.queries.own_parts import moment
from botapp.queries.record import Figure, Part, newest_first, register
from lessons.models import Answer, Progress


def _lessons(person_id: int) -> Iterator[dict[str, Any]]:
    for row in newest_first(Progress.objects.filter(person_id=person_id).select_related("lesson__course")):
        yield {
            "course": row.lesson.course.slug,
            "lesson": row.lesson.slug,
            "opened": moment(row.started_at),
            "finished": moment(row.completed_at),
        }


def _answers(person_id: int) -> Iterator[dict[str, Any]]:
    answered = Answer.objects.filter(person_id=person_id)
    for row in newest_first(answered.select_related("question__lesson", "option")):
        yield {
            "lesson": row.question.lesson.slug,
            "question": row.question.text,
            "round": row.round,
            "chosen": row.option.text if row.option else None,
            "right": row.is_right,
            "given": moment(row.created_at),
        }


def _finished(person_id: int) -> int:
    return Progress.objects.filter(person_id=person_id, completed_at__isnull=False).count()


def _right(person_id: int) -> int:
    return Answer.objects.filter(person_id=person_id, is_right=True).count()


register(
    Part("lessons", _lessons),
    Part("answers", _answers),
    figures=(
        Figure(_("Lessons finished"), _finished),
        Figure(_("Questions answered right"), _right),
    ),
)
