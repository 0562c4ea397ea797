"""A text with nothing to see in it is missing, wherever an editor must write one."""

import pytest
from django.test import Client

from lessons.models import Lesson
from tests.lessons.admin.pages import complaints, form_values, path
from tests.lessons.conftest import Shelf

PAGES = {
    "course": ("title", "description"),
    "lesson": ("title", "body"),
    "question": ("text", "explanation", "options-0-text"),
}
FIELDS = [(page, field) for page, fields in PAGES.items() for field in fields]


def address_of(shelf: Shelf, page: str) -> str:
    row = {"course": shelf.course, "lesson": shelf.first, "question": shelf.questions[0]}[page]
    return path(f"{page}_change", row.pk)


@pytest.mark.parametrize("text", ["\u200b", "\ufeff", "\u00ad", "\u00a0 \u2009", "\u2800", "\u3164\u2060"])
@pytest.mark.parametrize(("page", "field"), FIELDS)
def test_a_text_that_nobody_sees_is_missing(
    staff: Client, shelf: Shelf, page: str, field: str, text: str
) -> None:
    address = address_of(shelf, page)
    refused = staff.post(address, form_values(staff, address) | {f"{field}_uk": text})
    assert refused.status_code == 200
    assert "This field is required." in complaints(refused)


def test_saving_as_browsers_do_is_not_an_edit(staff: Client, shelf: Shelf) -> None:
    body = "One\n\n- two 👨‍👩‍👧 3️⃣\n- three"
    Lesson.objects.filter(pk=shelf.first.pk).update(body_en=body, body_ru="Раз")
    address = path("lesson_change", shelf.first.pk)
    values = form_values(staff, address)
    assert staff.post(address, values | {"body_en": body.replace("\n", "\r\n")}).status_code == 302
    shelf.first.refresh_from_db()
    assert shelf.first.body_en == body
