"""Gemini through google-genai, the library in use unless the settings say otherwise.

What is asked goes through the library's client as it goes out, and comes back as it comes in: its typed
methods turn both into models of their own, three milliseconds a call, most of what an answer costs here
(docs/decisions/0001). Which method of the client that is, and that it stays so, is held by
tests/botapp/ai/test_provider_contract.py.
"""

import asyncio
import base64
import gc
import ssl
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Mapping
from contextlib import aclosing
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import quote
from urllib.request import getproxies
from weakref import WeakKeyDictionary

from botapp.ai.base import (
    AIError,
    AnswerMalformed,
    Language,
    Prompt,
    ProviderTimeout,
    ProviderUnavailable,
    Reply,
)
from botapp.ai.body import LONGEST_ANSWER, LONGEST_STREAM, Body, Bound
from botapp.ai.computing import alone
from botapp.ai.event_stream import PlainEvents
from botapp.ai.failures import from_code, misread, unexpected
from botapp.ai.gemini_response import piece_of
from botapp.ai.pictures import Picture, PictureReading, parse
from botapp.ai.prompts import ANSWER_SCHEMA, PromptParts, build
from botapp.ai.prompts.answer_schema import TEMPERATURE, in_order
from botapp.ai.prompts.pictures import PICTURE_SCHEMA, build_for_picture
from botapp.ai.streaming import Piece, replies

_API_VERSION = "v1beta"
_ANSWER, _PICTURE = in_order(ANSWER_SCHEMA), in_order(PICTURE_SCHEMA)


# Where the request that is being sent notes its response, so that it can be closed early.
_opened: ContextVar[list[Any]] = ContextVar("gemini_responses")


class GeminiProvider:
    """Streams explanations from Gemini. Holds one HTTP session for each event loop that uses it."""

    name = "gemini"

    def __init__(
        self, *, api_key: str, model: str, base_url: str | None = None, timeout: float = 30.0
    ) -> None:
        """`timeout` in seconds is for one whole answer; `base_url` has no version and no path."""
        self.model = model
        self._path = quote(model if "/" in model else f"models/{model}")
        self._api_key = api_key
        self._base_url = base_url
        self._timeout = timeout
        self._connections: WeakKeyDictionary[asyncio.AbstractEventLoop, _Connection] = WeakKeyDictionary()

    async def explain(self, prompt: Prompt) -> AsyncIterator[Reply]:
        """Yield growing replies, the last one complete. Raises AIError."""
        try:
            client = (await self._connected()).client
        except Exception as error:  # noqa: BLE001 - mapped to our family here
            raise unexpected(error, provider=self.name) from None
        async with alone():
            parts = build(prompt)
        # From here on the time counts: neither loading the library nor its first use is the service's.
        stream = replies(
            self._pieces(client, parts), prompt, provider=self.name, model=self.model, seconds=self._timeout
        )
        async with aclosing(stream) as answers:
            async for reply in answers:
                yield reply

    async def read(self, picture: Picture, *, language: Language, context: str = "") -> PictureReading:
        """What is in a picture. Raises AIError."""
        opened: list[Any] = []
        try:
            client = (await self._connected()).client
            parts = build_for_picture(language, context)
            inline = {"mimeType": picture.mime_type, "data": base64.b64encode(picture.content).decode()}
            body = _body(parts, _PICTURE, {"inlineData": inline})
            async with asyncio.timeout(self._timeout):
                request = client.async_request("post", f"{self._path}:generateContent", body)
                answer = await _sent(request, opened)
            return parse(piece_of(answer.body).text)
        except Exception as error:  # noqa: BLE001 - mapped to our family here
            raise _failure(error) or self._unknown(error, opened) from None

    async def close(self) -> None:
        """Close the running loop's session."""
        connection = self._connections.pop(asyncio.get_running_loop(), None)
        if connection is not None:
            await connection.session.close()

    async def _pieces(self, client: Any, parts: PromptParts) -> AsyncGenerator[Piece, None]:
        opened: list[Any] = []
        try:
            for_chunks = f"{self._path}:streamGenerateContent?alt=sse"
            chunks = await _sent(client.async_request_streamed("post", for_chunks, _body(parts)), opened)
            async for chunk in chunks:
                yield piece_of(chunk.body)
        except Exception as error:  # noqa: BLE001 - mapped to our family here
            # Without its cause, whose words may hold the address, the key or the text.
            raise _failure(error) or self._unknown(error, opened) from None
        finally:
            # Closing the library's generator leaves its inner ones, and so the connection, open.
            for response in opened:
                response.close()

    def _unknown(self, error: Exception, opened: list[Any]) -> AIError:
        """Our error for one that the library is not known to raise."""
        if not opened:
            return unexpected(error, provider=self.name)
        # It reads what came in without a doubt: codes as numbers, bodies as the JSON that they are called.
        response = opened[-1]
        return misread(error, provider=self.name, status=response.status, headers=response.headers)

    async def _connected(self) -> "_Connection":
        """The running loop's connection; the first use imports the library: a second and 50 MB."""
        loop = asyncio.get_running_loop()
        if loop not in self._connections:
            await asyncio.to_thread(load)
        # Asked again and without a wait in between: of two first tasks only one may connect.
        if loop not in self._connections:
            self._connections[loop] = _connect(self._api_key, self._base_url, self._timeout)
        return self._connections[loop]


