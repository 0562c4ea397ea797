"""Raw calls: results, refusals, and errors that hold no token."""

import asyncio
import json
import socket
from contextlib import asynccontextmanager

import pytest

from botapp.delivery.bot_api import BotApi, BotApiError
from botapp.sandbox.faults import Fault


@pytest.fixture
async def api(sandbox):
    api = BotApi(sandbox.token, sandbox.base_url)
    yield api
    await api.close()


async def test_the_result_of_a_call_comes_back(api):
    assert (await api.call("getMe"))["is_bot"] is True
    assert await api.call("getUpdates", timeout=0) == []


async def test_a_refusal_has_its_code_and_description(api):
    with pytest.raises(BotApiError) as refused:
        await api.call("sendMessage", chat_id=1001, text="")
    assert refused.value.code == 400
    assert "empty" in refused.value.description


async def test_too_many_requests_say_how_long_to_wait(api, sandbox):
    sandbox.faults.add(Fault("too_many", retry_after=7))
    with pytest.raises(BotApiError) as refused:
        await api.call("getMe")
    assert (refused.value.code, refused.value.retry_after) == (429, 7)


@pytest.mark.parametrize("fault", ["reset", "half", "error"])
async def test_a_broken_answer_is_an_error_of_ours_without_the_address(api, sandbox, fault):
    sandbox.faults.add(Fault(fault))
    with pytest.raises(BotApiError) as broken:
        await api.call("getMe")
    everything = f"{broken.value!r} {broken.value} {broken.value.__cause__}"
    assert sandbox.token.split(":")[1] not in everything
    assert "http" not in everything
    assert (await api.call("getMe"))["is_bot"] is True


async def test_a_timeout_holds_neither_address_nor_token(api, sandbox):
    sandbox.faults.add(Fault("latency", seconds=0.3))
    with pytest.raises(BotApiError) as late:
        await api.call("getMe", seconds=0.05)
    assert late.value.code == 0
    assert sandbox.token.split(":")[1] not in repr(late.value)
    assert late.value.__suppress_context__


async def test_a_server_that_is_not_there_is_an_error_of_ours():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        api = BotApi("1:secret", f"http://127.0.0.1:{free.getsockname()[1]}")
        with pytest.raises(BotApiError) as gone:
            await api.call("getMe")
    await api.close()
    assert "secret" not in str(gone.value)


async def test_a_client_that_never_called_can_be_closed():
    await BotApi("1:secret", "http://127.0.0.1:9").close()


@asynccontextmanager
async def answering(answer):
    """A server that says the same to everybody: its address, and the first lines of what it was asked."""
    asked = []
    body = json.dumps(answer).encode()

    async def serve(reader, writer):
        asked.append((await reader.readline()).decode())
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", asked


@pytest.mark.parametrize(
    "answer",
    [
        {"ok": False, "error_code": "x", "description": None},
        {"ok": False, "error_code": 429, "parameters": [7]},
        {"ok": False, "error_code": 429, "parameters": {"retry_after": "soon"}},
        {"ok": True},
        {},
        [],
    ],
)
async def test_an_answer_that_is_none_of_the_bot_api_is_an_error_of_ours(answer):
    async with answering(answer) as (address, _):
        api = BotApi("1:secret", address)
        with pytest.raises(BotApiError) as refused:
            await api.call("getMe")
        await api.close()
    assert refused.value.code in (0, 429)
    assert refused.value.retry_after == 0


async def test_a_proxy_of_the_environment_is_used(monkeypatch):
    async with answering({"ok": True, "result": 7}) as (proxy, asked):
        monkeypatch.setenv("http_proxy", proxy)
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        api = BotApi("1:secret", "http://bot-api.invalid")
        assert await api.call("getMe") == 7
        await api.close()
    assert asked == ["POST http://bot-api.invalid/bot1:secret/getMe HTTP/1.1\r\n"]
