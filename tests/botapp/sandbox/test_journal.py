"""The record of all calls."""

import asyncio

from botapp.sandbox.people import ADA
from botapp.sandbox.server import Sandbox
from tests.botapp.sandbox.conftest import Api, Clock, until


async def test_every_call_is_noted_with_its_outcome(api: Api, sandbox: Sandbox, clock: Clock) -> None:
    await api.send("Hello")
    clock.advance(2)
    await api("sendMessage", chat_id=ADA.id, text="")
    good, bad = sandbox.journal.calls("sendMessage")
    assert (good.status, good.params["text"], good.at) == (200, "Hello", 5_000.0)
    assert (bad.status, bad.description, bad.at) == (400, "Bad Request: message text is empty", 5_002.0)
    assert bad.number == good.number + 1
    assert good.connection.startswith("127.0.0.1:")


async def test_a_waiting_call_has_no_status_yet(api: Api, sandbox: Sandbox) -> None:
    poll = asyncio.ensure_future(api("getUpdates", timeout=30))
    await until(lambda: sandbox.bot.polls.is_waiting)
    (call,) = sandbox.journal.calls("getUpdates")
    assert (call.status, call.ended_at) == (0, 0.0)
    sandbox.acts.say(ADA, "hi")
    await poll
    assert call.status == 200


async def test_the_token_is_not_in_the_journal(api: Api, sandbox: Sandbox) -> None:
    await api.send("Hello")
    async with api.session.get(f"{sandbox.base_url}/sandbox/journal") as response:
        text = await response.text()
    assert "sendMessage" in text
    assert sandbox.token not in text


async def test_the_journal_is_read_onwards_from_a_number(api: Api, sandbox: Sandbox) -> None:
    await api.result("getMe")
    await api.send("Hello")
    url = f"{sandbox.base_url}/sandbox/journal"
    async with api.session.get(url, params={"after": 1}) as response:
        assert [call["method"] for call in (await response.json())["result"]] == ["sendMessage"]
    async with api.session.get(url, params={"method": "getMe"}) as response:
        assert len((await response.json())["result"]) == 1
    assert len(sandbox.journal) == len(list(sandbox.journal)) == 2
    sandbox.journal.clear()
    assert len(sandbox.journal) == 0
