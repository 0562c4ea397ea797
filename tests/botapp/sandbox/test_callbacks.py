"""Pressed buttons and their answers."""

import pytest
import telegram

from botapp.sandbox.people import ADA, BORIS
from botapp.sandbox.server import Sandbox
from tests.botapp.sandbox.conftest import Api, Clock, button

TOO_OLD = (400, "Bad Request: query is too old and response timeout expired or query ID is invalid")


@pytest.fixture
async def press_id(api: Api, sandbox: Sandbox) -> str:
    message = await api.send("Pick", reply_markup=button())
    return sandbox.acts.press(ADA, message["message_id"], "tap")


async def test_a_press_arrives_with_its_message(api: Api, press_id: str) -> None:
    (update,) = await api.result("getUpdates")
    query = telegram.Update.de_json(update, None).callback_query
    assert (query.id, query.data, query.from_user.id) == (press_id, "tap", ADA.id)
    assert query.message.text == "Pick"


async def test_the_answer_reaches_the_person(api: Api, sandbox: Sandbox, press_id: str) -> None:
    given = {"callback_query_id": press_id, "text": "Saved", "show_alert": True}
    assert await api.result("answerCallbackQuery", **given) is True
    assert sandbox.bot.presses.answer_to(press_id) == {"text": "Saved", "show_alert": True, "url": ""}


@pytest.mark.parametrize("wrong", ["", "12345"])
async def test_an_unknown_press_is_refused(api: Api, wrong: str) -> None:
    assert await api.refusal("answerCallbackQuery", callback_query_id=wrong) == TOO_OLD


async def test_a_press_is_answerable_for_150_seconds(api: Api, clock: Clock, press_id: str) -> None:
    clock.advance(149)
    assert await api.result("answerCallbackQuery", callback_query_id=press_id)
    clock.advance(2)
    assert await api.refusal("answerCallbackQuery", callback_query_id=press_id) == TOO_OLD


async def test_an_answer_has_200_characters_at_most(api: Api, press_id: str) -> None:
    assert await api.result("answerCallbackQuery", callback_query_id=press_id, text="a" * 200)
    refusal = await api.refusal("answerCallbackQuery", callback_query_id=press_id, text="a" * 201)
    assert refusal == (400, "Bad Request: MESSAGE_TOO_LONG")


async def test_a_button_that_an_edit_took_away_can_still_be_pressed(api: Api, sandbox: Sandbox) -> None:
    message = await api.send("Pick")
    sandbox.acts.press(ADA, message["message_id"], "old")
    assert (await api.result("getUpdates"))[0]["callback_query"]["data"] == "old"


async def test_members_of_a_group_press_each_for_themselves(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.add_group(-5, "Friends")
    message = await api.send("Pick", chat_id=-5, reply_markup=button())
    for person in (ADA, BORIS):
        sandbox.acts.press(person, message["message_id"], "tap", chat_id=-5)
    updates = await api.result("getUpdates")
    assert [update["callback_query"]["from"]["id"] for update in updates] == [ADA.id, BORIS.id]
