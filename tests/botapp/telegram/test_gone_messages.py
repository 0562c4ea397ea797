"""Buttons under messages that can't be changed: deleted ones, pressed from an old screen, and others' own."""

import pytest

from botapp.delivery.exceptions import TryLater
from botapp.models import Generation, StoredUpdate
from botapp.queries.people import known
from botapp.services import generations, unsent_answers
from tests.botapp.telegram.cards import ITEM, LONG_ITEM, data, gemini, number, used, way
from tests.botapp.telegram.claims import an_act, give_up, handle
from tests.kit.scripted_ai import Slow
from tests.kit.waiting import until

__all__ = ["gemini"]
GONE = "I can't change that message any more. Your explanations are in /history."
State = Generation.State


def remove(chat, message):
    world = chat.sandbox.sandbox.bot
    chat.sandbox.call(world.remove_message, world.chats[chat.chat_id], message["message_id"])


def press_gone(chat, message, pressed, **kwargs):
    """Delete a message, and press a button of it on a screen that still shows it."""
    remove(chat, message)
    acts, world = chat.sandbox.sandbox.acts, chat.sandbox.sandbox.bot
    room = world.chats[chat.chat_id]

    def press():
        room.messages[message["message_id"]] = message
        query = acts.press(chat.person, message["message_id"], pressed)
        world.remove_message(room, message["message_id"])
        return query

    return chat.do(press, **kwargs)


def is_settled():
    """Nothing is owed any more, and no update was given up or failed once."""
    updates = set(StoredUpdate.objects.values_list("state", "error"))
    is_owed = Generation.objects.filter(state=State.WAITING).exists()
    return updates == {(StoredUpdate.State.DONE, "")} and not is_owed


@pytest.fixture
def card(chat):
    return chat.say(LONG_ITEM).messages[0]


@pytest.mark.parametrize("label", ["Simpler", "Deeper"])
def test_a_card_that_was_deleted_is_told_anew_below(chat, gemini, label):
    card = chat.say(LONG_ITEM).messages[0]
    reply = press_gone(chat, card, data(card, label))
    assert reply.toast == "One moment…"
    (told,) = reply.messages
    assert told["message_id"] > card["message_id"]
    assert "Hackers drained" in told["text"]
    assert reply.rows[0] == ["👍", "👎", "Save"]
    assert used() == 2
    assert is_settled()


@pytest.mark.parametrize("pressed", ["way:{}:steps", "anew:{}"])
def test_so_it_is_with_every_button_that_writes_in_its_place(chat, gemini, pressed):
    card = chat.say(LONG_ITEM).messages[0]
    reply = press_gone(chat, card, pressed.format(number()))
    assert len(reply.messages) == 1, reply
    assert is_settled()


def test_a_lesson_in_place_of_a_deleted_choice_stands_below(chat):
    chat.say("/teach")
    levels = chat.press("DeFi").messages[0]
    reply = press_gone(chat, levels, data(levels, "Beginner"))
    assert reply.messages[0]["message_id"] > levels["message_id"]
    assert is_settled()


def test_it_grows_there_and_can_be_stopped_and_costs_nothing_then(chat, gemini):
    card = chat.say(LONG_ITEM).messages[0]
    gemini.script(Slow())
    reply = press_gone(chat, card, data(card, "Simpler"), for_answers=False)
    assert reply.text == "Reading…"
    until(lambda: len(gemini.requests) == 2)
    assert chat.press("Stop").messages[0]["message_id"] == reply.messages[0]["message_id"]
    gemini.release()
    assert used() == 1
    assert is_settled()


def test_the_next_button_is_pressed_under_the_new_card(chat, gemini):
    card = chat.say(LONG_ITEM).messages[0]
    told = press_gone(chat, card, data(card, "Simpler")).messages[0]
    gemini.script(way())
    assert [m["message_id"] for m in chat.press("Deeper").messages] == [told["message_id"]]


def test_a_person_who_blocks_the_bot_meanwhile_is_not_charged(chat, gemini, acts):
    card = chat.say(LONG_ITEM).messages[0]

    def press_and_block():
        query = acts.press(chat.person, card["message_id"], data(card, "Simpler"))
        chat.sandbox.sandbox.bot.chats[chat.chat_id].messages.pop(card["message_id"])
        acts.block(chat.person)
        return query

    chat.do(press_and_block)
    assert used() == 1
    assert is_settled()


def test_without_a_message_the_charge_goes_back_when_the_update_is_given_up(chat, gemini, acts, fault):
    card = chat.say(LONG_ITEM).messages[0]
    update = an_act(chat, acts.press, chat.person, card["message_id"], data(card, "Simpler"))
    remove(chat, card)
    fault("error", "sendMessage")
    assert isinstance(handle(chat, update), TryLater)
    assert used() == 2
    give_up(chat, update, RuntimeError(), attempt=2)
    assert used() == 1
    assert not Generation.objects.filter(state=State.WAITING).exists()


@pytest.mark.parametrize("is_detached", [False, True])
def test_what_a_killed_process_began_there_is_given_or_given_back(chat, card, is_detached, monkeypatch):
    remove(chat, card)
    owed = _begin_there(chat, card)
    if is_detached:
        assert generations.detach(owed, message_id=card["message_id"])
        monkeypatch.setattr(unsent_answers, "AFTER", -unsent_answers.AFTER)
        unsent_answers.drop()
        assert (Generation.objects.get(pk=owed).state, used()) == (State.FAILED, 1)
        return
    chat.bot.run(chat.bot.application.runner.take_up())
    chat.wait()
    assert (Generation.objects.get(pk=owed).state, used()) == (State.DONE, 2)
    assert chat.last["message_id"] == Generation.objects.get(pk=owed).message_id > card["message_id"]


def _begin_there(chat, card):
    return generations.begin(
        known(chat.person.id).id,
        chat_id=chat.chat_id,
        text=ITEM,
        kind="news",
        language="en",
        depth="simple",
        message_id=card["message_id"],
    )


@pytest.mark.parametrize("pressed", ["more:{}", "less:{}", "asks:{}"])
def test_buttons_that_have_no_place_any_more_are_told_so(chat, card, pressed):
    reply = press_gone(chat, card, pressed.format(number()))
    assert (reply.toast, reply.messages) == (GONE, ())
    assert is_settled()


def test_a_press_under_a_message_of_the_person_is_told_so(chat, card):
    mine = next(m["message_id"] for m in chat.messages if m["from"]["id"] == chat.person.id)
    assert chat.press_data(f"more:{number()}", mine).toast == GONE
    assert is_settled()


def test_what_is_saved_is_saved_although_its_button_is_gone(chat, card):
    assert press_gone(chat, card, data(card, "Save")).toast.startswith("Saved.")
    assert is_settled()


def test_a_second_attempt_goes_on_where_the_first_one_ended(chat, gemini, acts, fault):
    card = chat.say(LONG_ITEM).messages[0]
    update = an_act(chat, acts.press, chat.person, card["message_id"], data(card, "Simpler"))
    remove(chat, card)
    fault("error", "sendMessage")
    assert isinstance(handle(chat, update), TryLater)
    for attempt in (2, 3):
        assert handle(chat, update, attempt=attempt) is None
        chat.wait()
    told = Generation.objects.latest("id")
    assert (told.state, told.message_id, used()) == (State.DONE, chat.last["message_id"], 2)
    assert sum("Hackers drained" in m["text"] for m in chat.messages if m["from"]["is_bot"]) == 1
