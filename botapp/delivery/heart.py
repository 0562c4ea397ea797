"""Whether the event loop is alive, told to the thread that renews the lease."""

import asyncio
import time

TICK_SECONDS = 0.1


class Heart:
    """A loop that is blocked does not beat, so its process loses the lead."""

    def __init__(self) -> None:
        self._beat = time.monotonic()

    def age(self) -> float:
        """Seconds since the loop last ran."""
        return time.monotonic() - self._beat

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            self._beat = time.monotonic()
            await asyncio.sleep(TICK_SECONDS)
