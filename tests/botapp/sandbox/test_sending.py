"""Messages of the bot: what arrives, and what Telegram refuses."""

import aiohttp
import pytest
import telegram

from botapp.sandbox.people import ADA, BORIS
from botapp.sandbox.pictures import PIXELS
from botapp.sandbox.server import Sandbox
from tests.botapp.sandbox.conftest import Api, as_json, button


async def test_a_message_arrives_in_the_chat(api: Api, sandbox: Sandbox) -> None:
    message = await api.send("Hello", reply_markup=button())
    assert message["chat"]["id"] == ADA.id
    assert message["from"]["is_bot"]
    assert message["reply_markup"] == button()
    assert sandbox.bot.chats[ADA.id].messages[message["message_id"]] == message


async def test_python_telegram_bot_reads_every_message(api: Api, sandbox: Sandbox) -> None:
    await api.send("<b>Hello</b> https://a.org", parse_mode="HTML", reply_markup=button())
    sandbox.acts.forward(ADA, "Bitcoin rose")
    sandbox.acts.photo(ADA, caption="chart")
    sandbox.acts.sticker(ADA)
    await api.result("sendPoll", chat_id=ADA.id, question="Q?", options=["a", "b"])
    messages = [telegram.Message.de_json(m, None) for m in sandbox.bot.chats[ADA.id].messages.values()]
    assert [m.effective_attachment is not None for m in messages] == [False, False, False, True, True, True]
    assert messages[1].parse_entities() == {
        messages[1].entities[0]: "Hello",
        messages[1].entities[1]: "https://a.org",
    }
    assert messages[2].forward_origin.chat.title == "Crypto Wire"


@pytest.mark.parametrize(
    ("params", "refusal"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": "  \n "}, "message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "a" * 4097}, "message is too long"),
        ({"text": "🚀" * 2049}, "message is too long"),
        ({"chat_id": ""}, "chat_id is empty"),
        ({"chat_id": 31337}, "chat not found"),
        ({"chat_id": "@nowhere"}, "chat not found"),
        ({"reply_parameters": {"message_id": 999}}, "message to be replied not found"),
        ({"entities": "[broken"}, "can't parse entities JSON object"),
    ],
)
async def test_what_telegram_refuses(api: Api, params: dict[str, object], refusal: str) -> None:
    full = {"chat_id": ADA.id, "text": "Hello", **params}
    assert await api.refusal("sendMessage", **full) == (400, f"Bad Request: {refusal}")


@pytest.mark.parametrize("text", ["a" * 4096, "🚀" * 2048, "<b>" + "a" * 4096 + "</b>"])
async def test_the_limit_itself_passes_and_markup_does_not_count(api: Api, text: str) -> None:
    assert await api.send(text, parse_mode="HTML")


