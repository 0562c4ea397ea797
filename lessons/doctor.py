"""What `manage.py doctor` says of the courses."""

from collections.abc import Iterator

from botapp.doctor.amounts import count
from botapp.doctor.content import CURE
from botapp.doctor.finding import Finding, ok, warn
from botapp.doctor.parts import register
from lessons.queries.published import published_courses, published_lessons

SUBJECT = "courses"


def examine() -> Iterator[Finding]:
    courses, lessons = published_courses().count(), published_lessons().count()
    found = f"{count(courses, 'course')}, {count(lessons, 'lesson')}"
    yield ok(SUBJECT, found) if lessons else warn(SUBJECT, found, CURE)


register(examine)
