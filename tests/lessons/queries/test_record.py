"""What lessons add to /export and /stats."""

import pytest

from botapp.queries import record
from lessons.services.answers import answer_question
from lessons.services.learning import open_lesson


def rows(name, person):
    return list(next(part for part in record.parts() if part.name == name).rows(person.pk))


def figures(person):
    return [figure.count(person.pk) for figure in record.figures()]


def test_lessons_and_answers_of_a_person_are_there(shelf, ada, bob):
    question = shelf.questions[0]
    right = question.options.get(is_right=True)
    open_lesson(shelf.first.pk, person_id=ada.pk)
    answer_question(question.pk, option_id=right.pk, person_id=ada.pk, round_number=1)
    (lesson,) = rows("lessons", ada)
    assert (lesson["course"], lesson["lesson"], lesson["finished"]) == ("bees", "hive", None)
    (answer,) = rows("answers", ada)
    assert (answer["lesson"], answer["chosen"], answer["right"]) == ("hive", right.text, True)
    assert rows("lessons", bob) == rows("answers", bob) == []
    assert (figures(ada), figures(bob)) == ([0, 1], [0, 0])


@pytest.mark.parametrize("opened", [1, 2])
def test_a_list_costs_the_same_with_one_row_and_with_more(shelf, ada, opened, django_assert_num_queries):
    for lesson in (shelf.first, shelf.second)[:opened]:
        open_lesson(lesson.pk, person_id=ada.pk)
    part = next(part for part in record.parts() if part.name == "lessons")
    with django_assert_num_queries(2):
        assert len(list(part.rows(ada.pk))) == opened
