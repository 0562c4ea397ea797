"""Gemini's REST API on loopback, behaving as a test tells it to.

    with ScriptedGemini() as gemini:
        gemini.script(Good(pieces=6), Status(503))     # answers in turn, the last one again and again
        ... base_url=gemini.base_url ...
        assert gemini.requests[0].source == ("First sentence.", "Second.")

Speaks to both libraries: `:generateContent`, `:streamGenerateContent?alt=sse` (google-genai) and the
stream as one JSON array (google-generativeai).
"""

import asyncio
import json
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from botapp.ai import figures
from botapp.ai.sentences import split

_SOURCE = re.compile(r"⟦(?:SOURCE|QUESTION)⟧\n(.*)\n⟦END OF", re.DOTALL)
_NUMBERED = re.compile(r"^\[\d+\] ", re.MULTILINE)


@dataclass(frozen=True)
class GoodAnswer:
    """A correct answer to a source: every statement and number is in it."""

    source: str
    follow_ups: tuple[str, ...] = ("What happens next?",)

    def data(self) -> dict[str, Any]:
        """The answer as the schema has it."""
        sentences = split(self.source) or ("Nothing was said.",)
        statements = [
            {"text": text[:500], "source_sentence": number} for number, text in enumerate(sentences, 1)
        ]
        return {
            "headline": sentences[0][:120],
            "what_happened": statements[:2],
            "why_it_matters": statements[2:3],
            "who_is_affected": [{"text": "Those who follow this story.", "source_sentence": None}],
            "numbers": [
                {"value": figure.text, "meaning": sentence[:200], "source_sentence": number}
                for number, sentence in enumerate(sentences, 1)
                for figure in figures.find(sentence)
                if not figure.dated
            ],
            "impacts": [],
            "terms": [],
            "not_said": ["How it ends."],
            "red_flags": [],
            "follow_ups": list(self.follow_ups),
        }

    def text(self) -> str:
        """The answer as a model writes it."""
        return json.dumps(self.data(), ensure_ascii=False)


@dataclass(frozen=True)
class Good:
    """A correct answer in pieces, with a pause before each but the first (seconds)."""

    pieces: int = 6
    pause: float = 0.0


@dataclass(frozen=True)
class Obey:
    """Whatever the function makes of the source; as given, so it need not be valid."""

    answer: Callable[[str], str]
    pieces: int = 3
    pause: float = 0.0


@dataclass(frozen=True)
class Read:
    """Whatever the function makes of the whole request, both roles; as given, so it need not be valid."""

    answer: Callable[["Request"], str]
    pieces: int = 3


@dataclass(frozen=True)
class Malformed:
    """Prose where JSON was asked for."""

    text: str = "I think this is about Bitcoin."


@dataclass(frozen=True)
class Empty:
    """A regular end without any text."""


@dataclass(frozen=True)
class BlockedPrompt:
    """Refused before the first word."""

    reason: str = "PROHIBITED_CONTENT"


@dataclass(frozen=True)
class BlockedMidStream:
    """Half an answer, then refused."""

    reason: str = "SAFETY"


@dataclass(frozen=True)
class Slow:
    """Takes the request and says nothing until the test calls release()."""


@dataclass(frozen=True)
class StallMidStream:
    """Half an answer, then nothing until release()."""


@dataclass(frozen=True)
class ResetMidStream:
    """Half an answer, then the connection is torn."""


@dataclass(frozen=True)
class Status:
    """An HTTP error; `retry_after` as a header, `retry_info` as Google's error detail (seconds)."""

    status: int
    retry_after: int | None = None
    retry_info: int | None = None


@dataclass(frozen=True)
class Odd:
    """One chunk that no specification foresees."""

    chunk: Any


Behaviour = (
    Good
    | Odd
    | Obey
    | Read
    | Malformed
    | Empty
    | BlockedPrompt
    | BlockedMidStream
    | Slow
    | StallMidStream
    | ResetMidStream
    | Status
)


@dataclass
class Request:
    """One request as the server saw it."""

    path: str
    key: str
    body: dict[str, Any]
    hung_up: threading.Event = field(default_factory=threading.Event)  # set when the client left early

    @property
    def user(self) -> str:
        """The text in the user's role."""
        return "".join(
            part.get("text", "") for turn in self.body.get("contents", ()) for part in turn["parts"]
        )

    @property
    def system(self) -> str:
        """The instructions."""
        return "".join(
            part.get("text", "") for part in self.body.get("systemInstruction", {}).get("parts", ())
        )

    @property
    def source(self) -> str:
        """What the fence holds, without the numbers."""
        found = _SOURCE.search(self.user)
        return _NUMBERED.sub("", found.group(1)) if found else self.user


