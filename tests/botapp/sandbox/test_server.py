"""The sandbox as a whole: on a loop, on a thread, in the foreground."""

import asyncio
import contextlib
import json
import urllib.request

import aiohttp
import pytest
import time_machine

from botapp.sandbox.people import ADA
from botapp.sandbox.run import serve
from botapp.sandbox.server import Sandbox, SandboxThread
from tests.botapp.sandbox.conftest import Api, until


def get(url: str) -> dict:
    with urllib.request.urlopen(url, timeout=5) as response:
        return json.load(response)


def test_a_thread_serves_a_test_that_is_not_async() -> None:
    with SandboxThread(name="Threaded") as thread:
        assert get(f"{thread.base_url}/bot{thread.sandbox.token}/getMe")["result"]["first_name"] == "Threaded"
        (message,) = thread.call(thread.sandbox.acts.say, ADA, "hi")
        assert message["text"] == "hi"

        async def double(number: int) -> int:
            await asyncio.sleep(0)
            return number * 2

        assert thread.call(double, 4) == 8
        url = thread.base_url
    with pytest.raises(OSError, match="refused"):
        get(f"{url}/")


def test_an_error_on_the_thread_reaches_the_caller() -> None:
    with SandboxThread() as thread, pytest.raises(ValueError, match="no"):
        thread.call(int, "no number")


async def test_serving_ends_when_it_is_cancelled(session: aiohttp.ClientSession) -> None:
    addresses: list[str] = []
    task = asyncio.ensure_future(serve(token="5:abc", host="localhost", port=0, on_ready=addresses.append))
    await until(lambda: addresses)
    async with session.get(f"{addresses[0]}/bot5:abc/getMe") as response:
        assert (await response.json())["result"]["id"] == 5
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    with pytest.raises(aiohttp.ClientConnectionError):
        await session.get(f"{addresses[0]}/")


async def test_a_served_sandbox_numbers_updates_after_those_of_an_earlier_one(
    session: aiohttp.ClientSession,
) -> None:
    numbers: list[int] = []
    for moment in (1_790_000_000, 1_790_000_060):
        addresses: list[str] = []
        with time_machine.travel(moment, tick=True):
            task = asyncio.ensure_future(
                serve(token="5:abc", host="localhost", port=0, on_ready=addresses.append)
            )
            await until(lambda found=addresses: found)
        said = {"person": ADA.id, "text": "hello"}
        async with session.post(f"{addresses[0]}/sandbox/acts/say", json=said) as response:
            assert response.status == 200
        async with session.get(f"{addresses[0]}/bot5:abc/getUpdates") as response:
            (update,) = (await response.json())["result"]
        numbers += [update["update_id"], update["message"]["message_id"]]
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
    assert numbers[2] > numbers[0]
    assert numbers[3] > numbers[1]
    assert max(numbers) < 2**31


async def test_an_open_page_does_not_hold_up_the_stop(sandbox: Sandbox, api: Api) -> None:
    async with api.session.get(f"{sandbox.base_url}/sandbox/events?person={ADA.id}") as response:
        await response.content.readline()
        async with asyncio.timeout(0.5):
            await sandbox.stop()


async def test_it_starts_again_after_a_stop(sandbox: Sandbox, api: Api) -> None:
    await sandbox.stop()
    await sandbox.start()
    assert [m["text"] for m in sandbox.bot.chats[ADA.id].messages.values()] == ["/start"]
    assert await api.send("still here")
    async with api.session.get(f"{sandbox.base_url}/sandbox/events?person={ADA.id}") as response:
        assert b'"still here"' in await response.content.readline()


async def test_unknown_paths_are_not_found(sandbox: Sandbox, api: Api) -> None:
    for path in ("/nothing", "/sandbox/acts/say", "/file/bot1:x/y", f"/file/bot{sandbox.token}/y"):
        async with api.session.get(sandbox.base_url + path) as response:
            assert response.status in (401, 404), path


async def test_a_thousand_updates_and_answers_pass_through_quickly(sandbox: Sandbox, api: Api) -> None:
    sandbox.acts.flood(1000)
    offset = 0
    async with asyncio.timeout(10):
        while updates := await api.result("getUpdates", offset=offset, timeout=0):
            offset = updates[-1]["update_id"] + 1
            chats = [update["message"]["chat"]["id"] for update in updates]
            await asyncio.gather(*(api.send("Hello", chat_id=chat) for chat in chats))
            if len(sandbox.journal.calls("sendMessage")) == 1000:
                break
    assert all(len(sandbox.bot.chats[chat].messages) == 2 for chat in chats)
