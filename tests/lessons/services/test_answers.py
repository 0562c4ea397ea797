"""Answering questions: once a round, judged at once, counted exactly."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from analytics.models import Event
from botapp.exceptions import StaleButton
from botapp.models import Person
from lessons.exceptions import LessonGone
from lessons.models import Answer, Course, Progress
from lessons.services.answers import answer_question
from tests.lessons.conftest import Shelf
from tests.lessons.shelf import a_course, a_lesson, a_question, give


def kinds() -> list[str]:
    return list(Event.objects.order_by("id").values_list("kind", flat=True))


def test_a_right_and_a_wrong_answer_are_judged(ada: Person, shelf: Shelf) -> None:
    right = give(shelf.questions[0], person_id=ada.pk)
    wrong = give(shelf.questions[1], person_id=ada.pk, is_right=False)
    assert Answer.objects.get(pk=right).is_right
    assert not Answer.objects.get(pk=wrong).is_right


def test_an_answer_is_noted_with_codes_and_no_text(ada: Person, shelf: Shelf) -> None:
    give(shelf.questions[0], person_id=ada.pk, is_right=False)
    event = Event.objects.get()
    assert (event.kind, event.person_id, event.subject, event.source) == (
        "answer",
        ada.pk,
        "hive",
        "telegram",
    )
    assert event.facts == {"question": "queen", "right": False, "round": 1}


def test_a_second_tap_is_stale_and_changes_nothing(ada: Person, shelf: Shelf) -> None:
    give(shelf.questions[0], person_id=ada.pk)
    with pytest.raises(StaleButton):
        give(shelf.questions[0], person_id=ada.pk, is_right=False)
    assert list(Answer.objects.values_list("is_right", flat=True)) == [True]
    assert kinds() == ["answer"]


@pytest.mark.parametrize("number", [0, 2, 99])
def test_a_button_of_another_round_is_stale(ada: Person, shelf: Shelf, number: int) -> None:
    with pytest.raises(StaleButton):
        give(shelf.questions[0], person_id=ada.pk, round_number=number)


def test_an_option_of_another_question_is_stale(ada: Person, shelf: Shelf) -> None:
    other = shelf.questions[1].options.first()
    with pytest.raises(StaleButton):
        answer_question(shelf.questions[0].pk, option_id=other.pk, person_id=ada.pk, round_number=1)


def test_people_do_not_disturb_one_another(ada: Person, bob: Person, shelf: Shelf) -> None:
    give(shelf.questions[0], person_id=ada.pk)
    give(shelf.questions[0], person_id=bob.pk, is_right=False)
    assert Answer.objects.filter(is_right=True).get().person == ada


def test_a_lesson_is_finished_once_all_questions_are_right(ada: Person, shelf: Shelf) -> None:
    give(shelf.questions[0], person_id=ada.pk)
    assert Progress.objects.get().completed_at is None
    give(shelf.questions[1], person_id=ada.pk)
    assert Progress.objects.get().completed_at is not None
    assert kinds() == ["answer", "answer", "lesson_done"]


def test_right_answers_of_several_rounds_add_up(ada: Person, shelf: Shelf) -> None:
    queen, drone = shelf.questions
    give(queen, person_id=ada.pk)
    give(drone, person_id=ada.pk, is_right=False)
    give(queen, person_id=ada.pk, is_right=False, round_number=2)
    assert Progress.objects.get().completed_at is None
    give(drone, person_id=ada.pk, round_number=2)
    assert Progress.objects.get().completed_at is not None


def test_a_lesson_is_finished_only_once(ada: Person, shelf: Shelf) -> None:
    for number in (1, 2):
        for question in shelf.questions:
            give(question, person_id=ada.pk, round_number=number)
    assert kinds().count("lesson_done") == 1


def test_an_unpublished_question_is_not_waited_for(ada: Person, shelf: Shelf) -> None:
    shelf.questions[1].is_published = False
    shelf.questions[1].save()
    give(shelf.questions[0], person_id=ada.pk)
    assert Progress.objects.get().completed_at is not None


@pytest.mark.parametrize("level", ["question", "lesson", "course"])
def test_what_is_unpublished_can_not_be_answered(ada: Person, shelf: Shelf, level: str) -> None:
    row = {"question": shelf.questions[0], "lesson": shelf.first, "course": shelf.course}[level]
    row.is_published = False
    row.save()
    with pytest.raises(LessonGone):
        give(shelf.questions[0], person_id=ada.pk)


def test_a_deleted_question_can_not_be_answered(ada: Person, shelf: Shelf) -> None:
    with pytest.raises(LessonGone):
        answer_question(10**9, option_id=1, person_id=ada.pk, round_number=1)


@pytest.mark.usefixtures("live_db")
def test_ten_taps_at_once_count_as_one() -> None:
    person = Person.objects.create(telegram_id=1003, first_name="Cleo")
    course = a_course("tapping")
    question = a_question(a_lesson(course, "taps"), "tap")
    try:
        with ThreadPoolExecutor(10) as pool:
            outcomes = list(pool.map(lambda _: _tap(question, person.pk), range(10)))
        assert sorted(outcomes) == ["answered", *["stale"] * 9]
        assert Answer.objects.count() == 1
        assert kinds() == ["answer", "lesson_done"]
    finally:
        Course.objects.filter(pk=course.pk).delete()


def _tap(question: object, person_id: int) -> str:
    try:
        give(question, person_id=person_id)  # type: ignore[arg-type]
    except StaleButton:
        return "stale"
    finally:
        connections.close_all()
    return "answered"
