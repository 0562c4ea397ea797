"""Failures on order."""

import time

import aiohttp
import pytest

from botapp.sandbox.faults import Fault
from botapp.sandbox.people import ADA
from botapp.sandbox.server import Sandbox
from tests.botapp.sandbox.conftest import Api


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
