import asyncio

import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter

from botapp.telegram.live import LiveMessage, Pace


@pytest.fixture(autouse=True)
def seconds_as_durations(monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


class Screen:
    """Where edits arrive; fails as ordered, first order first."""

    def __init__(self, *failures, slow=0.0):
        self.shown, self.tried = [], 0
        self._failures = list(failures)
        self._slow = slow

    async def edit(self, state):
        self.tried += 1
        await asyncio.sleep(self._slow)
        if self._failures:
            raise self._failures.pop(0)
        self.shown.append(state)


async def test_the_first_edit_of_a_chat_passes_at_once_and_the_next_waits():
    pace, loop = Pace(0.05), asyncio.get_running_loop()
    began = loop.time()
    await pace.turn(1)
    await pace.turn(2)
    assert loop.time() - began < 0.04
    await pace.turn(1)
    assert loop.time() - began >= 0.05


async def test_two_answers_in_one_chat_share_its_pace():
    pace, loop = Pace(0.03), asyncio.get_running_loop()
    began = loop.time()
    await asyncio.gather(*(pace.turn(1) for _ in range(3)))
    assert loop.time() - began >= 0.06


async def test_states_that_come_too_fast_are_skipped():
    screen = Screen()
    live = LiveMessage(1, screen.edit, Pace(0.03))
    live.grow(0)
    await asyncio.sleep(0.01)
    for state in range(1, 50):
        live.grow(state)
    await asyncio.sleep(0.05)
    await live.close()
    assert screen.shown == [0, 49]


async def test_after_three_failures_it_shows_nothing_more():
    screen = Screen(NetworkError("x"), BadRequest("y"), NetworkError("z"))
    live = LiveMessage(1, screen.edit, Pace(0.0))
    for state in range(6):
        live.grow(state)
        await asyncio.sleep(0.005)
    await live.close()
    assert (screen.tried, screen.shown) == (3, [])
    assert live.latest == 5


async def test_a_wish_to_wait_is_obeyed():
    screen = Screen(RetryAfter(30))
    live = LiveMessage(1, screen.edit, Pace(0.0))
    live.grow(1)
    await asyncio.sleep(0.005)
    live.grow(2)
    await asyncio.sleep(0.02)
    assert screen.tried == 1
    await live.close()


async def test_closing_waits_for_the_edit_under_way_and_begins_none():
    screen = Screen(slow=0.03)
    live = LiveMessage(1, screen.edit, Pace(0.0))
    live.grow(1)
    await asyncio.sleep(0.01)
    live.grow(2)
    await live.close()
    assert screen.shown == [1]
    await asyncio.sleep(0.02)
    assert screen.shown == [1]


async def test_closing_does_not_wait_for_the_time_that_an_edit_was_told_to():
    screen = Screen(RetryAfter(30), slow=0.02)
    live = LiveMessage(1, screen.edit, Pace(0.0))
    live.grow(1)
    await asyncio.sleep(0.01)
    async with asyncio.timeout(1):
        await live.close()
