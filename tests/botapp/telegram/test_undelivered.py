"""Answers that are there but can't be shown or noted just now."""

import logging
from datetime import timedelta

import pytest
from django.utils import timezone

from botapp.models import DailyUsage, Generation
from botapp.queries.people import known
from botapp.sandbox.faults import Fault
from botapp.services import generations
from botapp.telegram import final_text, writing
from tests.botapp.telegram.outages import table_away
from tests.kit.waiting import until

ITEM = "The SEC sued Binance on Monday with 13 charges. The exchange denies them."
State = Generation.State


@pytest.fixture
def owed(chat):
    """An answer with its message that nobody works on."""
    chat.say("/start")
    person = known(chat.person.id)
    number = generations.begin(
        person.id, chat_id=chat.chat_id, text=ITEM, kind="news", language="en", depth="normal"
    )
    generations.attach(number, message_id=chat.last["message_id"])
    return number


@pytest.fixture
def no_telegram(chat, monkeypatch):
    """Every edit and send fails, and an attempt gives up on it at once."""
    monkeypatch.setattr(final_text, "DELIVERIES", 1)
    faults = chat.sandbox.sandbox.faults
    for method in ("editMessageText", "sendMessage"):
        chat.sandbox.call(faults.add, Fault("error", method, count=100))
    return lambda: chat.sandbox.call(faults.clear)


def attempt(chat):
    """One more attempt, as after the claim of the last one ran out."""
    runner = chat.bot.application.runner
    Generation.objects.update(claimed_until=timezone.now() - timedelta(seconds=1))
    chat.bot.run(runner.take_up())
    until(lambda: not len(runner))


def test_an_answer_that_the_database_does_not_take_yet_stays_and_is_noted_later(chat, owed, caplog):
    with table_away("botapp_turn"):
        attempt(chat)
        assert Generation.objects.get().state == State.WAITING
        assert "SEC sued Binance" in chat.last["text"]
        assert DailyUsage.objects.get().used == 1
    attempt(chat)
    assert Generation.objects.get().state == State.DONE
    assert "SEC sued Binance" in chat.last["text"]
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


def test_a_database_that_is_away_when_it_is_claimed_costs_nothing(chat, owed):
    runner = chat.bot.application.runner
    with table_away("botapp_generation"):
        chat.bot.run(_start(runner, owed))
        until(lambda: not len(runner))
    attempt(chat)
    assert Generation.objects.get().state == State.DONE


def test_attempts_without_telegram_do_not_count(chat, owed, no_telegram):
    for _ in range(writing.MOST_ATTEMPTS + 2):
        attempt(chat)
    left = Generation.objects.get()
    assert (left.state, left.attempts) == (State.WAITING, 0)
    no_telegram()
    attempt(chat)
    assert Generation.objects.get().state == State.DONE
    assert "SEC sued Binance" in chat.last["text"]


def test_between_two_attempts_without_telegram_the_claim_runs_out(chat, owed, no_telegram):
    attempt(chat)
    assert Generation.objects.get().claimed_until > timezone.now()


def test_a_failure_that_can_not_be_told_yet_is_told_later(chat, owed, no_telegram):
    Generation.objects.update(attempts=writing.MOST_ATTEMPTS)
    attempt(chat)
    assert Generation.objects.get().state == State.WAITING
    no_telegram()
    attempt(chat)
    assert Generation.objects.get().state == State.FAILED
    assert "could not be finished" in chat.last["text"]
    assert DailyUsage.objects.get().used == 0


def test_after_a_day_nobody_waits_any_more(chat, owed, no_telegram):
    Generation.objects.update(created_at=timezone.now() - timedelta(hours=25))
    attempt(chat)
    assert Generation.objects.get().state == State.FAILED
    assert DailyUsage.objects.get().used == 0


async def _start(runner, number):
    runner.start(number)
