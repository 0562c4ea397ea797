import pytest

from analytics.models import Event
from botapp.models import Person
from tests.kit.chat import CAST

MENU = [["Explain news", "Learn"], ["History", "Saved"], ["Language", "Help"]]


def test_start_greets_by_name_and_shows_the_menu(chat):
    reply = chat.say("/start")
    assert reply.text.startswith("Hello, Ada!")
    assert reply.rows == MENU


def test_start_is_counted_with_where_the_person_came_from(chat):
    chat.say("/start from_a_friend")
    event = Event.objects.get(kind=Event.Kind.START)
    assert (event.subject, event.source) == ("from_a_friend", "telegram")
    assert Person.objects.get().source == "from_a_friend"


def test_the_first_source_stays(chat):
    chat.say("/start first")
    chat.say("/start second")
    assert Person.objects.get().source == "first"


def test_a_deep_link_leads_to_the_feature_that_registered_it(chat):
    reply = chat.say("/start lesson_what-is-a-blockchain")
    assert not reply.text.startswith("Hello")
    assert Event.objects.filter(kind=Event.Kind.START).exists()


def test_a_payload_that_nobody_registered_is_a_greeting(chat):
    assert chat.say("/start <b>&nonsense").text.startswith("Hello, Ada!")


@pytest.mark.parametrize(("who", "language"), [("Ada", "en"), ("Bob", "ru"), ("Olena", "uk")])
def test_a_new_person_is_met_in_the_language_of_their_telegram(chats, who, language):
    chats(who).say("/start")
    assert Person.objects.get(telegram_id=CAST[who].id).language == language


def test_menu_opens_by_command_and_in_place_by_button(chat):
    assert chat.say("/menu").rows == MENU
    chat.press("Language")
    reply = chat.press("‹ Menu")
    assert reply.rows == MENU
    assert reply.count("sendMessage") == 0


def test_the_menu_under_a_card_is_a_new_message(chat):
    card = chat.say("The SEC sued Binance today with 13 charges.")
    reply = chat.press("Menu")
    assert reply.rows == MENU
    assert card.messages[0] in chat.messages


def test_a_command_that_names_the_bot_is_for_the_bot(chat):
    assert chat.say("/start@rvx_test_bot").text.startswith("Hello")
    assert chat.say("/START@RVX_Test_Bot").text.startswith("Hello")


def test_a_command_that_names_another_bot_is_not(chat):
    assert chat.say("/start@some_other_bot").messages == ()
