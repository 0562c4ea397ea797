"""An OpenAI-compatible service on loopback, behaving as a test tells it to: scripted_ai.py has how.

with ScriptedOpenAI() as service:
    ... base_url=service.base_url ...      # ends in /v1
"""

import json
from typing import Any

from aiohttp import web

from tests.kit.scripted_ai import (
    ASIDE,
    COMPLETION_USAGE,
    Counted,
    Request,
    ScriptedServer,
    Status,
    Writer,
    closed,
    drip,
    torn,
)

_FINISH = {
    "STOP": "stop",
    "MAX_TOKENS": "length",
    "SAFETY": "content_filter",
    "PROHIBITED_CONTENT": "content_filter",
}


class ScriptedOpenAI(ScriptedServer):
    """`streams=False`: it answers with one object, as some gateways do whatever they are asked."""

    def __init__(self, *, streams: bool = True) -> None:
        super().__init__()
        self._streams = streams

    async def _start(self) -> None:
        await super()._start()
        self.base_url += "/v1"

    async def _read(self, raw: web.Request) -> Request:
        body = await raw.json()
        said = {message["role"]: message["content"] for message in body["messages"]}
        # In the shape of the other service, so that tests read both alike.
        body["contents"] = [{"parts": [{"text": said["user"]}]}]
        body["systemInstruction"] = {"parts": [{"text": said["system"]}]}
        return Request(raw.path, raw.headers.get("Authorization", "").removeprefix("Bearer "), body)

    def _writer(self, raw: web.Request) -> Writer:
        return _Writer(raw, streams=self._streams)

    def _error(self, behaviour: Status) -> web.Response:
        after = behaviour.retry_after if behaviour.retry_after is not None else behaviour.retry_info
        error = {"message": "no https://secret.example/?key=K today", "type": "server_error", "code": None}
        return web.json_response(
            {"error": error},
            status=behaviour.status,
            headers={} if after is None else {"Retry-After": str(after)},
        )


class _Writer:
    """Server-sent events with comments in between, as OpenRouter sends them."""

    def __init__(self, raw: web.Request, *, streams: bool) -> None:
        self._raw = raw
        self._streams = streams
        self._response: web.StreamResponse | None = None
        self._whole: list[str] = []
        self._headers: dict[str, str] = {}
        self._usage: Any = COMPLETION_USAGE

    async def aside(self) -> None:
        if self._streams:
            await (await self._started()).write(ASIDE)

    def count(self, tokens: Counted) -> None:
        self._usage = tokens.count if tokens.whole else dict.fromkeys(COMPLETION_USAGE, tokens.count)

    async def say(self, text: str) -> None:
        self._whole.append(text)
        await self.send(_chunk({"content": text}))

    async def send(self, chunk: Any) -> None:
        if self._streams:
            response = await self._started()
            await response.write(f": WORKING\n\ndata: {json.dumps(chunk, ensure_ascii=False)}\n\n".encode())

    async def fail(self) -> None:
        await self.send({"error": {"code": 500, "message": "internal"}})

    async def refuse(self, reason: str) -> web.StreamResponse:
        return await self.end(reason)

    async def end(self, reason: str) -> web.StreamResponse:
        if not self._streams:
            message = {"role": "assistant", "content": "".join(self._whole)}
            choice = {"index": 0, "message": message, "finish_reason": _FINISH.get(reason)}
            return web.json_response({"choices": [choice], "usage": self._usage})
        if reason:
            await self.stop(reason)
        await self.done()
        response = await self._started()
        await response.write_eof()
        return response

    async def stop(self, reason: str, text: str = "") -> None:
        await self.send(_chunk({"content": text} if text else {}, _FINISH[reason]))
        await self.send({"choices": [], "usage": self._usage})

    async def done(self) -> None:
        await (await self._started()).write(b"data: [DONE]\n\n")

    def announce(self, length: int) -> None:
        self._headers["Content-Length"] = str(length)

    async def drip(self) -> None:
        self._dripped = drip(self._raw, getattr(self, "_dripped", 0))

    def tear(self) -> web.StreamResponse:
        return torn(self._raw, self._response)

    def close(self) -> web.StreamResponse:
        return closed(self._raw, self._response)

    async def _started(self) -> web.StreamResponse:
        if self._response is None:
            headers = {"Content-Type": "text/event-stream", **self._headers}
            self._response = web.StreamResponse(headers=headers)
            await self._response.prepare(self._raw)
        return self._response


def _chunk(delta: dict[str, Any], reason: str | None = None) -> dict[str, Any]:
    return {"choices": [{"index": 0, "delta": delta, "finish_reason": reason}]}
