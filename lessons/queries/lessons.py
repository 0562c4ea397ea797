"""One lesson as a person meets it. Texts are in the active language."""

from dataclasses import dataclass

from lessons.models import Lesson, Progress
from lessons.queries.published import published_lesson, published_lessons
from lessons.queries.rounds import asked_questions


@dataclass(frozen=True)
class Source:
    """`url` is empty where staff wrote none."""

    title: str
    url: str


@dataclass(frozen=True)
class LessonPage:
    """A lesson to read: `number` of `total` in its course; `body` is Markdown."""

    id: int
    slug: str
    title: str
    body: str
    sources: tuple[Source, ...]
    course_id: int
    course_title: str
    number: int
    total: int
    questions: int
    is_done: bool
    next_lesson_id: int | None


def lesson(lesson_id: int, *, person_id: int) -> LessonPage:
    """Raises LessonGone if the lesson or its course is not published."""
    row = published_lesson(lesson_id)
    siblings = list(published_lessons().filter(course=row.course_id).values_list("id", flat=True))
    return LessonPage(
        id=row.pk,
        slug=row.slug,
        title=row.title,
        body=row.body,
        sources=sources_of(row),
        course_id=row.course_id,
        course_title=row.course.title,
        number=siblings.index(row.pk) + 1,
        total=len(siblings),
        questions=len(asked_questions(row.pk)),
        is_done=is_done(row.pk, person_id=person_id),
        next_lesson_id=next_lesson(row.pk),
    )


def sources_of(row: Lesson) -> tuple[Source, ...]:
    """The lesson's sources, one a line: title, a space, address."""
    return tuple(_source(line) for line in row.sources.splitlines() if line.strip())


def _source(line: str) -> Source:
    title, _, last = line.strip().rpartition(" ")
    is_link = last.startswith(("https://", "http://"))
    return Source(title.strip() or last, last) if is_link else Source(line.strip(), "")


def is_done(lesson_id: int, *, person_id: int) -> bool:
    """Has this person answered every question right once?"""
    done = Progress.objects.filter(person_id=person_id, lesson_id=lesson_id, completed_at__isnull=False)
    return done.exists()


def next_lesson(lesson_id: int) -> int | None:
    """The published lesson after this one, in the next course too; None after the last."""
    order = list(published_lessons().values_list("id", flat=True))
    place = order.index(lesson_id) if lesson_id in order else len(order)
    return order[place + 1] if place + 1 < len(order) else None


def lesson_id_of(slug: str) -> int | None:
    """The published lesson of that name."""
    return published_lessons().filter(slug=slug).values_list("id", flat=True).first()
