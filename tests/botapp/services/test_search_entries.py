"""When an answer can be found, and until when."""

from datetime import timedelta

import pytest
from django.utils import timezone

from botapp.models import Generation, Search, SearchEntry
from botapp.services import search_entries
from botapp.services.retention import prune
from tests.botapp.models.rows import a_person, an_answer, an_owed_answer

pytestmark = pytest.mark.django_db


def given(person, explanation, *, days=0, **values):
    row = an_owed_answer(person, explanation=explanation, state="done", **values)
    Generation.objects.filter(pk=row.pk).update(created_at=timezone.now() - timedelta(days=days))


def test_answers_of_before_are_made_findable_piece_by_piece():
    ada = a_person()
    for number in range(5):
        given(ada, an_answer(), message_id=number)
    an_answer()  # given to nobody
    given(ada, an_answer(), source_text="", message_id=9)  # whose item is forgotten
    assert [search_entries.fill(2) for _ in range(4)] == [2, 2, 1, 0]
    assert SearchEntry.objects.count() == 5


def test_an_answer_is_added_once():
    answer = an_answer()
    search_entries.add(answer.pk)
    search_entries.add(answer.pk)
    assert SearchEntry.objects.get().words == "an item short"


def test_what_is_still_written_is_not_added():
    search_entries.add(an_answer(state="pending", answer=None).pk)
    assert not SearchEntry.objects.exists()


def test_what_is_forgotten_is_found_no_more():
    answer = an_answer()
    given(a_person(), answer, days=31)
    search_entries.add(answer.pk)
    prune(timezone.now())
    assert not SearchEntry.objects.exists()


def test_what_somebody_looked_for_is_forgotten_too():
    old, new = (Search.objects.create(person=a_person(number), text="x") for number in (1, 2))
    Search.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=31))
    prune(timezone.now())
    assert Search.objects.get() == new


def test_what_another_person_keeps_stays_findable():
    answer = an_answer()
    given(a_person(), answer, days=31)
    given(a_person(1002), answer, days=1)
    search_entries.add(answer.pk)
    prune(timezone.now())
    assert SearchEntry.objects.count() == 1
