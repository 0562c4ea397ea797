"""What holds the threads of google-generativeai, and what lets them go; what it shares is in the contract."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator

import pytest
import requests

from botapp.ai.base import AIError, Prompt
from botapp.ai.gemini_legacy import GeminiLegacyProvider
from botapp.ai.held_connection import HeldConnection, adapter
from tests.kit.scripted_ai import Drip, Good, ScriptedGemini, Slow, StallMidStream

PROMPT = Prompt("Hackers stole $625 million from the Ronin bridge. Withdrawals are halted.", language="en")
MORE_THAN_ITS_THREADS = 70


def at(base_url: str, *, timeout: float = 30.0) -> GeminiLegacyProvider:
    return GeminiLegacyProvider(api_key="k", model="model-x", base_url=base_url, timeout=timeout)


async def answered(provider: GeminiLegacyProvider) -> bool:
    return [reply async for reply in provider.explain(PROMPT)][-1].complete


@pytest.fixture
async def provider(gemini: ScriptedGemini) -> AsyncIterator[GeminiLegacyProvider]:
    provider = at(gemini.base_url)
    assert await answered(provider)  # the import of the library is not what is measured
    gemini.requests.clear()
    yield provider
    await provider.close()


@pytest.fixture
def gemini():
    with ScriptedGemini() as server:
        yield server


@pytest.mark.parametrize("behaviour", [Slow(), Drip(pause=0.5)], ids=["silence", "a header byte by byte"])
async def test_calls_that_were_given_up_before_their_first_byte_keep_no_thread(gemini, provider, behaviour):
    gemini.script(behaviour)
    waiting = [asyncio.create_task(answered(provider)) for _ in range(MORE_THAN_ITS_THREADS)]
    while len(gemini.requests) < 64:
        await asyncio.sleep(0.02)
    gemini.script(Good())
    for call in waiting:
        call.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    started = time.monotonic()
    assert await answered(provider)
    assert time.monotonic() - started < 2


async def test_a_header_that_was_cut_by_us_is_nothing_to_warn_of(gemini, provider, caplog):
    gemini.script(Drip(pause=0.001))
    call = asyncio.create_task(answered(provider))
    await asyncio.sleep(0.3)
    call.cancel()
    await asyncio.gather(call, return_exceptions=True)
    assert await asyncio.to_thread(gemini.requests[0].hung_up.wait, 1.0)
    await asyncio.sleep(0.1)
    assert [record for record in caplog.records if record.name.startswith("urllib3")] == []


async def test_a_call_that_was_given_up_takes_no_other_s_connection_with_it(gemini, provider):
    """Connections go round among calls of which every other one is given up, before or behind its end."""
    gemini.script(Good(pieces=2))
    for _ in range(10):
        calls = [asyncio.create_task(answered(provider)) for _ in range(6)]
        for pause, call in enumerate(calls[::2]):
            await asyncio.sleep(0.004 * pause)
            call.cancel()
        await asyncio.gather(*calls[::2], return_exceptions=True)
        assert all(await asyncio.gather(*calls[1::2]))


def test_a_connection_that_went_on_to_another_call_is_that_one_s_alone():
    with ScriptedGemini() as gemini, requests.Session() as session:
        session.mount("http://", adapter(4))

        def ask() -> requests.Response:
            url = f"{gemini.base_url}/v1beta/models/m:streamGenerateContent"
            return session.post(url, json={}, stream=True, timeout=5)

        with HeldConnection() as first:
            assert ask().content, "read to its end"
            gemini.script(StallMidStream())
            with HeldConnection():
                later = ask()
            first.hang_up()
        gemini.release()
        assert later.content.endswith(b"]")
    assert len({request.port for request in gemini.requests}) == 1


async def test_calls_one_after_another_share_a_connection(gemini, provider):
    for _ in range(5):
        assert await answered(provider)
    assert len({request.port for request in gemini.requests}) == 1


async def test_a_handshake_that_says_nothing_is_left_too(provider):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        another = at(f"https://127.0.0.1:{silent.getsockname()[1]}")
        call = asyncio.create_task(answered(another))
        connected, _ = await asyncio.to_thread(silent.accept)
        with connected:
            connected.settimeout(1.0)
            assert await asyncio.to_thread(connected.recv, 2**16), "it begins to speak TLS"
            call.cancel()
            assert await asyncio.to_thread(connected.recv, 2**16) == b"", "and hangs up"
        await asyncio.gather(call, return_exceptions=True)
        await another.close()


async def test_through_a_proxy_it_answers_keeps_its_connection_and_hangs_up(gemini, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", gemini.base_url)
    monkeypatch.setenv("http_proxy", gemini.base_url)
    provider = at("http://gemini.example")
    assert await answered(provider)
    assert await answered(provider)
    assert len({request.port for request in gemini.requests}) == 1
    gemini.script(Drip())
    call = asyncio.create_task(answered(provider))
    while len(gemini.requests) < 3:
        await asyncio.sleep(0.01)
    call.cancel()
    assert await asyncio.to_thread(gemini.requests[-1].hung_up.wait, 1.0)
    await asyncio.gather(call, return_exceptions=True)
    await provider.close()


async def test_a_tunnel_that_is_never_dug_is_left_too(provider, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{silent.getsockname()[1]}")
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{silent.getsockname()[1]}")
        another = at("https://gemini.example", timeout=0.5)
        call = asyncio.create_task(answered(another))
        connected, _ = await asyncio.to_thread(silent.accept)
        with connected:
            connected.settimeout(2.0)
            assert (await asyncio.to_thread(connected.recv, 2**16)).startswith(b"CONNECT gemini.example:443")
            assert await asyncio.to_thread(connected.recv, 2**16) == b"", "it hangs up at its deadline"
        with pytest.raises(AIError):
            await call
        await another.close()
