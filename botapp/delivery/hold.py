"""How long a process may trust that its claims are still its own."""

import asyncio
import time

_LOOK_SECONDS = 0.02


class Hold:
    """Firm for `seconds` after the last renewal of the claims began.

    Whoever was paused wakes up in the middle of a handler, and another process may have answered
    meanwhile. The database refuses its effects; a message that it would send nobody refuses but this.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._until = time.monotonic() + seconds

    def renewed(self, began: float) -> None:
        """`began`: the monotonic time before the renewal was written."""
        self._until = began + self._seconds

    async def certainty(self) -> None:
        """Return at once, or as soon as a renewal told which claims are left."""
        while time.monotonic() >= self._until:  # noqa: ASYNC110 (the renewal may also fail)
            await asyncio.sleep(_LOOK_SECONDS)
