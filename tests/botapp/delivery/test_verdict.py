"""Who may lead, rule by rule."""

import uuid
from dataclasses import replace

import pytest

from botapp.delivery.lease import LeaseState
from botapp.delivery.verdict import LockView, reason_to_lead

ME, OTHER = uuid.uuid4(), uuid.uuid4()
LED = LeaseState(3, OTHER, "host", 1, "lock-1", None, seconds_left=2.0)
ENDED = replace(LED, seconds_left=-0.1)
FREE = replace(LED, holder=None, lock="", seconds_left=-0.1)
NEVER = LeaseState(0, None, "", None, "", None, seconds_left=-1e9)

FILE = LockView("lock-1", is_held=True, can_be_had=True, required=True)
FILE_OF_ANOTHER = replace(FILE, is_held=False)
NO_FILE = LockView("", is_held=False, can_be_had=False, required=True)
SESSION = LockView("lock-1", is_held=True, can_be_had=True, required=False)
SESSION_OF_ANOTHER = replace(SESSION, is_held=False)
NO_SESSION = LockView("", is_held=False, can_be_had=False, required=False)


@pytest.mark.parametrize(
    ("state", "lock", "reason"),
    [
        (NEVER, FILE, "first"),
        (NEVER, SESSION, "first"),
        (NEVER, NO_FILE, "first"),
        (FREE, FILE, "released"),
        (FREE, SESSION, "released"),
        (FREE, NO_SESSION, "released"),
        (FREE, FILE_OF_ANOTHER, None),
        (FREE, SESSION_OF_ANOTHER, None),
        (replace(FREE, seconds_left=-4.0), SESSION_OF_ANOTHER, "released"),
        (replace(FREE, seconds_left=-4.0), FILE_OF_ANOTHER, None),
        (LED, FILE, "died"),
        (LED, SESSION, "died"),
        (LED, FILE_OF_ANOTHER, None),
        (LED, NO_FILE, None),
        (LED, NO_SESSION, None),
        (ENDED, FILE, "expired"),
        (ENDED, SESSION, "expired"),
        (ENDED, SESSION_OF_ANOTHER, "expired"),
        (ENDED, NO_FILE, "expired"),
        (ENDED, NO_SESSION, "expired"),
        (ENDED, FILE_OF_ANOTHER, None),
    ],
)
def test_takeover_rules(state, lock, reason):
    assert reason_to_lead(state, lock, me=ME, patience=3.0) == reason


@pytest.mark.parametrize("named", ["", "lock-2"])
@pytest.mark.parametrize("lock", [FILE, SESSION])
def test_a_free_lock_proves_nothing_about_a_holder_who_held_another_or_none(named, lock):
    assert reason_to_lead(replace(LED, lock=named), lock, me=ME, patience=3.0) is None
    assert reason_to_lead(replace(ENDED, lock=named), lock, me=ME, patience=3.0) == "expired"


def test_an_own_lease_that_was_given_up_can_be_taken_again_at_once():
    mine = replace(LED, holder=ME, lock="")
    assert reason_to_lead(mine, NO_SESSION, me=ME, patience=3.0) == "expired"
    assert reason_to_lead(mine, FILE_OF_ANOTHER, me=ME, patience=3.0) is None
