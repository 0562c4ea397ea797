"""What learners may see: published, in a published course. Everything else is LessonGone."""

from typing import TypeVar

from django.db.models import Model, QuerySet

from lessons.exceptions import LessonGone
from lessons.models import Course, Lesson, Question

T = TypeVar("T", bound=Model)


def published_courses() -> QuerySet[Course]:
    return Course.objects.filter(is_published=True)


def published_lessons() -> QuerySet[Lesson]:
    """In the order of learning: course after course, lesson after lesson."""
    lessons = Lesson.objects.filter(is_published=True, course__is_published=True)
    return lessons.order_by("course__order", "course_id", "order", "id")


def published_course(course_id: int) -> Course:
    return _found(published_courses().filter(pk=course_id).first())


def published_lesson(lesson_id: int) -> Lesson:
    """With its course."""
    return _found(published_lessons().select_related("course").filter(pk=lesson_id).first())


def published_question(question_id: int) -> Question:
    """Of a published lesson."""
    question = _found(Question.objects.filter(pk=question_id, is_published=True).first())
    published_lesson(question.lesson_id)
    return question


def _found(row: T | None) -> T:
    if row is None:
        raise LessonGone
    return row
