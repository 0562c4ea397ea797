"""The lessons' screens as text, and the keyboards under them."""

from dataclasses import replace

import pytest

from botapp.models import Person
from botapp.telegram.features import discover
from botapp.telegram.markup import Marked
from botapp.telegram.rendering import render
from lessons.markup import pages
from lessons.models import Course
from lessons.queries import courses, lessons, questions
from lessons.telegram import buttons
from lessons.telegram.keyboards.courses import course_keys, menu_keys
from lessons.telegram.keyboards.lessons import lesson_keys
from lessons.telegram.keyboards.questions import is_long, question_keys, result_keys, verdict_keys
from tests.lessons.conftest import Shelf
from tests.lessons.shelf import a_lesson, asked, give


def screen(name: str, **context: object) -> Marked:
    (message,) = render(f"lessons/{name}", context)
    return message


def labels(keyboard: object) -> list[list[str]]:
    return [[key.label for key in row] for row in keyboard]  # type: ignore[attr-defined]


def menu(person: Person) -> tuple[str, list[list[str]]]:
    lines, summary = courses.courses(person_id=person.pk), courses.summary(person_id=person.pk)
    text = screen("courses", courses=lines, summary=summary).text
    return text, labels(menu_keys(lines, summary))


def test_the_menu_lists_courses_with_progress(ada: Person, shelf: Shelf) -> None:
    text, keys = menu(ada)
    assert text.splitlines()[0] == "Learn"
    assert "Bees en · Beginner · finished 0 of 2\nAbout bees en" in text
    assert keys == [["▶ Begin with the first lesson"], ["Bees en · 0/2"]]


def test_the_menu_says_how_much_is_finished(ada: Person, shelf: Shelf) -> None:
    for question in shelf.questions:
        give(question, person_id=ada.pk)
    text, keys = menu(ada)
    assert "Finished so far: 1 of 2 lessons." in text
    assert keys == [["▶ Continue"], ["Bees en · 1/2"]]


def test_the_menu_without_courses_says_so(ada: Person, shelf: Shelf) -> None:
    Course.objects.update(is_published=False)
    text, keys = menu(ada)
    assert "No course is open at the moment." in text
    assert keys == []


def test_a_course_ticks_finished_lessons(ada: Person, shelf: Shelf) -> None:
    for question in shelf.questions:
        give(question, person_id=ada.pk)
    page = courses.course(shelf.course.pk, person_id=ada.pk)
    assert "Finished: 1 of 2. Choose a lesson:" in screen("course", course=page).text
    assert labels(course_keys(page)) == [["✓ 1. Hive en"], ["2. Honey en"], ["‹ All courses"]]


def test_a_course_without_lessons_says_so(ada: Person, shelf: Shelf) -> None:
    shelf.course.lessons.update(is_published=False)
    page = courses.course(shelf.course.pk, person_id=ada.pk)
    assert "are being prepared" in screen("course", course=page).text


def read(lesson_id: int, person: Person, *, page: int = 1, of: int = 1) -> tuple[Marked, list[list[str]]]:
    row = lessons.lesson(lesson_id, person_id=person.pk)
    text = pages(row.body)[0]
    message = screen("lesson", lesson=row, text=text, page=page, pages=of)
    return message, labels(lesson_keys(row, page=page, pages=of))


def test_a_lesson_shows_its_text_and_sources(ada: Person, shelf: Shelf) -> None:
    message, keys = read(shelf.first.pk, ada)
    assert message.text == "Bees en · lesson 1 of 2\nHive en\n\nText of hive en\n\nSources\n• A book"
    assert "https://example.org/book" in [mark.url for mark in message.marks]
    assert keys == [["To the questions"], ["‹ All lessons of the course"]]


def test_names_and_marks_in_a_lesson_are_escaped(ada: Person, shelf: Shelf) -> None:
    shelf.first.title_en = "<b>Bees & <i>co"
    shelf.first.body_en = "1 < 2 & <u>x</u>"
    shelf.first.sources = '<i>"A" https://example.org/?a=1&b=2'
    shelf.first.save()
    message, _keys = read(shelf.first.pk, ada)
    assert '<b>Bees & <i>co\n\n1 < 2 & <u>x</u>\n\nSources\n• <i>"A"' in message.text
    assert [mark.url for mark in message.marks if mark.url] == ["https://example.org/?a=1&b=2"]


def test_a_long_lesson_is_turned_page_by_page(ada: Person, shelf: Shelf) -> None:
    first, first_keys = read(shelf.first.pk, ada, page=1, of=3)
    assert "Hive en · page 1 of 3" in first.text
    assert "Sources" not in first.text
    assert first_keys == [["Next ›"], ["‹ All lessons of the course"]]
    assert read(shelf.first.pk, ada, page=2, of=3)[1][0] == ["‹ Back", "Next ›"]
    last, last_keys = read(shelf.first.pk, ada, page=3, of=3)
    assert "Sources" in last.text
    assert last_keys[:2] == [["‹ Back"], ["To the questions"]]


