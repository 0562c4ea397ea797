"""The sandbox in the foreground."""

import asyncio
import time
from collections.abc import Callable

from botapp.sandbox.server import Sandbox


async def serve(
    *, token: str, host: str, port: int, on_ready: Callable[[str], None] = lambda base_url: None
) -> None:
    """Serve until cancelled; `on_ready` gets the address as soon as it is listened on.

    Nothing is kept over a restart but the order of numbers: a bot that remembers which updates it
    has handled would take a second update 1 for the first.
    """
    sandbox = Sandbox(token=token)
    sandbox.bot.number_from(int(time.time()))
    await sandbox.start(host, port)
    on_ready(sandbox.base_url)
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        await sandbox.stop()
