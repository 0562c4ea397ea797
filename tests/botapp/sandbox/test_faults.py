"""Failures on order."""

import asyncio
import time

import aiohttp
import pytest

from botapp.sandbox.faults import Fault
from botapp.sandbox.people import ADA
from botapp.sandbox.server import Sandbox
from tests.botapp.sandbox.conftest import Api, until


async def test_a_429_says_when_to_come_back(api: Api, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("too_many", "sendMessage", retry_after=3))
    assert await api("sendMessage", chat_id=ADA.id, text="Hello") == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 3",
        "parameters": {"retry_after": 3},
    }
    assert await api.send()


async def test_a_500_happens_as_often_as_ordered_to_its_method_only(api: Api, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("error", "sendMessage", count=2))
    assert await api.result("getMe")
    for _ in range(2):
        assert await api.refusal("sendMessage", chat_id=ADA.id, text="a") == (500, "Internal Server Error")
    assert await api.send()


async def test_calls_can_be_let_pass_first(api: Api, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("error", skip=1))
    assert await api.send()
    assert await api.refusal("getMe") == (500, "Internal Server Error")


async def test_latency_delays_and_then_works(api: Api, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("latency", seconds=0.05))
    started = time.monotonic()
    assert await api.send()
    assert time.monotonic() - started >= 0.05


async def test_what_arrived_is_performed_though_its_client_went(api: Api, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("latency", "sendMessage", seconds=0.3))
    task = asyncio.ensure_future(api.send())
    await until(lambda: sandbox.journal.calls("sendMessage"))
    task.cancel()
    await until(lambda: sandbox.journal.calls("sendMessage")[0].status == 200)
    assert len(sandbox.bot.chats[ADA.id].messages) == 2


async def test_a_slow_poll_whose_client_went_confirms_nothing(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.say(ADA, "one")
    sandbox.faults.add(Fault("latency", "getUpdates", seconds=30))
    task = asyncio.ensure_future(api("getUpdates", offset=sandbox.bot.queue.next_id))
    await until(lambda: sandbox.journal.calls("getUpdates"))
    task.cancel()
    await until(lambda: sandbox.journal.calls("getUpdates")[0].status == -1)
    assert len(sandbox.bot.queue) == 1


@pytest.mark.parametrize(("performed", "messages"), [(False, 1), (True, 2)])
async def test_a_reset_before_or_after_the_effect(
    api: Api, sandbox: Sandbox, performed: bool, messages: int
) -> None:
    sandbox.faults.add(Fault("reset", performed=performed))
    with pytest.raises(aiohttp.ClientConnectionError):
        await api.send()
    assert len(sandbox.bot.chats[ADA.id].messages) == messages
    assert sandbox.journal.calls("sendMessage")[-1].status == -1


async def test_half_an_answer_ends_in_the_middle(api: Api, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("half"))
    with pytest.raises(aiohttp.ClientPayloadError):
        await api.send()
    assert len(sandbox.bot.chats[ADA.id].messages) == 2


async def test_orders_can_be_taken_back(api: Api, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("error", count=5))
    sandbox.faults.clear()
    assert await api.send()


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="fault kind must be one of"):
        Fault("explosion")


METHODS = {
    "getMe": {},
    "sendMessage": {"text": "Hello"},
    "editMessageText": {"message_id": 1, "text": "New"},
    "answerCallbackQuery": {"callback_query_id": "1"},
    "sendChatAction": {"action": "typing"},
    "getUpdates": {},
}


async def outcome(api: Api, method: str) -> str:
    try:
        answer = await api(method, chat_id=ADA.id, **METHODS[method])
    except aiohttp.ClientPayloadError:
        return "half"
    except aiohttp.ClientConnectionError:
        return "reset"
    return {429: "too_many", 500: "error"}.get(answer.get("error_code", 0), "served")


@pytest.mark.parametrize("method", sorted(METHODS))
@pytest.mark.parametrize("kind", ["too_many", "error", "reset", "half"])
async def test_every_kind_meets_its_method_once_and_no_other(
    api: Api, sandbox: Sandbox, kind: str, method: str
) -> None:
    other = "getMe" if method != "getMe" else "getUpdates"
    sandbox.faults.add(Fault(kind, method))
    assert await outcome(api, other) == "served"
    assert await outcome(api, method) == kind
    assert await outcome(api, method) == "served"


async def test_skip_and_count_together(api: Api, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("error", "getMe", skip=2, count=3))
    assert [await outcome(api, "getMe") for _ in range(7)] == ["served"] * 2 + ["error"] * 3 + ["served"] * 2


async def test_orders_are_used_up_in_their_order(api: Api, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("error", "sendMessage"))
    sandbox.faults.add(Fault("too_many", "*", count=2))
    assert [await outcome(api, "sendMessage") for _ in range(4)] == [
        "error",
        "too_many",
        "too_many",
        "served",
    ]


async def test_an_order_that_lets_pass_leaves_the_call_to_the_next(api: Api, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("error", "getMe", skip=1))
    sandbox.faults.add(Fault("too_many", "getMe"))
    assert [await outcome(api, "getMe") for _ in range(3)] == ["too_many", "error", "served"]


@pytest.mark.parametrize("kind", ["too_many", "error", "reset"])
@pytest.mark.parametrize(("performed", "messages"), [(False, 1), (True, 2)])
async def test_a_failure_may_come_after_the_effect(
    api: Api, sandbox: Sandbox, kind: str, performed: bool, messages: int
) -> None:
    sandbox.faults.add(Fault(kind, "sendMessage", performed=performed))
    assert await outcome(api, "sendMessage") == kind
    assert len(sandbox.bot.chats[ADA.id].messages) == messages


@pytest.mark.parametrize(("performed", "left"), [(False, 1), (True, 0)])
async def test_an_offset_confirms_although_its_answer_is_lost(
    api: Api, sandbox: Sandbox, performed: bool, left: int
) -> None:
    sandbox.acts.say(ADA, "one")
    sandbox.faults.add(Fault("reset", "getUpdates", performed=performed))
    with pytest.raises(aiohttp.ClientConnectionError):
        await api("getUpdates", offset=sandbox.bot.queue.next_id)
    assert len(sandbox.bot.queue) == left


async def test_a_call_that_is_wrong_anyway_uses_up_the_order(api: Api, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("error", "sendMessage"))
    assert await api.refusal("sendMessage", chat_id=ADA.id, text="") == (500, "Internal Server Error")
    assert (await api.refusal("sendMessage", chat_id=ADA.id, text=""))[0] == 400


async def test_a_wrong_token_meets_no_fault(api: Api, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("error"))
    async with api.session.get(f"{sandbox.base_url}/bot1:wrong/getMe") as response:
        assert response.status == 401
    assert await outcome(api, "getMe") == "error"


async def test_the_journal_says_which_calls_failed_on_order(api: Api, sandbox: Sandbox) -> None:
    for kind in ("too_many", "error", "reset", "half"):
        sandbox.faults.add(Fault(kind, "getMe"))
        await outcome(api, "getMe")
    noted = [(call.status, call.description) for call in sandbox.journal.calls("getMe")]
    assert noted == [
        (429, "fault: too_many"),
        (500, "fault: error"),
        (-1, "fault: reset"),
        (-1, "fault: half"),
    ]
