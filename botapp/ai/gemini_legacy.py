"""Gemini through google-generativeai, whose support has ended; kept because installations name it.

It has no async over REST: each call holds a thread. A cancelled one gives it back as soon as its connection
is closed, which is at once; while it still connects, within ten seconds for each address of the service.
"""

import asyncio
import codecs
import gc
import threading
import warnings
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from botapp.ai.base import (
    AIError,
    AnswerMalformed,
    Language,
    Prompt,
    ProviderTimeout,
    ProviderUnavailable,
    Reply,
)
from botapp.ai.body import LONGEST_ANSWER, Bound
from botapp.ai.computing import alone
from botapp.ai.daemon_pool import DaemonPool
from botapp.ai.failures import from_status, unexpected
from botapp.ai.gemini_response import piece_of
from botapp.ai.held_connection import HeldConnection, adapter
from botapp.ai.pace import one_by_one
from botapp.ai.pictures import Picture, PictureReading, parse
from botapp.ai.prompts import ANSWER_SCHEMA, PromptParts, build
from botapp.ai.prompts.answer_schema import TEMPERATURE
from botapp.ai.prompts.pictures import PICTURE_SCHEMA, build_for_picture
from botapp.ai.streaming import Piece, replies

_THREADS = 64
_AT_ONCE = 512  # bytes
_LONGEST_CHUNK = 2**16  # characters: a whole answer, should it come in one
# The HTTP response that the running thread reads, and the library's reader of its chunks.
_opened = threading.local()


class GeminiLegacyProvider:
    """Streams explanations from Gemini over REST, a thread of a bounded pool for each."""

    name = "gemini-legacy"

    def __init__(
        self, *, api_key: str, model: str, base_url: str | None = None, timeout: float = 30.0
    ) -> None:
        """`timeout` in seconds is for one whole answer; `base_url` has no version and no path."""
        self.model = model
        self._api_key = api_key
        self._base_url = base_url
        self._timeout = timeout
        self._making = threading.Lock()
        self._client: Any = None
        self._pool = DaemonPool(_THREADS, name="gemini-legacy")

    async def explain(self, prompt: Prompt) -> AsyncIterator[Reply]:
        """Yield growing replies, the last one complete. Raises AIError."""
        try:
            client = await asyncio.to_thread(self._connected)
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
            client = await asyncio.to_thread(self._connected)
        except Exception as error:  # noqa: BLE001 - mapped to our family here
            raise unexpected(error, provider=self.name) from None
        parts = build_for_picture(language, context)
        inline = {"mime_type": picture.mime_type, "data": picture.content}
        asked = _Asked(parts.system, [inline, parts.user], PICTURE_SCHEMA)
        deadline = asyncio.get_running_loop().time() + self._timeout
        async with aclosing(one_by_one(self._answers(client, asked), deadline=deadline)) as pieces:
            return parse("".join([piece.text async for piece in pieces]))

    async def close(self) -> None:
        """Close the session and let the threads end."""
        self._pool.close()
        if self._client is not None:
            self._client.transport.close()

    def _pieces(self, client: Any, parts: PromptParts) -> AsyncGenerator[Piece, None]:
        return self._answers(client, _Asked(parts.system, parts.user, ANSWER_SCHEMA))

    async def _answers(self, client: Any, asked: "_Asked") -> AsyncGenerator[Piece, None]:
        call = _Call(asyncio.get_running_loop())
        self._pool.submit(lambda: self._run(client, asked, call))
        try:
            while (found := await call.found.get()) is not None:
                if isinstance(found, Exception):
                    # Without its cause, whose words may hold the address, the key or the text.
                    raise _failure(found) or unexpected(found, provider=self.name) from None
                yield found
        finally:
            call.abandoned.set()
            call.connection.hang_up()

    def _run(self, client: Any, asked: "_Asked", call: "_Call") -> None:
        """One call, in a thread: pieces, then None; or an error, which the caller raises."""
        try:
            if not call.abandoned.is_set():
                with call.connection:
                    self._stream(client, asked, call)
            call.tell(None)
        except Exception as error:  # noqa: BLE001 - carried to the coroutine that waits for it
            call.tell(error)

    def _stream(self, client: Any, asked: "_Asked", call: "_Call") -> None:
        _opened.response, _opened.reader, _opened.call = None, None, call
        try:
            model = _make_model(self.model, asked, client)
            chunks = model.generate_content(
                asked.contents,
                stream=True,
                # The default retry knows no timeout and would go on for ten minutes.
                request_options={"timeout": self._timeout, "retry": None},
            )
            for _ in chunks:  # what they say is told by our reading of them
                if call.abandoned.is_set():
                    return
        finally:
            if _opened.response is not None:
                _opened.response.close()  # the library leaves it open when it fails over a chunk

    def _connected(self) -> Any:
        """The client; the first caller imports the library, which takes two seconds and 90 MB."""
        with self._making:
            if self._client is None:
                self._client = _make_client(self._api_key, self._base_url)
        return self._client


