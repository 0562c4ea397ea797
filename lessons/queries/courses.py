"""Courses and how far a person is in them. Texts are in the active language."""

from dataclasses import dataclass

from django.db.models import QuerySet

from lessons.models import Progress
from lessons.queries.published import published_course, published_courses, published_lessons


@dataclass(frozen=True)
class CourseLine:
    """A course in the list: `done` of `total` published lessons are finished."""

    id: int
    title: str
    description: str
    level: str
    done: int
    total: int


@dataclass(frozen=True)
class LessonLine:
    """A lesson in its course; `number` from 1."""

    id: int
    number: int
    title: str
    is_done: bool
    is_started: bool


@dataclass(frozen=True)
class CoursePage:
    id: int
    title: str
    description: str
    level: str
    lessons: tuple[LessonLine, ...]

    @property
    def done(self) -> int:
        return sum(lesson.is_done for lesson in self.lessons)


@dataclass(frozen=True)
class Summary:
    """What a person has reached: finished lessons of all published ones, and what comes next."""

    done: int
    total: int
    next_lesson_id: int | None


def courses(*, person_id: int) -> tuple[CourseLine, ...]:
    """All published courses, three statements however many there are."""
    finished = _finished(person_id)
    lessons: dict[int, list[int]] = {}
    for lesson_id, course_id in published_lessons().values_list("id", "course_id"):
        lessons.setdefault(course_id, []).append(lesson_id)
    return tuple(
        CourseLine(
            id=course.pk,
            title=course.title,
            description=course.description,
            level=course.get_level_display(),
            done=len(finished.intersection(lessons.get(course.pk, []))),
            total=len(lessons.get(course.pk, [])),
        )
        for course in published_courses()
    )


def course(course_id: int, *, person_id: int) -> CoursePage:
    """One course with its lessons. Raises LessonGone if it is not published."""
    row = published_course(course_id)
    started = dict(_progress(person_id).values_list("lesson_id", "completed_at"))
    lines = (
        LessonLine(
            id=lesson.pk,
            number=number,
            title=lesson.title,
            is_done=started.get(lesson.pk) is not None,
            is_started=lesson.pk in started,
        )
        for number, lesson in enumerate(published_lessons().filter(course=row), start=1)
    )
    return CoursePage(row.pk, row.title, row.description, row.get_level_display(), tuple(lines))


def summary(*, person_id: int) -> Summary:
    """Finished lessons, all lessons and the first unfinished one."""
    finished = _finished(person_id)
    lessons = list(published_lessons().values_list("id", flat=True))
    ahead = [lesson for lesson in lessons if lesson not in finished]
    return Summary(len(lessons) - len(ahead), len(lessons), ahead[0] if ahead else None)


def _finished(person_id: int) -> set[int]:
    finished = _progress(person_id).filter(completed_at__isnull=False)
    return set(finished.values_list("lesson_id", flat=True))


def _progress(person_id: int) -> QuerySet[Progress]:
    return Progress.objects.filter(person_id=person_id)
