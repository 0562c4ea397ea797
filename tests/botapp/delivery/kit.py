"""A tiny application, a running bot and short ways to the database, for the tests of delivery."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from asgiref.sync import sync_to_async
from django.db import connections

from botapp.delivery.bot_api import BotApi
from botapp.delivery.claims import Claim
from botapp.delivery.run import Ending, Options, run
from botapp.models import StoredUpdate
from botapp.sandbox.people import ADA
from botapp.sandbox.server import Sandbox

BOT = 4242424242
Handler = Callable[[Claim], Awaitable[object]]


class Echo:
    """Answers each message with its own text; `handler` may do anything else before."""

    def __init__(self, base_url: str = "", token: str = "", handler: Handler | None = None) -> None:
        self.api = BotApi(token, base_url) if base_url else None
        self.handler = handler
        self.seen: list[int] = []
        self.texts: list[str] = []
        self.leading = 0

    def urgent(self, payload: dict[str, Any]) -> bool:
        return (payload.get("message") or {}).get("text") == "/stop"

    async def handle(self, claim: Claim) -> None:
        self.seen.append(claim.update_id)
        if self.handler:
            await self.handler(claim)
        message = claim.payload["message"]
        self.texts.append(message["text"])
        if self.api:
            await self.reply(claim, message["chat"]["id"], message["text"])

    async def reply(self, claim: Claim, chat_id: int, text: str) -> None:
        if await claim.unit.sent("answer") is None:
            sent = await self.api.call("sendMessage", chat_id=chat_id, text=text)
            await claim.unit.journal("answer", chat_id=chat_id, message_id=sent["message_id"])

    async def lead(self) -> None:
        self.leading += 1
        try:
            await asyncio.Event().wait()
        finally:
            self.leading -= 1

    async def drain(self, seconds: float) -> None:
        if self.api:
            await self.api.close()


class RunningBot:
    """`async with RunningBot(sandbox) as bot`: one whole run() in this loop; stopped at the end."""

    def __init__(self, sandbox: Sandbox, application: Echo | None = None, **options: Any) -> None:
        self.application = application or Echo(sandbox.base_url, sandbox.token)
        self.options = Options(token=sandbox.token, base_url=sandbox.base_url, **options)
        self.stop = asyncio.Event()
        self.task: asyncio.Task[Ending]

    async def __aenter__(self) -> "RunningBot":
        self.task = asyncio.create_task(run(self.options, self.application, stop=self.stop))
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.end()

    async def end(self) -> Ending:
        self.stop.set()
        async with asyncio.timeout(10):
            return await self.task


def message(number: int, text: str = "hello", *, person: int = ADA.id, **more: Any) -> dict[str, Any]:
    """An update as Telegram sends it, from a private chat."""
    sender = {"id": person, "is_bot": False, "first_name": "Ada"}
    chat = {"id": person, "type": "private", "first_name": "Ada"}
    body = {"message_id": number, "date": 1, "from": sender, "chat": chat, "text": text, **more}
    return {"update_id": number, "message": body}


async def db(fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Run sync code of a test on a thread, with a connection that is closed again."""

    def call() -> Any:
        try:
            return fn(*args, **kwargs)
        finally:
            connections.close_all()

    return await sync_to_async(call, thread_sensitive=False)()


async def until(condition: Callable[[], object], seconds: float = 5.0) -> None:
    """Wait until the condition holds."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.005)


async def until_db(condition: Callable[[], object], seconds: float = 5.0) -> None:
    """Wait until the condition on the database holds."""
    async with asyncio.timeout(seconds):
        while not await db(condition):
            await asyncio.sleep(0.01)


def states() -> dict[int, str]:
    """update_id → state of all stored updates."""
    return dict(StoredUpdate.objects.values_list("update_id", "state"))


def all_done(count: int) -> Callable[[], bool]:
    return lambda: list(states().values()) == ["done"] * count


def answers(sandbox: Sandbox) -> list[str]:
    """Texts that the bot sent, in order."""
    return [call.params["text"] for call in sandbox.journal.calls("sendMessage") if call.status == 200]
