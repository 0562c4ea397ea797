"""One computation after the other on a loop, with a look at its timers and cancellations in between.

Of fifty answers of which a piece comes in the same moment each is parsed and grounded. One behind the
other in one pass of the loop, that would keep deadlines, claims to renew and a person's Stop for seconds.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from botapp.background import OfLoop

_turn = OfLoop(asyncio.Lock)


@asynccontextmanager
async def alone() -> AsyncIterator[None]:
    """Around what computes for a millisecond or more without waiting."""
    async with _turn():
        yield
        await asyncio.sleep(0)  # whoever is next computes in a later pass
