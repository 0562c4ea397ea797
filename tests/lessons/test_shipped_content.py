"""The courses that RVX comes with keep the rules that lessons/content/README.md names."""

import re
from pathlib import Path

import pytest
from django.apps import apps

from botapp.models import EventKind
from botapp.telegram.markup import LIMIT, read, width
from lessons.enums import LANGUAGES
from lessons.markup import pages
from lessons.models import Lesson
from lessons.services.manuscripts import CourseText, LessonText, read_courses
from lessons.telegram.related import LESSON_OF_KIND, related_lesson

COURSES = read_courses(Path(apps.get_app_config("lessons").path) / "content")
LESSONS = [lesson for course in COURSES for lesson in course.lessons]
every_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)

# Letters that one of the languages does not have.
FOREIGN = {"ru": "[іїєґІЇЄҐ]", "uk": "[ыэёъЫЭЁЪ]", "en": "[а-яёіїєґ]"}
ADVICE = re.compile(
    r"\b(купите|покупайте|продавайте|купуйте|продавайте|you should (buy|sell))\b", re.IGNORECASE
)


def test_the_three_courses_rise_from_beginner_to_advanced() -> None:
    assert [(course.slug, course.level) for course in sorted(COURSES, key=_order)] == [
        ("blockchain_basics", "beginner"),
        ("defi_contracts", "intermediate"),
        ("scaling_dao", "advanced"),
    ]


def _order(course: CourseText) -> int:
    return course.order


@every_lesson
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_has_the_length_of_one_sitting(lesson: LessonText, language: str) -> None:
    assert 250 <= len(lesson.body[language].split()) <= 450


@every_lesson
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_in_its_own_language(lesson: LessonText, language: str) -> None:
    words = [lesson.title[language], lesson.body[language]]
    for question in lesson.questions:
        words += [question.text[language], question.explanation[language]]
        words += [option.text[language] for option in question.options]
    assert not re.search(FOREIGN[language], " ".join(words), re.IGNORECASE)
    assert not ADVICE.search(" ".join(words))


@every_lesson
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_does_not_quote_the_right_answer(lesson: LessonText, language: str) -> None:
    body = lesson.body[language].casefold()
    for question in lesson.questions:
        right = next(option for option in question.options if option.is_right).text[language].casefold()
        assert len(right) < 12 or right not in body


@every_lesson
def test_the_languages_are_built_alike(lesson: LessonText) -> None:
    shapes = {tuple(map(_mark, lesson.body[language].splitlines())) for language in LANGUAGES}
    assert len(shapes) == 1


def _mark(line: str) -> str:
    """What a line of Markdown is: heading, list, quote, text or empty."""
    marks = re.match(r"#+ |- |> |\d\. |\S|", line)
    return marks[0] if marks and marks[0].endswith(" ") else str(bool(line))


@every_lesson
def test_sources_are_two_or_three(lesson: LessonText) -> None:
    assert 2 <= len(lesson.sources.splitlines()) <= 3


@every_lesson
def test_right_answers_stand_in_different_places(lesson: LessonText) -> None:
    places = [[option.is_right for option in question.options].index(True) for question in lesson.questions]
    assert len(set(places)) > 1


@every_lesson
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_fits_one_message(lesson: LessonText, language: str) -> None:
    assert all(width(read(page).text) < LIMIT - 800 for page in pages(lesson.body[language]))


@pytest.mark.django_db
def test_related_lessons_and_kinds_of_events_exist() -> None:
    assert set(LESSON_OF_KIND) <= set(EventKind.objects.values_list("slug", flat=True))
    assert set(LESSON_OF_KIND.values()) <= set(Lesson.objects.values_list("slug", flat=True))


def test_a_kind_without_a_lesson_gets_no_button() -> None:
    assert related_lesson(7, "hack") is not None
    assert related_lesson(7, "listing") is None
    assert related_lesson(7, "") is None
