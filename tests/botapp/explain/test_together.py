"""Questions that come at the same time go to the database together."""

import asyncio
import threading
from collections.abc import Sequence

import psycopg
import pytest
from django.db import IntegrityError, OperationalError
from django.utils.translation import get_language, override

from botapp.background import run_coroutine
from botapp.bridge import GUARD
from botapp.explain.together import Together


class Doubling:
    """A service that doubles numbers once its door is open; some of them it refuses."""

    def __init__(
        self,
        *,
        refused: frozenset[int] = frozenset(),
        is_open: bool = True,
        error: Exception = IntegrityError("refused"),  # noqa: B008 - raised, never changed
    ) -> None:
        self.groups: list[list[int]] = []
        self.door = threading.Event()
        self._refused, self._error = refused, error
        if is_open:
            self.door.set()

    def __call__(self, numbers: Sequence[int]) -> list[int]:
        self.groups.append(list(numbers))
        assert self.door.wait(10)
        if not self._refused.isdisjoint(numbers):
            raise self._error
        return [2 * number for number in numbers]

    async def is_asked(self, times: int) -> None:
        while len(self.groups) < times:
            await asyncio.sleep(0.001)


def test_a_crowd_goes_in_groups_and_everybody_gets_the_own_answer(live_db):
    service = Doubling(is_open=False)

    async def crowd():
        together = Together(service)
        asked = [asyncio.ensure_future(together.ask(number)) for number in range(120)]
        await service.is_asked(2)
        service.door.set()
        return await asyncio.gather(*asked)

    assert run_coroutine(crowd(), timeout=20) == [2 * number for number in range(120)]
    assert [len(group) for group in service.groups] == [50, 50, 20]


def test_those_who_come_one_by_one_go_together_too(live_db):
    service = Doubling()

    async def ask():
        together, asked = Together(service), []
        for number in range(40):
            asked.append(asyncio.ensure_future(together.ask(number)))
            await asyncio.sleep(0.002)
        return await asyncio.gather(*asked)

    assert run_coroutine(ask(), timeout=20) == [2 * number for number in range(40)]
    assert len(service.groups) < 20


def test_no_more_than_two_groups_are_under_way(live_db):
    service = Doubling(is_open=False)

    async def crowd():
        together = Together(service)
        asked = []
        for number in range(3):
            asked.append(asyncio.ensure_future(together.ask(number)))
            await asyncio.sleep(0.02)
        await asyncio.wait_for(service.is_asked(2), 5)
        await asyncio.sleep(0.05)
        begun = len(service.groups)
        service.door.set()
        return begun, await asyncio.gather(*asked)

    assert run_coroutine(crowd(), timeout=20) == (2, [0, 2, 4])


def test_one_that_waits_for_a_lock_does_not_keep_the_others(live_db):
    locked, free = threading.Event(), threading.Event()

    def service(names):
        (locked if "locked" in names else free).wait(10)
        return names

    async def both():
        together = Together(service)
        waits = asyncio.ensure_future(together.ask("locked"))
        await asyncio.sleep(0.01)
        free.set()
        found = await asyncio.wait_for(together.ask("free"), 5)
        is_waiting = not waits.done()
        locked.set()
        return found, is_waiting, await waits

    assert run_coroutine(both(), timeout=20) == ("free", True, "locked")


def test_what_is_refused_is_refused_to_nobody_else(live_db):
    service = Doubling(refused=frozenset((2,)))

    async def ask():
        together = Together(service)
        return await asyncio.gather(*map(together.ask, range(4)), return_exceptions=True)

    *found, refused, last = run_coroutine(ask(), timeout=20)
    assert (found, last) == ([0, 2], 6)
    assert isinstance(refused, IntegrityError)
    assert sorted(map(len, service.groups)) == [1, 1, 1, 1, 4]


def _of_the_database(sqlstate: str | None) -> OperationalError:
    error = OperationalError("said the database")
    error.__cause__ = psycopg.errors.lookup(sqlstate)() if sqlstate else psycopg.OperationalError("gone")
    return error


@pytest.mark.parametrize(
    ("sqlstate", "groups", "refused"),
    [("55P03", [1, 1, 1, 3], 1), ("40P01", [1, 1, 1, 3], 1), (None, [3, 3], 3)],
)
def test_one_lock_is_the_fault_of_one_question_and_a_database_that_is_away_of_none(
    live_db, sqlstate, groups, refused
):
    service = Doubling(refused=frozenset((1,)), error=_of_the_database(sqlstate))

    async def ask():
        together = Together(service)
        return await asyncio.gather(*map(together.ask, range(3)), return_exceptions=True)

    found = run_coroutine(ask(), timeout=20)
    assert sum(isinstance(one, OperationalError) for one in found) == refused
    assert sorted(map(len, service.groups)) == groups


def test_a_service_that_gives_too_few_answers_leaves_nobody_waiting(live_db):
    async def ask():
        together = Together(lambda numbers: [])
        return await asyncio.gather(*map(together.ask, range(3)), return_exceptions=True)

    assert {type(one) for one in run_coroutine(ask(), timeout=20)} == {ValueError}


def test_a_session_that_was_ended_is_not_the_end_of_its_group(live_db):
    lost = [_of_the_database("57P01")]

    def service(numbers):
        if lost:
            raise lost.pop()
        return numbers

    async def ask():
        together = Together(service)
        return await asyncio.gather(*map(together.ask, range(3)))

    assert run_coroutine(ask(), timeout=20) == [0, 1, 2]


def test_whoever_goes_away_withdraws_the_question_or_is_told_what_became_of_it(live_db):
    service = Doubling(is_open=False)
    unwanted = []

    async def ask():
        together = Together(service)
        groups = []
        for numbers in ((1, 2), (3, 4), (5, 6)):
            groups.append([asyncio.ensure_future(together.ask(n, unwanted=unwanted.append)) for n in numbers])
            await asyncio.sleep(0.02)
        await asyncio.wait_for(service.is_asked(2), 5)
        for gone, _ in groups:
            gone.cancel()
        await asyncio.wait_for(asyncio.wait([gone for gone, _ in groups]), 5)  # before the door opens
        service.door.set()
        return await asyncio.gather(*(stays for _, stays in groups))

    assert run_coroutine(ask(), timeout=20) == [4, 8, 12]
    assert service.groups == [[1, 2], [3, 4], [6]]
    assert sorted(unwanted) == [2, 6]


def test_a_crowd_takes_no_thread_from_those_who_press_a_button(live_db):
    async def ask():
        return await Together(lambda _: [threading.current_thread().name]).ask(1)

    assert run_coroutine(ask(), timeout=20).startswith("bridge-quiet")


def test_a_question_after_a_quiet_time_is_asked(live_db):
    service = Doubling()

    async def twice():
        together = Together(service)
        return [await together.ask(1), await asyncio.sleep(0.01), await together.ask(2)]

    assert run_coroutine(twice(), timeout=20) == [2, None, 4]


@pytest.mark.parametrize("first", ["uk", "ru"])
def test_nothing_of_who_is_first_goes_along(live_db, first):
    async def ask():
        token = GUARD.set("of the first one's update")  # type: ignore[arg-type]
        try:
            with override(first):
                return await Together(lambda _: [(GUARD.get(), get_language())]).ask(1)
        finally:
            GUARD.reset(token)

    guard, language = run_coroutine(ask(), timeout=20)
    assert (guard, language) == (None, "ru")
