"""The background loop: what is handed over comes back as it was, in order, and ends when nobody wants it."""

import asyncio
import gc
import threading
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from contextvars import ContextVar

import pytest

from botapp.background import background_loop, from_background, in_background, run_coroutine
from botapp.bridge import run_service
from botapp.exceptions import DailyLimitReached

WHO = ContextVar("who", default="nobody")
PATIENCE = 5.0


def thread() -> str:
    return threading.current_thread().name


async def count(most: int) -> AsyncGenerator[int, None]:
    for number in range(most):
        await asyncio.sleep(0)
        yield number


class Waiting:
    """A generator that yields once, then waits until it is ended."""

    def __init__(self) -> None:
        self.began, self.ended = threading.Event(), threading.Event()

    async def items(self) -> AsyncGenerator[str, None]:
        self.began.set()
        try:
            yield "first"
            await asyncio.sleep(30)
        finally:
            await asyncio.sleep(0.05)
            self.ended.set()


# --- for sync callers ---------------------------------------------------------------------------


def test_a_coroutine_is_run_and_its_result_returned():
    async def answer() -> int:
        await asyncio.sleep(0)
        return 42

    assert run_coroutine(answer()) == 42


def test_all_coroutines_share_one_loop_on_one_thread():
    async def place() -> tuple[int, str]:
        return id(asyncio.get_running_loop()), threading.current_thread().name

    found = {run_coroutine(place()) for _ in range(3)}
    assert [name for _, name in found] == ["background-loop"]


def test_callers_on_many_threads_do_not_wait_for_one_another():
    def call() -> None:
        run_coroutine(asyncio.sleep(0.1))

    started = time.perf_counter()
    callers = [threading.Thread(target=call) for _ in range(10)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    assert time.perf_counter() - started < 0.5


def test_what_a_coroutine_raises_arrives_as_it_was_raised():
    async def refuse() -> None:
        raise DailyLimitReached(limit=5, retry_after=60)

    with pytest.raises(DailyLimitReached) as caught:
        run_coroutine(refuse())
    assert caught.value.facts["limit"] == 5


def test_who_waits_too_long_gives_up_and_the_work_is_cancelled():
    ended = threading.Event()

    async def long() -> None:
        try:
            await asyncio.sleep(30)
        except asyncio.CancelledError:
            ended.set()
            raise

    with pytest.raises(TimeoutError):
        run_coroutine(long(), timeout=0.02)
    assert ended.wait(2), "nobody pays for an answer that nobody waits for"


@pytest.mark.usefixtures("live_db")
def test_a_coroutine_may_call_services_on_their_threads():
    async def ask() -> str:
        return await run_service(thread)

    assert run_coroutine(ask()).startswith("bridge")


# --- for another loop: one result ---------------------------------------------------------------


async def test_a_coroutine_runs_there_and_its_result_comes_here():
    async def place() -> tuple[str, asyncio.AbstractEventLoop]:
        await asyncio.sleep(0)
        return thread(), asyncio.get_running_loop()

    assert await in_background(place()) == ("background-loop", background_loop())


async def test_what_it_raises_there_is_raised_here():
    async def refuse() -> None:
        raise DailyLimitReached(limit=5, retry_after=60)

    with pytest.raises(DailyLimitReached) as caught:
        await in_background(refuse())
    assert caught.value.facts["limit"] == 5


async def test_who_is_there_already_does_not_go_there_again():
    async def outer() -> bool:
        async def inner() -> bool:
            return asyncio.current_task() is task

        task = asyncio.current_task()
        return await in_background(inner())

    assert await in_background(outer())


async def test_context_variables_go_along():
    async def who() -> str:
        return WHO.get()

    WHO.set("Ada")
    assert await in_background(who()) == "Ada"


async def test_a_cancelled_wait_returns_when_the_work_has_ended():
    waiting = Waiting()

    async def work() -> None:
        async with aclosing(waiting.items()) as items:
            async for _ in items:
                pass

    task = asyncio.create_task(in_background(work()))
    await asyncio.to_thread(waiting.began.wait, PATIENCE)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(task, PATIENCE)
    assert waiting.ended.is_set()


async def test_work_that_is_cancelled_before_its_first_step_ends_too():
    for _ in range(50):
        task = asyncio.create_task(in_background(asyncio.sleep(30)))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(task, PATIENCE)


async def test_work_that_is_cancelled_there_is_cancelled_here():
    async def give_up() -> None:
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await in_background(give_up())


# --- for another loop: items --------------------------------------------------------------------


async def test_items_come_in_their_order_and_then_the_end():
    assert [item async for item in from_background(count(100))] == list(range(100))


async def test_what_comes_before_an_error_is_seen():
    async def items() -> AsyncGenerator[int, None]:
        yield 1
        raise DailyLimitReached(limit=5, retry_after=60)

    async with aclosing(from_background(items())) as found:
        assert await anext(found) == 1
        with pytest.raises(DailyLimitReached):
            await anext(found)


async def test_a_generator_is_only_a_few_items_ahead():
    made = 0

    async def items() -> AsyncGenerator[int, None]:
        nonlocal made
        for made in range(1, 1_001):
            yield made

    async with aclosing(from_background(items())) as found:
        assert await anext(found) == 1
        await asyncio.sleep(0.1)
        assert made < 30
        assert [item async for item in found] == list(range(2, 1_001))


async def test_a_generator_that_is_closed_early_has_ended_when_that_returns():
    waiting = Waiting()
    async with aclosing(from_background(waiting.items())) as items:
        assert await asyncio.wait_for(anext(items), PATIENCE) == "first"
    assert waiting.ended.is_set()


async def test_a_generator_that_goes_on_when_it_is_cancelled_is_waited_for_all_the_same():
    async def stubborn() -> AsyncGenerator[int, None]:
        try:
            yield 0
            await asyncio.sleep(30)
        except asyncio.CancelledError:
            for number in range(100):
                yield number

    async def begin_and_close() -> None:
        async with aclosing(from_background(stubborn())) as items:
            assert await anext(items) == 0

    await asyncio.wait_for(begin_and_close(), PATIENCE)


async def test_what_fails_while_it_is_closed_is_nobodys_and_not_in_the_log(caplog):
    async def fragile() -> AsyncGenerator[int, None]:
        try:
            yield 0
            await asyncio.sleep(30)
        finally:
            raise LookupError("what a person wrote")

    async with aclosing(from_background(fragile())) as items:
        assert await anext(items) == 0
    gc.collect()
    assert "what a person wrote" not in caplog.text


async def test_many_go_on_side_by_side():
    async def pause() -> AsyncGenerator[str, None]:
        await asyncio.sleep(0.1)
        yield thread()

    async def first() -> str:
        async with aclosing(from_background(pause())) as items:
            return await anext(items)

    started = time.perf_counter()
    assert set(await asyncio.gather(*(first() for _ in range(20)))) == {"background-loop"}
    assert time.perf_counter() - started < 1
