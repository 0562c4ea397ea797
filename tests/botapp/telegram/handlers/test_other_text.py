"""What is surely no news is not explained as if it were, unless the person wants it; asking costs nothing."""

import pytest

from botapp.models import DailyUsage, Explanation, Generation

ANYWAY = {"Ada": "Explain anyway", "Bob": "Всё равно объяснить", "Olena": "Усе одно пояснити"}
TALK = "Hey, get me a pizza tonight, I am tired"
ITEM = "The SEC sued Binance on Monday with 13 charges."
RECIPE = "Возьмите 3 яйца, стакан муки и щепотку соли. Взбейте яйца, добавьте муку и перемешайте."
SAID = {
    "Ada": "This does not look like news, and I explain news about money and crypto. "
    "If it is news after all, press the button.",
    "Bob": "Это не похоже на новость, а я объясняю новости о деньгах и криптовалютах. "
    "Если это всё-таки новость, нажмите кнопку.",
    "Olena": "Це не схоже на новину, а я пояснюю новини про гроші та криптовалюти. "
    "Якщо це все-таки новина, натисніть кнопку.",
}


def data(message):
    return message["reply_markup"]["inline_keyboard"][0][0]["callback_data"]


@pytest.mark.parametrize("who", SAID)
@pytest.mark.parametrize("text", [TALK, RECIPE, "скинь деньги за пиццу вечером, ок", "тест тест тест"])
def test_it_is_said_kindly_and_costs_nothing(chats, who, text):
    reply = chats(who).say(text)
    assert reply.text == SAID[who]
    assert reply.buttons == [ANYWAY[who]]
    assert reply.refusals == []
    assert not Generation.objects.exists()
    assert not DailyUsage.objects.exists()


def test_whoever_wants_it_has_it_explained_in_its_place_for_one_charge(chat):
    said = chat.say(TALK).messages[0]
    reply = chat.press("Explain anyway")
    assert [message["message_id"] for message in reply.messages] == [said["message_id"]]
    assert "pizza" in reply.text
    assert "Explain anyway" not in reply.buttons
    assert Explanation.objects.get().source_text == TALK
    assert Generation.objects.get().kind == "news"
    assert DailyUsage.objects.get().used == 1


def test_it_works_after_a_restart(chat, restarted):
    chat.say(TALK)
    assert "pizza" in restarted().press("Explain anyway").text
    assert Explanation.objects.get().source_text == TALK


def test_a_double_press_begins_one_answer(chat):
    said = chat.say(TALK).messages[0]
    chat.press_data(data(said), said["message_id"], wait=False)
    chat.press_data(data(said), said["message_id"])
    assert chat.press_data(data(said), said["message_id"]).toast.startswith("That button belongs")
    assert Generation.objects.count() == DailyUsage.objects.get().used == 1


@pytest.mark.parametrize("forged", ["anyway:0", "anyway:999999"])
def test_a_forged_button_explains_nothing(chat, forged):
    said = chat.say(TALK).messages[0]
    assert chat.press_data(forged, said["message_id"]).toast.startswith("That button belongs")
    assert not Generation.objects.exists()


def test_a_card_is_not_overwritten_by_the_button(chat):
    item = chat.say(ITEM).messages[0]
    own = Generation.objects.get().source_message_id
    assert chat.press_data(f"anyway:{own}", item["message_id"]).toast.startswith("That button belongs")
    assert Generation.objects.count() == 1


def test_an_edit_of_what_was_explained_anyway_is_explained_as_well(chat, acts):
    sent = chat.say(TALK)
    chat.press("Explain anyway")
    own = Generation.objects.get().source_message_id
    reply = chat.do(acts.edit, chat.person, own, ITEM)
    assert sent.messages[0]["message_id"] == reply.messages[0]["message_id"]
    assert "Binance" in reply.text


def test_a_forward_is_always_explained(chat, acts):
    chat.do(acts.forward, chat.person, TALK)
    assert Generation.objects.get().source_text == TALK


def test_a_reply_to_a_card_is_about_the_card(chat):
    card = chat.say(ITEM).messages[0]["message_id"]
    chat.say("i don't get it, tell me more", reply_to=card)
    assert Generation.objects.latest("id").kind == "question"


@pytest.mark.parametrize("text", ["Солана упала", "Минфин против", "Tether burns", "What is a pizza to me?"])
def test_news_and_questions_are_answered_at_once(chat, text):
    chat.say(text)
    assert Generation.objects.count() == 1


def test_a_fraud_is_called_one(chat):
    text = "Мама, это я, попал в аварию, срочно переведи деньги на эту карту"
    assert "Explain anyway" not in chat.say(text).buttons
    assert Generation.objects.get().source_text == text


def test_with_an_ai_everything_is_explained(chat, gemini):
    chat.say(TALK)
    assert Generation.objects.get().source_text == TALK


def test_in_a_group_whoever_calls_rvx_is_answered(chats):
    chats("Ada").say("/start")
    chats("Ada", group=-1001).say(f"@rvx_test_bot {TALK}")
    assert Generation.objects.count() == 1
