"""One answer on its way into the chat: how it grows, how it ends, and what keeps it from ending just now."""

import asyncio
import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.utils import timezone

from botapp.bridge import quietly, run_service
from botapp.models import AwaitedAnswer, DailyUsage, Generation, Turn
from botapp.queries.people import known
from botapp.sandbox.faults import Fault
from botapp.services import answer_claims, generations
from botapp.telegram import final_text, promises, writing
from botapp.telegram import generations as runs
from tests.botapp.telegram.outages import table_away
from tests.kit.scripted_ai import (
    BlockedMidStream,
    BlockedPrompt,
    Empty,
    Good,
    Malformed,
    ResetMidStream,
    Slow,
    StallMidStream,
    Status,
)
from tests.kit.waiting import until

ITEM = (
    "The SEC sued Binance on Monday with 13 charges. The exchange denies them. Bitcoin fell by 5% to $25,400."
)
SDKS = ["google-genai", "google-generativeai"]
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


@pytest.mark.parametrize("sdk", SDKS)
def test_a_streamed_explanation_is_one_message_that_grows(chat, gemini, settings, sdk):
    settings.GEMINI_SDK = sdk
    gemini.script(Good(pieces=12, pause=0.1))
    reply = chat.say(ITEM)
    assert reply.count("sendMessage") == 1
    shown = [call.params["text"] for call in reply.calls if call.method == "editMessageText"]
    assert len(shown) >= 3
    assert [len(text) for text in shown[:-1]] == sorted(len(text) for text in shown[:-1])
    assert all(text.endswith("Still writing…") for text in shown[:-1])
    assert "Still writing…" not in reply.text
    assert "13 charges" in reply.text
    assert reply.rows[0] == ["👍", "👎", "Save"]


