"""Answers in progress whose person has had enough."""

import pytest

from botapp.queries.generations import stopping
from botapp.services.generations import request_stop, request_stop_all
from tests.botapp.models.rows import a_person, an_owed_answer

pytestmark = pytest.mark.django_db


def test_only_those_whose_person_pressed_stop():
    ada = a_person()
    one, two = (an_owed_answer(ada, message_id=number) for number in (1, 2))
    assert request_stop(one.pk, person_id=ada.pk)
    assert stopping([one.pk, two.pk]) == {one.pk}


def test_nobody_stops_the_answer_of_another():
    ada, mallory = a_person(1), a_person(2, first_name="Mallory")
    owed = an_owed_answer(ada, message_id=1)
    assert not request_stop(owed.pk, person_id=mallory.pk)
    assert request_stop_all(7, person_id=mallory.pk) == []
    assert stopping([owed.pk]) == frozenset()


def test_only_those_that_were_asked_about():
    ada = a_person()
    owed = [an_owed_answer(ada, message_id=number).pk for number in (1, 2)]
    assert set(request_stop_all(7, person_id=ada.pk)) == set(owed)
    assert stopping(owed[:1]) == {owed[0]}
    assert stopping([]) == frozenset()


@pytest.mark.parametrize("number", [1, 3])
def test_one_query_however_many_are_written(number, django_assert_num_queries):
    ada = a_person()
    owed = [an_owed_answer(ada, message_id=n).pk for n in range(number)]
    request_stop_all(7, person_id=ada.pk)
    with django_assert_num_queries(1):
        assert stopping(owed) == set(owed)
