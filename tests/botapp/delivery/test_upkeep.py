"""What becomes of stored updates after their end: blanked when old, run again on request."""

from datetime import timedelta

import pytest
from django.utils import timezone

from botapp.delivery.retention import KEPT, blank_old
from botapp.models import Effect, SentMessage, StoredUpdate
from botapp.services.stored_updates import replay
from tests.botapp.delivery.kit import BOT, message

pytestmark = pytest.mark.django_db


def ended(number, *, state="done", ago=KEPT + timedelta(hours=1)):
    at = timezone.now() - ago
    row = StoredUpdate.objects.create(
        bot_id=BOT,
        update_id=number,
        lane="x",
        state=state,
        payload=message(number),
        received_at=at,
        finished_at=at,
    )
    Effect.objects.create(update=row, step="pay", result={"xp": 5})
    SentMessage.objects.create(update=row, step="answer", chat_id=1, message_id=number)
    return row


def test_two_days_after_its_end_an_update_keeps_only_its_number():
    ended(1)
    ended(2, state="dead")
    assert blank_old() == 2
    assert set(StoredUpdate.objects.values_list("update_id", "payload")) == {(1, None), (2, None)}
    assert not Effect.objects.exists()
    assert not SentMessage.objects.exists()
    assert blank_old() == 0


def test_what_ended_lately_or_still_waits_keeps_everything():
    ended(1, ago=timedelta(hours=47))
    waiting = ended(2, state="new")
    StoredUpdate.objects.filter(pk=waiting.pk).update(finished_at=None)
    assert blank_old() == 0
    assert StoredUpdate.objects.filter(payload__isnull=False).count() == 2


def test_much_is_blanked_in_pieces():
    for number in range(5):
        ended(number)
    assert [blank_old(piece=2) for _ in range(4)] == [2, 2, 1, 0]


def test_a_dead_update_can_be_run_again_and_remembers_what_it_did():
    dead, done = ended(1, state="dead"), ended(2)
    assert replay([dead.pk, done.pk]) == 1
    row = StoredUpdate.objects.get(pk=dead.pk)
    assert (row.state, row.error, row.finished_at) == ("new", "", None)
    assert row.attempts >= 1
    assert row.effects.count() == row.sent.count() == 1
    assert StoredUpdate.objects.get(pk=done.pk).state == "done"


def test_what_was_blanked_cannot_be_run_again():
    blanked = ended(1, state="dead")
    blank_old()
    assert replay([blanked.pk]) == 0
