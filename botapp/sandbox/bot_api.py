"""The Bot API's front: `/bot<token>/<method>` in, Telegram's JSON out."""

import asyncio
import json
import re
from collections.abc import Callable
from typing import Any

from aiohttp import web

import botapp.sandbox.methods  # noqa: F401  registers the methods
from botapp.sandbox.bots import Bot
from botapp.sandbox.errors import ApiError, bad_request, too_many_requests
from botapp.sandbox.faults import Fault, Faults
from botapp.sandbox.journal import Call, Journal
from botapp.sandbox.methods.registry import METHODS, Asked, perform
from botapp.sandbox.parameters import Params, read_params

TOKEN = re.compile(r"\d+:[\w-]+")
UNAUTHORIZED = ApiError(401, "Unauthorized")
NOT_FOUND = ApiError(404, "Not Found")
CUT_OFF = -1


class BotApi:
    def __init__(
        self, bots: dict[str, Bot], journal: Journal, faults: Faults, clock: Callable[[], float]
    ) -> None:
        self._bots = bots
        self._journal = journal
        self._faults = faults
        self._clock = clock

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        token, _, name = request.path.removeprefix("/bot").partition("/")
        bot = self._bots.get(token)
        if bot is None:
            return _refused(UNAUTHORIZED if TOKEN.fullmatch(token) else NOT_FOUND)
        found = METHODS.get(name.lower())
        if found is None:
            return _refused(NOT_FOUND)
        try:
            raw = await read_params(request)
        except ApiError as error:
            return _refused(error)
        call = self._journal.open(bot.id, found.name, raw, at=self._clock(), connection=_connection(request))
        fault = self._faults.take(found.name)
        try:
            if fault:
                return await self._answer_faulty(request, bot, call, fault)
            return self._closed(call, *await self._perform(request, bot, call))
        except asyncio.CancelledError:
            # The client went while a long poll waited.
            self._cut_off(call)
            raise

    async def download(self, request: web.BaseRequest) -> web.StreamResponse:
        """`/file/bot<token>/<file_path>`."""
        token, _, path = request.path.removeprefix("/file/bot").partition("/")
        bot = self._bots.get(token)
        if bot is None:
            return _refused(UNAUTHORIZED)
        try:
            stored = bot.files.get(path.split("/")[1] if path.count("/") == 2 else "")
        except ApiError:
            return _refused(NOT_FOUND)
        return web.Response(body=stored.content, content_type=stored.mime_type)

    async def reply_of_webhook(self, bot: Bot, reply: dict[str, Any]) -> None:
        """Perform the call with which a webhook answered; its result goes nowhere."""
        found = METHODS.get(str(reply.pop("method", "")).lower())
        if found is None:
            return
        call = self._journal.open(bot.id, found.name, reply, at=self._clock(), connection="webhook")
        self._closed(call, *await self._perform(None, bot, call))

    async def _perform(self, request: web.BaseRequest | None, bot: Bot, call: Call) -> tuple[int, Any]:
        """The HTTP status and the body."""
        asked = Asked(bot, Params(call.params), lambda: request is None or _is_open(request))
        try:
            result = await perform(METHODS[call.method.lower()], asked)
        except ApiError as error:
            call.description = error.description
            return error.code, error.body()
        except (TypeError, AttributeError, LookupError, ValueError, ArithmeticError) as error:
            # A parameter of an unexpected shape, which a real server refuses while it parses.
            refused = bad_request(f"can't parse parameters: {type(error).__name__}")
            call.description = refused.description
            return refused.code, refused.body()
        return 200, {"ok": True, "result": result}

    def _closed(self, call: Call, status: int, body: Any) -> web.Response:
        call.status = status
        call.ended_at = self._clock()
        call.message_id = _message_of(body)
        return _json(status, body)

    def _cut_off(self, call: Call) -> None:
        call.status, call.ended_at = CUT_OFF, self._clock()

    async def _answer_faulty(
        self, request: web.BaseRequest, bot: Bot, call: Call, fault: Fault
    ) -> web.StreamResponse:
        if fault.kind == "latency":
            await _delay(call, fault.seconds)
            return self._closed(call, *await self._perform(request, bot, call))
        status, body = 0, None
        if fault.performed or fault.kind == "half":
            status, body = await self._perform(request, bot, call)
        call.description = f"fault: {fault.kind}"
        if fault.kind == "too_many":
            error = too_many_requests(fault.retry_after)
            return self._closed(call, error.code, error.body())
        if fault.kind == "error":
            return self._closed(call, 500, ApiError(500, "Internal Server Error").body())
        self._cut_off(call)
        return await _cut_off(request, _json(status, body) if fault.kind == "half" else None)


async def _delay(call: Call, seconds: float) -> None:
    """What has arrived is performed, though its client may have gone meanwhile; only a poll is dropped."""
    end = asyncio.get_running_loop().time() + seconds
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        if call.method == "getUpdates":
            raise
        await asyncio.sleep(end - asyncio.get_running_loop().time())


async def _cut_off(request: web.BaseRequest, half_of: web.Response | None) -> web.StreamResponse:
    """End the connection, after the headers and half of the body if there is a body."""
    response = web.StreamResponse()
    if half_of is not None and isinstance(half_of.body, bytes):
        response.headers["Content-Type"] = "application/json"
        response.content_length = len(half_of.body)
        await response.prepare(request)
        await response.write(half_of.body[: len(half_of.body) // 2])
        await asyncio.sleep(0)
    if request.transport:
        request.transport.close() if half_of is not None else request.transport.abort()
    return response


def _message_of(body: Any) -> int:
    result = body.get("result")
    return int(result.get("message_id", 0)) if isinstance(result, dict) else 0


def _refused(error: ApiError) -> web.Response:
    return _json(error.code, error.body())


def _json(status: int, body: Any) -> web.Response:
    content = json.dumps(body, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return web.Response(status=status, body=content, content_type="application/json")


def _connection(request: web.BaseRequest) -> str:
    """The client's end of the connection, which tells two clients apart."""
    peer = request.transport.get_extra_info("peername") if request.transport else None
    return f"{peer[0]}:{peer[1]}" if peer else ""


def _is_open(request: web.BaseRequest) -> bool:
    return request.transport is not None and not request.transport.is_closing()
