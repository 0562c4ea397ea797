"""Updates pushed to the bot's own address instead of being fetched."""

import asyncio
import json
import time
from collections import deque
from collections.abc import Callable
from typing import Any

import aiohttp

from botapp.sandbox.queue import UpdateQueue
from botapp.sandbox.timing import Timing

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the name of the header


class Webhook:
    """One delivery at a time per chat, repeated with growing pauses until the answer is a 2xx."""

    def __init__(self, queue: UpdateQueue, timing: Timing) -> None:
        self._queue = queue
        self._timing = timing
        self._lanes: dict[int, deque[int]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(40)
        self.url = ""
        self.secret = ""
        self.max_connections = 40
        self.last_error: dict[str, Any] = {}
        self.on_reply: Callable[[dict[str, Any]], None] = lambda reply: None

    async def set(self, url: str, *, secret: str, max_connections: int) -> None:
        await self.delete()
        self.url, self.secret, self.max_connections = url, secret, max_connections
        self._slots = asyncio.Semaphore(max_connections)
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60))
        for update_id in self._queue.ids():
            self.push(update_id)

    async def delete(self) -> None:
        self.url = ""
        self.last_error = {}
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()
        self._lanes.clear()
        if self._session:
            await self._session.close()
            self._session = None

    def push(self, update_id: int) -> None:
        event = self._queue.waiting(update_id)
        if not self.url or event is None:
            return
        if event.lane in self._lanes:
            self._lanes[event.lane].append(update_id)
            return
        self._lanes[event.lane] = deque([update_id])
        task = asyncio.get_running_loop().create_task(self._drain(event.lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _drain(self, lane: int) -> None:
        updates, pause = self._lanes[lane], self._timing.webhook_retry
        while updates:
            event = self._queue.waiting(updates[0])
            if event and not await self._delivered(event.body):
                await asyncio.sleep(pause)
                pause = min(pause * 2, self._timing.webhook_retry_most)
                continue
            self._queue.discard(updates.popleft())
            pause = self._timing.webhook_retry
        del self._lanes[lane]

    async def _delivered(self, body: dict[str, Any]) -> bool:
        if self._session is None:
            return False
        headers = {SECRET_HEADER: self.secret} if self.secret else {}
        async with self._slots:
            try:
                async with self._session.post(self.url, json=body, headers=headers) as response:
                    content = await response.read()
            except (aiohttp.ClientError, TimeoutError) as error:
                return self._failed(f"Connection failed: {type(error).__name__}")
        if not 200 <= response.status < 300:
            return self._failed(f"Wrong response from the webhook: {response.status} {response.reason}")
        self._take_reply(content)
        return True

    def _failed(self, message: str) -> bool:
        self.last_error = {"last_error_date": int(time.time()), "last_error_message": message}
        return False

    def _take_reply(self, content: bytes) -> None:
        """A webhook may answer with a call: `{"method": "sendMessage", …}`."""
        if b'"method"' not in content:
            return
        try:
            reply = json.loads(content)
        except ValueError:
            return
        if isinstance(reply, dict) and "method" in reply:
            self.on_reply(reply)
