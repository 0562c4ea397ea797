import pytest

from botapp.models import Person
from lessons.exceptions import LessonGone
from lessons.queries.lessons import Source, lesson, lesson_id_of, next_lesson, sources_of
from tests.lessons.conftest import Shelf
from tests.lessons.shelf import a_course, a_lesson, give


def test_a_lesson_knows_its_place(ada: Person, shelf: Shelf) -> None:
    page = lesson(shelf.first.pk, person_id=ada.pk)
    assert (page.title, page.body, page.course_title) == ("Hive en", "Text of **hive** en", "Bees en")
    assert (page.number, page.total, page.questions) == (1, 2, 2)
    assert page.next_lesson_id == shelf.second.pk
    assert not page.is_done


def test_a_finished_lesson_says_so(ada: Person, bob: Person, shelf: Shelf) -> None:
    for question in shelf.questions:
        give(question, person_id=ada.pk)
    assert lesson(shelf.first.pk, person_id=ada.pk).is_done
    assert not lesson(shelf.first.pk, person_id=bob.pk).is_done


def test_the_last_lesson_of_a_course_leads_into_the_next_course(shelf: Shelf) -> None:
    hill = a_lesson(a_course("ants", order=2), "hill")
    assert next_lesson(shelf.second.pk) == hill.pk
    assert next_lesson(hill.pk) is None


def test_sources_are_read_line_by_line(shelf: Shelf) -> None:
    shelf.first.sources = "A good book https://example.org/a\n\nhttps://example.org/b\nThe library downtown"
    assert sources_of(shelf.first) == (
        Source("A good book", "https://example.org/a"),
        Source("https://example.org/b", "https://example.org/b"),
        Source("The library downtown", ""),
    )


def test_an_unpublished_lesson_is_gone(ada: Person, shelf: Shelf) -> None:
    shelf.first.is_published = False
    shelf.first.save()
    with pytest.raises(LessonGone):
        lesson(shelf.first.pk, person_id=ada.pk)
    assert lesson_id_of("hive") is None
    assert lesson_id_of("honey") == shelf.second.pk
