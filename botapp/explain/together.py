"""Questions to the database that come at the same time go there together.

Each for itself, those of a crowd cost a thread's turn, a transaction and three statements an answer.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from django.db import InterfaceError, InternalError, OperationalError

from botapp.bridge import apart, run_service

Q = TypeVar("Q")
A = TypeVar("A")
_MOST = 50  # questions in one group
_AT_ONCE = 2  # groups, and single questions of a group that failed
_PACE = 0.025  # seconds from group to group unless one is full: a crowd that comes one by one goes together
# What one question can be at fault for: a deadlock, a lock that did not come free, a slow statement.
_OF_ONE = frozenset(("40P01", "55P03", "57014"))


@dataclass(eq=False)
class _Asked(Generic[Q, A]):
    question: Q
    answer: "asyncio.Future[A]" = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Together(Generic[Q, A]):
    """A service that takes many questions and gives as many answers; used on one event loop.

    A question goes at once; those that come while enough are under way, or right after another, wait a
    moment and go together. They are quiet services (bridge.quietly).
    """

    def __init__(self, service: Callable[[Sequence[Q]], Sequence[A]]) -> None:
        """`service` does all or nothing, and may be called again: once when the database went away, for
        each question alone when one may be at fault.
        """
        self._service = service
        self._waiting: deque[_Asked[Q, A]] = deque()
        self._begun: set[asyncio.Task[None]] = set()
        self._is_due = False
        self._next_at = 0.0

    async def ask(self, question: Q, *, unwanted: Callable[[A], object] = lambda _answer: None) -> A:
        """The service's answer. Raises what the service raises.

        Cancelled, it withdraws the question; if that is under way, `unwanted` is told the answer.
        """
        asked = _Asked[Q, A](question)
        self._waiting.append(asked)
        if not self._is_due:
            self._is_due = True
            asyncio.get_running_loop().call_soon(self._begin)  # with all who ask in this pass
        try:
            return await asyncio.shield(asked.answer)
        except asyncio.CancelledError:
            if asked in self._waiting:
                self._waiting.remove(asked)
            else:
                asked.answer.add_done_callback(lambda done: done.exception() or unwanted(done.result()))
            raise

    def _begin(self) -> None:
        self._is_due = False
        loop = asyncio.get_running_loop()
        while self._waiting and len(self._begun) < _AT_ONCE:
            if len(self._waiting) < _MOST and loop.time() < self._next_at:
                self._is_due = True
                loop.call_at(self._next_at, self._begin)
                return
            self._next_at = loop.time() + _PACE
            group = [self._waiting.popleft() for _ in range(min(_MOST, len(self._waiting)))]
            task = apart(self._answer(group), is_quiet=True)
            self._begun.add(task)
            task.add_done_callback(self._end)

    def _end(self, task: "asyncio.Task[None]") -> None:
        self._begun.discard(task)
        self._begin()

    async def _answer(self, group: Sequence[_Asked[Q, A]], *, is_first: bool = True) -> None:
        try:
            answers = await run_service(self._ask_all, [asked.question for asked in group])
        except Exception as error:  # noqa: BLE001 - raised where the answer is awaited
            if len(group) > 1 and _is_of_one(error):
                await self._answer_each(group)
                return
            if is_first and not _is_of_one(error):  # the session is gone, another one may be had
                await self._answer(group, is_first=False)
                return
            for asked in group:
                asked.answer.set_exception(error)
            return
        for asked, answer in zip(group, answers, strict=True):
            asked.answer.set_result(answer)

    async def _answer_each(self, group: Sequence[_Asked[Q, A]]) -> None:
        places = asyncio.Semaphore(_AT_ONCE)

        async def alone(asked: _Asked[Q, A]) -> None:
            async with places:
                await self._answer([asked])

        await asyncio.gather(*map(alone, group))

    def _ask_all(self, questions: Sequence[Q]) -> list[A]:
        return [answer for _, answer in zip(questions, self._service(questions), strict=True)]


def _is_of_one(error: Exception) -> bool:
    """Whether one question of many can be at fault, and not that the session or the database is gone."""
    if not isinstance(error, (InterfaceError, InternalError, OperationalError)):
        return True
    return getattr(error.__cause__, "sqlstate", None) in _OF_ONE
