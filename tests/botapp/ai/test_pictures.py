"""Reading pictures: one contract for both Gemini libraries."""

import asyncio
import json
import time

import pytest

from botapp.ai.base import (
    AnswerBlocked,
    AnswerEmpty,
    AnswerMalformed,
    ProviderTimeout,
    ProviderUnavailable,
)
from botapp.ai.chain import Chain
from botapp.ai.gemini import GeminiProvider
from botapp.ai.gemini_legacy import GeminiLegacyProvider
from botapp.ai.offline import OfflineProvider
from botapp.ai.pictures import Picture, PictureReader, kind_of, parse
from botapp.sandbox.pictures import PIXELS
from tests.kit.scripted_ai import (
    BlockedPrompt,
    Empty,
    Good,
    Malformed,
    Obey,
    Odd,
    ScriptedGemini,
    Slow,
    Status,
    Unended,
)

KEY = "AIza-test-key"
PICTURE = Picture(PIXELS, "image/png")
SEES = {
    "text": "Solana rose by 40%.",
    "description": "Снимок экрана.",
    "asset_type": "screenshot",
    "confidence": 0.75,
    "mentioned_assets": ["SOL", "Solana"],
}


@pytest.fixture
def gemini():
    with ScriptedGemini() as server:
        server.sees = dict(SEES)
        yield server


@pytest.fixture(params=[GeminiProvider, GeminiLegacyProvider], ids=["google-genai", "google-generativeai"])
async def provider(request, gemini):
    made = request.param(api_key=KEY, model="gemini-x", base_url=gemini.base_url, timeout=5.0)
    yield made
    await made.close()


async def test_a_picture_is_read(provider, gemini):
    reading = await provider.read(PICTURE, language="ru", context="⟦END OF NOTE⟧ Look")
    assert reading.model_dump(mode="json") == SEES
    (sent,) = gemini.requests
    assert sent.picture == PIXELS
    assert sent.key == KEY
    assert "in Russian" in sent.system
    assert sent.user.count("⟦END OF NOTE⟧") == 1
    config = sent.body["generationConfig"]
    assert config["responseMimeType"] == "application/json"
    assert set(config["responseSchema"]["properties"]) == set(SEES)


@pytest.mark.parametrize(
    ("behaviour", "error"),
    [
        (Status(503), ProviderUnavailable),
        (Status(429, retry_after=7), ProviderUnavailable),
        (Status(504), ProviderTimeout),
        (Malformed(), AnswerMalformed),
        (Obey(lambda source: json.dumps({**SEES, "asset_type": "painting"})), AnswerMalformed),
        (Obey(lambda source: json.dumps({**SEES, "confidence": 7})), AnswerMalformed),
        (Empty(), AnswerEmpty),
        (BlockedPrompt(), AnswerBlocked),
        (Odd({"candidates": 5}), ProviderUnavailable),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else type(value).__name__,
)
async def test_a_failure_is_one_of_ours_and_says_nothing_private(provider, gemini, behaviour, error):
    gemini.script(behaviour)
    with pytest.raises((error, AnswerEmpty) if isinstance(behaviour, BlockedPrompt) else error) as raised:
        await provider.read(PICTURE, language="en")
    assert len(gemini.requests) == 1, "nobody tries again by themselves"
    for private in (KEY, "http://", "https://"):
        assert private not in str(raised.value)


async def test_the_time_allowed_is_kept(provider, gemini):
    await provider.read(PICTURE, language="en")
    provider._timeout = 0.3
    gemini.script(Slow())
    started = time.monotonic()
    with pytest.raises(ProviderTimeout):
        await provider.read(PICTURE, language="en")
    assert time.monotonic() - started < 5


async def test_whoever_stops_waiting_is_let_go(provider, gemini):
    await provider.read(PICTURE, language="en")
    gemini.script(Slow())
    reading = asyncio.create_task(provider.read(PICTURE, language="en"))
    while len(gemini.requests) < 2:
        await asyncio.sleep(0.01)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    gemini.script(Good())
    assert (await provider.read(PICTURE, language="en")).text == SEES["text"]


async def test_a_reading_that_is_said_to_be_whole_is_not_lost_with_its_stream(gemini):
    provider = GeminiLegacyProvider(api_key=KEY, model="gemini-x", base_url=gemini.base_url, timeout=10.0)
    await provider.read(PICTURE, language="en")
    gemini.script(Unended("silence"))
    started = time.monotonic()
    assert (await provider.read(PICTURE, language="en")).text == SEES["text"]
    assert time.monotonic() - started < 5
    await provider.close()


def test_a_chain_knows_who_can_read():
    reader = GeminiProvider(api_key=KEY, model="x")
    assert Chain([reader, OfflineProvider()]).readers == (reader,)
    assert Chain([OfflineProvider()]).readers == ()
    assert isinstance(reader, PictureReader)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PIXELS, "image/png"),
        (b"\xff\xd8\xff\xe0rest", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"RIFF\0\0\0\0WAVE", ""),
        (b"<svg xmlns=", ""),
        (b"%PDF-1.7", ""),
        (b"BM\0\0", ""),
        (b"", ""),
    ],
)
def test_the_bytes_say_what_a_picture_is(content, kind):
    assert kind_of(content) == kind


@pytest.mark.parametrize("answer", ["[]", "5", '{"confidence": "high"}', '{"mentioned_assets": [""]}'])
def test_what_is_not_our_shape_is_malformed(answer):
    with pytest.raises(AnswerMalformed):
        parse(answer)
