"""The sandbox in the foreground."""

import asyncio
from collections.abc import Callable

from botapp.sandbox.server import Sandbox


async def serve(
    *, token: str, host: str, port: int, on_ready: Callable[[str], None] = lambda base_url: None
) -> None:
    """Serve until cancelled; `on_ready` gets the address as soon as it is listened on."""
    sandbox = Sandbox(token=token)
    await sandbox.start(host, port)
    on_ready(sandbox.base_url)
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        await sandbox.stop()
