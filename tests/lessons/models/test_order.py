"""In which order courses stand, what a new row is, and whom a deletion takes along."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from botapp.models import Person
from lessons.models import Answer, Course, Lesson, Option, Progress, Question
from tests.botapp.models.rows import refused
from tests.lessons.conftest import Shelf
from tests.lessons.shelf import a_course, a_lesson, a_question, give


def test_courses_and_lessons_stand_by_their_order_then_as_they_came(shelf: Shelf) -> None:
    late, early = a_course("wasps", order=9), a_course("ants", order=0)
    twin = a_course("moths", order=9)
    assert list(Course.objects.all()) == [early, shelf.course, late, twin]
    first = a_lesson(shelf.course, "egg", order=0)
    assert list(shelf.course.lessons.all()) == [first, shelf.first, shelf.second]


@pytest.mark.parametrize("model", [Course, Lesson, Question, Option])
def test_an_order_is_not_negative(model: type, shelf: Shelf) -> None:
    with refused("order"):
        model.objects.update(order=-1)


def test_an_answer_belongs_to_a_round_from_one_up(ada: Person, shelf: Shelf) -> None:
    pk = give(shelf.questions[0], person_id=ada.pk)
    assert Answer.objects.get(pk=pk).round == 1
    with refused("round"):
        Answer.objects.update(round=-1)


def test_the_slug_of_a_course_stands_for_one_course(shelf: Shelf) -> None:
    with refused("slug"):
        a_course("bees")


def test_a_deleted_course_takes_its_lessons_and_what_was_learned_in_them(ada: Person, shelf: Shelf) -> None:
    other = a_question(a_lesson(a_course("wasps"), "sting"), "ouch")
    for question in (shelf.questions[0], other):
        give(question, person_id=ada.pk)
    shelf.course.delete()
    assert list(Lesson.objects.values_list("slug", flat=True)) == ["sting"]
    assert [a.question for a in Answer.objects.all()] == [other]
    assert [p.lesson.slug for p in Progress.objects.all()] == ["sting"]
    assert Person.objects.get() == ada


def test_a_question_may_wait_for_its_right_option_but_never_has_two(shelf: Shelf) -> None:
    question = shelf.questions[0]
    question.options.filter(is_right=True).update(is_right=False)
    question.options.filter(order=1).update(is_right=True)
    with refused("question_id"):
        Option.objects.create(question=question, is_right=True, text_en="Also right")
    with refused("question_id"):
        question.options.filter(order=2).update(is_right=True)


def test_a_new_row_is_published_and_belongs_to_staff(shelf: Shelf) -> None:
    for row in (shelf.course, shelf.first, shelf.questions[0]):
        row.refresh_from_db()
        assert (row.is_published, row.shipped_digest) == (True, "")


def test_an_edit_dates_the_lesson(shelf: Shelf) -> None:
    before = shelf.first.updated_at
    shelf.first.save()
    shelf.first.refresh_from_db()
    assert shelf.first.updated_at > before


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
def test_a_lesson_is_read_in_the_language_of_the_learner(shelf: Shelf, language: str) -> None:
    with override(language):
        lesson = Lesson.objects.get(slug="hive")
        assert (lesson.title, lesson.body) == (f"Hive {language}", f"Text of **hive** {language}")
        assert Course.objects.get(slug="bees").title == f"Bees {language}"


def test_what_staff_left_empty_is_shown_in_russian_rather_than_not_at_all(shelf: Shelf) -> None:
    Lesson.objects.filter(slug="hive").update(title_uk="")
    with override("uk"):
        assert str(Lesson.objects.get(slug="hive")) == "Hive ru"


@pytest.mark.parametrize("length", [100, 101])
def test_an_option_is_no_longer_than_telegram_shows(shelf: Shelf, length: int) -> None:
    option = Option.objects.first()
    option.text_uk = "я" * length
    if length <= 100:
        option.full_clean()
        return
    with pytest.raises(ValidationError) as caught:
        option.full_clean()
    assert set(caught.value.message_dict) == {"text_uk"}
