"""Threads for what computes: prompts, parsing and grounding.

Few of them, because they all want the interpreter's lock: with more, whoever only needs it for a moment,
such as the event loop or a thread that asks the database, would wait behind each of them.
"""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import cache, partial
from typing import Any, TypeVar

T = TypeVar("T")
_MOST = 2  # one may be busy with a long text


async def think(fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
    """Run `fn` on one of these threads with the caller's context. A cancellation does not end it."""
    run = partial(copy_context().run, fn, *args, **kwargs)
    return await asyncio.get_running_loop().run_in_executor(_pool(), run)


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=_MOST, thread_name_prefix="thinking")


os.register_at_fork(after_in_child=_pool.cache_clear)
