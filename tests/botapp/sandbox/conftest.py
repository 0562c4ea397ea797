"""A sandbox on a free port for each test, and a bare client that speaks the Bot API to it."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest

from botapp.sandbox.people import ADA
from botapp.sandbox.server import Sandbox
from botapp.sandbox.timing import Timing

QUICK = Timing(conflict_hold=0.15, same_offset_wait=0.1, webhook_retry=0.01, webhook_retry_most=0.02)


class Clock:
    """The sandbox's clock, moved by hand."""

    def __init__(self) -> None:
        self.now = 5_000.0

    def __call__(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds


async def until(condition: Callable[[], object]) -> None:
    """Wait until the condition holds; three seconds at most."""
    async with asyncio.timeout(3):
        while not condition():
            await asyncio.sleep(0.002)


@dataclass
class Api:
    """`await api("getMe")` is the whole answer; `await api.result(…)` insists on ok."""

    sandbox: Sandbox
    session: aiohttp.ClientSession

    async def __call__(self, method: str, **params: Any) -> dict[str, Any]:
        url = f"{self.sandbox.base_url}/bot{self.sandbox.token}/{method}"
        async with self.session.post(url, json=params) as response:
            body = await response.json()
        assert response.status == body.get("error_code", 200)
        return body

    async def result(self, method: str, **params: Any) -> Any:
        body = await self(method, **params)
        assert body["ok"], body
        return body["result"]

    async def refusal(self, method: str, **params: Any) -> tuple[int, str]:
        body = await self(method, **params)
        assert not body["ok"], body
        return body["error_code"], body["description"]

    async def send(self, text: str = "Hello", **params: Any) -> dict[str, Any]:
        return await self.result("sendMessage", **{"chat_id": ADA.id, "text": text, **params})

    async def update_ids(self, **params: Any) -> list[int]:
        return [update["update_id"] for update in await self.result("getUpdates", **params)]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def sandbox(clock: Clock) -> AsyncIterator[Sandbox]:
    """Ada has a chat with the bot; what she wrote is confirmed already."""
    sandbox = Sandbox(clock=clock, timing=QUICK)
    await sandbox.start()
    sandbox.acts.say(ADA, "/start")
    sandbox.bot.queue.clear()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def api(sandbox: Sandbox, session: aiohttp.ClientSession) -> Api:
    return Api(sandbox, session)


def button(text: str = "Tap", data: str = "tap") -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": text, "callback_data": data}]]}


def as_json(value: Any) -> str:
    return json.dumps(value)
