"""A crowd that computes leaves the loop's timers their time."""

import asyncio
import time

import pytest

from botapp.ai.computing import alone


async def test_a_timer_is_late_by_one_computation_not_by_the_whole_crowd():
    async def compute() -> None:
        async with alone():
            time.sleep(0.02)

    crowd = [asyncio.create_task(compute()) for _ in range(20)]
    late = []
    for _ in range(5):
        due = time.monotonic() + 0.01
        await asyncio.sleep(0.01)
        late.append(time.monotonic() - due)
    assert not all(task.done() for task in crowd)
    assert max(late) < 0.2
    await asyncio.gather(*crowd)


async def test_what_fails_lets_the_next_one_compute():
    async def fail() -> None:
        async with alone():
            raise LookupError

    failing = [asyncio.create_task(fail()) for _ in range(3)]
    assert [type(error) for error in await asyncio.gather(*failing, return_exceptions=True)] == [
        LookupError
    ] * 3
    async with alone():
        pass


async def test_who_is_cancelled_in_the_queue_keeps_no_turn():
    async with alone():
        waiting = asyncio.create_task(_enter())
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
    await asyncio.wait_for(_enter(), 5)


async def _enter() -> None:
    async with alone():
        pass
