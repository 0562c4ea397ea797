"""A service that does not come back: not begun again meanwhile, and no hindrance to the others."""

import asyncio
import threading

import pytest

from botapp.bridge import run_service
from tests.botapp.delivery.kit import db, message, states, until, until_db
from tests.botapp.delivery.test_engine import put, working

pytestmark = pytest.mark.usefixtures("live_db")
HANDLER_SECONDS = 0.2
TRIES = 3


class Hanging:
    """A service that hangs until it is let go; counts its runs."""

    def __init__(self):
        self._lock = threading.Lock()
        self.go_on = threading.Event()
        self.begun = self.running = self.most = 0

    def __call__(self):
        with self._lock:
            self.begun += 1
            self.running += 1
            self.most = max(self.most, self.running)
        self.go_on.wait(30)
        with self._lock:
            self.running -= 1


@pytest.mark.parametrize("step", ["", "slow"])
async def test_it_is_not_begun_again_before_it_came_back(step):
    hanging = Hanging()

    async def handler(claim):
        await run_service(hanging, step=step)

    async with working(handler, handler_seconds=HANDLER_SECONDS, tries=TRIES) as work:
        await put(work.engine, message(1))
        await until(lambda: hanging.begun)
        await asyncio.sleep(HANDLER_SECONDS * 5)  # time for all its attempts
        assert (hanging.begun, hanging.running) == (1, 1)
        assert work.engine.has_stuck_threads
        hanging.go_on.set()
        await until_db(lambda: states() == {1: "done"}, 20)
        assert hanging.most == 1
        await until(lambda: not work.engine.has_stuck_threads)


async def test_several_of_them_leave_threads_for_everybody_else():
    """Of the pool's eight each takes one, however often its update is tried."""
    hanging = Hanging()

    async def handler(claim):
        await run_service(hanging if claim.payload["message"]["text"] == "poison" else int)

    async with working(handler, handler_seconds=HANDLER_SECONDS, tries=4) as work:
        await put(work.engine, message(1, "poison", person=1), message(2, "poison", person=2))
        await until(lambda: hanging.running == 2)
        await asyncio.sleep(HANDLER_SECONDS * 5)
        await put(work.engine, *(message(number, person=number) for number in range(10, 30)))
        await until_db(lambda: list(states().values()).count("done") == 20, 20)
        assert hanging.running == hanging.begun == 2
        hanging.go_on.set()
        await until(lambda: hanging.running == 0)
    assert set((await db(states)).values()) <= {"done", "dead", "new"}
