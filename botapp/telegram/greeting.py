"""Who writes: looked up for many updates at once."""

import asyncio
from collections.abc import Sequence
from contextvars import Context

from botapp.bridge import run_service
from botapp.services.people import Guest, PersonFacts, greet_all, recognise

Waiting = tuple[Guest, "asyncio.Future[PersonFacts]"]


class Greeter:
    """Gets to know people: at once when idle, else all who came while the last ones were looked up.

    Those of whom nothing is new wait for that one query and for nobody else. Who is new, or has a new
    name, is written apart; one guest who can't be stored does not take the others along. What is looked
    up is never kept: a ban or a new language holds from the next update on. Belongs to one event loop.
    """

    def __init__(self) -> None:
        self._waiting: list[Waiting] = []
        self._task: asyncio.Task[None] | None = None
        self._writing: set[asyncio.Task[None]] = set()

    async def greet(self, guest: Guest) -> PersonFacts:
        """The person, made or refreshed. Raises what the database raises."""
        answer: asyncio.Future[PersonFacts] = asyncio.get_running_loop().create_future()
        self._waiting.append((guest, answer))
        if self._task is None or self._task.done():
            # A context of its own: it works for many updates, not under the guard of the first.
            self._task = asyncio.create_task(self._work(), name="greetings", context=Context())
        return await answer

    async def _work(self) -> None:
        while self._waiting:
            waiting, self._waiting = self._waiting, []
            if rest := await _recognised(waiting):
                writing = asyncio.create_task(_write(rest), name="newcomers")
                self._writing.add(writing)
                writing.add_done_callback(self._writing.discard)


async def _recognised(waiting: Sequence[Waiting]) -> list[Waiting]:
    """Answer those of whom nothing is new; returns the others: all if it failed, _write tells whom."""
    guests = [guest for guest, _ in waiting]
    (found,) = await asyncio.gather(run_service(recognise, guests), return_exceptions=True)
    if isinstance(found, BaseException):
        return list(waiting)
    for (_, answer), facts in zip(waiting, found, strict=True):
        if facts and not answer.done():
            answer.set_result(facts)
    return [one for one, facts in zip(waiting, found, strict=True) if not facts]


async def _write(waiting: Sequence[Waiting]) -> None:
    if not await _answer(waiting) and len(waiting) > 1:
        for one in waiting:
            await _answer([one])


async def _answer(waiting: Sequence[Waiting]) -> bool:
    """False if the database refused them; one alone is told."""
    guests = [guest for guest, _ in waiting]
    (found,) = await asyncio.gather(run_service(greet_all, guests), return_exceptions=True)
    for number, (_, answer) in enumerate(waiting):
        if answer.done():
            continue
        if not isinstance(found, BaseException):
            answer.set_result(found[number])
        elif len(waiting) == 1:
            answer.set_exception(found)
    return not isinstance(found, BaseException)