@pytest.mark.parametrize(
    ("keyboard", "refusal"),
    [
        ([[{"text": "A", "callback_data": "x" * 65}]], "BUTTON_DATA_INVALID"),
        ([[{"text": "A", "callback_data": "я" * 33}]], "BUTTON_DATA_INVALID"),
        ([[{"text": "A", "callback_data": ""}]], "BUTTON_DATA_INVALID"),
        ([[{"text": "A", "callback_data": "a"}] * 8] * 13, "REPLY_MARKUP_TOO_LONG"),
        (
            [[{"text": "A"}]],
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ([[{"text": " ", "callback_data": "a"}]], "inline keyboard button text must be non-empty"),
        (
            [[{"text": "A", "url": "not a url"}]],
            "inline keyboard button URL 'not a url' is invalid: Wrong HTTP URL",
        ),
        (["A"], 'field "inline_keyboard" must be of type Array of Array'),
    ],
)
async def test_keyboards_that_telegram_refuses(api: Api, keyboard: list, refusal: str) -> None:
    markup = {"inline_keyboard": keyboard}
    answer = await api.refusal("sendMessage", chat_id=ADA.id, text="Hello", reply_markup=markup)
    assert answer == (400, f"Bad Request: {refusal}")


@pytest.mark.parametrize("data", ["x" * 64, "я" * 32])
async def test_64_bytes_of_data_and_100_buttons_pass(api: Api, data: str) -> None:
    keyboard = [[{"text": "A", "callback_data": data}] * 10] * 10
    assert await api.send("Hello", reply_markup={"inline_keyboard": keyboard})


async def test_an_empty_keyboard_is_no_keyboard(api: Api) -> None:
    assert "reply_markup" not in await api.send("Hello", reply_markup={"inline_keyboard": [[]]})


async def test_a_reply_shows_what_it_answers(api: Api, sandbox: Sandbox) -> None:
    (question,) = sandbox.acts.say(ADA, "What is a fork?")
    reply = await api.send("A split", reply_parameters=as_json({"message_id": question["message_id"]}))
    assert reply["reply_to_message"]["text"] == "What is a fork?"
    lost = {"message_id": 999, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await api.send("A split", reply_parameters=lost)


async def test_a_person_who_blocked_the_bot_gets_nothing(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.block(ADA)
    blocked = (403, "Forbidden: bot was blocked by the user")
    assert await api.refusal("sendMessage", chat_id=ADA.id, text="Hello") == blocked
    assert await api.refusal("sendChatAction", chat_id=ADA.id, action="typing") == blocked
    sandbox.acts.unblock(ADA)
    assert await api.send("Hello")


async def test_somebody_who_never_wrote_has_no_chat(api: Api) -> None:
    assert await api.refusal("sendMessage", chat_id=BORIS.id, text="Hi") == (
        400,
        "Bad Request: chat not found",
    )


async def test_a_channel_is_found_by_its_name(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.add_group(-1001, "News", kind="channel", username="rvx_news")
    post = await api.send("Hello", chat_id="@rvx_news")
    assert post["sender_chat"]["id"] == post["chat"]["id"] == -1001
    assert "from" not in post


async def test_a_form_is_understood_like_json(api: Api, sandbox: Sandbox) -> None:
    url = f"{sandbox.base_url}/bot{sandbox.token}/SENDMESSAGE"
    form = {"chat_id": str(ADA.id), "text": "a+b & ü", "reply_markup": as_json(button())}
    async with api.session.post(url, data=form) as response:
        message = (await response.json())["result"]
    assert message["text"] == "a+b & ü"
    assert message["reply_markup"] == button()


async def test_the_query_of_the_address_counts_too(api: Api, sandbox: Sandbox) -> None:
    url = f"{sandbox.base_url}/bot{sandbox.token}/sendMessage?chat_id={ADA.id}&text=Hello"
    async with api.session.get(url) as response:
        assert (await response.json())["result"]["text"] == "Hello"


@pytest.mark.parametrize("body", ["{broken", "[1]"])
async def test_a_broken_body_is_a_400(api: Api, sandbox: Sandbox, body: str) -> None:
    url = f"{sandbox.base_url}/bot{sandbox.token}/sendMessage"
    async with api.session.post(url, data=body, headers={"Content-Type": "application/json"}) as response:
        assert response.status == 400
        assert (await response.json())["description"].startswith("Bad Request: can't parse JSON object")


async def test_a_parameter_of_the_wrong_shape_is_a_400(api: Api) -> None:
    code, _ = await api.refusal("sendMessage", chat_id=ADA.id, text="Hello", entities=[7])
    assert code == 400


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendMessage", {"chat_id": "²"}),
        ("sendMessage", {"chat_id": "--5"}),
        ("sendMessage", {"chat_id": {"a": 1}}),
        ("sendMessage", {"reply_parameters": {"message_id": "x"}}),
        ("sendMessage", {"reply_markup": [1]}),
        ("sendMessage", {"reply_markup": {"inline_keyboard": [[{"text": "A", "url": "http://[::1"}]]}}),
        ("sendMessage", {"reply_markup": {"inline_keyboard": [["A"]]}}),
        ("sendMessage", {"entities": {"a": 1}}),
        ("sendMessage", {"entities": "5"}),
        ("setMessageReaction", {"message_id": 1, "reaction": 5}),
        ("sendPoll", {"question": "Q?", "options": ["a", "b"], "type": "quiz", "correct_option_ids": 5}),
        ("setMyCommands", {"commands": [{}], "scope": 5}),
        ("setWebhook", {"url": "http://[::1"}),
        ("getUpdates", {"allowed_updates": 5}),
        ("getUpdates", {"allowed_updates": "[broken"}),
    ],
)
async def test_no_parameter_breaks_the_server(api: Api, method: str, params: dict[str, object]) -> None:
    code, description = await api.refusal(method, **{"chat_id": ADA.id, "text": "Hello", **params})
    assert code == 400
    assert description.startswith("Bad Request: ")


@pytest.mark.parametrize(
    "action",
    [
        *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"),
        *("upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note"),
    ],
)
async def test_every_chat_action_of_telegram_is_known(api: Api, action: str) -> None:
    assert await api.result("sendChatAction", chat_id=ADA.id, action=action) is True


async def test_a_draft_is_checked_like_a_message(api: Api, sandbox: Sandbox) -> None:
    draft = {"chat_id": ADA.id, "draft_id": 7}
    for wrong in ({"text": ""}, {"text": "a" * 4097}, {"text": "<b>a", "parse_mode": "HTML"}):
        assert (await api.refusal("sendMessageDraft", **draft, **wrong))[0] == 400
    assert sandbox.bot.chats[ADA.id].draft is None
    await api.result("sendMessageDraft", **draft, text="<b>a</b>", parse_mode="HTML")
    assert sandbox.bot.chats[ADA.id].draft["entities"][0]["type"] == "bold"


async def test_a_draft_is_no_message_and_for_private_chats_only(api: Api, sandbox: Sandbox) -> None:
    before = dict(sandbox.bot.chats[ADA.id].messages)
    await api.result("sendMessageDraft", chat_id=ADA.id, draft_id=7, text="a")
    assert sandbox.bot.chats[ADA.id].messages == before
    sandbox.acts.add_group(-5, "Friends")
    refusal = await api.refusal("sendMessageDraft", chat_id=-5, draft_id=7, text="a")
    assert refusal == (400, "Bad Request: message drafts can be sent only to private chats")


async def test_message_ids_rise_over_all_chats(api: Api, sandbox: Sandbox) -> None:
    sandbox.acts.say(BORIS, "/start")
    ids = [(await api.send(chat_id=person.id))["message_id"] for person in (ADA, BORIS, ADA)]
    assert ids == list(range(ids[0], ids[0] + 3))


async def test_a_reply_in_an_older_clients_words_is_understood(api: Api, sandbox: Sandbox) -> None:
    (question,) = sandbox.acts.say(ADA, "What is a fork?")
    reply = await api.send("A split", reply_to_message_id=question["message_id"])
    assert reply["reply_to_message"]["message_id"] == question["message_id"]
    again = await api.send("More", reply_to_message_id=reply["message_id"])
    assert "reply_to_message" not in again["reply_to_message"], "one step back, not the whole thread"


@pytest.mark.parametrize("field", ["document", "photo"])
async def test_an_uploaded_file_can_be_fetched_again(api: Api, sandbox: Sandbox, field: str) -> None:
    form = aiohttp.FormData({"chat_id": str(ADA.id), "caption": "<b>Yours</b>", "parse_mode": "HTML"})
    form.add_field(field, PIXELS, filename="mine.png", content_type="image/png")
    url = f"{sandbox.base_url}/bot{sandbox.token}/send{field.title()}"
    async with api.session.post(url, data=form) as response:
        message = (await response.json())["result"]
    assert (message["caption"], message["caption_entities"][0]["type"]) == ("Yours", "bold")
    sent = message[field] if field == "document" else message[field][0]
    path = (await api.result("getFile", file_id=sent["file_id"]))["file_path"]
    async with api.session.get(f"{sandbox.base_url}/file/bot{sandbox.token}/{path}") as response:
        assert await response.read() == PIXELS
    again = await api.result(f"send{field.title()}", **{"chat_id": ADA.id, field: sent["file_id"]})
    assert field in again


@pytest.mark.parametrize(
    ("value", "refusal"),
    [
        ("", "there is no photo in the request"),
        ("unknown-id", "invalid file_id"),
        ("https://a.org/a.png", "failed to get HTTP URL content"),
    ],
)
async def test_a_photo_that_is_not_there(api: Api, value: str, refusal: str) -> None:
    answer = await api.refusal("sendPhoto", chat_id=ADA.id, photo=value)
    assert answer == (400, f"Bad Request: {refusal}")


async def test_a_caption_has_its_own_limit(api: Api, sandbox: Sandbox) -> None:
    photo = sandbox.acts.photo(ADA)["photo"][0]["file_id"]
    refusal = await api.refusal("sendPhoto", chat_id=ADA.id, photo=photo, caption="a" * 1025)
    assert refusal == (400, "Bad Request: message caption is too long")


async def test_a_draft_grows_and_ends_with_the_message(api: Api, sandbox: Sandbox) -> None:
    for text in ("Bit", "Bitcoin"):
        assert await api.result("sendMessageDraft", chat_id=ADA.id, draft_id=7, text=text)
    assert sandbox.bot.chats[ADA.id].draft == {"draft_id": 7, "text": "Bitcoin"}
    await api.send("Bitcoin rose")
    assert sandbox.bot.chats[ADA.id].draft is None
    refusal = await api.refusal("sendMessageDraft", chat_id=ADA.id, draft_id=0, text="a")
    assert refusal == (400, "Bad Request: draft_id must be non-zero")


async def test_an_unknown_chat_action_is_refused(api: Api) -> None:
    assert await api.result("sendChatAction", chat_id=ADA.id, action="typing")
    refusal = await api.refusal("sendChatAction", chat_id=ADA.id, action="dancing")
    assert refusal == (400, "Bad Request: wrong parameter action in request")


@pytest.mark.parametrize(
    ("path", "code", "description"),
    [
        ("bot4242424242:wrong/getMe", 401, "Unauthorized"),
        ("botnonsense/getMe", 404, "Not Found"),
        ("bot{token}/noSuchMethod", 404, "Not Found"),
        ("bot{token}/logOut", 404, "Not Found"),
    ],
)
async def test_wrong_tokens_and_unknown_methods(
    api: Api, sandbox: Sandbox, path: str, code: int, description: str
) -> None:
    async with api.session.get(f"{sandbox.base_url}/{path.format(token=sandbox.token)}") as response:
        assert response.status == code
        assert await response.json() == {"ok": False, "error_code": code, "description": description}
