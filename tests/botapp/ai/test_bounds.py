"""A service that never stops talking: how much of it is read, how it is told, and that we hang up."""

import json
import tracemalloc
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from botapp.ai.base import AIError, AnswerMalformed, Prompt, ProviderUnavailable
from botapp.ai.gemini import GeminiProvider
from botapp.ai.gemini_legacy import GeminiLegacyProvider
from botapp.ai.openai_compatible import OpenAICompatibleProvider
from botapp.ai.pictures import Picture
from botapp.sandbox.pictures import PIXELS
from tests.kit.flood import Flood, Said

PROMPT = Prompt("Hackers stole $625 million from the Ronin bridge.", language="en")
MOST_SENT = 16 * 2**20  # bytes: what is read, and what the system's buffers hold at both ends
MOST_KEPT = 16 * 2**20  # bytes of memory

JSON = "application/json; charset=UTF-8"
GEMINI_SAYS = json.dumps({"candidates": [{"content": {"parts": [{"text": "x" * 500}]}}]}).encode()
OPENAI_SAYS = json.dumps({"choices": [{"delta": {"content": "x" * 500}}]}).encode()
ERRORS = {
    "error": Said(b"x", head=b'{"error": {"message": "', status=500, kind=JSON),
    "page": Said(b"<p>", status=500, kind="text/html"),
    "error in gzip": Said(b"x", head=b'{"error": {"message": "', status=500, kind=JSON, packed="gzip"),
    "error in Brotli": Said(b"x", head=b'{"error": {"message": "', status=500, kind=JSON, packed="br"),
}
WHOLE = {
    "object": Said(b"x", head=b'{"candidates": "', kind=JSON),
    "object in gzip": Said(b"x", head=b'{"candidates": "', kind=JSON, packed="gzip"),
    "object in Brotli": Said(b"x", head=b'{"candidates": "', kind=JSON, packed="br"),
}
ARRAYS = {
    "chunks": Said(GEMINI_SAYS + b",", head=b"[", kind=JSON),
    "spaces": Said(b" ", head=b"[", kind=JSON),
    "chunk": Said(b"x", head=b'[{"candidates": "', kind=JSON),
    "chunk in gzip": Said(b"x", head=b'[{"candidates": "', kind=JSON, packed="gzip"),
    "chunk in Brotli": Said(b"x", head=b'[{"candidates": "', kind=JSON, packed="br"),
    "spaces in gzip": Said(b" ", head=b"[", kind=JSON, packed="gzip"),
}


def events(says: bytes) -> dict[str, Said]:
    """Streams of a service whose chunks look like this."""
    return {
        "events": Said(b"data: " + says + b"\n\n"),
        "events without text": Said(b"data: {}\n\n"),
        "comments": Said(b": still working\n\n"),
        "long comments": Said(b":" + b"x" * 1000 + b"\n"),
        "line": Said(b"x", head=b"data: "),
        "line in gzip": Said(b"x", head=b"data: ", packed="gzip"),
        "line in Brotli": Said(b"x", head=b"data: ", packed="br"),
        "comments in gzip": Said(b": still working\n\n", packed="gzip"),
    }


@dataclass(frozen=True)
class Adapter:
    id: str
    kind: type[GeminiProvider | GeminiLegacyProvider | OpenAICompatibleProvider]
    floods: Mapping[str, Said]
    more: Mapping[str, Any] = field(default_factory=dict)

    def make(self, base_url: str) -> Any:
        return self.kind(api_key="key", model="m", base_url=base_url, timeout=30.0, **self.more)


GENAI = Adapter("google-genai", GeminiProvider, events(GEMINI_SAYS) | ERRORS)
LEGACY = Adapter("google-generativeai", GeminiLegacyProvider, ARRAYS | ERRORS)
OPENAI = Adapter(
    "openai-compatible", OpenAICompatibleProvider, events(OPENAI_SAYS) | WHOLE | ERRORS, {"name": "house"}
)


def rows(*adapters: Adapter) -> list[Any]:
    return [
        pytest.param(adapter, said, id=f"{adapter.id} {name}")
        for adapter in adapters
        for name, said in adapter.floods.items()
    ]


@pytest.mark.parametrize(("adapter", "said"), rows(GENAI, LEGACY, OPENAI))
async def test_an_answer_without_an_end_is_left_early(adapter, said):
    await _flooded(adapter, said, _explained)


@pytest.mark.parametrize(("adapter", "said"), rows(Adapter("google-genai", GeminiProvider, WHOLE | ERRORS)))
async def test_a_reading_of_a_picture_without_an_end_is_left_early(adapter, said):
    await _flooded(adapter, said, _read)


@pytest.mark.parametrize("name", ["chunk", "chunk in gzip", "error"])
async def test_so_is_one_by_the_older_library(name):
    await _flooded(LEGACY, LEGACY.floods[name], _read)


async def _flooded(adapter: Adapter, said: Said, ask: Any) -> None:
    async with Flood(said) as service:
        provider = adapter.make(service.base_url)
        try:
            if said.packed:
                await _failure(ask(provider))  # the libraries' import is not what is measured
            error, kept = await _failure(ask(provider), measured=bool(said.packed))
            assert await service.was_left()
        finally:
            await provider.close()
    assert type(error) is (AnswerMalformed if said.status == 200 else ProviderUnavailable)
    assert "no end" in str(error) or "HTTP 500" in str(error)
    assert service.sent < MOST_SENT
    assert kept < MOST_KEPT


async def _failure(answer: Any, *, measured: bool = False) -> tuple[AIError, int]:
    """The error, and the most memory that it took; measuring takes time, so only where bytes are packed."""
    if measured:
        tracemalloc.start()
    try:
        with pytest.raises(AIError) as raised:
            await answer
        return raised.value, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


async def _explained(provider: Any) -> None:
    async for _ in provider.explain(PROMPT):
        pass


async def _read(provider: Any) -> None:
    await provider.read(Picture(PIXELS, "image/png"), language="en")


async def test_an_error_without_an_end_still_says_when_to_come_back():
    for adapter in (GENAI, LEGACY, OPENAI):
        async with Flood(Said(b"x", status=429, kind=JSON, more="Retry-After: 7\r\n")) as service:
            provider = adapter.make(service.base_url)
            with pytest.raises(ProviderUnavailable) as raised:
                await _explained(provider)
            await provider.close()
        assert raised.value.retry_after == 7