@dataclass(frozen=True)
class _Asked:
    """One request: instructions, what it is about, and the shape of the answer."""

    system: str
    contents: Any
    schema: dict[str, Any]


@dataclass(frozen=True)
class _Call:
    """The way back from a thread to the coroutine that waits."""

    loop: asyncio.AbstractEventLoop
    found: "asyncio.Queue[Piece | Exception | None]" = field(default_factory=asyncio.Queue)
    abandoned: threading.Event = field(default_factory=threading.Event)
    connection: HeldConnection = field(default_factory=HeldConnection)

    def tell(self, found: "Piece | Exception | None") -> None:
        """Hand something over, unless nobody waits any more."""
        if self.abandoned.is_set() or self.loop.is_closed():
            return
        try:
            self.loop.call_soon_threadsafe(self.found.put_nowait, found)
        except RuntimeError:  # the loop was closed in between
            self.abandoned.set()


def _library() -> Any:
    # It says at each import that its support has ended: our documentation says so, once.
    warnings.filterwarnings("ignore", message=r"(?s).*All support for the `google.generativeai`")
    warnings.filterwarnings("ignore", message=r"You are using a Python version", category=FutureWarning)
    import google.generativeai as library  # heavy: not before the first explanation

    return library


def _make_client(api_key: str, base_url: str | None) -> Any:
    """A client of our own: the library's configure() has one for the whole process."""
    _library()
    from google.ai import generativelanguage

    gc.freeze()  # what was imported stays: the collector need not walk over it
    options: dict[str, Any] = {"api_key": api_key}
    if base_url:
        options["api_endpoint"] = base_url.rstrip("/")
    client = generativelanguage.GenerativeServiceClient(transport=_transport, client_options=options)
    session, sending = client.transport._session, adapter(_THREADS)  # type: ignore[attr-defined]  # untyped
    for scheme in ("https://", "http://"):
        session.mount(scheme, sending)
    session.hooks["response"].append(_note_response)
    return client


def _transport(**options: Any) -> Any:
    """What the library speaks REST through, with our reading of chunks."""
    from google.ai.generativelanguage_v1beta.services.generative_service.transports import rest

    class Interceptor(rest.GenerativeServiceRestInterceptor):
        def post_stream_generate_content(self, response: Any) -> Any:
            _opened.reader, message = response, response._response_message_cls

            def grab() -> Any:
                # By itself it holds each chunk back until the next one has come, and throws one away for
                # a count of tokens that it does not expect.
                _opened.call.tell(piece_of(response._ready_objs.popleft()))
                return message()

            response._grab = grab
            return response

    return rest.GenerativeServiceRestTransport(interceptor=Interceptor(), **options)


def _note_response(response: Any, **_: Any) -> None:
    _opened.response = response
    if response.status_code != 200 and response.status_code < 400:
        # Redirects it follows by itself, and another host would be shown the key and the text; the others it
        # takes for answers. What is an error by its number it reads as one, with the wish when to come back.
        raise from_status(response.status_code, headers=response.headers)
    response.iter_content = _bounded(response)


def _bounded(response: Any) -> Callable[..., Iterable[Any]]:
    """Its iter_content(), through which the library reads errors too; raises AIError for too much."""
    read = response.iter_content
    bound = Bound(status=response.status_code, headers=response.headers, most=LONGEST_ANSWER)

    def pieces() -> Iterator[bytes]:
        # The library would ask for single bytes.
        for piece in map(bound.take, read(_AT_ONCE)):
            yield piece
            # It copies what it has of a chunk for each of its characters.
            if _opened.reader is not None and len(_opened.reader._obj) > _LONGEST_CHUNK:
                raise AnswerMalformed("the answer has no end")

    def iter_content(chunk_size: int = 1, decode_unicode: bool = False) -> Iterable[Any]:
        return codecs.iterdecode(pieces(), "utf-8", "replace") if decode_unicode else pieces()

    return iter_content


def _make_model(name: str, asked: "_Asked", client: Any) -> Any:
    model = _library().GenerativeModel(
        quote(name),  # the library puts it into the address as it is
        system_instruction=asked.system,
        generation_config={
            "temperature": TEMPERATURE,
            "response_mime_type": "application/json",
            "response_schema": asked.schema,
        },
    )
    model._client = client
    return model


def _failure(error: Exception) -> AIError | None:
    """Our error for one that the library is known to raise, None for any other."""
    import requests  # heavy, and loaded by the library that raised the error
    from google.api_core import exceptions

    if isinstance(error, AIError):
        return error
    if isinstance(error, exceptions.GoogleAPICallError):
        headers = getattr(error.response, "headers", None)
        return from_status(int(error.code or 503), headers=headers, details=list(error.details or ()))
    if isinstance(error, (requests.Timeout, TimeoutError)) or "Read timed out" in str(error):
        return ProviderTimeout("the service did not answer in time")
    if isinstance(error, (requests.RequestException, exceptions.GoogleAPIError, OSError)):
        return ProviderUnavailable(f"no connection: {type(error).__name__}")
    if isinstance(error, (ValueError, StopIteration)):
        return AnswerMalformed("the stream is not what the library expects")
    return None
