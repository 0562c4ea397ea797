"""Edits and deletions."""

import pytest

from botapp.sandbox.people import ADA
from botapp.sandbox.server import Sandbox
from tests.botapp.sandbox.conftest import Api, button

SAME = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)


def edit(message: dict, text: str = "New", **params: object) -> dict[str, object]:
    return {"chat_id": ADA.id, "message_id": message["message_id"], "text": text, **params}


async def test_an_edit_replaces_text_and_keyboard(api: Api) -> None:
    message = await api.send("Old", reply_markup=button())
    edited = await api.result("editMessageText", **edit(message, "<i>New</i>", parse_mode="HTML"))
    assert (edited["text"], edited["entities"][0]["type"]) == ("New", "italic")
    assert edited["edit_date"] >= edited["date"]
    assert "reply_markup" not in edited


async def test_an_edit_takes_old_entities_away(api: Api) -> None:
    message = await api.send("<b>Old</b>", parse_mode="HTML")
    assert "entities" not in await api.result("editMessageText", **edit(message))


async def test_an_edit_that_changes_nothing_is_refused(api: Api) -> None:
    message = await api.send("<b>Same</b>", parse_mode="HTML", reply_markup=button())
    same = edit(message, "<strong>Same</strong> ", parse_mode="HTML", reply_markup=button())
    assert await api.refusal("editMessageText", **same) == (400, SAME)
    assert await api.result("editMessageText", **{**same, "reply_markup": button("Other")})
    assert await api.result("editMessageText", **{**same, "text": "Same", "reply_markup": button("Other")})


async def test_a_keyboard_changes_alone(api: Api) -> None:
    message = await api.send("Text", reply_markup=button())
    where = {"chat_id": ADA.id, "message_id": message["message_id"]}
    assert await api.refusal("editMessageReplyMarkup", **where, reply_markup=button()) == (400, SAME)
    edited = await api.result("editMessageReplyMarkup", **where)
    assert edited["text"] == "Text"
    assert "reply_markup" not in edited
    assert "edit_date" not in edited
    assert await api.refusal("editMessageReplyMarkup", **where) == (400, SAME)


async def test_an_update_in_the_queue_keeps_the_message_as_it_was(api: Api, sandbox: Sandbox) -> None:
    message = await api.send("Old", reply_markup=button())
    sandbox.acts.press(ADA, message["message_id"], "tap")
    await api.result("editMessageText", **edit(message))
    (update,) = await api.result("getUpdates")
    assert update["callback_query"]["message"]["text"] == "Old"


@pytest.mark.parametrize(
    ("params", "refusal"),
    [
        ({"message_id": 999}, "message to edit not found"),
        ({"message_id": ""}, "message identifier is not specified"),
        ({"chat_id": 31337}, "chat not found"),
        ({"text": ""}, "message text is empty"),
        ({"text": "a" * 4097}, "message is too long"),
    ],
)
async def test_edits_that_are_refused(api: Api, params: dict[str, object], refusal: str) -> None:
    message = await api.send()
    assert await api.refusal("editMessageText", **{**edit(message), **params}) == (
        400,
        f"Bad Request: {refusal}",
    )


async def test_a_bot_edits_its_own_messages_only(api: Api, sandbox: Sandbox) -> None:
    (message,) = sandbox.acts.say(ADA, "mine")
    assert await api.refusal("editMessageText", **edit(message)) == (
        400,
        "Bad Request: message can't be edited",
    )


async def test_captions_and_texts_are_edited_each_by_their_own_method(api: Api, sandbox: Sandbox) -> None:
    text = await api.send()
    file_id = sandbox.acts.photo(ADA)["photo"][0]["file_id"]
    photo = await api.result("sendPhoto", chat_id=ADA.id, photo=file_id, caption="Old")
    refusal = await api.refusal("editMessageText", **edit(photo))
    assert refusal == (400, "Bad Request: there is no text in the message to edit")
    refusal = await api.refusal("editMessageCaption", **edit(text), caption="New")
    assert refusal == (400, "Bad Request: there is no caption in the message to edit")
    assert (await api.result("editMessageCaption", **edit(photo), caption="New"))["caption"] == "New"
    assert "caption" not in await api.result("editMessageCaption", **edit(photo))


async def test_a_deleted_message_is_gone(api: Api, sandbox: Sandbox) -> None:
    message = await api.send()
    where = {"chat_id": ADA.id, "message_id": message["message_id"]}
    assert await api.result("deleteMessage", **where) is True
    assert message["message_id"] not in sandbox.bot.chats[ADA.id].messages
    gone = (400, "Bad Request: message to delete not found")
    assert await api.refusal("deleteMessage", **where) == gone


async def test_reactions(api: Api, sandbox: Sandbox) -> None:
    (message,) = sandbox.acts.say(ADA, "thanks")
    where = {"chat_id": ADA.id, "message_id": message["message_id"]}
    thumb = {"type": "emoji", "emoji": "👍"}
    assert await api.result("setMessageReaction", **where, reaction=[thumb]) is True
    refusal = await api.refusal("setMessageReaction", **where, reaction=[thumb, thumb])
    assert refusal == (400, "Bad Request: REACTIONS_TOO_MANY")
    refusal = await api.refusal("setMessageReaction", chat_id=ADA.id, message_id=999)
    assert refusal == (400, "Bad Request: message to react not found")
