"""429, when it is switched on."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from botapp.sandbox.people import ADA, BORIS
from botapp.sandbox.server import Sandbox
from tests.botapp.sandbox.conftest import Api, Clock


@pytest.fixture
async def paced(clock: Clock, session: aiohttp.ClientSession) -> AsyncIterator[Api]:
    sandbox = Sandbox(clock=clock, rate_limits=True)
    await sandbox.start()
    sandbox.acts.flood(40)
    sandbox.acts.say(ADA, "/start")
    yield Api(sandbox, session)
    await sandbox.stop()


async def test_one_message_a_second_in_a_chat(paced: Api, clock: Clock) -> None:
    message = await paced.send()
    answer = await paced("sendMessage", chat_id=ADA.id, text="again")
    assert (answer["error_code"], answer["parameters"]) == (429, {"retry_after": 1})
    edit = {"chat_id": ADA.id, "message_id": message["message_id"], "text": "edited"}
    assert (await paced("editMessageText", **edit))["error_code"] == 429
    clock.advance(1)
    assert await paced.result("editMessageText", **edit)


async def test_thirty_messages_a_second_overall(paced: Api, clock: Clock) -> None:
    people = [person for person in paced.sandbox.acts.people if person > 500_000]
    for person in people[:30]:
        await paced.send(chat_id=person)
    assert (await paced("sendMessage", chat_id=people[30], text="a"))["error_code"] == 429
    clock.advance(1)
    await paced.send(chat_id=people[30])


async def test_twenty_messages_a_minute_in_a_group(paced: Api, clock: Clock) -> None:
    paced.sandbox.acts.add_group(-9, "Friends")
    for _ in range(20):
        await paced.send(chat_id=-9)
        clock.advance(1)
    answer = await paced("sendMessage", chat_id=-9, text="a")
    assert answer["parameters"]["retry_after"] == 40
    clock.advance(40)
    await paced.send(chat_id=-9)


async def test_a_refused_message_does_not_count(paced: Api, clock: Clock) -> None:
    await paced.send()
    clock.advance(0.9)
    await paced("sendMessage", chat_id=ADA.id, text="too early")
    clock.advance(0.1)
    await paced.send()


async def test_without_the_switch_there_is_no_pace(api: Api) -> None:
    for _ in range(40):
        await api.send()


async def test_two_chats_do_not_slow_each_other(paced: Api) -> None:
    paced.sandbox.acts.say(BORIS, "/start")
    await paced.send()
    await paced.send(chat_id=BORIS.id)
    assert (await paced("sendMessage", chat_id=BORIS.id, text="a"))["error_code"] == 429


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendChatAction", {"action": "typing"}),
        ("sendMessageDraft", {"draft_id": 1, "text": "a"}),
        ("getChat", {}),
        ("getUpdates", {}),
        ("deleteMessage", {}),
        ("setMessageReaction", {}),
    ],
)
async def test_what_is_no_message_has_no_pace(paced: Api, method: str, params: dict[str, object]) -> None:
    message = await paced.send()
    where = {"chat_id": ADA.id, "message_id": message["message_id"]}
    assert await paced.result(method, **where, **params) is not None


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendPoll", {"question": "Q?", "options": ["a", "b"]}),
        ("sendPhoto", {"photo": "{file}"}),
        ("sendDocument", {"document": "{file}"}),
    ],
)
async def test_every_kind_of_message_counts(paced: Api, method: str, params: dict[str, object]) -> None:
    stored = paced.sandbox.bot.files.keep(b"x", name="x.bin")
    given = {name: stored.id if value == "{file}" else value for name, value in params.items()}
    await paced.result(method, chat_id=ADA.id, **given)
    assert (await paced(method, chat_id=ADA.id, **given))["error_code"] == 429


async def test_what_telegram_refuses_anyway_costs_nothing(paced: Api) -> None:
    assert (await paced.refusal("sendMessage", chat_id=ADA.id, text=""))[0] == 400
    assert await paced.send()


async def test_the_seconds_told_are_enough(paced: Api, clock: Clock) -> None:
    paced.sandbox.acts.add_group(-9, "Friends")
    for _ in range(20):
        await paced.send(chat_id=-9)
    told = (await paced("sendMessage", chat_id=-9, text="a"))["parameters"]["retry_after"]
    clock.advance(told - 1)
    assert (await paced("sendMessage", chat_id=-9, text="a"))["error_code"] == 429
    clock.advance(1)
    assert await paced.send(chat_id=-9)


async def test_an_edit_that_changes_nothing_costs_nothing(paced: Api, clock: Clock) -> None:
    message = await paced.send("Same")
    clock.advance(1)
    same = {"chat_id": ADA.id, "message_id": message["message_id"], "text": "Same"}
    assert (await paced.refusal("editMessageText", **same))[0] == 400
    assert await paced.send()