class ScriptedGemini:
    """A server in a thread of its own, for tests of either colour and for child processes."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.base_url = ""
        self._script: list[Behaviour] = [Good()]
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="scripted-gemini", daemon=True)
        self._released = asyncio.Event()
        self._runner: web.AppRunner | None = None

    def script(self, *behaviours: Behaviour) -> None:
        """What the next requests meet, one each; the last behaviour stays."""
        self._script = list(behaviours)

    def release(self) -> None:
        """Let Slow and StallMidStream go on."""
        self._loop.call_soon_threadsafe(self._released.set)

    def __enter__(self) -> "ScriptedGemini":
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(10)
        return self

    def __exit__(self, *exc: object) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _start(self) -> None:
        app = web.Application(client_max_size=16 * 2**20)
        app.router.add_post("/{path:.*}", self._handle)
        self._runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.base_url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def _stop(self) -> None:
        self._released.set()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _handle(self, raw: web.Request) -> web.StreamResponse:
        request = Request(raw.path, raw.headers.get("x-goog-api-key", ""), await raw.json())
        self.requests.append(request)
        behaviour = self._script.pop(0) if len(self._script) > 1 else self._script[0]
        try:
            return await self._behave(behaviour, request, _Writer(raw))
        except (asyncio.CancelledError, ConnectionError):
            request.hung_up.set()
            raise

    async def _behave(self, behaviour: Behaviour, request: Request, writer: "_Writer") -> web.StreamResponse:
        good = GoodAnswer(request.source).text()
        match behaviour:
            case Status():
                return _error(behaviour)
            case Slow():
                await self._released.wait()
                await writer.say(good)
            case Good(pieces, pause):
                await writer.say_in_pieces(good, pieces, pause)
            case Obey(answer, pieces, pause):
                await writer.say_in_pieces(answer(request.source), pieces, pause)
            case Read(answer, pieces):
                await writer.say_in_pieces(answer(request), pieces, 0.0)
            case Malformed(text):
                await writer.say(text)
            case Odd(chunk):
                await writer.send(chunk)
            case BlockedPrompt(reason):
                await writer.send({"promptFeedback": {"blockReason": reason}})
            case BlockedMidStream(reason):
                await writer.say_in_pieces(_half(good), 3, 0.0)
                return await writer.end(reason)
            case StallMidStream():
                await writer.say_in_pieces(_half(good), 3, 0.0)
                await self._released.wait()
                await writer.say(good[len(_half(good)) :])
            case ResetMidStream():
                await writer.say_in_pieces(_half(good), 3, 0.0)
                return writer.tear()
        return await writer.end("" if isinstance(behaviour, BlockedPrompt) else "STOP")


class _Writer:
    """Writes chunks the way the request wants them: server-sent events, a JSON array, or one object."""

    def __init__(self, raw: web.Request) -> None:
        self._raw = raw
        self._events = raw.query.get("alt") == "sse"
        self._streams = raw.path.endswith(":streamGenerateContent")
        self._response: web.StreamResponse | None = None
        self._whole: list[str] = []

    async def say_in_pieces(self, text: str, pieces: int, pause: float) -> None:
        size = max(1, -(-len(text) // pieces))
        for start in range(0, len(text), size):
            if start and pause:
                await asyncio.sleep(pause)
            await self.say(text[start : start + size])

    async def say(self, text: str) -> None:
        self._whole.append(text)
        await self.send(_chunk(text, ""))

    async def send(self, chunk: Any) -> None:
        if not self._streams:
            return
        response = await self._started()
        data = json.dumps(chunk, ensure_ascii=False)
        await response.write((f"data: {data}\r\n\r\n" if self._events else self._array_part(data)).encode())

    async def end(self, reason: str) -> web.StreamResponse:
        if not self._streams:
            return web.json_response(_chunk("".join(self._whole), reason))
        if reason:
            await self.send(_chunk("", reason))
        response = await self._started()
        if not self._events:
            await response.write(b"]")
        await response.write_eof()
        return response

    def tear(self) -> web.StreamResponse:
        transport = self._raw.transport
        if transport is not None:
            transport.abort()
        return self._response or web.Response()

    def _array_part(self, data: str) -> str:
        self._parts = getattr(self, "_parts", 0) + 1
        return f"[{data}" if self._parts == 1 else f"\r\n,\r\n{data}"

    async def _started(self) -> web.StreamResponse:
        if self._response is None:
            kind = "text/event-stream" if self._events else "application/json; charset=UTF-8"
            self._response = web.StreamResponse(headers={"Content-Type": kind})
            await self._response.prepare(self._raw)
        return self._response


def _chunk(text: str, reason: str) -> dict[str, Any]:
    candidate: dict[str, Any] = {
        "index": 0,
        "content": {"role": "model", "parts": [{"text": text}] if text else []},
    }
    if reason:
        candidate["finishReason"] = reason
    return {"candidates": [candidate], "usageMetadata": {"promptTokenCount": 120, "candidatesTokenCount": 45}}


def _half(text: str) -> str:
    return text[: len(text) // 2]


def _error(behaviour: Status) -> web.Response:
    details = []
    if behaviour.retry_info is not None:
        details.append(
            {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": f"{behaviour.retry_info}s"}
        )
    error = {
        "code": behaviour.status,
        "message": "no https://secret.example/?key=K today",
        "details": details,
    }
    headers = {} if behaviour.retry_after is None else {"Retry-After": str(behaviour.retry_after)}
    return web.json_response({"error": error}, status=behaviour.status, headers=headers)
