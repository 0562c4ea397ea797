"""A long answer whose parts don't all arrive at once."""

from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from botapp.models import Generation
from botapp.queries.people import known
from botapp.sandbox.faults import Fault
from botapp.services import answer_claims, generations
from botapp.telegram import final_text, markup, rendering
from botapp.telegram.final_text import AnswerLost, FinalText
from botapp.telegram.markup import Marked
from tests.kit.scripted_ai import Good, Slow
from tests.kit.waiting import until

ITEM = "The SEC sued Binance on Monday with 13 charges. The exchange denies them. Bitcoin fell by 5%."
State = Generation.State


@pytest.fixture
def long_card(chat, monkeypatch):
    """What is said takes three messages and more; the card begins in one that stands there already."""
    chat.say("/start")
    monkeypatch.setattr(rendering, "split", partial(markup.split, limit=200))
    monkeypatch.setattr(final_text, "DELIVERIES", 1)
    number = generations.begin(
        known(chat.person.id).id,
        chat_id=chat.chat_id,
        text=ITEM,
        kind="news",
        language="en",
        depth="normal",
    )
    generations.attach(number, message_id=chat.last["message_id"])
    return chat.last["message_id"]


def attempt(chat):
    runner = chat.bot.application.runner
    Generation.objects.update(claimed_until=timezone.now() - timedelta(seconds=1))
    chat.bot.run(runner.take_up())
    until(lambda: not len(runner))


def fault(chat, method, **facts):
    chat.sandbox.call(chat.sandbox.sandbox.faults.add, Fault("error", method, **facts))


def texts(chat, since):
    return [message["text"] for message in chat.messages if message["message_id"] >= since]


@pytest.mark.parametrize("arrived", [0, 1, 2])
def test_parts_that_stand_in_the_chat_are_not_sent_again(chat, long_card, arrived):
    fault(chat, "sendMessage", skip=arrived)
    attempt(chat)
    left = Generation.objects.get()
    assert (left.state, left.parts_sent) == (State.WAITING, arrived)
    assert len(texts(chat, long_card)) == 1 + arrived
    attempt(chat)
    assert Generation.objects.get().state == State.DONE
    shown = texts(chat, long_card)
    assert len(shown) == len(set(shown)) > 3
    with_keys = [m for m in chat.messages if m["message_id"] >= long_card and m.get("reply_markup")]
    assert with_keys == [chat.last]


def test_within_one_attempt_nothing_is_shown_twice(chat, long_card, monkeypatch):
    monkeypatch.setattr(final_text, "DELIVERIES", 2)
    fault(chat, "sendMessage", skip=1)
    edits = len(chat.sandbox.sandbox.journal.calls("editMessageText"))
    attempt(chat)
    assert Generation.objects.get().state == State.DONE
    shown = texts(chat, long_card)
    assert len(shown) == len(set(shown)) > 3
    assert len(chat.sandbox.sandbox.journal.calls("editMessageText")) == edits + 1


def test_the_successor_of_a_deleted_message_is_the_one_that_later_attempts_edit(chat, long_card):
    world = chat.sandbox.sandbox.bot
    chat.sandbox.call(world.remove_message, world.chats[chat.chat_id], long_card)
    fault(chat, "sendMessage", skip=1)
    attempt(chat)
    assert Generation.objects.get().message_id == chat.last["message_id"] > long_card
    attempt(chat)
    assert Generation.objects.get().state == State.DONE
    shown = texts(chat, long_card)
    assert len(shown) == len(set(shown)) > 3


def test_a_run_that_was_taken_over_shows_nothing_any_more(chat, long_card):
    number = Generation.objects.get().pk
    stale = answer_claims.take(number)
    Generation.objects.update(claimed_until=timezone.now() - timedelta(seconds=1))
    fresh = answer_claims.take(number)
    show = chat.bot.application._messenger
    new, old = ([Marked(f"{name} {part}") for part in range(3)] for name in ("new", "old"))
    chat.bot.run(FinalText(fresh, show).show(new, []))
    with pytest.raises(AnswerLost):
        chat.bot.run(FinalText(stale, show).show(old, []))
    assert texts(chat, long_card) == ["new 0", "new 1", "new 2"]


@pytest.mark.parametrize(
    "trouble",
    [
        Fault("too_many", "editMessageText", count=2, retry_after=0),
        Fault("error", "editMessageText", count=2),
        Fault("reset", "editMessageText", count=1),
        Fault("half", "editMessageText", count=1),
    ],
    ids=lambda trouble: trouble.kind,
)
def test_the_final_card_arrives_in_spite_of_failing_edits(chat, gemini, trouble):
    gemini.script(Good(pieces=6, pause=0.01))
    chat.sandbox.call(chat.sandbox.sandbox.faults.add, trouble)
    reply = chat.say(ITEM)
    assert reply.rows[0] == ["👍", "👎", "Save"]
    assert "Still writing" not in reply.text
    assert len(reply.messages) == 1


def test_a_deleted_message_gets_a_successor(chat, gemini):
    gemini.script(Slow())
    chat.say(ITEM, wait=False)
    until(lambda: gemini.requests)
    world = chat.sandbox.sandbox.bot
    chat.sandbox.call(world.remove_message, world.chats[chat.chat_id], chat.last["message_id"])
    gemini.release()
    chat.wait()
    assert "SEC sued Binance" in chat.last["text"]


def test_who_blocked_the_bot_meanwhile_leaves_nothing_open(chat, gemini):
    gemini.script(Slow())
    chat.say(ITEM, wait=False)
    until(lambda: gemini.requests)
    chat.sandbox.call(chat.sandbox.sandbox.acts.block, chat.person)
    gemini.release()
    chat.wait()
    assert Generation.objects.get().state == State.DONE
