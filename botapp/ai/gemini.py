"""Gemini through google-genai, the library in use unless the settings say otherwise."""

import asyncio
import gc
import ssl
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Any
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
    Usage,
)
from botapp.ai.computing import alone
from botapp.ai.failures import BLOCKING_REASONS, blocked, from_status, unexpected
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
        try:
            client = (await self._connected()).client
            parts = build_for_picture(language, context)
            async with asyncio.timeout(self._timeout):
                answer = await client.aio.models.generate_content(
                    model=self.model,
                    contents=_beside(picture, parts.user),
                    config=_config(parts, _PICTURE),
                )
            return parse(_piece(answer).text)
        except Exception as error:  # noqa: BLE001 - mapped to our family here
            raise _failure(error) or unexpected(error, provider=self.name) from None

    async def close(self) -> None:
        """Close the running loop's session."""
        connection = self._connections.pop(asyncio.get_running_loop(), None)
        if connection is not None:
            await connection.session.close()

    async def _pieces(self, client: Any, parts: PromptParts) -> AsyncGenerator[Piece, None]:
        opened: list[Any] = []
        try:
            stream = await client.aio.models.generate_content_stream(
                model=self.model, contents=parts.user, config=_config(parts)
            )
            chunk = await _first(stream, opened)
            while chunk is not None:
                yield _piece(chunk)
                chunk = await anext(stream, None)
        except Exception as error:  # noqa: BLE001 - mapped to our family here
            # Without its cause, whose words may hold the address, the key or the text.
            raise _failure(error) or unexpected(error, provider=self.name) from None
        finally:
            # Closing the library's generator leaves its inner ones, and so the connection, open.
            for response in opened:
                response.close()

    async def _connected(self) -> "_Connection":
        """The running loop's connection; the first use imports the library: a second and 50 MB."""
        loop = asyncio.get_running_loop()
        if loop not in self._connections:
            await asyncio.to_thread(load)
        # Asked again and without a wait in between: of two first tasks only one may connect.
        if loop not in self._connections:
            self._connections[loop] = _connect(self._api_key, self._base_url, self._timeout)
        return self._connections[loop]


async def _first(stream: AsyncIterator[Any], opened: list[Any]) -> Any:
    """The first chunk, None if there is none; the request is sent here and its response noted."""
    token = _opened.set(opened)
    try:
        return await anext(stream, None)
    finally:
        _opened.reset(token)


async def _note_response(session: Any, context: Any, ended: Any) -> None:
    _opened.get([]).append(ended.response)


@dataclass(frozen=True)
class _Connection:
    """A client and the session that it sends through."""

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
        async_client_args={"verify": _trust(), "ssl": _trust()},
    )
    return _Connection(genai.Client(api_key=api_key, vertexai=False, http_options=options), session)


@cache
def _trust() -> ssl.SSLContext:
    """Read once: by itself the library reads all certificates three times, 60 ms of the event loop."""
    import httpx  # heavy, and loaded by the library that is given the certificates

    return httpx.create_ssl_context()


def _beside(picture: Picture, text: str) -> Any:
    """A picture and a text in the user's role."""
    from google.genai import types  # heavy, and loaded by the client that is asked

    inline = types.Part.from_bytes(data=picture.content, mime_type=picture.mime_type)
    return types.Content(role="user", parts=[inline, types.Part.from_text(text=text)])


def _config(parts: PromptParts, schema: dict[str, Any] = _ANSWER) -> dict[str, Any]:
    """Everything as it goes out: what the library would turn into that costs it milliseconds a call."""
    body = {
        "systemInstruction": {"role": "user", "parts": [{"text": parts.system}]},
        "generationConfig": {
            "temperature": TEMPERATURE,
            "responseMimeType": "application/json",
            "responseSchema": schema,
        },
    }
    # Functions left on, it copies the settings and each answer twice.
    return {"automatic_function_calling": {"disable": True}, "http_options": {"extra_body": body}}


def _piece(chunk: Any) -> Piece:
    """Text and tokens of one chunk. Raises AnswerBlocked when the chunk is a refusal."""
    feedback = chunk.prompt_feedback
    if feedback is not None and feedback.block_reason is not None:
        raise blocked(feedback.block_reason.name)
    candidate = chunk.candidates[0] if chunk.candidates else None
    reason = candidate.finish_reason if candidate is not None else None
    if reason is not None and reason.name in BLOCKING_REASONS:
        raise blocked(reason.name)
    parts = candidate.content.parts if candidate is not None and candidate.content is not None else None
    text = "".join(part.text for part in parts or () if part.text and not part.thought)
    return Piece(text, _usage(chunk.usage_metadata))


def _usage(counted: Any) -> Usage | None:
    if counted is None:
        return None
    return Usage(counted.prompt_token_count or 0, counted.candidates_token_count or 0)


def _failure(error: Exception) -> AIError | None:
    """Our error for one that the library is known to raise, None for any other."""
    import aiohttp  # heavy, and loaded by the library that raised the error
    import httpx
    import httpx2
    from google.genai import errors

    if isinstance(error, AIError):
        return error
    if isinstance(error, errors.APIError):
        return from_status(error.code, headers=_headers(error.response), details=error.details)
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
