from collections.abc import Sequence

from django.utils.translation import gettext as _

from botapp.telegram.dialogue import Key, Keyboard
from lessons.queries.courses import CourseLine, CoursePage, LessonLine, Summary
from lessons.telegram.buttons import OpenCourse, OpenLesson, OpenMenu


def menu_keys(courses: Sequence[CourseLine], summary: Summary) -> Keyboard:
    """One course a row with its progress, under the way back into the next lesson."""
    rows = [[Key(f"{line.title} · {line.done}/{line.total}", OpenCourse(line.id))] for line in courses]
    if summary.next_lesson_id is None:
        return rows
    label = _("Continue") if summary.done else _("Begin with the first lesson")
    return [[Key(f"▶ {label}", OpenLesson(summary.next_lesson_id))], *rows]


def course_keys(page: CoursePage) -> Keyboard:
    """One lesson a row, finished ones with a tick."""
    rows = [[Key(_label(line), OpenLesson(line.id))] for line in page.lessons]
    return [*rows, [Key("‹ " + _("All courses"), OpenMenu())]]


def _label(line: LessonLine) -> str:
    mark = "✓ " if line.is_done else "… " if line.is_started else ""
    return f"{mark}{line.number}. {line.title}"
