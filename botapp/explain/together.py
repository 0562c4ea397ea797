"""Questions to the database that come at the same time go there together.

Each for itself, those of a crowd cost a thread's turn, a transaction and three statements an answer.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from contextvars import Context
from typing import Generic, TypeVar

from botapp.bridge import run_service

Q = TypeVar("Q")
A = TypeVar("A")
_MOST = 50  # questions in one group
_AT_ONCE = 2  # groups: one that waits for somebody's lock does not keep everybody


class Together(Generic[Q, A]):
    """A service that takes many questions and gives as many answers; used on one event loop.

    A question goes at once; those that come while enough are under way wait, and go together.
    """

    def __init__(self, service: Callable[[Sequence[Q]], Sequence[A]]) -> None:
        """`service` does all or nothing: after an error it is called again for each question alone."""
        self._service = service
        self._waiting: deque[tuple[Q, asyncio.Future[A]]] = deque()
        self._begun: set[asyncio.Task[None]] = set()
        self._is_next_begun = False

    async def ask(self, question: Q) -> A:
        """The service's answer. Raises what the service raises; cancelled, it may have been done."""
        answer: asyncio.Future[A] = asyncio.get_running_loop().create_future()
        self._waiting.append((question, answer))
        self._begin()
        return await answer

    def _begin(self) -> None:
        if not self._waiting or self._is_next_begun or len(self._begun) >= _AT_ONCE:
            return
        self._is_next_begun = True
        # With nothing of who happens to be first: neither that one's guard nor its language.
        task = asyncio.get_running_loop().create_task(self._work(), context=Context())
        self._begun.add(task)
        task.add_done_callback(self._end)

    def _end(self, task: "asyncio.Task[None]") -> None:
        self._begun.discard(task)
        self._begin()

    async def _work(self) -> None:
        self._is_next_begun = False
        await self._answer([self._waiting.popleft() for _ in range(min(_MOST, len(self._waiting)))])

    async def _answer(self, group: Sequence[tuple[Q, "asyncio.Future[A]"]]) -> None:
        wanted = [(question, answer) for question, answer in group if not answer.done()]
        if not wanted:
            return
        asked = run_service(self._ask_all, [question for question, _ in wanted])
        (found,) = await asyncio.gather(asked, return_exceptions=True)
        if isinstance(found, BaseException) and len(wanted) > 1:
            await asyncio.gather(*(self._answer([one]) for one in wanted))
            return
        for place, (_, answer) in enumerate(wanted):
            if answer.done():  # nobody waits any more
                continue
            if isinstance(found, BaseException):
                answer.set_exception(found)
            else:
                answer.set_result(found[place])

    def _ask_all(self, questions: Sequence[Q]) -> list[A]:
        return [answer for _, answer in zip(questions, self._service(questions), strict=True)]
