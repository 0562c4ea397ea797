"""The lists of the admin: what they show, and that they don't ask the database once a row."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from botapp.models import Person
from lessons.models import Course, Lesson
from tests.lessons.admin.pages import path
from tests.lessons.conftest import Shelf
from tests.lessons.shelf import a_course, a_lesson, a_question, give

LISTS = ["course", "lesson", "question", "progress", "answer"]


def statements(client: Client, name: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(path(f"{name}_changelist")).status_code == 200
    return len(caught)


def fill(person: Person, slug: str) -> None:
    lesson = a_lesson(a_course(slug), f"{slug}-lesson")
    give(a_question(lesson, f"{slug}-question"), person_id=person.pk)


@pytest.mark.parametrize("name", LISTS)
def test_a_longer_list_takes_no_more_statements(staff: Client, ada: Person, shelf: Shelf, name: str) -> None:
    Course.objects.all().delete()
    fill(ada, "one")
    statements(staff, name)
    with_one = statements(staff, name)
    for number in range(3):
        person = Person.objects.create(telegram_id=2000 + number, first_name="Dan")
        fill(person, f"more-{number}")
    assert statements(staff, name) == with_one


def test_the_courses_list_counts_lessons_and_switches_publication(staff: Client, shelf: Shelf) -> None:
    html = staff.get(path("course_changelist")).content.decode()
    assert "Bees en" in html
    values = {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 1, "form-0-id": shelf.course.pk, "form-0-order": 5}
    staff.post(path("course_changelist"), values | {"_save": "Save"})
    shelf.course.refresh_from_db()
    assert (shelf.course.is_published, shelf.course.order) == (False, 5)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("words", ["bee", "1001"])
def test_every_list_can_be_searched(staff: Client, shelf: Shelf, name: str, words: str) -> None:
    assert staff.get(path(f"{name}_changelist"), {"q": words}).status_code == 200


def test_a_search_finds_lessons_in_any_language(staff: Client, shelf: Shelf) -> None:
    Lesson.objects.filter(slug="hive").update(title_uk="Вулик")
    html = staff.get(path("lesson_changelist"), {"q": "Вулик"}).content.decode()
    assert path("lesson_change", shelf.first.pk) in html
    assert path("lesson_change", shelf.second.pk) not in html


@pytest.mark.parametrize("name", ["progress", "answer"])
def test_what_people_did_is_shown_and_never_changed(
    staff: Client, ada: Person, shelf: Shelf, name: str
) -> None:
    give(shelf.questions[0], person_id=ada.pk)
    assert "Ada" in staff.get(path(f"{name}_changelist")).content.decode()
    assert staff.get(path(f"{name}_add")).status_code == 403


def six(staff: Client, language: str) -> Client:
    staff.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    Course.objects.all().delete()
    course = a_course("one")
    for number in range(6):
        a_lesson(course, f"lesson-{number}")
    return staff


COUNTED = [("ru", "Уроки: 6"), ("uk", "Уроки: 6"), ("en", "Lessons: 6")]


@pytest.mark.parametrize(("language", "words"), COUNTED)
def test_a_list_is_counted_without_a_wrong_plural(staff: Client, language: str, words: str) -> None:
    page = " ".join(six(staff, language).get(path("lesson_changelist")).content.decode().split())
    assert words in page
    assert "6 уроки" not in page


DELETED = [("ru", "Удалено: 6 (уроки)."), ("uk", "Видалено: 6 (уроки)."), ("en", "deleted 6 lessons.")]


@pytest.mark.parametrize(("language", "words"), DELETED)
def test_what_was_deleted_is_counted_so_too(staff: Client, language: str, words: str) -> None:
    chosen = {"action": "delete_selected", "post": "yes"}
    client = six(staff, language)
    chosen["_selected_action"] = list(Lesson.objects.values_list("pk", flat=True))  # type: ignore[assignment]
    assert words in client.post(path("lesson_changelist"), chosen, follow=True).content.decode()


EDITED = [
    ("ru", "Изменено: 2 (виды событий)."),
    ("uk", "Змінено: 2 (види подій)."),
    ("en", "2 kinds of events were changed"),
]


@pytest.mark.parametrize(("language", "words"), EDITED)
def test_what_was_changed_in_a_list_is_counted_so_too(staff: Client, language: str, words: str) -> None:
    staff.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    address = "/admin/botapp/eventkind/"
    page = staff.get(address)
    forms = page.context["cl"].formset
    sent = {f"form-{name}": value for name, value in forms.management_form.initial.items()}
    for number, form in enumerate(forms.forms):
        sent |= {f"form-{number}-id": form.instance.pk, f"form-{number}-is_active": "on"}
        sent[f"form-{number}-priority"] = form.instance.priority + (number < 2)
    said = staff.post(address, sent | {"_save": "Save"}, follow=True).content.decode()
    assert words in said
