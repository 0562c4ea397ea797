import pytest

from botapp.models import DailyUsage, Person

GROUP = -1001
ITEM = "The SEC sued Binance today with 13 charges."


@pytest.fixture
def group(chats):
    chats("Ada").say("/start")
    return chats("Ada", group=GROUP)


@pytest.mark.parametrize("text", [ITEM, "/start", "/help@another_bot", "hello @another_bot, look at this"])
def test_talk_among_people_is_left_alone(group, text):
    assert group.say(text).messages == ()


def test_a_command_that_names_the_bot_is_answered_as_a_reply(group):
    reply = group.say("/help@rvx_test_bot")
    assert reply.text.startswith("What I can do")
    assert reply.messages[0]["reply_to_message"]["text"] == "/help@rvx_test_bot"


def test_a_mention_is_explained_without_the_mention(group):
    reply = group.say(f"@rvx_test_bot {ITEM}")
    assert "SEC sued Binance" in reply.text
    assert "@rvx_test_bot" not in reply.text


def test_a_mention_under_a_message_explains_that_message(group, chats):
    chats("Olena", group=GROUP).say(ITEM)
    item = group.messages[-1]
    assert "SEC sued Binance" in group.say("@rvx_test_bot", reply_to=item["message_id"]).text


def test_a_reply_to_the_bot_is_for_the_bot(group):
    card = group.say(f"@rvx_test_bot {ITEM}").messages[0]
    assert group.say("What is a lawsuit in plain words?", reply_to=card["message_id"]).messages


def test_the_limit_in_a_group_is_that_of_the_person_who_asks(group, chats):
    chats("Olena", group=GROUP).say(f"@rvx_test_bot {ITEM}")
    assert DailyUsage.objects.get().person == Person.objects.get(telegram_id=1003)


def test_whoever_did_not_ask_can_not_change_the_card(group, chats):
    card = group.say(f"@rvx_test_bot {ITEM}").messages[0]
    olena = chats("Olena", group=GROUP)
    data = card["reply_markup"]["inline_keyboard"][1][0]["callback_data"]
    reply = olena.press_data(data, card["message_id"])
    assert reply.toast
    assert group.last == card
