import pytest
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from botapp.models import Person
from lessons.exceptions import LessonGone
from lessons.queries.courses import course, courses, summary
from lessons.services.learning import open_lesson
from tests.lessons.conftest import Shelf
from tests.lessons.shelf import a_course, a_lesson, give


def finish_first(person: Person, shelf: Shelf) -> None:
    for question in shelf.questions:
        give(question, person_id=person.pk)


def test_the_list_counts_finished_lessons_of_each_course(ada: Person, shelf: Shelf) -> None:
    a_lesson(a_course("ants", order=2), "hill")
    finish_first(ada, shelf)
    bees, ants = courses(person_id=ada.pk)
    assert (bees.title, bees.level, bees.done, bees.total) == ("Bees en", "Beginner", 1, 2)
    assert (ants.done, ants.total) == (0, 1)


def test_an_unpublished_lesson_counts_nowhere(ada: Person, shelf: Shelf) -> None:
    finish_first(ada, shelf)
    shelf.first.is_published = False
    shelf.first.save()
    (line,) = courses(person_id=ada.pk)
    assert (line.done, line.total) == (0, 1)


def test_unpublished_courses_are_not_listed(ada: Person, shelf: Shelf) -> None:
    shelf.course.is_published = False
    shelf.course.save()
    assert courses(person_id=ada.pk) == ()
    with pytest.raises(LessonGone):
        course(shelf.course.pk, person_id=ada.pk)


def test_progress_is_each_persons_own(ada: Person, bob: Person, shelf: Shelf) -> None:
    finish_first(ada, shelf)
    assert courses(person_id=bob.pk)[0].done == 0


@pytest.mark.parametrize("others", [0, 2])
def test_the_list_takes_three_statements(
    ada: Person, shelf: Shelf, others: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(others):
        a_lesson(a_course(f"ants-{number}", order=number), f"hill-{number}")
    with django_assert_num_queries(3):
        assert len(courses(person_id=ada.pk)) == 1 + others


def test_a_course_shows_what_is_finished_and_begun(ada: Person, shelf: Shelf) -> None:
    finish_first(ada, shelf)
    open_lesson(shelf.second.pk, person_id=ada.pk)
    page = course(shelf.course.pk, person_id=ada.pk)
    assert [(line.number, line.title, line.is_done, line.is_started) for line in page.lessons] == [
        (1, "Hive en", True, True),
        (2, "Honey en", False, True),
    ]
    assert page.done == 1


def test_texts_follow_the_language_of_the_reader(ada: Person, shelf: Shelf) -> None:
    with override("uk"):
        assert courses(person_id=ada.pk)[0].title == "Bees uk"
        assert course(shelf.course.pk, person_id=ada.pk).lessons[0].title == "Hive uk"


def test_an_edit_shows_at_once(ada: Person, shelf: Shelf) -> None:
    courses(person_id=ada.pk)
    shelf.course.title_en = "Bumblebees"
    shelf.course.save()
    assert courses(person_id=ada.pk)[0].title == "Bumblebees"


def test_the_summary_leads_to_the_first_unfinished_lesson(ada: Person, shelf: Shelf) -> None:
    assert summary(person_id=ada.pk).next_lesson_id == shelf.first.pk
    finish_first(ada, shelf)
    now = summary(person_id=ada.pk)
    assert (now.done, now.total, now.next_lesson_id) == (1, 2, shelf.second.pk)


def test_the_summary_of_everything_finished_has_no_next(ada: Person, shelf: Shelf) -> None:
    finish_first(ada, shelf)
    give(shelf.second.questions.get(), person_id=ada.pk)
    assert summary(person_id=ada.pk).next_lesson_id is None
