"""The door from event loops to threads: what crosses it, how many at once, and what never does."""

import asyncio
import subprocess
import sys
import textwrap
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

import pytest
from django.conf import settings
from django.db import Error, connection, connections
from django.utils.translation import get_language, override

from botapp import bridge
from botapp.bridge import GUARD, quietly, run_service
from botapp.exceptions import DailyLimitReached
from botapp.models import Person
from botapp.queries.people import known
from botapp.services.people import greet

# Pool threads may hold connections of earlier tests, and every call looks at them.
pytestmark = pytest.mark.usefixtures("live_db")

ROOT = Path(__file__).resolve().parents[2]
WHO = ContextVar("who", default="nobody")


class Recorder:
    """A guard that remembers results by step, as the journal of an update does."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.results: dict[str, object] = {}
        self.threads = 0

    @contextmanager
    def at_work(self):
        self.threads += 1
        yield

    def once(self, step, fn):
        self.steps.append(step)
        if step not in self.results:
            self.results[step] = fn()
        return self.results[step]


@pytest.fixture
def guard():
    recorder = Recorder()
    token = GUARD.set(recorder)
    yield recorder
    GUARD.reset(token)


@pytest.fixture
def own_pool(monkeypatch):
    """`own_pool(2)`: pools for one test, of this many threads and, for quiet ones, of half as many."""
    pools = []

    def make(threads: int) -> None:
        monkeypatch.setattr(settings, "BRIDGE_THREADS", threads)
        for name in ("_pool", "_quiet_pool"):
            pools.append(pool := getattr(bridge, name).__wrapped__())
            monkeypatch.setattr(bridge, name, lambda pool=pool: pool)

    yield make
    for pool in pools:
        _close_connections_of(pool)
        pool.shutdown()


def _close_connections_of(pool: ThreadPoolExecutor) -> None:
    """Each thread closes its own, which nobody else may."""
    meeting = threading.Barrier(len(pool._threads) or 1)
    for _ in range(meeting.parties):
        pool.submit(lambda: connections.close_all() or meeting.wait(2))


# --- to the threads -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["uk", "en", "ru"])
async def test_a_service_speaks_the_language_of_its_caller(language):
    with override(language):
        assert await run_service(get_language) == language


async def test_people_side_by_side_keep_their_languages_apart():
    async def of(language: str) -> str:
        with override(language):
            await asyncio.sleep(0)
            return await run_service(get_language)

    asked = ["ru", "uk", "en"] * 8
    assert await asyncio.gather(*map(of, asked)) == asked


async def test_a_service_sees_the_context_variables_of_its_caller():
    WHO.set("Ada")
    assert await run_service(WHO.get) == "Ada"


async def test_arguments_and_the_result_come_through_whole():
    def service(*args, **kwargs):
        return args, kwargs

    assert await run_service(service, 1, "b", step="", fn=2, work=3) == ((1, "b"), {"fn": 2, "work": 3})


async def test_a_service_runs_on_a_pool_thread_and_the_loop_goes_on():
    beat = threading.Event()
    asyncio.get_running_loop().call_later(0.01, beat.set)

    def wait_for_the_loop() -> tuple[bool, str]:
        return beat.wait(2), threading.current_thread().name

    went_on, name = await run_service(wait_for_the_loop)
    assert went_on
    assert name.startswith("bridge")


async def test_four_services_take_as_long_as_one(own_pool):
    own_pool(4)
    started = time.perf_counter()
    await asyncio.gather(*(run_service(time.sleep, 0.2) for _ in range(4)))
    assert time.perf_counter() - started < 0.6


async def test_a_crowd_of_quiet_services_does_not_stand_before_another(own_pool):
    own_pool(1)
    go_on = threading.Event()
    with quietly():
        crowd = [asyncio.create_task(run_service(go_on.wait, 10)) for _ in range(50)]
    await asyncio.sleep(0.01)
    assert await asyncio.wait_for(run_service(get_language), 5)
    go_on.set()
    assert await asyncio.gather(*crowd) == [True] * 50


async def test_quiet_services_compute_one_after_the_other(own_pool, monkeypatch):
    own_pool(8)
    monkeypatch.setattr(bridge, "_PATIENCE", 5.0)
    most, at_work = 0, 0

    def service() -> None:
        nonlocal most, at_work
        at_work += 1
        most = max(most, at_work)
        time.sleep(0.002)
        at_work -= 1

    with quietly():
        await asyncio.gather(*(run_service(service) for _ in range(20)))
    assert most == 1


async def test_a_quiet_service_that_hangs_keeps_the_others_for_a_moment_only(own_pool):
    own_pool(8)
    go_on = threading.Event()
    with quietly():
        hanging = asyncio.create_task(run_service(go_on.wait, 10))
        await asyncio.sleep(0.01)
        assert await asyncio.wait_for(asyncio.gather(*(run_service(get_language) for _ in range(8))), 5)
    assert not hanging.done()
    go_on.set()
    await hanging


async def test_what_a_task_calls_is_quiet_if_the_task_was_made_quietly():
    def thread() -> str:
        return threading.current_thread().name

    async def twice() -> list[str]:
        await asyncio.sleep(0)
        with quietly(is_quiet=False):
            loud = await run_service(thread)
        return [await run_service(thread), loud]

    with quietly():
        task = asyncio.create_task(twice())
    quiet, loud = await task
    assert quiet.startswith("bridge-quiet")
    assert not loud.startswith("bridge-quiet")
    assert not (await run_service(thread)).startswith("bridge-quiet")


async def test_no_more_threads_work_than_the_setting_says(own_pool):
    own_pool(2)
    lock, now, most = threading.Lock(), [0], [0]

    def service() -> str:
        with lock:
            now[0] += 1
            most[0] = max(most[0], now[0])
        time.sleep(0.01)
        with lock:
            now[0] -= 1
        return threading.current_thread().name

    names = await asyncio.gather(*(run_service(service) for _ in range(8)))
    assert most[0] == 2
    assert len(set(names)) == 2


async def test_what_a_service_raises_arrives_as_it_was_raised():
    def service() -> None:
        raise DailyLimitReached(limit=5, retry_after=60)

    with pytest.raises(DailyLimitReached) as caught:
        await run_service(service)
    assert caught.value.facts == {"limit": 5, "retry_after": 60}


async def test_after_an_error_the_pool_serves_the_next(own_pool):
    own_pool(1)
    with pytest.raises(ZeroDivisionError):
        await run_service(lambda: 1 // 0)
    assert await run_service(lambda: "still here") == "still here"


# --- once a step --------------------------------------------------------------------------------


async def test_a_step_asks_the_guard_exactly_once(guard):
    assert await run_service(lambda: 7, step="charge") == 7
    assert guard.steps == ["charge"]


async def test_a_step_that_ran_gives_its_first_result_and_does_nothing(guard):
    done = []
    for number in (1, 2):
        assert await run_service(lambda n=number: done.append(n) or n, step="charge") == 1
    assert done == [1]


async def test_a_service_without_a_step_is_no_step_but_the_guard_knows_of_its_thread(guard):
    assert await run_service(lambda: 7) == 7
    assert (guard.steps, guard.threads) == ([], 1)


async def test_a_step_outside_of_an_update_just_runs():
    assert GUARD.get() is None
    assert [await run_service(lambda: 7, step="charge") for _ in range(2)] == [7, 7]


async def test_a_step_that_failed_is_not_recorded(guard):
    with pytest.raises(ZeroDivisionError):
        await run_service(lambda: 1 // 0, step="charge")
    assert guard.results == {}


async def test_updates_side_by_side_have_guards_of_their_own():
    async def handle(number: int) -> list[str]:
        own = Recorder()
        GUARD.set(own)
        await asyncio.gather(*(run_service(time.sleep, 0.001, step=f"{number}/{n}") for n in range(3)))
        return sorted(own.steps)

    found = await asyncio.gather(*(asyncio.create_task(handle(number)) for number in range(4)))
    assert found == [[f"{number}/{n}" for n in range(3)] for number in range(4)]


# --- connections --------------------------------------------------------------------------------


def _kill_own_connection() -> None:
    """As a restarted server would: the next statement of this thread fails."""
    with pytest.raises(Error), connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="a file does not hang up")
async def test_the_call_after_a_lost_connection_has_a_fresh_one(live_db, own_pool):
    own_pool(1)
    ada = await run_service(greet, 7, first_name="Ada")
    await run_service(_kill_own_connection)
    assert (await run_service(known, 7)).id == ada.id


@pytest.mark.skipif(connection.vendor != "postgresql", reason="a file is asked nothing")
async def test_a_session_that_is_well_is_not_asked_before_each_service(live_db, own_pool):
    own_pool(1)
    said = []

    def listen() -> None:
        connection.ensure_connection()
        session = connection.connection

        class Cursor(session.cursor_factory):
            def execute(self, query, *rest, **facts):
                said.append(str(query))
                return super().execute(query, *rest, **facts)

        session.cursor_factory = Cursor

    await run_service(listen)
    assert await run_service(Person.objects.count) == 0
    assert [query.split()[:2] for query in said] == [["SELECT", "COUNT(*)"]]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="a file does not hang up")
async def test_a_connection_that_was_killed_while_idle_is_not_handed_to_a_service(live_db, own_pool):
    own_pool(1)

    def backend() -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            return cursor.fetchone()[0]

    def end(pid: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
        connection.close()

    first = await run_service(backend)
    await asyncio.to_thread(end, first)
    assert await run_service(backend) != first


async def test_a_connection_that_is_well_is_used_again(live_db, own_pool):
    own_pool(1)

    def which() -> int:
        connection.ensure_connection()
        return id(connection.connection)

    assert await run_service(which) == await run_service(which)


async def test_what_a_service_wrote_is_seen_from_other_threads(live_db, own_pool):
    own_pool(3)
    await asyncio.gather(*(run_service(greet, number, first_name="x") for number in range(6)))
    assert await run_service(Person.objects.count) == 6


# --- a process of its own -----------------------------------------------------------------------


def test_after_a_fork_the_child_has_a_loop_and_a_pool_of_its_own():
    code = """
    import os, sys
    from django.conf import settings
    settings.configure(BRIDGE_THREADS=2, HANDLER_TIMEOUT_SECONDS=30)
    from botapp.background import run_coroutine
    from botapp.bridge import run_service

    async def place():
        return await run_service(os.getpid), os.getpid()

    assert run_coroutine(place(), timeout=5) == (os.getpid(), os.getpid())
    child = os.fork()
    if child == 0:
        good = run_coroutine(place(), timeout=5) == (os.getpid(), os.getpid())
        os._exit(0 if good else 3)
    _, status = os.waitpid(child, 0)
    assert run_coroutine(place(), timeout=5) == (os.getpid(), os.getpid())
    sys.exit(os.waitstatus_to_exitcode(status))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