def test_a_lesson_without_questions_leads_to_the_next(ada: Person, shelf: Shelf) -> None:
    wax = a_lesson(shelf.course, "wax", order=0)
    assert read(wax.pk, ada)[1][0] == ["Next lesson"]
    last = a_lesson(shelf.course, "swarm", order=9)
    assert read(last.pk, ada)[1] == [["‹ All lessons of the course"]]


def test_short_answers_stand_on_the_buttons(ada: Person, shelf: Shelf) -> None:
    question = asked(shelf.first, person_id=ada.pk)
    message = screen("question", question=question, is_long=is_long(question))
    assert message.text == "Hive en · question 1 of 2\n\nQueen? en"
    assert labels(question_keys(question)) == [[f"{x}. queen {n} en"] for n, x in enumerate("ABCD", start=1)]


def test_long_answers_stand_in_the_message(ada: Person, shelf: Shelf) -> None:
    shelf.questions[0].options.filter(order=3).update(text_en="x" * 100)
    question = asked(shelf.first, person_id=ada.pk)
    message = screen("question", question=question, is_long=is_long(question))
    assert message.text.endswith(f"A. queen 1 en\nB. queen 2 en\nC. {'x' * 100}\nD. queen 4 en")
    assert labels(question_keys(question)) == [["A", "B", "C", "D"]]


def test_the_buttons_of_a_question_name_its_round(ada: Person, shelf: Shelf) -> None:
    for number in (1, 2):
        for question in shelf.questions:
            give(question, person_id=ada.pk, round_number=number)
    key = question_keys(asked(shelf.first, person_id=ada.pk))[0][0]
    assert isinstance(key.button, buttons.Choose)
    assert key.button.round == 3


def test_a_verdict_says_right_or_wrong_and_why(ada: Person, shelf: Shelf) -> None:
    right = questions.verdict(give(shelf.questions[0], person_id=ada.pk), person_id=ada.pk)
    assert screen("verdict", verdict=right).text == "Queen? en\n\n✅ Right! queen 2 en\n\nBecause of queen en"
    assert labels(verdict_keys(right)) == [["Next question"]]
    wrong = questions.verdict(give(shelf.questions[1], person_id=ada.pk, is_right=False), person_id=ada.pk)
    assert screen("verdict", verdict=wrong).text == (
        "Drone? en\n\n❌ Not quite. Your answer: drone 1 en\n"
        "✅ Right would be: drone 2 en\n\nBecause of drone en"
    )
    assert labels(verdict_keys(wrong)) == [["See the result"]]


def test_a_verdict_on_an_option_that_is_gone_leaves_it_out(ada: Person, shelf: Shelf) -> None:
    answer = give(shelf.questions[0], person_id=ada.pk, is_right=False)
    shelf.questions[0].options.filter(order=1).delete()
    said = questions.verdict(answer, person_id=ada.pk)
    assert "Your answer" not in screen("verdict", verdict=said).text


def test_a_result_invites_another_round_until_all_is_right(ada: Person, shelf: Shelf) -> None:
    give(shelf.questions[0], person_id=ada.pk)
    give(shelf.questions[1], person_id=ada.pk, is_right=False)
    result = questions.result(shelf.first.pk, person_id=ada.pk)
    text = screen("result", result=result).text
    assert "Right answers: 1 of 2." in text
    assert "Another round helps" in text
    assert labels(result_keys(result)) == [
        ["Questions again"],
        ["Next lesson"],
        ["Read it again", "To the course"],
    ]


def test_a_finished_result_leads_forward(ada: Person, shelf: Shelf) -> None:
    for question in shelf.questions:
        give(question, person_id=ada.pk)
    result = questions.result(shelf.first.pk, person_id=ada.pk)
    assert "The lesson is finished" in screen("result", result=result).text
    assert labels(result_keys(result))[0] == ["Next lesson"]
    last = replace(result, next_lesson_id=None)
    assert "That was the last lesson so far." in screen("result", result=last).text
    assert labels(result_keys(last))[0] == ["Questions again"]


@pytest.mark.parametrize(
    "button",
    [
        buttons.OpenMenu(),
        buttons.OpenCourse(10**12),
        buttons.OpenLesson(10**12),
        buttons.ReadPage(10**12, 99),
        buttons.StartQuestions(10**12),
        buttons.Choose(10**12, 10**12, 10**9),
        buttons.ShowResult(10**12),
        buttons.OpenRelated("network_upgrade"),
    ],
)
def test_every_button_fits_and_has_a_handler(button: buttons.Button) -> None:
    assert len(button.pack().encode()) <= 64
    assert discover().button_handler(button)


def test_the_feature_adds_commands_menu_and_a_link() -> None:
    (feature,) = [feature for feature in discover() if feature.name == "lessons"]
    assert [command.name for command in feature.commands] == ["learn", "lesson"]
    assert [(str(entry.label), entry.order) for entry in feature.menu] == [("Learn", 20)]
    assert [link.prefix for link in feature.deep_links] == ["lesson_"]
