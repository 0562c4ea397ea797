from django.utils.translation import gettext as _

from botapp.telegram.dialogue import Key, Keyboard
from lessons.queries.lessons import LessonPage
from lessons.telegram.buttons import OpenCourse, OpenLesson, ReadPage, StartQuestions


def lesson_keys(lesson: LessonPage, *, page: int, pages: int) -> Keyboard:
    """Turning pages; the questions stand under the last page."""
    turns = []
    if page > 1:
        turns.append(Key("‹ " + _("Back"), ReadPage(lesson.id, page - 1)))
    if page < pages:
        turns.append(Key(_("Next") + " ›", ReadPage(lesson.id, page + 1)))
    rows = [turns] if turns else []
    if page == pages:
        rows += _ending(lesson)
    return [*rows, [Key("‹ " + _("All lessons of the course"), OpenCourse(lesson.course_id))]]


def _ending(lesson: LessonPage) -> list[list[Key]]:
    if lesson.questions:
        label = _("Questions again") if lesson.is_done else _("To the questions")
        return [[Key(label, StartQuestions(lesson.id))]]
    if lesson.next_lesson_id:
        return [[Key(_("Next lesson"), OpenLesson(lesson.next_lesson_id))]]
    return []
