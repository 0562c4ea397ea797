"""One thread with one database connection of its own, used from the event loop."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from django.db import InterfaceError, OperationalError, connections

from botapp.occupied import occupied

T = TypeVar("T")


class Worker:
    """Runs sync calls in their order. A connection that failed is dropped: the next call has a new one."""

    def __init__(self, name: str) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    async def run(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, partial(_call, fn, *args, **kwargs))

    def close(self) -> None:
        """Close the connection after what is queued, and end the thread."""
        self._pool.submit(connections.close_all)
        self._pool.shutdown(wait=False)


def _call(fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
    try:
        with occupied():
            return fn(*args, **kwargs)
    except (OperationalError, InterfaceError):
        connections.close_all()
        raise
