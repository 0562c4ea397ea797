"""Loading courses again and again, with staff editing in between."""

from pathlib import Path

import pytest

from botapp.services.content import Loaded
from lessons.exceptions import ManuscriptError
from lessons.models import Course, Lesson, Option, Question
from lessons.services.content import load_courses
from tests.lessons.shelf import lesson_files, question_sheet, texts, write_course

pytestmark = pytest.mark.django_db

QUESTIONS = [question_sheet("one"), question_sheet("two"), question_sheet("three")]


def test_first_load_creates_everything_in_three_languages(tmp_path: Path) -> None:
    loaded = load_courses(write_course(tmp_path, hive=lesson_files()))
    lesson = Lesson.objects.get(slug="hive")
    assert loaded == Loaded(created=5)
    assert (lesson.course.slug, lesson.title_ru, lesson.title_uk, lesson.title_en) == (
        "bees",
        "Hive ru",
        "Hive uk",
        "Hive en",
    )
    assert [question.order for question in lesson.questions.all()] == [1, 2, 3]
    options = Option.objects.filter(question__lesson=lesson, question__slug="one")
    assert [option.text_uk for option in options] == ["one 1 uk", "one 2 uk", "one 3 uk", "one 4 uk"]


def test_second_load_changes_nothing(tmp_path: Path) -> None:
    folder = write_course(tmp_path, hive=lesson_files())
    load_courses(folder)
    ids = list(Option.objects.values_list("id", flat=True))
    assert load_courses(folder) == Loaded(kept=5)
    assert list(Option.objects.values_list("id", flat=True)) == ids


def test_a_new_text_arrives_where_nobody_edited(tmp_path: Path) -> None:
    load_courses(write_course(tmp_path, hive=lesson_files()))
    changed = lesson_files() | {"en.md": "---\ntitle: The hive\n---\nBetter text\n"}
    assert load_courses(write_course(tmp_path, hive=changed)) == Loaded(updated=1, kept=4)
    lesson = Lesson.objects.get(slug="hive")
    assert (lesson.title_en, lesson.body_en) == ("The hive", "Better text")


def test_what_staff_edited_stays(tmp_path: Path) -> None:
    load_courses(write_course(tmp_path, hive=lesson_files()))
    lesson = Lesson.objects.get(slug="hive")
    lesson.body_ru = "Написано редактором"
    lesson.save()
    changed = lesson_files() | {"ru.md": "---\ntitle: Улей\n---\nНовый текст\n"}
    assert load_courses(write_course(tmp_path, hive=changed)) == Loaded(kept=5)
    lesson.refresh_from_db()
    assert lesson.body_ru == "Написано редактором"


def test_a_question_whose_option_staff_edited_stays(tmp_path: Path) -> None:
    load_courses(write_course(tmp_path, hive=lesson_files()))
    Option.objects.filter(question__slug="one", question__lesson__slug="hive", order=4).update(
        text_en="Edited by staff"
    )
    changed = lesson_files(questions=[question_sheet("one", right=2), *QUESTIONS[1:]])
    assert load_courses(write_course(tmp_path, hive=changed)) == Loaded(kept=5)
    assert Option.objects.filter(text_en="Edited by staff").exists()


def test_another_option_can_become_the_right_one(tmp_path: Path) -> None:
    load_courses(write_course(tmp_path, hive=lesson_files()))
    ids = list(Option.objects.filter(question__lesson__slug="hive").values_list("id", flat=True))
    changed = lesson_files(questions=[question_sheet("one", right=4), *QUESTIONS[1:]])
    assert load_courses(write_course(tmp_path, hive=changed)) == Loaded(updated=1, kept=4)
    question = Question.objects.get(slug="one", lesson__slug="hive")
    assert [option.is_right for option in question.options.all()] == [False, False, False, True]
    assert list(Option.objects.filter(question__lesson__slug="hive").values_list("id", flat=True)) == ids


def test_unpublishing_outlives_an_update(tmp_path: Path) -> None:
    load_courses(write_course(tmp_path, hive=lesson_files()))
    Lesson.objects.filter(slug="hive").update(is_published=False)
    changed = lesson_files() | {"en.md": "---\ntitle: The hive\n---\nBetter text\n"}
    load_courses(write_course(tmp_path, hive=changed))
    assert Lesson.objects.filter(slug="hive", title_en="The hive", is_published=False).exists()


def test_nothing_is_deleted_when_files_go(tmp_path: Path) -> None:
    load_courses(write_course(tmp_path / "a", hive=lesson_files(), wax=lesson_files()))
    load_courses(write_course(tmp_path / "b", hive=lesson_files()))
    assert Lesson.objects.filter(course__slug="bees").count() == 2


def test_one_wrong_file_keeps_all_others_out(tmp_path: Path) -> None:
    folder = write_course(tmp_path, hive=lesson_files(), wax=lesson_files(questions=[]))
    with pytest.raises(ManuscriptError):
        load_courses(folder)
    assert not Course.objects.filter(slug="bees").exists()


def test_the_language_of_whoever_loads_does_not_matter(tmp_path: Path) -> None:
    load_courses(write_course(tmp_path, course={"title": texts("Bees")}, hive=lesson_files()))
    rows = Course.objects.filter(slug="bees").rewrite(False)  # type: ignore[attr-defined]
    assert rows.values_list("title", flat=True).get() == "Bees ru"
