import re
from typing import Any

import pytest
from django.test import Client

from lessons.models import Option, Question
from tests.lessons.admin.pages import complaints, form_values, path
from tests.lessons.conftest import Shelf
from tests.lessons.shelf import asked, spoken


def option_rows(texts: list[str], right: set[int]) -> dict[str, Any]:
    """Rows of answers as the page sends them; `right` are places from 0."""
    rows: dict[str, Any] = {"options-TOTAL_FORMS": len(texts), "options-INITIAL_FORMS": 0}
    for place, text in enumerate(texts):
        row = {"order": place, **spoken("text", text)} | ({"is_right": "on"} if place in right else {})
        rows |= {f"options-{place}-{name}": value for name, value in row.items()}
    return rows


def new_question(shelf: Shelf, options: dict[str, Any]) -> dict[str, Any]:
    fields = {**spoken("text", "Worker?"), **spoken("explanation", "Because of wax")}
    return {"lesson": shelf.first.pk, "slug": "worker", "order": 3, "is_published": "on", **fields, **options}


def test_a_question_is_added_with_its_answers(staff: Client, shelf: Shelf) -> None:
    response = staff.post(path("question_add"), new_question(shelf, option_rows(["a", "b", "c", "d"], {1})))
    assert response.status_code == 302
    question = Question.objects.get(slug="worker")
    assert (question.text_uk, question.explanation_en) == ("Worker? uk", "Because of wax en")
    assert [(option.text_ru, option.is_right) for option in question.options.all()] == [
        ("a ru", False),
        ("b ru", True),
        ("c ru", False),
        ("d ru", False),
    ]


@pytest.mark.parametrize(
    ("texts", "right", "sentence"),
    [
        (["a", "b", "c", "d"], set(), "Mark exactly one answer as right, now 0 are marked."),
        (["a", "b", "c", "d"], {0, 3}, "Mark exactly one answer as right, now 2 are marked."),
        (["a"], {0}, "A question needs from 2 to 8 answers, now it has 1."),
    ],
)
def test_a_wrong_set_of_answers_is_refused_with_a_sentence(
    staff: Client, shelf: Shelf, texts: list[str], right: set[int], sentence: str
) -> None:
    response = staff.post(path("question_add"), new_question(shelf, option_rows(texts, right)))
    assert response.status_code == 200
    assert sentence in complaints(response)
    assert sentence in response.content.decode()
    assert not Question.objects.filter(slug="worker").exists()


def test_a_missing_language_is_refused(staff: Client, shelf: Shelf) -> None:
    values = new_question(shelf, option_rows(["a", "b"], {0})) | {"text_uk": ""}
    response = staff.post(path("question_add"), values)
    assert "This field is required." in complaints(response)


def test_too_long_a_question_is_refused(staff: Client, shelf: Shelf) -> None:
    values = new_question(shelf, option_rows(["a", "b"], {0})) | {"text_en": "x" * 301}
    assert "at most 300 characters" in complaints(staff.post(path("question_add"), values))


@pytest.mark.parametrize("place", [0, 3])
def test_another_answer_becomes_the_right_one(staff: Client, shelf: Shelf, place: int) -> None:
    address = path("question_change", shelf.questions[0].pk)
    values = form_values(staff, address)
    del values["options-1-is_right"]
    response = staff.post(address, values | {f"options-{place}-is_right": "on"})
    assert response.status_code == 302
    rights = [option.is_right for option in shelf.questions[0].options.all()]
    assert rights == [number == place for number in range(4)]


def test_saving_without_a_change_keeps_the_right_answer(staff: Client, shelf: Shelf) -> None:
    address = path("question_change", shelf.questions[0].pk)
    assert staff.post(address, form_values(staff, address)).status_code == 302
    assert shelf.questions[0].options.get(is_right=True).order == 2


def test_deleting_the_right_answer_is_refused(staff: Client, shelf: Shelf) -> None:
    address = path("question_change", shelf.questions[0].pk)
    response = staff.post(address, form_values(staff, address) | {"options-1-DELETE": "on"})
    assert "Mark exactly one answer as right, now 0 are marked." in complaints(response)
    assert Option.objects.filter(question=shelf.questions[0]).count() == 4


def test_deleting_the_right_answer_while_marking_another_works(staff: Client, shelf: Shelf) -> None:
    address = path("question_change", shelf.questions[0].pk)
    changes = {"options-1-DELETE": "on", "options-2-is_right": "on"}
    assert staff.post(address, form_values(staff, address) | changes).status_code == 302
    assert [option.is_right for option in shelf.questions[0].options.all()] == [False, True, False]


def test_an_edited_question_shows_at_the_next_tap(staff: Client, shelf: Shelf, ada: Any) -> None:
    assert asked(shelf.first, person_id=ada.pk).text == "Queen? en"
    address = path("question_change", shelf.questions[0].pk)
    staff.post(address, form_values(staff, address) | {"text_en": "Who leads?"})
    assert asked(shelf.first, person_id=ada.pk).text == "Who leads?"


def test_an_answer_stays_one_line_though_its_box_has_several(staff: Client, shelf: Shelf) -> None:
    rows = option_rows(["a", "b"], {0}) | {"options-0-text_ru": "  две\r\nстроки \t и хвост "}
    assert staff.post(path("question_add"), new_question(shelf, rows)).status_code == 302
    assert Question.objects.get(slug="worker").options.first().text_ru == "две строки и хвост"


def test_the_boxes_of_answers_show_all_of_their_texts(staff: Client, shelf: Shelf) -> None:
    html = staff.get(path("question_change", shelf.questions[0].pk)).content.decode()
    for language in ("ru", "uk", "en"):
        assert re.search(rf'<textarea name="options-0-text_{language}"[^>]*field-sizing-content', html)
        assert re.search(rf'<textarea name="options-0-text_{language}"[^>]*maxlength="100"', html)
