"""AI services on loopback, behaving as a test tells them to; here Gemini's REST API.

    with ScriptedGemini() as gemini:
        gemini.script(Good(pieces=6), Status(503))     # answers in turn, the last one again and again
        ... base_url=gemini.base_url ...
        assert gemini.requests[0].source == ("First sentence.", "Second.")

tests/kit/scripted_openai.py has the same for OpenAI-compatible services.
ScriptedGemini speaks to both libraries: `:generateContent`, `:streamGenerateContent?alt=sse` (google-genai)
and the stream as one JSON array (google-generativeai).
"""

import asyncio
import base64
import json
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from aiohttp import web

from botapp.ai import figures
from botapp.ai.sentences import split

_SOURCE = re.compile(r"⟦(?:SOURCE|QUESTION)⟧\n(.*)\n⟦END OF", re.DOTALL)
# Comments, empty lines and fields that say nothing; the last belong to the event that follows.
ASIDE = b": keep-alive\n\n:\r\n\r\n\n\nretry: 100\n\nevent: message\nid: 7\nid\n: {still}\n"
USAGE = {"promptTokenCount": 120, "candidatesTokenCount": 45}
COMPLETION_USAGE = {"prompt_tokens": 120, "completion_tokens": 45, "total_tokens": 165}
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
class Drip:
    """Says the header of its answer byte by byte, with a pause after each (seconds), until release()."""

    pause: float = 0.05


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
class Elsewhere:
    """Sends the request on to another server, as it is."""

    base_url: str
    status: int = 307


@dataclass(frozen=True)
class Asides:
    """A correct answer, with all that its format allows beside it and that says nothing."""


@dataclass(frozen=True)
class Counted:
    """A correct answer whose tokens are counted like this, each kind or (`whole`) all that counts them."""

    count: Any
    whole: bool = False


@dataclass(frozen=True)
class Another:
    """A correct answer, and between its pieces another one that was not asked for, which is refused."""

    pieces: int = 6

    def chunk(self, place: int) -> dict[str, Any]:
        """What is said of the other one."""
        text, is_last = f'{{"headline": "Another {place}", ', place > 1
        one, other = {"index": 1}, {"index": 1}
        one |= {"content": {"parts": [{"text": text}]}} | ({"finishReason": "SAFETY"} if is_last else {})
        other |= {"delta": {"content": text}, "finish_reason": "content_filter" if is_last else None}
        return {"candidates": [one], "choices": [other]}


@dataclass(frozen=True)
class Odd:
    """One chunk that no specification foresees."""

    chunk: Any


Step = Literal["start", "headline", "statement", "end"]
STEPS: tuple[Step, ...] = ("start", "headline", "statement", "end")
How = Literal["stall", "reset", "half", "schema", "blocked", "error"]


@dataclass(frozen=True)
class Broken:
    """A good answer until `at`: its first byte, the end of the headline, half a statement, the last brace.

    Then it stalls until release(), is torn, ends in good order, goes on in another schema, is refused, or
    the service says in the stream that it failed (before the first byte: with HTTP 500).
    """

    how: How
    at: Step


Then = Literal[
    "silence", "comments", "empties", "reset", "close", "short", "done", "error", "tokens", "text", "refusal"
]


@dataclass(frozen=True)
class Unended:
    """An answer (a good one, if not this `text`), why it ends (`reason`), and no proper end of the stream.

    `then` comes after the reason: nothing, comments or chunks without text, until release(); the connection
    is torn, closed, or closed before as much has come as was announced; `[DONE]`, an error, the count of
    tokens, more text or a refusal, and after that nothing. "text" holds back the answer's second half, and
    of "tokens" nothing is told before.
    """

    then: Then
    reason: str = "STOP"
    text: str | None = None


@dataclass(frozen=True)
class AlwaysLast:
    """A good answer in a stream that ends well; before each piece, called the last, one without text.

    `pause`: seconds behind each without text.
    """

    pieces: int
    pause: float


@dataclass(frozen=True)
class Unreasoned:
    """A good answer, and a stream that ends well without a reason."""


