import pytest
from telegram import Bot, User

from botapp.telegram.incoming import read

ADA = {"id": 1001, "is_bot": False, "first_name": "Ada"}
PRIVATE = {"id": 1001, "type": "private"}
GROUP = {"id": -5, "type": "supergroup", "title": "Readers"}


@pytest.fixture(scope="module")
def bot():
    made = Bot("777:token")
    made._bot_user = User(777, "RVX", is_bot=True, username="rvx_bot")
    return made


def _message(kind="message", chat=PRIVATE, **content):
    return {"update_id": 1, kind: {"message_id": 5, "date": 1, "chat": chat, "from": ADA, **content}}


def _mention(name, text):
    return {"text": text, "entities": [{"type": "mention", "offset": 0, "length": len(name)}]}


@pytest.mark.parametrize(
    ("text", "command", "argument"),
    [
        ("/start", "start", ""),
        ("/start  deep_link ", "start", "deep_link"),
        ("/Start@RVX_bot x y", "start", "x y"),
        ("/explain line one\nline two", "explain", "line one\nline two"),
        ("/", "", ""),
        ("/привет", "", ""),
        ("// a comment", "", ""),
        ("/a/b", "", ""),
        ("see /start", "", ""),
    ],
)
def test_commands_are_told_from_texts(bot, text, command, argument):
    found = read(_message(text=text), bot)
    assert (found.deed, found.command, found.argument, found.text) == ("text", command, argument, text)


def test_a_press_carries_its_data_and_message(bot):
    query = {
        "id": "9",
        "from": ADA,
        "chat_instance": "1",
        "data": "menu",
        "message": {"message_id": 7, "date": 1, "chat": GROUP},
    }
    found = read({"update_id": 1, "callback_query": query}, bot)
    assert (found.deed, found.data, found.press_id, found.message_id) == ("press", "menu", "9", 7)
    assert (found.chat_id, found.is_private) == (-5, False)


def test_a_press_of_a_button_in_an_inline_message_has_no_chat_to_answer_in(bot):
    query = {"id": "9", "from": ADA, "chat_instance": "1", "data": "menu", "inline_message_id": "x"}
    assert read({"update_id": 1, "callback_query": query}, bot) is None


def test_a_caption_is_the_text_of_a_picture(bot):
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    assert read(_message(photo=photo, caption="Bitcoin fell"), bot).text == "Bitcoin fell"
    assert read(_message(photo=photo), bot).media == "photo"


def test_an_edit_is_an_edit(bot):
    assert read(_message("edited_message", text="/help", edit_date=2), bot).deed == "edit"


def test_bots_and_anonymous_posts_are_not_answered(bot):
    robot = {"id": 2, "is_bot": True, "first_name": "Robot"}
    assert read(_message(text="hi", **{"from": robot}), bot) is None
    nobody = _message(text="hi", chat={"id": -7, "type": "channel"})
    del nobody["message"]["from"]
    assert read(nobody, bot) is None


@pytest.mark.parametrize("kind", ["channel_post", "my_chat_member", "inline_query", "poll", "of_tomorrow"])
def test_other_kinds_are_not_even_parsed(bot, kind):
    assert read({"update_id": 1, kind: {"unknown": "shape"}}, bot) is None


def test_in_a_group_a_mention_calls_the_bot_in_any_case(bot):
    found = read(_message(chat=GROUP, **_mention("@RVX_Bot", "@RVX_Bot Bitcoin fell")), bot)
    assert found.text == "Bitcoin fell"


def test_in_a_group_a_longer_name_is_somebody_else(bot):
    assert read(_message(chat=GROUP, **_mention("@rvx_bot2", "@rvx_bot2 hello there")), bot) is None


def test_in_a_group_an_email_address_is_no_mention(bot):
    assert read(_message(chat=GROUP, text="write to me@rvx_bot please"), bot) is None


def test_a_bare_mention_under_a_picture_means_its_caption(bot):
    quoted = {"message_id": 3, "date": 1, "chat": GROUP, "caption": "Bitcoin fell by 5%"}
    update = _message(chat=GROUP, reply_to_message=quoted, **_mention("@rvx_bot", "@rvx_bot"))
    assert read(update, bot).text == "Bitcoin fell by 5%"


def test_a_bare_mention_under_nothing_asks_for_nothing(bot):
    assert read(_message(chat=GROUP, **_mention("@rvx_bot", "@rvx_bot")), bot) is None
