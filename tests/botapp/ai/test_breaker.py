import pytest

from botapp.ai.breaker import FAILURES, LONGEST_PAUSE, LONGEST_WISH, PAUSE, Breaker


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def breaker(clock):
    return Breaker("gemini", clock=clock)


def fail(breaker, times=1, **wish):
    for _ in range(times):
        permit = breaker.enter()
        assert permit is not None
        breaker.failed(permit, **wish)


def test_it_opens_after_failures_in_a_row_only(breaker):
    fail(breaker, FAILURES - 1)
    breaker.succeeded(breaker.enter())
    fail(breaker, FAILURES - 1)
    assert breaker.is_closed
    fail(breaker)
    assert not breaker.is_closed
    assert (breaker.enter(), breaker.wait) == (None, PAUSE)


def test_after_the_pause_there_is_one_probe_at_a_time(breaker, clock):
    fail(breaker, FAILURES)
    clock.now += PAUSE
    assert breaker.wait == 0
    probe = breaker.enter()
    assert [breaker.enter() for _ in range(3)] == [None] * 3
    assert breaker.wait > 0
    breaker.succeeded(probe)
    assert breaker.is_closed
    assert [breaker.enter() is None for _ in range(3)] == [False] * 3


def test_the_pause_grows_with_each_probe_that_fails_and_is_bounded(breaker, clock):
    fail(breaker, FAILURES)
    pauses = []
    for _ in range(12):
        pauses.append(breaker.wait)
        clock.now += breaker.wait
        fail(breaker)
    assert pauses[:4] == [PAUSE, 2 * PAUSE, 4 * PAUSE, 8 * PAUSE]
    assert pauses[-1] == LONGEST_PAUSE


def test_after_healing_the_pause_is_short_again(breaker, clock):
    fail(breaker, FAILURES)
    clock.now += breaker.wait
    fail(breaker)
    clock.now += breaker.wait
    breaker.succeeded(breaker.enter())
    fail(breaker, FAILURES)
    assert breaker.wait == PAUSE


def test_the_service_s_own_wish_is_obeyed_at_once_and_within_reason(breaker, clock):
    fail(breaker, retry_after=60.0)
    clock.now += 59.9
    assert breaker.enter() is None
    clock.now += 0.1
    fail(breaker, retry_after=10.0**9)
    assert breaker.wait == LONGEST_WISH


def test_a_wish_does_not_shorten_the_pause_of_a_probe_that_failed(breaker, clock):
    fail(breaker, FAILURES)
    clock.now += breaker.wait
    fail(breaker, retry_after=0.5)
    assert breaker.wait == 2 * PAUSE


def test_a_probe_that_somebody_stopped_leaves_its_place_to_the_next(breaker, clock):
    fail(breaker, FAILURES)
    clock.now += PAUSE
    breaker.left(breaker.enter())
    assert breaker.enter() is not None


def test_calls_of_before_say_nothing_about_now(breaker, clock):
    slow, slower = breaker.enter(), breaker.enter()
    fail(breaker, FAILURES)
    breaker.succeeded(slow)
    assert not breaker.is_closed
    breaker.failed(slower)
    assert breaker.wait == PAUSE
    clock.now += PAUSE
    breaker.enter()
    breaker.left(slow)
    assert breaker.enter() is None, "the probe still has its place"


def test_each_change_is_one_line_that_names_the_service(breaker, clock, caplog):
    caplog.set_level("INFO")
    fail(breaker, FAILURES)
    clock.now += PAUSE
    breaker.succeeded(breaker.enter())
    assert caplog.messages == ["AI provider gemini is left alone for 5 s", "AI provider gemini answers again"]
