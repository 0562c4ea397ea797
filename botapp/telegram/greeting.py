"""Who writes: looked up for many updates at once."""

import asyncio

from botapp.bridge import run_service
from botapp.services.people import Guest, PersonFacts, greet_all

Waiting = tuple[Guest, "asyncio.Future[PersonFacts]"]


class Greeter:
    """Gets to know people: at once when idle, else all who came while the last ones were looked up.

    What is looked up is never kept: a ban or a new language holds from the next update on. One guest who
    can't be stored does not take the others along. Belongs to one event loop.
    """

    def __init__(self) -> None:
        self._waiting: list[Waiting] = []
        self._task: asyncio.Task[None] | None = None

    async def greet(self, guest: Guest) -> PersonFacts:
        """The person, made or refreshed. Raises what the database raises."""
        answer: asyncio.Future[PersonFacts] = asyncio.get_running_loop().create_future()
        self._waiting.append((guest, answer))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._work(), name="greetings")
        return await answer

    async def _work(self) -> None:
        while self._waiting:
            waiting, self._waiting = self._waiting, []
            if not await _answer(waiting) and len(waiting) > 1:
                for one in waiting:
                    await _answer([one])


async def _answer(waiting: list[Waiting]) -> bool:
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
