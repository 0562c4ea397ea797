import pytest

from analytics.models import Event
from botapp.models import Person
from lessons.exceptions import LessonGone
from lessons.models import Progress
from lessons.services.learning import open_lesson
from tests.lessons.conftest import Shelf
from tests.lessons.shelf import a_lesson


def test_opening_a_lesson_starts_progress_and_is_noted(ada: Person, shelf: Shelf) -> None:
    assert open_lesson(shelf.first.pk, person_id=ada.pk, source="telegram") == shelf.first.pk
    event = Event.objects.get()
    assert Progress.objects.get().lesson == shelf.first
    assert (event.kind, event.subject, event.person_id, event.source) == (
        "lesson",
        "hive",
        ada.pk,
        "telegram",
    )


def test_opening_again_keeps_the_first_start(ada: Person, shelf: Shelf) -> None:
    open_lesson(shelf.first.pk, person_id=ada.pk)
    started = Progress.objects.get().started_at
    open_lesson(shelf.first.pk, person_id=ada.pk)
    assert Progress.objects.get().started_at == started
    assert Event.objects.filter(kind="lesson").count() == 2


def test_a_lesson_without_questions_is_finished_by_reading(ada: Person, shelf: Shelf) -> None:
    lesson = a_lesson(shelf.course, "wax", order=3)
    open_lesson(lesson.pk, person_id=ada.pk)
    assert Progress.objects.get().completed_at is not None
    assert list(Event.objects.order_by("id").values_list("kind", flat=True)) == ["lesson", "lesson_done"]


def test_an_unpublished_lesson_is_gone(ada: Person, shelf: Shelf) -> None:
    shelf.course.is_published = False
    shelf.course.save()
    with pytest.raises(LessonGone) as caught:
        open_lesson(shelf.first.pk, person_id=ada.pk)
    assert "/learn" in caught.value.message
    assert not Event.objects.exists()
