import pytest

from botapp.models import DailyUsage, Explanation, Generation
from tests.botapp.telegram.cards import gemini

__all__ = ["gemini"]

ITEM = "Hackers drained $285 million in stablecoins from a smart contract of an exchange on Monday."


@pytest.fixture
def words(chat):
    chat.say(ITEM)
    chat.press("More…")
    return chat.press("Words")


def test_the_words_of_a_card_are_buttons_of_a_message_below(chat, words):
    assert words.text.startswith("Words to know")
    assert {"stablecoin", "smart contract"} <= set(words.buttons)


def test_a_word_is_explained_in_that_message_and_the_others_stay_a_tap_away(chat, words):
    reply = chat.press("stablecoin")
    assert [m["message_id"] for m in reply.messages] == [words.messages[0]["message_id"]]
    assert reply.text.startswith("stablecoin\n\n")
    assert "stablecoin" not in reply.buttons
    assert "smart contract" in reply.buttons
    assert chat.press("smart contract").text.startswith("smart contract\n\n")


def test_a_word_leads_to_its_lesson(chat, words):
    chat.press("stablecoin")
    reply = chat.press("Related lesson")
    assert reply.messages[0]["message_id"] > words.messages[0]["message_id"]
    assert "stablecoin" in reply.text.lower()


def test_a_word_of_a_model_that_the_glossary_does_not_have_shows_the_models_meaning(chat):
    chat.say(ITEM)
    row = Explanation.objects.get()
    row.answer["terms"] = [{"term": "Quux", "meaning": "Nobody knows."}]
    row.save()
    assert chat.press_data(f"word:{row.pk}:0").text == "Quux\n\nNobody knows."


@pytest.mark.parametrize("word", ["bitcoin", "BTC", "Биткоин"])
def test_a_word_is_looked_up_in_whatever_language_and_form(chat, word):
    text = chat.say(f"/term {word}").text
    assert text.startswith("Bitcoin")
    assert "BTC" in text.splitlines()[0]


def test_a_misspelled_word_is_guessed(chat):
    reply = chat.say("/term stabelcoin")
    assert "Did you mean" in reply.text
    assert chat.press("stablecoin").text.startswith("stablecoin")


def test_an_unknown_word_and_no_word_get_a_way_on(chat):
    shown = chat.say("/term xyzzyplugh").text
    assert "no AI is switched on here" in shown
    assert "What is xyzzyplugh?" not in shown, "it would be answered with a sentence that it can't be"
    assert "/term stablecoin" in chat.say("/term").text


def test_an_unknown_word_may_be_asked_where_an_ai_would_know_it(chat, gemini):
    assert "“What is xyzzyplugh?”" in chat.say("/term xyzzyplugh").text


def test_a_link_opens_a_word(chat):
    assert chat.say("/start term_stablecoin").text.startswith("stablecoin")
    assert chat.say("/start term_nothing").text.startswith("I can't find that")


def test_a_forged_word_is_refused_kindly(chat):
    chat.say("/start")
    assert chat.press_data("term:nothing").toast.startswith("I can't find")
    assert chat.press_data("term:a:b").toast


@pytest.mark.parametrize(
    ("who", "word", "name"),
    [
        ("Ada", "BTC", "Bitcoin · BTC"),
        ("Ada", "$btc?", "Bitcoin · BTC"),
        ("Ada", "staking", "staking"),
        ("Ada", "стейкинг", "staking"),
        ("Ada", "Smart  contract", "smart contract"),
        ("Bob", "стейкинг", "стейкинг"),
        ("Bob", "«Стейкінгу»", "стейкинг"),
        ("Bob", "стейкингом", "стейкинг"),
        ("Bob", "криптовалюты", "криптовалюта"),
        ("Olena", "стейкінг", "стейкінг"),
        ("Olena", "STAKING", "стейкінг"),
    ],
)
def test_a_word_alone_is_looked_up_at_no_charge(chats, who, word, name):
    reply = chats(who).say(word)
    assert reply.text.splitlines()[0] == name
    assert len(reply.text.splitlines()[-1]) > 30
    assert reply.count("sendMessage") == 1
    assert not Generation.objects.exists()
    assert not DailyUsage.objects.exists()


def test_a_word_alone_is_shown_as_it_is_from_a_card(chat, words):
    tapped = chat.press("stablecoin")
    written = chat.say("stablecoin")
    assert written.text == tapped.text
    assert {"Related lesson", "‹ Menu"} <= set(written.buttons)


def test_a_word_in_a_reply_to_a_card_is_a_question_about_it(chat):
    card = chat.say(ITEM).messages[-1]["message_id"]
    chat.say("stablecoin", reply_to=card)
    assert Generation.objects.order_by("id").last().kind == "question"


@pytest.mark.parametrize("text", ["BTC up", "to BTC", "btc eth", "?!", "so what"])
def test_a_word_with_more_is_still_refused_kindly(chat, text):
    assert chat.say(text).text.startswith("The text is too short to explain.")
    assert not DailyUsage.objects.exists()


def test_a_short_reply_to_what_is_no_card_is_looked_up(chat):
    menu = chat.say("/menu").messages[-1]["message_id"]
    assert chat.say("BTC", reply_to=menu).text.startswith("Bitcoin")
