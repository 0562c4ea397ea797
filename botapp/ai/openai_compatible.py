"""Any service that streams chat completions as OpenAI does: Groq, Mistral, DeepSeek, OpenRouter, Ollama …"""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import Any, Literal
from weakref import WeakKeyDictionary

from botapp.ai.base import AnswerMalformed, Prompt, ProviderTimeout, ProviderUnavailable, Reply
from botapp.ai.body import LONGEST_ANSWER, LONGEST_STREAM, Body, Bound
from botapp.ai.completion import piece_of, refusal
from botapp.ai.computing import alone
from botapp.ai.event_stream import EventStream
from botapp.ai.prompts import ANSWER_SCHEMA, PromptParts, build
from botapp.ai.prompts.answer_schema import TEMPERATURE
from botapp.ai.prompts.json_schema import as_json_schema
from botapp.ai.streaming import Piece, replies

AnswerFormat = Literal["json_schema", "json_object", "text"]

_CONNECT_SECONDS = 10.0


class OpenAICompatibleProvider:
    """Streams explanations. Holds one HTTP session for each event loop that uses it.

    `answer_format`: how the service is told to answer in JSON; where it does not take the schema itself,
    the instructions hold it. `counts_tokens`: ask for the tokens; Mistral refuses the question and tells
    them anyway.
    """

    def __init__(
        self,
        *,
        name: str,
        base_url: str,
        model: str,
        api_key: str = "",
        timeout: float = 30.0,
        answer_format: AnswerFormat = "json_object",
        counts_tokens: bool = True,
    ) -> None:
        """`timeout` in seconds is for one whole answer; `base_url` ends before /chat/completions."""
        self.name = name
        self.model = model
        self._url = f"{base_url.rstrip('/')}/chat/completions"
        self._headers = {"Authorization": f"Bearer {api_key}"} if api_key else {}
        self._timeout = timeout
        self._format = answer_format
        self._counts_tokens = counts_tokens
        self._sessions: WeakKeyDictionary[asyncio.AbstractEventLoop, Any] = WeakKeyDictionary()

    async def explain(self, prompt: Prompt) -> AsyncIterator[Reply]:
        """Yield growing replies, the last one complete. Raises AIError."""
        session = await self._session()
        async with alone():
            parts = build(prompt)
        # From here on the time counts: loading the library is not the service's fault.
        stream = replies(
            self._pieces(session, parts), prompt, provider=self.name, model=self.model, seconds=self._timeout
        )
        async with aclosing(stream) as answers:
            async for reply in answers:
                yield reply

    async def close(self) -> None:
        """Close the running loop's session."""
        session = self._sessions.pop(asyncio.get_running_loop(), None)
        if session is not None:
            await session.close()

    async def _session(self) -> Any:
        loop = asyncio.get_running_loop()
        if loop not in self._sessions:
            await asyncio.to_thread(_load)
        # Asked again and without a wait in between: of two first tasks only one may connect.
        if loop not in self._sessions:
            self._sessions[loop] = _open_session(self._headers, self._timeout)
        return self._sessions[loop]

    async def _pieces(self, session: Any, parts: PromptParts) -> AsyncGenerator[Piece, None]:
        import aiohttp  # heavy: not before the first explanation

        response = None
        try:
            # No redirects: another host would be shown the key.
            response = await session.post(self._url, json=self._body(parts), allow_redirects=False)
            if response.status != 200:
                raise refusal(response.status, response.headers, await _body(response).whole())
            async for chunk in _chunks(response):
                yield piece_of(chunk)
        # Without their causes, whose words may hold the address or the key.
        except TimeoutError:
            raise ProviderTimeout("the service did not answer in time") from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise ProviderUnavailable(f"no connection: {type(error).__name__}") from None
        finally:
            if response is not None:
                response.close()  # at once, not back to the pool: the service stops writing

    def _body(self, parts: PromptParts) -> dict[str, Any]:
        body: dict[str, Any] = {
            "model": self.model,
            "messages": [
                {"role": "system", "content": self._system(parts)},
                {"role": "user", "content": parts.user},
            ],
            "temperature": TEMPERATURE,
            "stream": True,
        }
        if self._counts_tokens:
            body["stream_options"] = {"include_usage": True}
        if self._format == "json_object":
            body["response_format"] = {"type": "json_object"}
        if self._format == "json_schema":
            schema = {"name": "explanation", "strict": True, "schema": as_json_schema(ANSWER_SCHEMA)}
            body["response_format"] = {"type": "json_schema", "json_schema": schema}
        return body

    def _system(self, parts: PromptParts) -> str:
        if self._format == "json_schema":
            return parts.system
        schema = json.dumps(as_json_schema(ANSWER_SCHEMA), separators=(",", ":"))
        return f"{parts.system}\nThe JSON schema of the answer: {schema}"


async def _chunks(response: Any) -> AsyncIterator[Any]:
    """The chunks of the stream, or the one object of a service that does not stream."""
    if response.content_type == "application/json":
        yield _parsed((await _body(response).whole()).decode("utf-8", "replace"))
        return
    events = EventStream()
    async for data in _body(response, most=LONGEST_STREAM):
        for event in events.feed(data):
            if event == "[DONE]":
                return
            yield _parsed(event)
    for event in events.finish():
        if event != "[DONE]":
            yield _parsed(event)


def _body(response: Any, *, most: int = LONGEST_ANSWER) -> Body:
    return Body(response.content, Bound(status=response.status, headers=response.headers, most=most))


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise AnswerMalformed("the stream is not JSON") from None


def _load() -> None:
    import aiohttp  # noqa: F401 - heavy: not before the first explanation


def _open_session(headers: dict[str, str], timeout: float) -> Any:
    import aiohttp  # heavy: not before the first explanation

    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=0),
        trust_env=True,
        headers=headers,
        timeout=aiohttp.ClientTimeout(total=timeout, sock_connect=_CONNECT_SECONDS),
    )
