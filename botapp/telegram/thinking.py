"""Threads for what computes beside the bot's loop: the rendering of cards.

Few of them, because they all want the interpreter's lock: with more, whoever only needs it for a moment,
such as the event loop or a thread that asks the database, would wait behind each of them.
"""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from typing import Any, TypeVar

from asgiref.sync import sync_to_async

T = TypeVar("T")
_MOST = 2  # one may be busy with a long card


async def think(fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
    """Run `fn` on one of these threads, in the caller's language and with all its context variables.

    A cancellation does not end what has begun; what still waits for a thread is dropped.
    """
    return await sync_to_async(partial(fn, *args, **kwargs), thread_sensitive=False, executor=_pool())()


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=_MOST, thread_name_prefix="thinking")


os.register_at_fork(after_in_child=_pool.cache_clear)