@pytest.mark.parametrize("sdk", SDKS)
@pytest.mark.parametrize(
    ("behaviour", "sentence"),
    [
        (Malformed(), "The AI's answer could not be read"),
        (Empty(), "The AI sent an empty answer"),
        (BlockedPrompt(), "The AI declined to answer this text"),
        (BlockedMidStream(), "The AI declined to answer this text"),
        (Slow(), "The AI took too long"),
        (StallMidStream(), "The AI took too long"),
        (Status(503), "The AI can't be reached just now"),
        (ResetMidStream(), "The AI can't be reached just now"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_failing_ai_ends_in_a_card_that_says_what_happened(
    chat, gemini, settings, sdk, behaviour, sentence
):
    settings.GEMINI_SDK = sdk
    if isinstance(behaviour, (Slow, StallMidStream)):
        settings.GEMINI_TIMEOUT_SECONDS = 0.2
    gemini.script(behaviour)
    reply = chat.say(ITEM)
    gemini.release()
    assert sentence in reply.text
    assert "Binance" in reply.text
    assert reply.rows[0] == ["👍", "👎", "Save"]
    assert Generation.objects.get().state == State.DONE


def test_the_second_question_sees_the_first(chat, gemini):
    chat.say(ITEM)
    chat.say("Who is being sued by them and why?")
    assert "The SEC sued Binance" in gemini.requests[-1].user + gemini.requests[-1].system
    assert Turn.objects.count() == 4


def test_a_news_item_is_explained_without_what_was_said_before(chat, gemini):
    chat.say("Solana rose by 40% in one week, exchanges said on Tuesday.")
    chat.say(ITEM)
    assert "Solana" not in gemini.requests[-1].user


def test_stop_ends_the_call_keeps_what_is_written_and_costs_nothing(chat, gemini):
    gemini.script(StallMidStream())
    chat.say(ITEM, wait=False)
    until(lambda: "Still writing…" in chat.last["text"])
    reply = chat.press("Stop")
    assert reply.text.endswith("Stopped. This one does not count towards your day.")
    assert "SEC sued Binance" in reply.text
    assert gemini.requests[0].hung_up.wait(2)
    assert Generation.objects.get().state == State.STOPPED
    assert DailyUsage.objects.get().used == 0


def test_stop_by_command_before_the_first_word(chat, gemini):
    gemini.script(Slow())
    chat.say(ITEM, wait=False)
    until(lambda: gemini.requests)
    assert chat.say("/stop").text == "Stopped. This one does not count towards your day."


def test_a_stop_that_was_asked_for_while_nobody_worked_on_it_asks_no_ai(chat, gemini, owed):
    generations.request_stop(owed, person_id=known(chat.person.id).id)
    attempt(chat)
    assert chat.last["text"] == "Stopped. This one does not count towards your day."
    assert gemini.requests == []
    assert DailyUsage.objects.get().used == 0


def test_an_answer_that_fails_again_and_again_is_given_up_with_a_sentence(chat, owed):
    Generation.objects.update(attempts=writing.MOST_ATTEMPTS)
    attempt(chat)
    assert "could not be finished" in chat.last["text"]
    assert DailyUsage.objects.get().used == 0


def test_the_last_attempt_is_an_attempt(chat, owed):
    Generation.objects.update(attempts=writing.MOST_ATTEMPTS - 1)
    attempt(chat)
    assert "SEC sued Binance" in chat.last["text"]


def test_a_fault_of_ours_is_logged_told_and_costs_nothing(chat, owed, caplog):
    Generation.objects.update(depth="deepest")  # as a later release may have written it
    attempt(chat)
    assert "could not be finished" in chat.last["text"]
    assert (Generation.objects.get().state, DailyUsage.objects.get().used) == (State.FAILED, 0)
    assert [message for message in caplog.messages if message == f"Answer {owed} failed"]


@pytest.fixture
def promised(chat, gemini):
    """An answer that was promised, and is owed since the AI is back; nobody works on it."""
    gemini.script(Status(503))
    chat.say(ITEM)
    chat.press("Tell me when the AI is back")
    gemini.script(Good())
    AwaitedAnswer.objects.update(next_at=timezone.now())
    chat.bot.run(promises.keep(lambda generation: None))
    return Generation.objects.get(is_promised=True).pk


def test_what_was_only_promised_is_given_up_in_silence(chat, promised):
    Generation.objects.filter(pk=promised).update(attempts=writing.MOST_ATTEMPTS)
    before = chat.messages
    attempt(chat)
    assert chat.messages == before
    assert Generation.objects.get(pk=promised).state == State.FAILED


def test_past_the_time_of_its_claim_it_grows_no_more_but_is_finished_if_nobody_took_it(
    chat, gemini, monkeypatch
):
    """Another process may be writing into the same message by then."""
    monkeypatch.setattr(runs, "RENEW_EVERY", 1_000_000)
    monkeypatch.setattr(answer_claims, "SECONDS", 1.2)
    gemini.script(Good(pieces=30, pause=0.1))
    reply = chat.say(ITEM)
    edits = [call for call in reply.calls if call.method == "editMessageText"]
    began = next(call.at for call in reply.calls if call.method == "sendMessage")
    *growing, final = edits
    assert growing
    assert growing[-1].at < began + 1.6 < final.at
    assert "Still writing…" not in reply.text


def test_as_long_as_its_claim_is_renewed_it_goes_on_growing(chat, gemini, monkeypatch):
    monkeypatch.setattr(runs, "WATCH_SECONDS", 0.05)
    monkeypatch.setattr(runs, "RENEW_EVERY", 1)
    monkeypatch.setattr(answer_claims, "SECONDS", 0.6)
    gemini.script(Good(pieces=20, pause=0.1))
    reply = chat.say(ITEM)
    *growing, final = [call.at for call in reply.calls if call.method == "editMessageText"]
    assert growing[-1] > final - 0.6


@contextmanager
def no_thread_free(chat):
    """All threads on which answers are noted are occupied."""
    count = max(1, django_settings.BRIDGE_THREADS // 2)
    begun, end = threading.Semaphore(0), threading.Event()

    def occupy():
        begun.release()
        end.wait(10)

    async def begin():
        with quietly():
            return [asyncio.create_task(run_service(occupy)) for _ in range(count)]

    tasks = chat.bot.run(begin())
    assert all(begun.acquire(timeout=5) for _ in tasks)
    try:
        yield
    finally:
        end.set()
        chat.bot.run(asyncio.wait(tasks))


@pytest.mark.parametrize("kind", ["asked for", "promised"])
def test_an_end_that_waits_to_be_noted_when_the_process_ends_is_noted(chat, kind, request):
    """Handed back before that, the answer would be sent again by the next process."""
    number = request.getfixturevalue("promised" if kind == "promised" else "owed")
    shown = chat.say("/help", wait=False).messages[-1]["message_id"]
    Generation.objects.filter(pk=number).update(message_id=shown)
    chat.sandbox.call(chat.sandbox.sandbox.faults.add, Fault("latency", "editMessageText", seconds=1.0))
    runner, journal = chat.bot.application.runner, chat.sandbox.sandbox.journal
    edits = len(journal.calls("editMessageText"))
    chat.bot.run(runner.take_up())
    until(lambda: not chat.sandbox.call(lambda: chat.sandbox.sandbox.faults._orders), seconds=20)
    with ThreadPoolExecutor(1) as pool, no_thread_free(chat):
        until(lambda: "SEC sued Binance" in texts(chat)[shown])
        chat.bot.run(asyncio.sleep(0.1))
        ending = pool.submit(chat.bot.run, runner.drain(0.0))
        chat.bot.run(asyncio.sleep(0.1))
        assert not ending.done()
    ending.result(10)
    assert Generation.objects.get(pk=number).state == State.DONE
    chat.bot.run(runner.take_up())
    assert len(runner) == 0
    assert len(journal.calls("editMessageText")) == edits + 1


def texts(chat):
    return {message["message_id"]: message["text"] for message in chat.messages}
