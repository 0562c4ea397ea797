"""What the chat page and other processes ask for over HTTP."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest

from botapp.sandbox import control
from botapp.sandbox.people import ADA, BORIS
from botapp.sandbox.server import Sandbox
from tests.botapp.sandbox.conftest import Api, button, until


@asynccontextmanager
async def listening(api: Api, person_id: int = ADA.id) -> AsyncIterator["Stream"]:
    url = f"{api.sandbox.base_url}/sandbox/events?person={person_id}"
    async with api.session.get(url) as response:
        assert response.content_type == "text/event-stream"
        yield Stream(response)


class Stream:
    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._response = response

    async def next(self) -> dict[str, Any]:
        async with asyncio.timeout(3):
            line = await self._response.content.readline()
            await self._response.content.readline()
        return json.loads(line.removeprefix(b"data: "))

    async def kinds(self, count: int) -> list[str]:
        return [(await self.next())["kind"] for _ in range(count)]


async def post(api: Api, path: str, **body: Any) -> dict[str, Any]:
    async with api.session.post(f"{api.sandbox.base_url}/sandbox/{path}", json=body) as response:
        answer = await response.json()
    assert response.status == (200 if answer["ok"] else 400)
    return answer


async def get(api: Api, path: str) -> Any:
    async with api.session.get(f"{api.sandbox.base_url}/sandbox/{path}") as response:
        return (await response.json())["result"]


async def test_a_person_writes_presses_and_edits_over_http(api: Api, sandbox: Sandbox) -> None:
    said = (await post(api, "acts/say", person=ADA.id, text="hi"))["result"]
    await post(api, "acts/edit", person=ADA.id, message_id=said[0]["message_id"], text="hello")
    card = await api.send("Pick", reply_markup=button())
    pressed = await post(api, "acts/press", person=ADA.id, message_id=card["message_id"], data="tap")
    updates = await api.result("getUpdates")
    assert [sorted(set(update) - {"update_id"}) for update in updates] == [
        ["message"],
        ["edited_message"],
        ["callback_query"],
    ]
    assert updates[2]["callback_query"]["id"] == pressed["result"]


async def test_blocks_floods_and_raw_updates_over_http(api: Api, sandbox: Sandbox) -> None:
    await post(api, "acts/block", person=ADA.id)
    assert sandbox.bot.chats[ADA.id].blocked
    assert len((await post(api, "acts/flood", count=20))["result"]) == 20
    await post(api, "acts/raw_update", body={"message": 7})
    assert len(sandbox.bot.queue) == 22


@pytest.mark.parametrize(
    ("path", "body", "complaint"),
    [
        ("acts/say", {"person": 31337, "text": "hi"}, "nobody here has the id 31337"),
        ("acts/say", {"person": ADA.id, "text": " "}, "message text is empty"),
        ("acts/say", {"person": ADA.id}, "missing 1 required positional argument"),
        ("acts/press", {"person": ADA.id, "message_id": 999, "data": "a"}, "message not found"),
        ("faults", {"kind": "explosion"}, "fault kind must be one of"),
        ("people", {"id": 5}, "missing 1 required positional argument"),
        ("acts/say", {"person": ADA.id, "text": 5}, "text is of the wrong type"),
        ("acts/say", {"person": ADA.id, "text": "a", "chat_id": -404}, "chat not found"),
        ("acts/flood", {"count": "many"}, "is of the wrong type"),
        ("acts/raw_update", {"body": 5}, "body is of the wrong type"),
    ],
)
async def test_senseless_requests_are_refused(
    api: Api, path: str, body: dict[str, Any], complaint: str
) -> None:
    answer = await post(api, path, **body)
    assert complaint in answer["description"]


@pytest.mark.parametrize("path", ["acts/_set_blocked", "acts/people", "acts/dance", "nothing"])
async def test_only_acts_can_be_called(api: Api, path: str) -> None:
    async with api.session.post(f"{api.sandbox.base_url}/sandbox/{path}", json={}) as response:
        assert response.status == 404


async def test_people_can_be_added(api: Api) -> None:
    await post(api, "people", id=42, first_name="Eve", language_code="uk")
    names = {person["id"]: person["first_name"] for person in await get(api, "people")}
    assert names[42] == "Eve"
    assert names[1004] == "<b>Ada"


async def test_faults_are_ordered_and_taken_back_over_http(api: Api) -> None:
    await post(api, "faults", kind="error", method="sendMessage", count=9)
    assert (await api.refusal("sendMessage", chat_id=ADA.id, text="a"))[0] == 500
    await post(api, "faults", clear=True)
    await api.send()


async def test_the_state_is_what_one_person_sees(api: Api, sandbox: Sandbox) -> None:
    commands = [{"command": "start", "description": "Начать"}]
    await api.result("setMyCommands", commands=commands, language_code="ru")
    await api.result("setMyName", name="РВКС", language_code="ru")
    await api.result("setMyDescription", description="Explains news")
    sandbox.acts.say(BORIS, "привет")
    keyboard = {"keyboard": [["Учиться"]]}
    message = await api.send("Привет", chat_id=BORIS.id, reply_markup=keyboard)
    thumb = [{"type": "emoji", "emoji": "👍"}]
    await api.result("setMessageReaction", chat_id=BORIS.id, message_id=message["message_id"], reaction=thumb)
    state = await get(api, f"state?person={BORIS.id}")
    assert (state["bot"]["name"], state["bot"]["description"]) == ("РВКС", "Explains news")
    assert state["commands"] == commands
    assert [m["text"] for m in state["messages"]] == ["привет", "Привет"]
    assert state["keyboard"] == keyboard
    assert state["reactions"] == {str(message["message_id"]): thumb}
    other = await get(api, f"state?person={ADA.id}")
    assert (other["bot"]["name"], other["commands"], other["keyboard"]) == ("RVX", [], None)


async def test_a_reply_keyboard_can_be_removed(api: Api, sandbox: Sandbox) -> None:
    await api.send("A", reply_markup={"keyboard": [["Yes"]]})
    assert "reply_markup" not in await api.send("B", reply_markup={"remove_keyboard": True})
    assert sandbox.bot.chats[ADA.id].keyboard is None


async def test_the_stream_starts_with_the_state_and_tells_every_change(api: Api, sandbox: Sandbox) -> None:
    async with listening(api) as stream:
        first = await stream.next()
        assert [m["text"] for m in first["state"]["messages"]] == ["/start"]
        await api.result("sendChatAction", chat_id=ADA.id, action="typing")
        await api.result("sendMessageDraft", chat_id=ADA.id, draft_id=1, text="A")
        message = await api.send("A card", reply_markup=button())
        where = {"chat_id": ADA.id, "message_id": message["message_id"]}
        await api.result("editMessageText", **where, text="Edited")
        press_id = sandbox.acts.press(ADA, message["message_id"], "tap")
        await api.result("answerCallbackQuery", callback_query_id=press_id, text="Done")
        await api.result("deleteMessage", **where)
        await api.result("setMyName", name="New")
        sandbox.acts.block(ADA)
        assert await stream.kinds(3) == ["action", "draft", "message"]
        assert (await stream.next())["message"]["text"] == "Edited"
        answer = await stream.next()
        assert (answer["press_id"], answer["text"], answer["show_alert"]) == (press_id, "Done", False)
        assert await stream.kinds(3) == ["deleted", "profile", "blocked"]


async def test_the_stream_is_about_one_person_only(api: Api, sandbox: Sandbox) -> None:
    async with listening(api, BORIS.id) as stream:
        assert (await stream.next())["state"]["messages"] == []
        sandbox.acts.say(ADA, "not for Boris")
        sandbox.acts.say(BORIS, "his own")
        assert (await stream.next())["message"]["text"] == "his own"


async def test_a_heartbeat_says_whether_the_bot_answers(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(control, "HEARTBEAT", 0.01)
    async with listening(api) as stream:
        await stream.next()
        assert await stream.next() == {"kind": "heartbeat", "answering": False}
        await api.result("getUpdates")
        assert await stream.next() == {"kind": "heartbeat", "answering": True}


async def test_a_page_that_lags_behind_is_told_to_reload(api: Api, sandbox: Sandbox) -> None:
    with sandbox.bot.feed.listen(ADA.id) as happenings:
        for _ in range(1001):
            sandbox.bot.feed.tell(ADA.id, "action")
        assert happenings.get_nowait() == {"kind": "reload"}
        assert happenings.empty()


async def test_a_page_that_left_is_forgotten(api: Api, sandbox: Sandbox) -> None:
    async with listening(api) as stream:
        await stream.next()
        assert len(sandbox.bot.feed._listeners) == 1
    for _ in range(3):
        sandbox.acts.say(ADA, "again")
        await asyncio.sleep(0.005)
    await until(lambda: not sandbox.bot.feed._listeners)


async def test_an_unknown_person_has_no_stream(api: Api) -> None:
    async with api.session.get(f"{api.sandbox.base_url}/sandbox/events?person=5") as response:
        assert response.status == 400
