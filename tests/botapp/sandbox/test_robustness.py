"""Whatever is sent, the sandbox says what is wrong with it and goes on."""

import json
import logging
from typing import Any

import pytest
from yarl import URL

from botapp.sandbox.people import ADA
from tests.botapp.sandbox.conftest import Api


async def send(api: Api, method: str, path: str, body: str | None = None, **headers: str) -> tuple[int, str]:
    url = URL(api.sandbox.base_url + path, encoded=True)
    facts = {"Content-Type": "application/json", **headers}
    async with api.session.request(method, url, data=body, headers=facts) as response:
        return response.status, await response.text()


@pytest.fixture(autouse=True)
def no_error_is_logged(caplog: pytest.LogCaptureFixture) -> Any:
    yield
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.mark.parametrize(
    "host",
    ["[::1", "[x]", "[", "]", "127.0.0.1:x", "localhost:123456", "127.0.0.1/x", "127.0.0.999", " ", "@"],
)
async def test_a_broken_host_is_refused(api: Api, host: str) -> None:
    assert (await send(api, "GET", "/sandbox/people", Host=host))[0] in (400, 403)


@pytest.mark.parametrize(
    "name",
    ["a%00.js", "x" * 5000 + ".js", "%2e%2e/%2e%2e/apps.py", "%ff.js", "js", "", "js/" * 30 + "main.js"],
)
async def test_a_file_that_can_not_be_is_not_there(api: Api, name: str) -> None:
    assert (await send(api, "GET", f"/static/sandbox/{name}"))[0] == 404


@pytest.mark.parametrize(
    ("act", "facts"),
    [
        ("say", {"text": 5}),
        ("say", {"text": None}),
        ("say", {"text": "a", "extra": [1]}),
        ("say", {"text": "a", "reply_to": "x"}),
        ("say", {"text": "a", "chat_id": [1]}),
        ("say", {"text": "a", "person": {"id": 1}}),
        ("say", {"text": "a", "unknown": 1}),
        ("forward", {"text": "a", "source": 5}),
        ("photo", {"caption": 5}),
        ("photo", {"content": "x"}),
        ("sticker", {"emoji": []}),
        ("press", {"message_id": 1, "data": 5}),
        ("press", {"message_id": "x", "data": "a"}),
        ("vote", {"message_id": 1, "options": "x"}),
        ("flood", {"count": 3, "people": -3}),
        ("flood", {"count": 3, "people": 0}),
        ("flood", {"count": -3}),
        ("flood", {"count": 10**9}),
        ("flood", {"count": "x"}),
        ("raw_update", {"body": 5}),
    ],
)
async def test_an_act_with_a_wrong_value_is_400_and_changes_nothing(api: Api, act: str, facts: dict) -> None:
    person = {} if act in ("flood", "raw_update") else {"person": ADA.id}
    status, text = await send(api, "POST", f"/sandbox/acts/{act}", json.dumps({**person, **facts}))
    assert (status, json.loads(text)["ok"]) == (400, False)
    assert list(api.sandbox.bot.chats[ADA.id].messages) == [1]
    assert len(api.sandbox.bot.queue) == 0


@pytest.mark.parametrize(
    "order",
    [
        {"kind": "latency", "seconds": "x"},
        {"kind": "latency", "seconds": float("nan")},
        {"kind": "latency", "seconds": -1},
        {"kind": "latency", "seconds": float("inf")},
        {"kind": "error", "count": 0},
        {"kind": "error", "count": "x"},
        {"kind": "error", "method": 5},
        {"kind": 5},
    ],
)
async def test_a_fault_that_can_not_be_is_not_ordered(api: Api, order: dict) -> None:
    assert (await send(api, "POST", "/sandbox/faults", json.dumps(order)))[0] == 400
    await api.send("still here")


@pytest.mark.parametrize("person", [{"id": "x", "first_name": "A"}, {"id": 5, "first_name": 5}, {"id": 5}])
async def test_a_person_that_can_not_be_does_not_move_in(api: Api, person: dict) -> None:
    assert (await send(api, "POST", "/sandbox/people", json.dumps(person)))[0] == 400
    assert (await send(api, "GET", "/sandbox/people"))[0] == 200


@pytest.mark.parametrize("depth", [60, 900, 100_000])
@pytest.mark.parametrize("path", ["/sandbox/acts/raw_update", "/bot{token}/sendMessage"])
async def test_deep_nesting_is_refused(api: Api, depth: int, path: str) -> None:
    body = '{"body": {"a": ' + "[" * depth + "]" * depth + "}}"
    assert (await send(api, "POST", path.format(token=api.sandbox.token), body))[0] == 400
    assert await api.result("getUpdates") == []


async def test_deep_nesting_within_a_parameter_is_refused(api: Api) -> None:
    deep = "[" * 100_000 + "]" * 100_000
    code, _ = await api.refusal("sendMessage", chat_id=ADA.id, text="a", reply_markup=deep)
    assert code == 400


@pytest.mark.parametrize(
    "facts",
    [
        {"reply_parameters": {"message_id": "x"}},
        {"reply_parameters": [1]},
        {"entities": [{"type": "bold", "offset": "x", "length": 1}]},
        {"entities": 5},
        {"reply_markup": {"inline_keyboard": 5}},
        {"chat_id": float("inf")},
        {"chat_id": []},
    ],
)
async def test_a_parameter_of_a_wrong_shape_is_400(api: Api, facts: dict) -> None:
    path = f"/bot{api.sandbox.token}/sendMessage"
    body = json.dumps({"chat_id": ADA.id, "text": "abc", **facts})
    assert (await send(api, "POST", path, body))[0] == 400


async def test_half_a_character_does_not_end_the_page(api: Api) -> None:
    body = json.dumps({"person": ADA.id, "text": "hi \ud83d"})
    assert (await send(api, "POST", "/sandbox/acts/say", body))[0] == 200
    await api.send("and \ud83d back")
    status, text = await send(api, "GET", f"/sandbox/state?person={ADA.id}")
    assert status == 200
    messages = json.loads(text)["result"]["messages"]
    assert [message["text"] for message in messages[1:]] == ["hi \ufffd", "and \ufffd back"]
    assert (await send(api, "GET", "/sandbox/journal"))[0] == 200


async def test_half_a_character_of_a_test_does_not_end_the_page_either(api: Api) -> None:
    api.sandbox.acts.say(ADA, "hi \ud83d")
    assert (await send(api, "GET", f"/sandbox/state?person={ADA.id}"))[0] == 200
    async with api.session.get(f"{api.sandbox.base_url}/sandbox/events?person={ADA.id}") as stream:
        assert b"hi ?" in await stream.content.readline()
