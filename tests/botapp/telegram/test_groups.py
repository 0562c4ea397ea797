import pytest

from botapp.models import DailyUsage, Person
from botapp.sandbox.people import Person as Sender
from tests.botapp.telegram.cards import LONG_ITEM
from tests.kit.pages import NAME, Site, story
from tests.kit.scripted_ai import ScriptedGemini

GROUP = -1001
ITEM = (
    "The SEC sued Binance today with 13 charges. It says that customers were misled. "
    "The exchange denies it. A court will hear both sides in June."
)


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


@pytest.mark.parametrize("text", ["/start@rvx_test_bot", "/HELP@RVX_Test_Bot", "/nonsense@rvx_test_bot"])
def test_what_is_answered_in_a_group_is_a_reply_to_the_one_who_wrote(group, text):
    (message,) = group.say(text).messages
    assert message["chat"]["id"] == GROUP
    assert message["reply_to_message"]["text"] == text


def test_an_odd_name_in_a_group_is_just_a_name(chats):
    reply = chats(Sender(2005, "<b>Eve & co", language_code="en"), group=GROUP).say("/start@rvx_test_bot")
    assert "<b>Eve & co" in reply.text
    assert reply.refusals == []


def test_each_in_a_group_is_answered_in_their_own_language(group, chats):
    english = group.say("/help@rvx_test_bot").text
    ukrainian = chats("Olena", group=GROUP).say("/help@rvx_test_bot").text
    assert english.startswith("What I can do")
    assert "і" in ukrainian


def test_whoever_asked_can_go_on_with_the_card_in_the_group(group):
    card = group.say(f"@rvx_test_bot {LONG_ITEM}").messages[0]
    reply = group.press("Deeper")
    assert [message["message_id"] for message in reply.messages] == [card["message_id"]]
    assert group.press("👍").toast == "Thank you!"


def test_talk_in_a_group_makes_nobody_known(chats):
    chats("Olena", group=GROUP).say("Good morning everybody, how are you today?")
    assert not Person.objects.exists()


def test_a_picture_in_a_group_is_left_alone_unless_it_names_the_bot(group):
    acts = group.sandbox.sandbox.acts
    assert group.do(acts.photo, group.person, caption=ITEM, chat_id=GROUP).messages == ()
    named = group.do(acts.photo, group.person, caption=f"@rvx_test_bot {ITEM}", chat_id=GROUP)
    assert "SEC sued Binance" in named.text


def test_an_unknown_member_who_presses_a_menu_is_answered_and_not_a_failure(group, chats):
    group.say("/menu@rvx_test_bot")
    reply = chats("Bob", group=GROUP).press("Help")
    assert reply.refusals == []
    assert reply.count("answerCallbackQuery") == 1


@pytest.fixture
def gemini(settings):
    with ScriptedGemini() as server:
        settings.GEMINI_API_KEY = "key"
        settings.GEMINI_BASE_URL = server.base_url
        server.sees |= {"text": ITEM, "asset_type": "screenshot"}
        yield server


@pytest.mark.parametrize(
    "words", ["", "explain", "please explain this", "what is this?", "Поясни это, пожалуйста"]
)
def test_a_mention_with_hardly_a_word_means_what_it_stands_under(group, chats, words):
    chats("Olena", group=GROUP).say(ITEM)
    said = group.messages[-1]["message_id"]
    assert "SEC sued Binance" in group.say(f"@rvx_test_bot {words.replace(',', '')}", reply_to=said).text


def test_a_mention_with_an_item_of_its_own_means_that(group, chats):
    chats("Olena", group=GROUP).say("Solana rose by 40% in one week, exchanges said on Tuesday.")
    said = group.messages[-1]["message_id"]
    reply = group.say(f"@rvx_test_bot {ITEM}", reply_to=said)
    assert "Binance" in reply.text
    assert "Solana" not in reply.text


def test_a_forward_that_somebody_points_at_names_its_origin(group, chats):
    acts = group.sandbox.sandbox.acts
    olena = chats("Olena", group=GROUP)
    olena.do(acts.forward, olena.person, ITEM, source="Crypto Wire", chat_id=GROUP)
    reply = group.say("@rvx_test_bot", reply_to=group.messages[-1]["message_id"])
    assert "Forwarded from Crypto Wire" in reply.text


def test_a_picture_in_a_group_that_names_the_bot_is_read(group, gemini):
    acts = group.sandbox.sandbox.acts
    reply = group.do(acts.photo, group.person, caption="@rvx_test_bot", chat_id=GROUP)
    assert "SEC sued Binance" in reply.text
    assert "Read from a picture" in reply.text


def test_a_picture_of_somebody_that_is_pointed_at_is_read(group, chats, gemini):
    acts = group.sandbox.sandbox.acts
    olena = chats("Olena", group=GROUP)
    assert olena.do(acts.photo, olena.person, chat_id=GROUP).messages == ()
    reply = group.say("@rvx_test_bot what is this?", reply_to=group.messages[-1]["message_id"])
    assert "SEC sued Binance" in reply.text


def test_an_album_in_a_group_whose_caption_names_the_bot_is_read_as_one(group, gemini):
    acts = group.sandbox.sandbox.acts
    reply = group.do(acts.album, group.person, count=3, caption="@rvx_test_bot", chat_id=GROUP)
    assert reply.count("sendMessage") == 1
    assert "SEC sued Binance" in reply.text


def test_a_link_of_somebody_that_is_pointed_at_is_read(group, chats, settings):
    with Site() as site:
        settings.FETCH_PLACES = {NAME: site.place}
        site.page("/story", story())
        chats("Olena", group=GROUP).say(f"http://{NAME}/story")
        reply = group.say("@rvx_test_bot", reply_to=group.messages[-1]["message_id"])
    assert "$625 million" in reply.text
