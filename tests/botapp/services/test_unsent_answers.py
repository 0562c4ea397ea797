"""Answers whose first message was never sent."""

from datetime import timedelta

import pytest
from django.utils import timezone

from botapp.models import Generation
from botapp.services import answer_claims, unsent_answers
from tests.botapp.services.owed import begin, used

pytestmark = pytest.mark.django_db


def test_what_never_got_its_message_is_dropped_and_given_back(ada):
    begin(ada)
    fresh = begin(ada)
    Generation.objects.exclude(pk=fresh).update(created_at=timezone.now() - timedelta(hours=2))
    assert unsent_answers.drop() == 1
    assert used(ada) == 1
    assert Generation.objects.get(state="waiting").pk == fresh


def test_what_is_being_sent_just_now_is_not_dropped(ada):
    job = answer_claims.take(begin(ada))
    Generation.objects.update(created_at=timezone.now() - timedelta(hours=2))
    assert unsent_answers.drop() == 0
    assert answer_claims.renew(job)


def test_many_are_dropped_piece_by_piece_the_oldest_first(ada, monkeypatch):
    numbers = [begin(ada) for _ in range(3)]
    Generation.objects.update(created_at=timezone.now() - timedelta(hours=2))
    monkeypatch.setattr(unsent_answers, "PIECE", 2)
    assert unsent_answers.drop() == 2
    assert Generation.objects.get(state="waiting").pk == numbers[-1]
    assert (unsent_answers.drop(), unsent_answers.drop()) == (1, 0)
