import pytest

from analytics.models import Event
from analytics.services.record import totals
from botapp.models import DailyUsage, Generation, Person, Turn
from botapp.sandbox.faults import Fault
from tests.botapp.telegram.cards import LONG_ITEM

ITEM = (
    "The SEC sued Binance today with 13 charges. It says that customers were misled. "
    "The exchange denies it. A court will hear both sides in June."
)
CLOSED = "Access to RVX is closed for this account."
CHANNEL = -1009


def _banned_after_a_card(chat):
    chat.say(ITEM)
    Person.objects.update(is_banned=True)


@pytest.mark.parametrize(
    "text", ["/start", "/help", "/limits", "/stop", "/language", ITEM, "help", "/nonsense"]
)
def test_a_banned_person_gets_one_sentence_for_whatever_they_write(chats, text):
    reply = chats("Mallory").say(text)
    assert reply.text == CLOSED
    assert not Generation.objects.exists()
    assert not Event.objects.exists()


def test_a_ban_closes_every_button(chat):
    _banned_after_a_card(chat)
    card = chat.last
    for row in card["reply_markup"]["inline_keyboard"]:
        for button in row:
            reply = chat.press_data(button["callback_data"], card["message_id"])
            assert reply.toast == CLOSED
            assert reply.messages == ()
    assert Generation.objects.count() == 1
    assert chat.press_data("stop:1").toast == CLOSED
    assert chat.press_data("no:such:button").toast == CLOSED


def test_a_ban_holds_for_pictures_and_edits(chat):
    _banned_after_a_card(chat)
    acts = chat.sandbox.sandbox.acts
    assert chat.do(acts.sticker, chat.person).text == CLOSED
    assert chat.do(acts.edit, chat.person, chat.messages[0]["message_id"], ITEM + "!").text == CLOSED


def test_who_is_let_in_again_is_answered_again(chat):
    _banned_after_a_card(chat)
    Person.objects.update(is_banned=False)
    assert chat.say("/start").text.startswith("Hello")


def test_an_allow_list_keeps_others_out_of_every_path(chat, settings):
    chat.say(ITEM)
    settings.ALLOWED_USER_IDS = (4711,)
    assert chat.say(ITEM).text == "This bot is open to a closed circle for now."
    assert chat.press("👍").toast == "This bot is open to a closed circle for now."
    assert chat.press("Simpler").toast
    assert Generation.objects.count() == 1


def test_commands_that_always_work_pass_the_allow_list(chat, settings):
    settings.ALLOWED_USER_IDS = (4711,)
    assert chat.say("/start").text.startswith("Hello")
    chat.say("/language")
    chat.press("✓ English")
    assert chat.last["text"].startswith("Done")
    assert "left today" in chat.say("/limits").text


def test_the_listed_and_staff_come_in(chat, settings):
    settings.ALLOWED_USER_IDS = (chat.person.id,)
    assert chat.say("/help").text.startswith("What I can do")
    settings.ALLOWED_USER_IDS, settings.ADMIN_IDS = (4711,), (chat.person.id,)
    assert chat.say("/help").text.startswith("What I can do")


@pytest.fixture
def channel(chat, settings):
    """Ada's bot asks for a subscription to this channel."""
    settings.CHANNEL_ID, settings.CHANNEL_LINK = str(CHANNEL), "https://t.me/rvx_news"
    acts = chat.sandbox.sandbox.acts
    chat.sandbox.call(acts.add_group, CHANNEL, "RVX news", kind="channel")
    return lambda status: chat.sandbox.call(acts.set_member, CHANNEL, chat.person, status)


@pytest.mark.parametrize("status", ["left", "kicked"])
def test_who_has_not_joined_is_shown_the_channel(chat, channel, status):
    channel(status)
    assert "https://t.me/rvx_news" in chat.say(ITEM).text
    assert not Generation.objects.exists()


def test_who_joins_is_let_in_at_once(chat, channel):
    channel("left")
    chat.say(ITEM)
    channel("member")
    assert "Binance" in chat.say(ITEM).text


def test_a_subscription_is_asked_for_once_in_five_minutes(chat, channel):
    channel("member")
    assert chat.say("/menu").count("getChatMember") == 1
    channel("left")
    assert chat.say("/menu").count("getChatMember") == 0


@pytest.mark.parametrize(("fail_open", "word"), [(True, "What I can do"), (False, "https://t.me/rvx_news")])
def test_when_telegram_can_not_tell_the_setting_decides(chat, channel, settings, fail_open, word):
    settings.CHANNEL_GATE_FAIL_OPEN = fail_open
    chat.sandbox.call(chat.sandbox.sandbox.faults.add, Fault("error", "getChatMember"))
    assert word in chat.say("/help").text


def test_the_daily_limit_holds_for_texts_and_for_depths(chat):
    chat.say("/start")
    Person.objects.update(daily_limit=1)
    chat.say(LONG_ITEM)
    refused = "That was the last of today's 1 explanations. New ones come at 00:00 UTC."
    assert chat.say("Bitcoin fell by 5% to $60,000 today.").text == refused
    assert chat.press("Deeper").toast == refused
    assert DailyUsage.objects.get().used == 1
    assert totals(["requests_rate_limited"]) == {"requests_rate_limited": 2}


def test_a_limit_of_nothing_is_nothing(chat):
    chat.say("/start")
    Person.objects.update(daily_limit=0)
    assert "today's 0 explanations" in chat.say(ITEM).text
    assert not Turn.objects.exists()


def test_a_flood_is_slowed_down_with_the_seconds_to_wait(chat, settings):
    settings.FLOOD_SECONDS, settings.FLOOD_BURST = 30, 1
    chat.say(ITEM)
    assert chat.say(ITEM + " Again.").text == "One moment, please: I can take the next item in 30 s."
    assert DailyUsage.objects.get().used == 1
