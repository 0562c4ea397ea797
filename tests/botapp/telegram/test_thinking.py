"""What computes runs beside the event loop, few at a time."""

import asyncio
import os
import threading
import time
from contextvars import ContextVar

import pytest
from django.utils.translation import get_language, override

from botapp.telegram.thinking import think

WHO = ContextVar("who", default="nobody")


async def test_the_loop_goes_on_and_the_result_comes_back():
    beat = threading.Event()
    asyncio.get_running_loop().call_later(0.01, beat.set)
    assert await think(beat.wait, timeout=5)


async def test_it_sees_the_context_and_speaks_the_language_of_its_caller():
    WHO.set("Ada")
    with override("uk"):
        assert await think(lambda: (WHO.get(), get_language())) == ("Ada", "uk")


async def test_what_it_raises_is_raised_here():
    with pytest.raises(ZeroDivisionError):
        await think(divmod, 1, 0)


async def test_a_crowd_is_thought_of_by_two_threads():
    names = await asyncio.gather(*(think(_name_after, 0.01) for _ in range(20)))
    assert len(set(names)) == 2


def _name_after(seconds):
    time.sleep(seconds)
    return threading.current_thread().name


async def test_a_child_of_this_process_has_threads_of_its_own():
    await think(_name_after, 0.0)
    child = os.fork()
    if not child:
        code = 1
        try:
            code = asyncio.new_event_loop().run_until_complete(_answers())
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7


async def _answers():
    return await asyncio.wait_for(think(abs, -7), 5)
