"""Stored answers, for those who received them."""

import pytest

from botapp.exceptions import NotFound
from botapp.models import Explanation
from botapp.queries.explanations import received, stored
from tests.botapp.models.rows import a_person, an_answer, an_owed_answer
from tests.botapp.telegram.samples import FULL

pytestmark = pytest.mark.django_db


@pytest.fixture
def answer() -> Explanation:
    return an_answer(answer=FULL.model_dump(mode="json"), provider="gemini", model="flash")


def test_an_answer_comes_back_as_it_was_given(answer):
    found = stored(answer.pk)
    assert found.explanation == FULL
    assert (found.id, found.source_text, found.kind, found.language) == (answer.pk, "An item", "news", "en")
    assert (found.provider, found.model, found.degraded, found.failure) == ("gemini", "flash", False, "")


@pytest.mark.parametrize("state", ["pending", "failed"])
def test_what_is_not_ready_is_not_shown(answer, state):
    Explanation.objects.update(state=state)
    with pytest.raises(NotFound):
        stored(answer.pk)


def test_what_never_was_is_not_found():
    with pytest.raises(NotFound):
        stored(404)


@pytest.mark.parametrize("old", [{"title": "of an older schema"}, [], "text"])
def test_an_answer_of_a_schema_no_longer_read_is_not_found_rather_than_an_error(answer, old):
    Explanation.objects.update(answer=old)
    with pytest.raises(NotFound):
        stored(answer.pk)


def test_a_person_sees_what_they_received_and_nothing_else(answer):
    ada, mallory = a_person(1), a_person(2, first_name="Mallory")
    an_owed_answer(ada, explanation=answer, state="done")
    assert stored(answer.pk, person_id=ada.pk).id == answer.pk
    assert received(answer.pk, person_id=ada.pk)
    assert not received(answer.pk, person_id=mallory.pk)
    with pytest.raises(NotFound):
        stored(answer.pk, person_id=mallory.pk)


def test_an_answer_of_another_number_is_not_taken_for_it(answer):
    ada, other = a_person(), an_answer()
    an_owed_answer(ada, explanation=other, state="done")
    with pytest.raises(NotFound):
        stored(answer.pk, person_id=ada.pk)


@pytest.mark.parametrize("times", [1, 3])
def test_two_queries_however_often_it_was_given(answer, times, django_assert_num_queries):
    ada = a_person()
    for _ in range(times):
        an_owed_answer(ada, explanation=answer, state="done")
    with django_assert_num_queries(2):
        stored(answer.pk, person_id=ada.pk)
    with django_assert_num_queries(1):
        stored(answer.pk)
