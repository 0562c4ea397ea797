"""The table of methods: a name as Telegram spells it, found in any case."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from botapp.sandbox.bots import Bot
from botapp.sandbox.parameters import Params


@dataclass(frozen=True, slots=True)
class Asked:
    """One call as a method sees it."""

    bot: Bot
    params: Params
    connected: Callable[[], bool]


Result = Any
Handler = Callable[[Asked], Result | Awaitable[Result]]


@dataclass(frozen=True, slots=True)
class Method:
    name: str
    handler: Handler


METHODS: dict[str, Method] = {}


def method(name: str) -> Callable[[Handler], Handler]:
    """Register a handler. It returns the result, or a future or coroutine of it, or raises ApiError."""

    def register(handler: Handler) -> Handler:
        METHODS[name.lower()] = Method(name, handler)
        return handler

    return register


async def perform(found: Method, asked: Asked) -> Result:
    result = found.handler(asked)
    if isinstance(result, asyncio.Future) or asyncio.iscoroutine(result):
        return await result
    return result
