"""A lock whose server does not answer must cost neither the lead nor its renewals."""

import threading
import time

import pytest

from botapp.delivery import lease, lock_seeker
from botapp.delivery.lock_seeker import LockSeeker
from botapp.delivery.verdict import LockView
from tests.botapp.delivery.kit import BOT
from tests.botapp.delivery.test_election import TTL, Runs


class SlowLock:
    """An attempt takes as long as the test wants."""

    def __init__(self):
        self.answers, self.attempts, self.is_held, self.can_be_had = threading.Event(), 0, False, False

    def attempt(self):
        self.attempts += 1
        self.answers.wait(5)
        self.is_held = self.can_be_had = True
        return True

    def check(self):
        return self.is_held

    def release(self):
        self.is_held = False

    def view(self):
        return LockView("slow", self.is_held, self.can_be_had, required=False)

    def heard(self):
        return False

    def fileno(self):
        return None

    def holder(self):
        return None


def wait(condition, seconds=3.0):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)


@pytest.mark.usefixtures("live_db")
def test_a_lock_that_does_not_answer_leaves_the_leader_in_its_seat():
    lock = SlowLock()
    one = Runs(lock)
    try:
        one.until(("led", "first"))
        time.sleep(TTL * 2)
        assert one.heard.said == [("led", "first")]
        assert lease.read(BOT).seconds_left > 0
        assert lock.attempts == 1
        lock.answers.set()
        wait(lambda: lease.read(BOT).lock == "slow")
        assert one.heard.said == [("led", "first")]
    finally:
        lock.answers.set()
        one.end()
    assert not lock.is_held


def test_after_an_attempt_that_hung_the_next_one_is_left_for_later(monkeypatch):
    monkeypatch.setattr(lock_seeker, "_HANGS_FROM", 0.01)
    lock = SlowLock()
    seeker = LockSeeker(lock)
    seeker.seek()
    time.sleep(0.03)
    lock.answers.set()
    wait(lambda: not seeker.is_at_it)
    lock.is_held = False
    seeker.seek()
    assert lock.attempts == 1


def test_a_lock_that_comes_after_the_end_is_given_back():
    lock = SlowLock()
    seeker = LockSeeker(lock)
    seeker.seek()
    seeker.close()
    lock.answers.set()
    wait(lambda: not seeker.is_at_it)
    assert not lock.is_held
    seeker.seek()
    assert lock.attempts == 1
