"""What the database itself refuses, whoever asks."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from botapp.models import Person
from lessons.models import Answer, Course, Lesson, Option, Progress, Question
from tests.lessons.conftest import Shelf
from tests.lessons.shelf import a_course, a_lesson, a_question, give


def test_a_question_has_one_right_option_at_most(shelf: Shelf) -> None:
    wrong = shelf.questions[0].options.filter(is_right=False)
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong.update(is_right=True)
    assert shelf.questions[0].options.filter(is_right=True).count() == 1


def test_a_person_answers_a_question_once_a_round(ada: Person, shelf: Shelf) -> None:
    given = Answer.objects.get(pk=give(shelf.questions[0], person_id=ada.pk))
    given.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        given.save(force_insert=True)
    given.round = 2
    given.save(force_insert=True)


def test_a_person_has_one_progress_a_lesson(ada: Person, bob: Person, shelf: Shelf) -> None:
    Progress.objects.create(person=ada, lesson=shelf.first)
    Progress.objects.create(person=bob, lesson=shelf.first)
    with pytest.raises(IntegrityError), transaction.atomic():
        Progress.objects.create(person=ada, lesson=shelf.first)


def test_the_name_of_a_lesson_is_its_own_in_all_courses(shelf: Shelf) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        a_lesson(a_course("wasps"), "hive")


def test_the_name_of_a_question_is_its_own_in_the_lesson(shelf: Shelf) -> None:
    a_question(shelf.second, "queen")
    with pytest.raises(IntegrityError), transaction.atomic():
        a_question(shelf.first, "queen")


def test_every_language_is_asked_for(shelf: Shelf) -> None:
    shelf.first.title_uk = ""
    with pytest.raises(ValidationError) as caught:
        shelf.first.full_clean()
    assert set(caught.value.message_dict) == {"title_uk"}


def test_an_answer_outlives_its_option(ada: Person, shelf: Shelf) -> None:
    answer = Answer.objects.get(pk=give(shelf.questions[0], person_id=ada.pk))
    shelf.questions[0].options.all().delete()
    answer.refresh_from_db()
    assert (answer.option, answer.is_right) == (None, True)


def test_a_persons_learning_goes_with_the_person(ada: Person, bob: Person, shelf: Shelf) -> None:
    for person in (ada, bob):
        give(shelf.questions[0], person_id=person.pk)
    ada.delete()
    assert list(Answer.objects.values_list("person", flat=True)) == [bob.pk]
    assert list(Progress.objects.values_list("person", flat=True)) == [bob.pk]


@pytest.mark.parametrize("model", [Answer, Course, Lesson, Option, Progress, Question])
def test_every_field_says_what_it_is_for(model: type[models.Model]) -> None:
    fields = [field for field in model._meta.get_fields() if field.concrete and not field.primary_key]
    assert [field.name for field in fields if not field.help_text] == []


def test_rows_name_themselves_for_the_admin(ada: Person, shelf: Shelf) -> None:
    answer = Answer.objects.get(pk=give(shelf.questions[0], person_id=ada.pk))
    assert [str(row) for row in (shelf.course, shelf.first, shelf.questions[0])] == [
        "Bees en",
        "Hive en",
        "Queen? en",
    ]
    assert str(answer.option) == "queen 2 en"
    assert str(answer) == f"#{shelf.questions[0].pk} True"
    assert str(Progress.objects.get()) == f"#{shelf.first.pk}"
