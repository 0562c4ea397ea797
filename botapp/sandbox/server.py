"""The sandbox as a server, and as a thread for tests that are not async."""

import asyncio
import inspect
import logging
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any

from aiohttp import web

from botapp.sandbox import control, page, pages
from botapp.sandbox.acts import Acts
from botapp.sandbox.bot_api import BotApi
from botapp.sandbox.bots import Bot
from botapp.sandbox.control import Control
from botapp.sandbox.faults import Faults
from botapp.sandbox.guard import is_loopback, refusal
from botapp.sandbox.journal import Journal
from botapp.sandbox.parameters import MAX_BODY
from botapp.sandbox.timing import Timing

logger = logging.getLogger(__name__)
DEMO_TOKEN = "4242424242:sandbox-token-for-this-machine-only"  # noqa: S105  opens nothing but this sandbox


class Sandbox:
    """A Bot API on loopback with people in it.

    `bot` is the bot of `token`; `acts` are the hands of its people; `journal` holds every call; `faults`
    takes orders for failures. All of it lives on the loop that called `start`.
    """

    def __init__(
        self,
        *,
        token: str = DEMO_TOKEN,
        username: str = "rvx_sandbox_bot",
        name: str = "RVX",
        clock: Callable[[], float] = time.monotonic,
        timing: Timing | None = None,
        rate_limits: bool = False,
    ) -> None:
        self._clock = clock
        self._timing = timing or Timing()
        self._rate_limits = rate_limits
        self._runner: web.ServerRunner | None = None
        self.bots: dict[str, Bot] = {}
        self.journal = Journal()
        self.faults = Faults()
        self._api = BotApi(self.bots, self.journal, self.faults, clock)
        self.bot = self.add_bot(token, username=username, name=name)
        self.acts = Acts(self.bot)
        self._routes = Control(self.bot, self.acts, self.journal, self.faults).routes()
        self._replies: set[asyncio.Task[None]] = set()
        self.base_url = ""

    @property
    def token(self) -> str:
        return self.bot.token

    def add_bot(self, token: str, *, username: str = "other_bot", name: str = "Other") -> Bot:
        """One more bot behind the same server, with a queue and chats of its own."""
        bot = Bot(
            token,
            username=username,
            name=name,
            clock=self._clock,
            timing=self._timing,
            rate_limits=self._rate_limits,
        )
        bot.webhook.on_reply = lambda reply: self._take_reply(bot, reply)
        self.bots[token] = bot
        return bot

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Listen; ValueError for a host that is not loopback. `base_url` is set when this returns."""
        if not is_loopback(host):
            raise ValueError(f"The sandbox listens on loopback only, not on {host}.")
        self._runner = web.ServerRunner(
            web.Server(self._serve, request_factory=_request, handler_cancellation=True), shutdown_timeout=1.0
        )
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port, backlog=1024).start()
        for bot in self.bots.values():
            bot.feed.open()
        bound_port = self._runner.addresses[0][1]
        self.base_url = f"http://[{host}]:{bound_port}" if ":" in host else f"http://{host}:{bound_port}"
        logger.info("Sandbox listens on port %s", bound_port)

    async def stop(self) -> None:
        """End every waiting poll, webhook and page, then the server."""
        for bot in self.bots.values():
            bot.polls.close()
            bot.feed.close()
            await bot.webhook.delete()
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    async def _serve(self, request: web.BaseRequest) -> web.StreamResponse:
        if pages.is_for_newspaper(request):
            return pages.answer(request)
        refused = refusal(request)
        if refused:
            return web.Response(status=403, text=refused)
        path = request.path
        if path.startswith("/bot"):
            return await self._api.answer(request)
        route = self._routes.get((request.method, path))
        if route:
            return await control.answer(route, request)
        if path == "/":
            return await page.chat_page(request)
        if path.startswith("/static/sandbox/"):
            return await page.static_file(request)
        if path.startswith("/sandbox/files/"):
            return page.sent_file(self.bot, request)
        if path.startswith("/file/bot"):
            return await self._api.download(request)
        return web.Response(status=404, text="Not found")

    def _take_reply(self, bot: Bot, reply: dict[str, Any]) -> None:
        task = asyncio.get_running_loop().create_task(self._api.reply_of_webhook(bot, reply))
        self._replies.add(task)
        task.add_done_callback(self._replies.discard)


def _request(message: Any, payload: Any, protocol: Any, writer: Any, task: Any) -> web.BaseRequest:
    loop = asyncio.get_running_loop()
    return web.BaseRequest(message, payload, protocol, writer, task, loop, client_max_size=MAX_BODY)


class SandboxThread:
    """A sandbox on a thread with a loop of its own: `with SandboxThread() as thread: thread.call(…)`."""

    def __init__(self, **options: Any) -> None:
        self.sandbox = Sandbox(**options)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="sandbox", daemon=True)

    @property
    def base_url(self) -> str:
        return self.sandbox.base_url

    def call(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Run a function or coroutine function on the sandbox's loop and return what it returns."""

        async def run() -> Any:
            result = function(*args, **kwargs)
            return await result if inspect.isawaitable(result) else result

        return asyncio.run_coroutine_threadsafe(run(), self._loop).result(timeout=30)

    def __enter__(self) -> "SandboxThread":
        self._thread.start()
        self.call(self.sandbox.start)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.call(self.sandbox.stop)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=5)
        self._loop.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()
