"""What an editor is told when a file of a course is wrong."""

from pathlib import Path
from typing import Any

import pytest

from lessons.exceptions import ManuscriptError
from lessons.services.manuscripts import read_courses
from tests.lessons.shelf import lesson_files, question_sheet, texts, write_course


def complaint(folder: Path) -> str:
    with pytest.raises(ManuscriptError) as caught:
        read_courses(folder)
    return str(caught.value)


def test_a_good_course_is_read_whole(tmp_path: Path) -> None:
    (course,) = read_courses(write_course(tmp_path, hive=lesson_files()))
    (lesson,) = course.lessons
    assert (course.slug, course.level, course.order) == ("bees", "beginner", 1)
    assert lesson.title == {"ru": "Hive ru", "uk": "Hive uk", "en": "Hive en"}
    assert lesson.body["uk"] == "Text uk"
    assert lesson.sources == "A book https://example.org/book"
    assert [question.slug for question in lesson.questions] == ["one", "two", "three"]
    assert [option.is_right for option in lesson.questions[0].options] == [True, False, False, False]


def test_lessons_come_in_the_order_of_the_course_sheet(tmp_path: Path) -> None:
    files = {"zebra": lesson_files(), "apple": lesson_files()}
    (course,) = read_courses(write_course(tmp_path, **files))
    assert [lesson.slug for lesson in course.lessons] == ["zebra", "apple"]


def test_a_missing_language_is_named_with_its_file(tmp_path: Path) -> None:
    files = lesson_files()
    del files["uk.md"]
    assert complaint(write_course(tmp_path, hive=files)) == "bees/hive/uk.md: this file is missing."


def test_a_question_without_a_language_is_named_with_its_place(tmp_path: Path) -> None:
    broken = question_sheet("one") | {"text": {"ru": "Раз?", "en": "One?"}}
    folder = write_course(tmp_path, hive=lesson_files(questions=[question_sheet("zero"), broken]))
    assert complaint(folder) == "bees/hive/lesson.yaml, questions 2, text: language uk is missing."


@pytest.mark.parametrize("right", [0, 2])
def test_exactly_one_option_must_be_right(tmp_path: Path, right: int) -> None:
    broken = question_sheet("one")
    for place, option in enumerate(broken["options"]):
        option["right"] = place < right
    said = complaint(write_course(tmp_path, hive=lesson_files(questions=[broken])))
    assert said == (
        f"bees/hive/lesson.yaml, questions 1: exactly one option must have 'right: true', {right} have."
    )


def test_four_options_are_needed(tmp_path: Path) -> None:
    folder = write_course(tmp_path, hive=lesson_files(questions=[question_sheet("one", options=3)]))
    assert complaint(folder).endswith("questions 1: 4 options are needed, 3 are here.")


def test_three_questions_are_needed(tmp_path: Path) -> None:
    folder = write_course(tmp_path, hive=lesson_files(questions=[question_sheet("one")]))
    assert complaint(folder) == "bees/hive/lesson.yaml: at least 3 questions are needed, 1 are here."


@pytest.mark.parametrize(("part", "limit"), [("text", 300), ("why", 600)])
def test_a_long_question_or_explanation_is_refused(tmp_path: Path, part: str, limit: int) -> None:
    exact, long = question_sheet("one"), question_sheet("two")
    exact[part] = dict.fromkeys(("ru", "uk", "en"), "x" * limit)
    long[part] = texts("") | {"en": "x" * (limit + 1)}
    said = complaint(write_course(tmp_path, hive=lesson_files(questions=[exact, long])))
    assert f"questions 2, {part}: 'en' has {limit + 1} characters, at most {limit} are allowed." in said


def test_an_option_longer_than_a_hundred_characters_is_refused(tmp_path: Path) -> None:
    long = question_sheet("one")
    long["options"][3]["ru"] = "x" * 101
    said = complaint(write_course(tmp_path, hive=lesson_files(questions=[long])))
    assert "questions 1, options 4: 'ru' has 101 characters, at most 100" in said


def test_two_questions_of_one_name_are_refused(tmp_path: Path) -> None:
    sheets = [question_sheet("one"), question_sheet("two"), question_sheet("one")]
    said = complaint(write_course(tmp_path, hive=lesson_files(questions=sheets)))
    assert said == "bees/hive/lesson.yaml: the name 'one' is used twice."


def test_lessons_of_two_courses_may_not_share_a_name(tmp_path: Path) -> None:
    write_course(tmp_path, hive=lesson_files())
    (tmp_path / "bees").rename(tmp_path / "wasps")
    assert "the name 'hive' is used twice" in complaint(write_course(tmp_path, hive=lesson_files()))


def test_a_lesson_that_the_course_forgets_is_named(tmp_path: Path) -> None:
    write_course(tmp_path, wax=lesson_files())
    folder = write_course(tmp_path, hive=lesson_files())
    assert complaint(folder).endswith("bees/course.yaml: 'lessons' does not name wax.")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"level": "expert"}, "'level' must be one of beginner, intermediate, advanced."),
        ({"order": "first"}, "'order' must be a whole number from 0."),
        ({"order": True}, "'order' must be a whole number from 0."),
        ({"title": "Bees"}, "a list of 'name: value' lines is expected here."),
        ({"lessons": []}, "'lessons' must be a list with at least one item."),
    ],
)
def test_a_wrong_course_sheet_is_explained(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    text = complaint(write_course(tmp_path, course=change, hive=lesson_files()))
    assert "bees/course.yaml" in text
    assert text.endswith(said)


def test_a_text_without_front_matter_is_explained(tmp_path: Path) -> None:
    folder = write_course(tmp_path, hive=lesson_files() | {"en.md": "# Hive\n"})
    assert complaint(folder).startswith("bees/hive/en.md: begin with a line ---")


def test_an_empty_text_is_refused(tmp_path: Path) -> None:
    folder = write_course(tmp_path, hive=lesson_files() | {"en.md": "---\ntitle: Hive\n---\n \n"})
    assert complaint(folder) == "bees/hive/en.md: the text under the front matter is missing."


def test_broken_yaml_names_file_and_line(tmp_path: Path) -> None:
    folder = write_course(tmp_path, hive=lesson_files() | {"lesson.yaml": "sources:\n  - a: b: c\n"})
    assert complaint(folder).startswith("bees/hive/lesson.yaml: line 2: this can't be read")


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    folder = write_course(tmp_path, hive=lesson_files())
    (folder / "bees" / "hive" / "ru.md").write_bytes("---\ntitle: Улей\n---\nТекст".encode("cp1251"))
    assert complaint(folder) == "bees/hive/ru.md: save this file as UTF-8."


def test_a_source_must_be_an_https_address(tmp_path: Path) -> None:
    sources = [{"title": "A book", "url": "javascript:alert(1)"}]
    said = complaint(write_course(tmp_path, hive=lesson_files(sources=sources)))
    assert "sources 1: 'url' must begin with https://" in said


def test_an_empty_folder_is_no_content(tmp_path: Path) -> None:
    assert "no folder with a course.yaml" in complaint(tmp_path)