Behaviour = (
    Good
    | Broken
    | Unended
    | AlwaysLast
    | Unreasoned
    | Elsewhere
    | Asides
    | Counted
    | Another
    | Odd
    | Obey
    | Read
    | Malformed
    | Empty
    | BlockedPrompt
    | BlockedMidStream
    | Slow
    | Drip
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
    port: int = 0  # of the client's end
    at: float = field(default_factory=time.monotonic)
    hung_up: threading.Event = field(default_factory=threading.Event)  # set when the client left early

    @property
    def user(self) -> str:
        """The text in the user's role."""
        return "".join(
            part.get("text", "") for turn in self.body.get("contents", ()) for part in turn["parts"]
        )

    @property
    def picture(self) -> bytes:
        """The bytes of the picture in it, b"" if there is none."""
        parts = [part for turn in self.body.get("contents", ()) for part in turn["parts"]]
        inline = [part.get("inlineData") or part.get("inline_data") for part in parts]
        data = "".join(found["data"] for found in inline if found)
        return base64.b64decode(data, altchars=b"-_" if {"-", "_"} & set(data) else None)

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


class Writer(Protocol):
    """Writes an answer the way its service does."""

    async def say(self, text: str) -> None:
        """Some more text."""

    async def aside(self) -> None:
        """Something that says nothing."""

    def count(self, tokens: Counted) -> None:
        """Count tokens like this from now on."""

    async def send(self, chunk: Any) -> None:
        """A chunk as it is, so it need not be one."""

    async def fail(self) -> None:
        """Say in the stream that the service failed."""

    async def refuse(self, reason: str) -> web.StreamResponse:
        """End because of the content, before the first word or after it."""

    async def stop(self, reason: str, text: str = "") -> None:
        """Say why the answer ends, perhaps with its last text; the stream goes on."""

    async def done(self) -> None:
        """Say `[DONE]`."""

    async def end(self, reason: str) -> web.StreamResponse:
        """Say why the answer ends, if there is a reason, and end the stream."""

    def announce(self, length: int) -> None:
        """Tell at the beginning how many bytes there will be."""

    async def drip(self) -> None:
        """A byte of a header that has no end."""

    def tear(self) -> web.StreamResponse:
        """Reset the connection."""

    def close(self) -> web.StreamResponse:
        """Close the connection when what was written is sent."""


class ScriptedServer:
    """A server in a thread of its own, for tests of either colour and for child processes."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.base_url = ""
        # What a good answer sees in every picture; a field of PictureReading each.
        self.sees: dict[str, Any] = {
            "text": "",
            "description": "Nothing much.",
            "asset_type": "other",
            "confidence": 0.9,
            "mentioned_assets": [],
        }
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
        # 500 clients may come at once; who finds the queue full tries again a second later.
        site = web.TCPSite(self._runner, "127.0.0.1", 0, backlog=1024)
        await site.start()
        self.base_url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def _stop(self) -> None:
        self._released.set()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _handle(self, raw: web.Request) -> web.StreamResponse:
        request = await self._read(raw)
        self.requests.append(request)
        behaviour = self._script.pop(0) if len(self._script) > 1 else self._script[0]
        try:
            return await self._behave(behaviour, request, self._writer(raw))
        except (asyncio.CancelledError, ConnectionError):
            request.hung_up.set()
            raise

    async def _read(self, raw: web.Request) -> Request:
        raise NotImplementedError

    def _writer(self, raw: web.Request) -> Writer:
        raise NotImplementedError

    def _error(self, behaviour: Status) -> web.Response:
        raise NotImplementedError

    async def _break(self, broken: Broken, good: str, writer: Writer) -> web.StreamResponse:
        """`broken`, and whatever follows it in the stream."""
        cut = _place(good, broken.at)
        if cut:
            await _say_in_pieces(writer, good[:cut], 3, 0.0)
        match broken.how:
            case "stall":
                await self._released.wait()
                await writer.say(good[cut:])
            case "reset":
                return writer.tear()
            case "half":
                pass
            case "schema":
                await writer.say(_in_another_schema(good, broken.at)[cut:])
            case "blocked":
                return await writer.refuse("SAFETY")
            case "error":
                await writer.fail()
        return await writer.end("STOP")

    async def _leave_open(self, unended: Unended, good: str, writer: Writer) -> web.StreamResponse:
        """An answer with the reason of its end, and what comes then."""
        text = good if unended.text is None else unended.text
        held = text[len(_half(text)) :] if unended.then == "text" else ""
        if unended.then == "short":
            writer.announce(10**6)
        if unended.then == "tokens":
            writer.count(Counted(None, whole=True))
        if text:
            await _say_in_pieces(writer, text.removesuffix(held), 3, 0.0)
        await writer.stop(unended.reason)
        match unended.then:
            case "reset" | "close" | "short":
                await asyncio.sleep(0.05)  # what was said is there before that
                return writer.tear() if unended.then == "reset" else writer.close()
            case "done":
                await writer.done()
            case "error":
                await writer.fail()
            case "tokens":
                await asyncio.sleep(0.1)
                await writer.send(
                    {"candidates": [], "usageMetadata": USAGE, "choices": [], "usage": COMPLETION_USAGE}
                )
            case "text":
                await writer.say(held)
            case "refusal":
                await writer.stop("SAFETY")
        while not self._released.is_set():
            await asyncio.sleep(0.02)
            if unended.then == "comments":
                await writer.aside()
            if unended.then == "empties":
                await writer.say("")
        return await writer.end("")

    async def _behave(self, behaviour: Behaviour, request: Request, writer: Writer) -> web.StreamResponse:
        good = json.dumps(self.sees) if request.picture else GoodAnswer(request.source).text()
        match behaviour:
            case Status():
                return self._error(behaviour)
            case Elsewhere(base_url, status):
                return web.Response(status=status, headers={"Location": base_url + request.path})
            case Broken("error", "start"):
                return self._error(Status(500))
            case Broken():
                return await self._break(behaviour, good, writer)
            case Unended():
                return await self._leave_open(behaviour, good, writer)
            case Unreasoned():
                await writer.say(good)
                return await writer.end("")
            case AlwaysLast(pieces, pause):
                for part in _parts(good, pieces):
                    await writer.stop("STOP")
                    await asyncio.sleep(pause)
                    await writer.stop("STOP", part)
            case Slow():
                await self._released.wait()
                await writer.say(good)
            case Drip(pause):
                while not self._released.is_set():
                    await writer.drip()
                    await asyncio.sleep(pause)
                return writer.tear()
            case Good(pieces, pause):
                await _say_in_pieces(writer, good, pieces, pause)
            case Asides():
                for part in good.partition(","):
                    await writer.aside()
                    await writer.say(part)
                await writer.aside()
            case Counted():
                writer.count(behaviour)
                await writer.say(good)
            case Obey(answer, pieces, pause):
                await _say_in_pieces(writer, answer(request.source), pieces, pause)
            case Read(answer, pieces):
                await _say_in_pieces(writer, answer(request), pieces, 0.0)
            case Malformed(text):
                await writer.say(text)
            case Another(pieces):
                for place, part in enumerate(_parts(good, pieces)):
                    await writer.send(behaviour.chunk(place))
                    await writer.say(part)
            case Odd(chunk):
                await writer.send(chunk)
            case BlockedPrompt(reason):
                return await writer.refuse(reason)
            case BlockedMidStream(reason):
                await _say_in_pieces(writer, _half(good), 3, 0.0)
                return await writer.refuse(reason)
            case StallMidStream():
                await _say_in_pieces(writer, _half(good), 3, 0.0)
                await self._released.wait()
                await writer.say(good[len(_half(good)) :])
            case ResetMidStream():
                await _say_in_pieces(writer, _half(good), 3, 0.0)
                return writer.tear()
        return await writer.end("STOP")


class ScriptedGemini(ScriptedServer):
    """Gemini."""

    async def _read(self, raw: web.Request) -> Request:
        key, peer = raw.headers.get("x-goog-api-key", ""), raw.transport.get_extra_info("peername")
        return Request(raw.path, key, await raw.json(), port=peer[1])

    def _writer(self, raw: web.Request) -> Writer:
        return _Writer(raw)

    def _error(self, behaviour: Status) -> web.Response:
        return _error(behaviour)


class _Writer:
    """Writes chunks the way the request wants them: server-sent events, a JSON array, or one object."""

    def __init__(self, raw: web.Request) -> None:
        self._raw = raw
        self._events = raw.query.get("alt") == "sse"
        self._streams = raw.path.endswith(":streamGenerateContent")
        self._response: web.StreamResponse | None = None
        self._whole: list[str] = []
        self._headers: dict[str, str] = {}
        self._odd: Any = None  # the only thing to say, and no text
        self._usage: Any = USAGE

    async def aside(self) -> None:
        if self._events:
            await (await self._started()).write(ASIDE)
        elif self._response is not None:  # between the elements of an array
            await self._response.write(b"\r\n \r\n\t")

    def count(self, tokens: Counted) -> None:
        self._usage = tokens.count if tokens.whole else dict.fromkeys(USAGE, tokens.count)

    async def say(self, text: str) -> None:
        self._whole.append(text)
        await self.send(self._chunk(text, ""))

    async def send(self, chunk: Any) -> None:
        if not self._streams:
            self._odd = chunk if self._odd is None and not self._whole else None
            return
        response = await self._started()
        data = json.dumps(chunk, ensure_ascii=False)
        await response.write((f"data: {data}\r\n\r\n" if self._events else self._array_part(data)).encode())

    async def fail(self) -> None:
        await self.send({"error": {"code": 500, "message": "internal", "status": "INTERNAL"}})

    async def refuse(self, reason: str) -> web.StreamResponse:
        if self._response is not None:
            return await self.end(reason)
        await self.send({"promptFeedback": {"blockReason": reason}})
        return await self.end("")

    async def end(self, reason: str) -> web.StreamResponse:
        if not self._streams and self._odd is not None:
            return web.json_response(self._odd)
        if not self._streams:
            return web.json_response(self._chunk("".join(self._whole), reason))
        if reason:
            await self.stop(reason)
        response = await self._started()
        if not self._events:
            await response.write(b"]")
        await response.write_eof()
        return response

    async def stop(self, reason: str, text: str = "") -> None:
        await self.send(self._chunk(text, reason))

    async def done(self) -> None:
        await (await self._started()).write(b"data: [DONE]\r\n\r\n" if self._events else b"\r\n,\r\n[DONE]")

    def announce(self, length: int) -> None:
        self._headers["Content-Length"] = str(length)

    async def drip(self) -> None:
        self._dripped = drip(self._raw, getattr(self, "_dripped", 0))

    def tear(self) -> web.StreamResponse:
        return torn(self._raw, self._response)

    def close(self) -> web.StreamResponse:
        return closed(self._raw, self._response)

    def _chunk(self, text: str, reason: str) -> dict[str, Any]:
        candidate: dict[str, Any] = {
            "index": 0,
            "content": {"role": "model", "parts": [{"text": text}] if text else []},
        }
        if reason:
            candidate["finishReason"] = reason
        return {"candidates": [candidate], "usageMetadata": self._usage}

    def _array_part(self, data: str) -> str:
        self._parts = getattr(self, "_parts", 0) + 1
        return f"[{data}" if self._parts == 1 else f"\r\n,\r\n{data}"

    async def _started(self) -> web.StreamResponse:
        if self._response is None:
            kind = "text/event-stream" if self._events else "application/json; charset=UTF-8"
            self._response = web.StreamResponse(headers={"Content-Type": kind, **self._headers})
            await self._response.prepare(self._raw)
        return self._response


async def _say_in_pieces(writer: Writer, text: str, pieces: int, pause: float) -> None:
    for place, part in enumerate(_parts(text, pieces)):
        if place and pause:
            await asyncio.sleep(pause)
        await writer.say(part)


def _parts(text: str, pieces: int) -> list[str]:
    size = max(1, -(-len(text) // pieces))
    return [text[start : start + size] for start in range(0, len(text), size)]


def drip(raw: web.Request, dripped: int) -> int:
    """The next byte of a header that has no end; how many there were."""
    if raw.transport is not None:
        begun = b"HTTP/1.1 200 OK\r\n"
        raw.transport.write(begun[dripped : dripped + 1] or b"x")
    return dripped + 1


def torn(raw: web.Request, response: web.StreamResponse | None) -> web.StreamResponse:
    """A response whose connection is reset."""
    if raw.transport is not None:
        raw.transport.abort()
    return response or web.Response()


def closed(raw: web.Request, response: web.StreamResponse | None) -> web.StreamResponse:
    """A response whose connection is closed before its end."""
    if raw.transport is not None:
        raw.transport.close()
    return response or web.Response()


def _half(text: str) -> str:
    return text[: len(text) // 2]


_MARKS = {"headline": ', "what_happened"', "statement": '"what_happened": [{"text": "'}


def _place(good: str, step: Step) -> int:
    """Where in a good answer this step is."""
    if step == "headline":
        return good.index(_MARKS[step])
    if step == "statement":
        return good.index(_MARKS[step]) + len(_MARKS[step]) + 12
    return 0 if step == "start" else len(good) - 1


def _in_another_schema(good: str, step: Step) -> str:
    """The answer with a fault that stands behind this step."""
    data = json.loads(good)
    if step == "start":
        return json.dumps([data])
    if step == "headline":
        return json.dumps({**data, "what_happened": "not a list"}, ensure_ascii=False)
    if step == "statement":
        told = [{**statement, "source_sentence": "the first one"} for statement in data["what_happened"]]
        return json.dumps({**data, "what_happened": told}, ensure_ascii=False)
    return json.dumps({**data, "checks": "none"}, ensure_ascii=False)


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
