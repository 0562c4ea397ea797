import pytest
from django.utils.translation import override

from botapp.models import Person
from lessons.exceptions import LessonGone
from lessons.queries.questions import current_question, given_answer, lesson_of, result, verdict
from lessons.queries.rounds import open_round
from tests.lessons.conftest import Shelf
from tests.lessons.shelf import a_lesson, a_question, asked, give


def test_the_first_question_has_four_lettered_options(ada: Person, shelf: Shelf) -> None:
    question = asked(shelf.first, person_id=ada.pk)
    assert (question.text, question.round, question.number, question.total) == ("Queen? en", 1, 1, 2)
    assert [(option.letter, option.text) for option in question.options] == [
        ("A", "queen 1 en"),
        ("B", "queen 2 en"),
        ("C", "queen 3 en"),
        ("D", "queen 4 en"),
    ]


def test_the_next_question_is_the_first_unanswered_one(ada: Person, shelf: Shelf) -> None:
    give(shelf.questions[1], person_id=ada.pk)
    assert asked(shelf.first, person_id=ada.pk).number == 1
    give(shelf.questions[0], person_id=ada.pk)
    again = asked(shelf.first, person_id=ada.pk)
    assert (again.round, again.number) == (2, 1)


def test_a_question_added_later_joins_the_round(ada: Person, shelf: Shelf) -> None:
    give(shelf.questions[0], person_id=ada.pk)
    a_question(shelf.first, "worker", order=3)
    give(shelf.questions[1], person_id=ada.pk)
    now = asked(shelf.first, person_id=ada.pk)
    assert (now.round, now.number, now.total, now.text) == (1, 3, 3, "Worker? en")


def test_a_lesson_without_questions_asks_nothing(ada: Person, shelf: Shelf) -> None:
    lesson = a_lesson(shelf.course, "wax", order=3)
    assert current_question(lesson.pk, person_id=ada.pk) is None
    assert not open_round(lesson.pk, person_id=ada.pk).is_over


def test_an_unpublished_lesson_asks_nothing(ada: Person, shelf: Shelf) -> None:
    shelf.first.is_published = False
    shelf.first.save()
    with pytest.raises(LessonGone):
        current_question(shelf.first.pk, person_id=ada.pk)


def test_a_wrong_answer_is_explained_and_leads_on(ada: Person, shelf: Shelf) -> None:
    answer = give(shelf.questions[0], person_id=ada.pk, is_right=False)
    said = verdict(answer, person_id=ada.pk)
    assert (said.is_right, said.chosen_text, said.right_text) == (False, "queen 1 en", "queen 2 en")
    assert said.explanation == "Because of queen en"
    assert (said.number, said.total, said.next_question_id) == (1, 2, shelf.questions[1].pk)


def test_the_last_answer_ends_the_round(ada: Person, shelf: Shelf) -> None:
    give(shelf.questions[0], person_id=ada.pk)
    last = give(shelf.questions[1], person_id=ada.pk)
    assert verdict(last, person_id=ada.pk).next_question_id is None


def test_the_verdict_speaks_the_readers_language(ada: Person, shelf: Shelf) -> None:
    answer = give(shelf.questions[0], person_id=ada.pk)
    with override("uk"):
        assert verdict(answer, person_id=ada.pk).right_text == "queen 2 uk"


def test_nobody_reads_another_persons_verdict(ada: Person, bob: Person, shelf: Shelf) -> None:
    answer = give(shelf.questions[0], person_id=ada.pk)
    with pytest.raises(LessonGone):
        verdict(answer, person_id=bob.pk)


def test_a_verdict_outlives_the_option_and_the_questions_publication(ada: Person, shelf: Shelf) -> None:
    answer = give(shelf.questions[0], person_id=ada.pk, is_right=False)
    shelf.questions[0].options.filter(order=1).delete()
    shelf.questions[0].is_published = False
    shelf.questions[0].save()
    said = verdict(answer, person_id=ada.pk)
    assert (said.is_right, said.chosen_text) == (False, "")


def test_the_result_is_of_the_latest_round(ada: Person, shelf: Shelf) -> None:
    queen, drone = shelf.questions
    give(queen, person_id=ada.pk, is_right=False)
    give(drone, person_id=ada.pk, is_right=False)
    assert (
        result(shelf.first.pk, person_id=ada.pk).right,
        result(shelf.first.pk, person_id=ada.pk).total,
    ) == (0, 2)
    give(queen, person_id=ada.pk, round_number=2)
    give(drone, person_id=ada.pk, round_number=2)
    now = result(shelf.first.pk, person_id=ada.pk)
    assert (now.right, now.is_done, now.next_lesson_id) == (2, True, shelf.second.pk)


def test_a_given_answer_is_found_by_its_round(ada: Person, bob: Person, shelf: Shelf) -> None:
    queen = shelf.questions[0]
    answer = give(queen, person_id=ada.pk)
    assert given_answer(queen.pk, person_id=ada.pk, round_number=1) == answer
    assert given_answer(queen.pk, person_id=ada.pk, round_number=2) is None
    assert given_answer(queen.pk, person_id=bob.pk, round_number=1) is None


def test_a_question_leads_to_its_lesson_while_it_is_published(shelf: Shelf) -> None:
    assert lesson_of(shelf.questions[0].pk) == shelf.first.pk
    shelf.first.is_published = False
    shelf.first.save()
    with pytest.raises(LessonGone):
        lesson_of(shelf.questions[0].pk)
