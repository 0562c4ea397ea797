"""Waiting for what happens on other threads and in other processes."""

import time
from collections.abc import Callable

from botapp.models import StoredUpdate

LOOK = 0.005
# An update in one of these states is waited for.
OPEN = (StoredUpdate.State.NEW, StoredUpdate.State.CLAIMED)


def until(condition: Callable[[], object], seconds: float = 5.0) -> None:
    """Return once `condition` holds; fail if it does not within this time."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"not within {seconds} s"
        time.sleep(LOOK)
