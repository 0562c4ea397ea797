"""How many calls work on threads of pools: the interpreter would wait for them before it ends."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_calls = 0


@contextmanager
def occupied() -> Iterator[None]:
    """One call more while this lasts."""
    global _calls
    with _lock:
        _calls += 1
    try:
        yield
    finally:
        with _lock:
            _calls -= 1


def is_any_thread_at_work() -> bool:
    return _calls > 0
