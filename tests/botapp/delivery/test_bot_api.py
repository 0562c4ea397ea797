"""Raw calls: results, refusals, and errors that hold no token."""

import socket

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
