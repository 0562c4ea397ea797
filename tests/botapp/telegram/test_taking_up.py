"""One run an answer, whoever begins it: its own update, a take-up, both at once."""

import asyncio
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from botapp.delivery.attempts import Limits
from botapp.delivery.bot_api import BotApi
from botapp.delivery.reign import Reign
from botapp.models import Generation
from botapp.queries.people import known
from botapp.services import generations
from botapp.telegram import generations as runs
from tests.botapp.telegram.outages import table_away
from tests.kit.scripted_ai import Good, Slow
from tests.kit.waiting import until

ITEM = "The SEC sued Binance on Monday with 13 charges. The exchange denies them."
State = Generation.State


@pytest.fixture
def runner(chat):
    chat.say("/start")
    return chat.bot.application.runner


@pytest.fixture
def owed(chat, runner):
    """An answer with its message that nobody works on."""
    return owe(chat, chat.last["message_id"])


def owe(chat, message_id, text=ITEM):
    number = generations.begin(
        known(chat.person.id).id,
        chat_id=chat.chat_id,
        text=text,
        kind="news",
        language="en",
        depth="normal",
    )
    generations.attach(number, message_id=message_id)
    return number


async def start_then_take_up(runner, number):
    runner.start(number)
    await runner.take_up()


async def start_while_taking_up(runner, number):
    taking = asyncio.create_task(runner.take_up())
    await asyncio.sleep(0)
    runner.start(number)
    await taking


@pytest.mark.parametrize("both", [start_then_take_up, start_while_taking_up])
def test_an_answer_begun_from_two_sides_has_one_run_that_can_be_stopped(chat, gemini, runner, owed, both):
    gemini.script(Slow(), Good())
    chat.bot.run(both(runner, owed))
    # Whoever lost the race has ended by now, and left to the other what is the other's.
    chat.bot.run(asyncio.sleep(0.05))
    chat.bot.run(runner.take_up())
    until(lambda: gemini.requests)
    assert (len(runner), len(runner._claimed())) == (1, 1)
    chat.bot.run(_stop(runner, owed))
    chat.wait()
    assert Generation.objects.get().state == State.STOPPED
    assert len(gemini.requests) == 1


@pytest.fixture
def watchful(monkeypatch):
    monkeypatch.setattr(runs, "WATCH_SECONDS", 0.01)
    monkeypatch.setattr(runs, "RENEW_EVERY", 3)


def test_who_lost_the_claim_ends_and_the_others_keep_theirs(chat, gemini, runner, watchful):
    gemini.script(Slow(), Slow())
    chat.say(ITEM, wait=False)
    chat.say(ITEM.replace("13", "14"), wait=False)
    until(lambda: len(gemini.requests) == 2)
    kept, lost = Generation.objects.order_by("id")
    Generation.objects.update(claimed_until=timezone.now())
    Generation.objects.filter(pk=lost.pk).update(claim=uuid.uuid4(), claimed_until=far_away())
    until(lambda: len(runner) == 1)
    assert list(runner._claimed()) == [kept.pk]
    assert Generation.objects.get(pk=kept.pk).claimed_until > timezone.now()


def test_claims_are_renewed_right_after_the_database_is_back(chat, gemini, runner, watchful, caplog):
    gemini.script(Slow())
    chat.say(ITEM, wait=False)
    until(lambda: gemini.requests)
    with table_away("botapp_generation"):
        until(lambda: len(caplog.messages) >= 6)
    Generation.objects.update(claimed_until=timezone.now())
    until(lambda: Generation.objects.get().claimed_until > timezone.now())
    assert len(runner) == 1


def test_stops_of_answers_that_are_written_elsewhere_are_not_kept(chat, runner):
    for number in range(100):
        chat.bot.run(_stop(runner, number))
    assert runner._writings == {}


def far_away():
    return timezone.now() + timedelta(minutes=1)


def test_the_end_of_a_process_leaves_time_to_hand_its_answers_back(chat, gemini, settings, runner, caplog):
    gemini.script(Slow())
    chat.say(ITEM, wait=False)
    until(lambda: gemini.requests)
    chat.bot.run(_end_of_the_reign(chat, settings, seconds=2.3))
    left = Generation.objects.get()
    assert (left.state, left.claim, left.attempts) == (State.WAITING, None, 0)
    assert caplog.messages == []


async def _end_of_the_reign(chat, settings, *, seconds):
    api = BotApi(settings.TELEGRAM_BOT_TOKEN, chat.sandbox.base_url)
    reign = Reign(api, chat.bot.bot_id, uuid.uuid4(), chat.bot.application, Limits())
    reign.start()
    await reign.drain(seconds)
    await reign.close()
    await api.close()


async def _stop(runner, number):
    runner.stop(number)
