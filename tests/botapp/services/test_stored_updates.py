"""Putting given-up updates back in line."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from botapp.models import StoredUpdate
from botapp.services.stored_updates import replay

pytestmark = pytest.mark.django_db
State = StoredUpdate.State


def update(number: int, **facts) -> StoredUpdate:
    facts = {"state": State.DEAD, "payload": {"update_id": number}, "attempts": 5} | facts
    return StoredUpdate.objects.create(
        bot_id=1, update_id=number, kind="message", lane="7", received_at=timezone.now(), **facts
    )


def test_a_given_up_update_is_in_line_again_and_known_to_have_been_begun():
    now = timezone.now()
    row = update(
        1,
        claim=uuid.uuid4(),
        claimed_until=now,
        finished_at=now,
        not_before=now + timedelta(hours=1),
        error="ValueError",
    )
    assert replay([row.pk]) == 1
    row.refresh_from_db()
    assert (row.state, row.attempts, row.not_before) == (State.NEW, 1, None)
    assert (row.claim, row.claimed_until, row.finished_at) == (None, None, None)
    assert row.payload == {"update_id": 1}


@pytest.mark.parametrize("state", [State.NEW, State.CLAIMED, State.DONE])
def test_what_is_not_given_up_is_never_done_again(state):
    row = update(1, state=state)
    assert replay([row.pk]) == 0
    row.refresh_from_db()
    assert (row.state, row.attempts) == (state, 5)


def test_without_its_payload_there_is_nothing_to_repeat():
    row = update(1, payload=None)
    assert replay([row.pk]) == 0
    row.refresh_from_db()
    assert row.state == State.DEAD


def test_only_the_chosen_ones_are_replayed_and_a_second_press_finds_none():
    chosen, other = update(1), update(2)
    assert replay([chosen.pk, chosen.pk + 1000]) == 1
    assert replay([chosen.pk]) == 0
    other.refresh_from_db()
    assert other.state == State.DEAD


def test_choosing_none_replays_none():
    update(1)
    assert replay([]) == 0