async def _sent(request: Awaitable[Any], opened: list[Any]) -> Any:
    """What a request gives; the response that it opens is noted."""
    token = _opened.set(opened)
    try:
        return await request
    finally:
        _opened.reset(token)


async def _note_response(session: Any, context: Any, ended: Any) -> None:
    response = ended.response
    _opened.get([]).append(response)
    # The library reads whatever comes, errors too, and takes comments for answers.
    response.content = _Content(response)


class _Content:
    """A response's body as the library reads it: no more than an answer has, and a stream without asides."""

    def __init__(self, response: Any) -> None:
        self._response = response
        self._content = response.content

    def __getattr__(self, name: str) -> Any:
        return getattr(self._content, name)

    async def read(self) -> bytes:
        return await self._body(LONGEST_ANSWER).whole()

    async def iter_any(self) -> AsyncIterator[bytes]:
        events = PlainEvents()
        async for piece in self._body(LONGEST_STREAM):
            if kept := events.feed(piece):
                yield kept
        yield events.finish()

    def _body(self, most: int) -> Body:
        bound = Bound(status=self._response.status, headers=self._response.headers, most=most)
        return Body(self._content, bound)


@dataclass(frozen=True)
class _Connection:
    """The library's client for requests as they go out, and the session that it sends through."""

    client: Any
    session: Any


def load() -> None:
    """Import what is imported at the first use."""
    is_first = "google.genai" not in sys.modules
    import aiohttp  # noqa: F401 - heavy: not before the first explanation
    from google import genai  # noqa: F401

    if is_first:
        # It stays: 65,000 objects that the collector would walk over, everybody waiting for 50 ms.
        gc.freeze()


def _connect(api_key: str, base_url: str | None, timeout: float) -> _Connection:
    import aiohttp  # heavy: not before the first explanation
    from google import genai
    from google.genai import types

    # The session that the library would make subclasses aiohttp's, which warns of it.
    tracing = aiohttp.TraceConfig()
    tracing.on_request_end.append(_note_response)
    connector = aiohttp.TCPConnector(limit=0)
    # Looks for a proxy at each request, on a thread: only where there is one.
    proxied = bool(getproxies())
    session = aiohttp.ClientSession(connector=connector, trust_env=proxied, trace_configs=[tracing])
    options = types.HttpOptions(
        base_url=base_url,
        api_version=_API_VERSION,
        timeout=int(timeout * 1000),  # milliseconds
        # Without options of its own the library sleeps up to 10 s and tries again by itself.
        retry_options=types.HttpRetryOptions(attempts=1),
        aiohttp_client=session,
        client_args={"verify": _trust()},
        # No redirects: another host would be shown the key and the text.
        async_client_args={"verify": _trust(), "ssl": _trust(), "allow_redirects": False},
    )
    client = genai.Client(api_key=api_key, vertexai=False, http_options=options)
    return _Connection(client._api_client, session)


@cache
def _trust() -> ssl.SSLContext:
    """Read once: by itself the library reads all certificates three times, 60 ms of the event loop."""
    import httpx  # heavy, and loaded by the library that is given the certificates

    return httpx.create_ssl_context()


def _body(parts: PromptParts, schema: dict[str, Any] = _ANSWER, *before: dict[str, Any]) -> dict[str, Any]:
    """A request; what stands `before` the text is in the user's role as the text is."""
    return {
        "systemInstruction": {"role": "user", "parts": [{"text": parts.system}]},
        "contents": [{"role": "user", "parts": [*before, {"text": parts.user}]}],
        "generationConfig": {
            "temperature": TEMPERATURE,
            "responseMimeType": "application/json",
            "responseSchema": schema,
        },
    }


def _failure(error: Exception) -> AIError | None:
    """Our error for one that the library is known to raise, None for any other."""
    import aiohttp  # heavy, and loaded by the library that raised the error
    import httpx
    import httpx2
    from google.genai import errors

    if isinstance(error, AIError):
        return error
    if isinstance(error, errors.APIError):
        return from_code(error.code, headers=_headers(error.response), details=error.details)
    if isinstance(error, errors.UnknownApiResponseError):
        return AnswerMalformed("the stream is not JSON")
    if isinstance(error, (TimeoutError, httpx.TimeoutException, httpx2.TimeoutException)):
        return ProviderTimeout("the service did not answer in time")
    if isinstance(error, (aiohttp.ClientError, httpx.HTTPError, httpx2.HTTPError, OSError)):
        return ProviderUnavailable(f"no connection: {type(error).__name__}")
    return None


def _headers(response: Any) -> Mapping[str, str]:
    headers = getattr(response, "headers", None)
    return headers if isinstance(headers, Mapping) else {}
