"""The cast and a small course, made in the database by the tests that ask for them."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.utils.translation import override

from botapp.models import Person
from lessons.models import Course, Lesson, Question
from tests.lessons.shelf import a_course, a_lesson, a_question


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with override("en"):
        yield


@pytest.fixture
def ada(db: None) -> Person:
    return Person.objects.create(telegram_id=1001, first_name="Ada", language="en")


@pytest.fixture
def bob(db: None) -> Person:
    return Person.objects.create(telegram_id=1002, first_name="Bob", language="en")


@dataclass(frozen=True)
class Shelf:
    """One published course with two lessons; the first has two questions, the second has one."""

    course: Course
    first: Lesson
    second: Lesson
    questions: tuple[Question, Question]


@pytest.fixture
def shelf(db: None) -> Shelf:
    """The only course there is: what RVX comes with is put away for the test."""
    Course.objects.all().delete()
    course = a_course("bees", order=1)
    first, second = a_lesson(course, "hive", order=1), a_lesson(course, "honey", order=2)
    questions = (a_question(first, "queen", order=1), a_question(first, "drone", order=2))
    a_question(second, "sweet", order=1)
    return Shelf(course, first, second, questions)
