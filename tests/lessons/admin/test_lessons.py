import re

from django.test import Client

from lessons.models import Lesson
from lessons.queries.lessons import lesson
from lessons.services.content import load_courses
from tests.lessons.admin.pages import complaints, form_values, path
from tests.lessons.conftest import Shelf
from tests.lessons.shelf import lesson_files, spoken, write_course


def test_an_edited_lesson_shows_at_the_next_tap(staff: Client, shelf: Shelf, ada) -> None:
    address = path("lesson_change", shelf.first.pk)
    response = staff.post(address, form_values(staff, address) | {"body_en": "Written *anew*"})
    assert response.status_code == 302
    assert lesson(shelf.first.pk, person_id=ada.pk).body == "Written *anew*"


def test_a_new_lesson_is_saved_in_three_languages(staff: Client, shelf: Shelf) -> None:
    values = {"course": shelf.course.pk, "slug": "wax", "order": 3, "is_published": "on", "sources": ""}
    values |= {"questions-TOTAL_FORMS": 0, "questions-INITIAL_FORMS": 0}
    values |= {**spoken("title", "Wax"), **spoken("body", "Soft")}
    assert staff.post(path("lesson_add"), values).status_code == 302
    row = Lesson.objects.get(slug="wax")
    assert (row.title_ru, row.title_uk, row.body_en) == ("Wax ru", "Wax uk", "Soft en")


def test_the_page_previews_the_text_as_the_chat_shows_it(staff: Client, shelf: Shelf) -> None:
    Lesson.objects.filter(pk=shelf.first.pk).update(body_en="**bold** <script>")
    html = staff.get(path("lesson_change", shelf.first.pk)).content.decode()
    assert "<b>bold</b> &lt;script&gt;" in html


def test_a_lesson_lists_its_questions_with_links(staff: Client, shelf: Shelf) -> None:
    html = staff.get(path("lesson_change", shelf.first.pk)).content.decode()
    address = path("question_change", shelf.questions[0].pk)
    link = re.search(rf'<a class="([^"]*)" href="{address}">Queen\? en</a>', html)
    assert link, "the question itself is the link"
    assert "hidden" not in link[1], "no mouse needs to hover over it"


def test_a_source_without_an_address_is_refused_with_a_sentence(staff: Client, shelf: Shelf) -> None:
    address = path("lesson_change", shelf.first.pk)
    response = staff.post(address, form_values(staff, address) | {"sources": "A book\nx javascript:alert(1)"})
    assert "This line differs: A book" in complaints(response)


def test_sources_are_tidied(staff: Client, shelf: Shelf) -> None:
    address = path("lesson_change", shelf.first.pk)
    sources = "\r\n  A book https://example.org/a \r\n\r\nB https://example.org/b\r\n"
    staff.post(address, form_values(staff, address) | {"sources": sources})
    shelf.first.refresh_from_db()
    assert shelf.first.sources == "A book https://example.org/a\nB https://example.org/b"


def test_saving_unchanged_is_not_an_edit(staff: Client, shelf: Shelf, tmp_path) -> None:
    load_courses(write_course(tmp_path, hive=lesson_files()))
    Lesson.objects.filter(slug="hive").delete()
    load_courses(write_course(tmp_path, hive=lesson_files()))
    row = Lesson.objects.get(slug="hive")
    address = path("lesson_change", row.pk)
    assert staff.post(address, form_values(staff, address)).status_code == 302
    changed = lesson_files() | {"en.md": "---\ntitle: The hive\n---\nBetter\n"}
    load_courses(write_course(tmp_path, hive=changed))
    row.refresh_from_db()
    assert row.title_en == "The hive"


def test_long_texts_get_a_high_box(staff: Client, shelf: Shelf) -> None:
    html = staff.get(path("lesson_change", shelf.first.pk)).content.decode()
    assert re.search(r'<textarea name="body_uk"[^>]* rows="24"', html)
    assert re.search(r'<textarea name="sources"[^>]* rows="4"', html)
    assert re.search(r'<input[^>]* name="title_uk"', html)
