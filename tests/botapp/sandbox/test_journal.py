"""The record of all calls."""

import asyncio

import aiohttp

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
    assert good.message_id in sandbox.bot.chats[ADA.id].messages
    assert bad.message_id == 0
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


async def test_calls_at_once_are_numbered_without_a_gap(api: Api, sandbox: Sandbox) -> None:
    await asyncio.gather(*(api.send(str(number)) for number in range(20)))
    calls = list(sandbox.journal)
    assert [call.number for call in calls] == list(range(1, 21))
    sent = [m["text"] for m in sandbox.bot.chats[ADA.id].messages.values() if m["from"]["is_bot"]]
    assert [call.params["text"] for call in calls] == sent


async def test_numbers_go_on_after_the_journal_was_emptied(api: Api, sandbox: Sandbox) -> None:
    await api.send()
    sandbox.journal.clear()
    await api.send()
    assert [call.number for call in sandbox.journal] == [2]
    assert sandbox.journal.calls(after=2) == []


async def test_a_method_has_one_name_however_it_was_spelt(api: Api, sandbox: Sandbox) -> None:
    for spelt in ("getme", "GETME", "getMe"):
        await api.result(spelt)
    assert len(sandbox.journal.calls("getMe")) == 3


async def test_what_is_no_call_is_not_noted(api: Api, sandbox: Sandbox) -> None:
    token = sandbox.token
    for path in ("/bot1:wrong/getMe", f"/bot{token}/dance", "/sandbox/people", "/"):
        async with api.session.get(sandbox.base_url + path) as response:
            assert response.status in (200, 401, 404)
    assert len(sandbox.journal) == 0


async def test_two_clients_are_told_apart(api: Api, sandbox: Sandbox) -> None:
    await api.result("getMe")
    async with aiohttp.ClientSession() as other:
        await Api(sandbox, other).result("getMe")
    await api.result("getMe")
    first, second, third = (call.connection for call in sandbox.journal)
    assert first == third != second


async def test_calls_of_two_bots_are_told_apart(api: Api, sandbox: Sandbox) -> None:
    other = sandbox.add_bot("777:another-token")
    await api.result("getMe")
    async with api.session.get(f"{sandbox.base_url}/bot{other.token}/getMe") as response:
        assert (await response.json())["result"]["id"] == 777
    assert [call.bot_id for call in sandbox.journal] == [sandbox.bot.id, 777]


async def test_a_call_ends_after_it_began(api: Api, sandbox: Sandbox, clock: Clock) -> None:
    poll = asyncio.ensure_future(api("getUpdates", timeout=30))
    await until(lambda: sandbox.bot.polls.is_waiting)
    clock.advance(7)
    sandbox.acts.say(ADA, "hi")
    await poll
    (call,) = sandbox.journal.calls("getUpdates")
    assert call.ended_at - call.at == 7
