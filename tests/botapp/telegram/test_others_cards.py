"""Groups: everybody sees the buttons of what answers one person."""

import pytest

from botapp.models import AnswerPart, Bookmark, DailyUsage, Generation, Person
from tests.botapp.telegram.cards import LONG_ITEM, data

GROUP = -1001


@pytest.fixture
def card(chats):
    """Ada's card in the group; Olena has had the same explanation, in her own chat."""
    chats("Ada").say("/start")
    group = chats("Ada", group=GROUP)
    shown = group.say(f"@rvx_test_bot {LONG_ITEM}").messages[0]
    olena = chats("Olena")
    olena.say("/start")
    Person.objects.filter(telegram_id=olena.person.id).update(language="en")
    olena.say(LONG_ITEM)
    ids = {row.explanation_id for row in Generation.objects.all()}
    Generation.objects.update(explanation_id=min(ids))
    return shown


@pytest.fixture
def olena(chats, card):
    return chats("Olena", group=GROUP)


def used(telegram_id):
    row = DailyUsage.objects.filter(person__telegram_id=telegram_id).first()
    return row.used if row else 0


@pytest.mark.parametrize("label", ["Simpler", "Deeper"])
def test_another_depth_is_for_the_one_who_asked(card, olena, label):
    before = used(1001), used(1003)
    shown = olena.last
    reply = olena.press_data(data(card, label), card["message_id"])
    assert reply.toast.startswith("I can't find that")
    assert olena.last == shown
    assert shown["message_id"] == card["message_id"]
    assert (used(1001), used(1003)) == before
    assert Generation.objects.count() == 2


def test_what_another_saves_is_theirs_and_leaves_the_card_as_it_is(card, olena):
    reply = olena.press_data(data(card, "Save"), card["message_id"])
    assert reply.toast.startswith("Saved")
    assert reply.messages == ()
    assert [row.person.telegram_id for row in Bookmark.objects.all()] == [1003]


def test_a_menu_that_another_opens_stands_below_the_card(card, olena):
    reply = olena.press_data(data(card, "Menu"), card["message_id"])
    assert [message["message_id"] > card["message_id"] for message in reply.messages] == [True]


def test_the_history_of_one_does_not_become_that_of_another(card, chats, olena):
    ada = chats("Ada", group=GROUP)
    mine = ada.say("/menu@rvx_test_bot").messages[0]
    reply = olena.press_data(data(mine, "History"), mine["message_id"])
    assert reply.messages[0]["message_id"] > mine["message_id"]
    assert mine in ada.messages


def test_what_follows_on_a_press_still_answers_the_one_who_asked(card, chats, olena):
    ada = chats("Ada", group=GROUP)
    below = ada.press_data(data(card, "👎"), card["message_id"]).messages[-1]
    assert below["reply_to_message"]["from"]["id"] == 1001
    assert olena.press_data(data(below, "Deeper"), below["message_id"]).messages == ()
    assert ada.press_data(data(below, "Deeper"), below["message_id"]).messages


def test_a_message_whose_question_is_gone_can_still_be_pressed_by_who_received_it(card, chats):
    ada = chats("Ada", group=GROUP)
    press = data(card, "Deeper")
    world = ada.sandbox.sandbox.bot
    ada.sandbox.call(world.chats[GROUP].messages[card["message_id"]].pop, "reply_to_message")
    assert ada.press_data(press, card["message_id"]).messages


def test_the_last_part_of_a_long_answer_is_left_alone_too(chats, olena, card):
    """It replies to nobody, so only the table knows whose it is."""
    ada = chats("Ada", group=GROUP)
    mine = Generation.objects.get(chat_id=GROUP)
    part = ada.say("@rvx_test_bot /help").messages[-1]
    AnswerPart.objects.create(generation=mine, chat_id=GROUP, message_id=part["message_id"])
    for press in ("teach:defi:beginner", "menu:", "depth:1:simple"):
        olena.press_data(press, part["message_id"])
        assert next(m for m in ada.messages if m["message_id"] == part["message_id"]) == part
