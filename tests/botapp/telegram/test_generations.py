import asyncio

import pytest

from botapp.models import DailyUsage, Explanation, Generation, Turn
from botapp.queries.people import known
from botapp.sandbox.faults import Fault
from botapp.sandbox.people import Person
from botapp.services import generations
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


def test_a_stop_that_another_process_was_told_of_is_obeyed(chat, gemini):
    gemini.script(Slow())
    chat.say(ITEM, wait=False)
    until(lambda: gemini.requests)
    Generation.objects.update(stop_requested=True)
    chat.wait()
    assert chat.last["text"].startswith("Stopped.")


def test_nobody_stops_another_persons_answer(chat, chats, gemini):
    gemini.script(Slow())
    chat.say(ITEM, wait=False)
    until(lambda: gemini.requests)
    olena = chats("Olena")
    olena.say("/menu", wait=False)
    olena.press_data(f"stop:{Generation.objects.get().pk}", wait=False)
    assert not Generation.objects.get().stop_requested
    gemini.release()
    chat.wait()
    assert "SEC sued Binance" in chat.last["text"]


def test_other_messages_are_answered_while_an_answer_is_being_written(chat, gemini):
    gemini.script(Slow())
    chat.say(ITEM, wait=False)
    assert chat.say("/help", wait=False).text.startswith("What I can do")
    gemini.release()
    chat.wait()
    assert Generation.objects.get().state == State.DONE


def test_a_second_press_while_it_is_written_is_told_so(chat, gemini):
    chat.say(ITEM)
    data = chat.last["reply_markup"]["inline_keyboard"][1][0]["callback_data"]
    gemini.script(Slow())
    assert chat.press_data(data, wait=False).buttons == ["Stop"]
    assert chat.press_data(data, wait=False).toast not in ("", "One moment…")
    gemini.release()
    chat.wait()
    assert DailyUsage.objects.get().used == 2


def test_an_answer_of_a_process_that_died_is_taken_up_in_the_same_message(chat):
    chat.say("/start")
    sent = chat.last["message_id"]
    _owe(chat, sent)
    chat.bot.run(chat.bot.application.runner.take_up())
    chat.wait()
    assert chat.last["message_id"] == sent
    assert "SEC sued Binance" in chat.last["text"]


def test_what_is_not_written_in_time_is_handed_back_when_the_process_ends(chat, gemini):
    gemini.script(Slow(), Good())
    chat.say(ITEM, wait=False)
    until(lambda: gemini.requests)
    chat.bot.run(chat.bot.application.runner.drain(0.01))
    left = Generation.objects.get()
    assert (left.state, left.claim) == (State.WAITING, None)
    chat.bot.run(chat.bot.application.runner.take_up())
    chat.wait()
    assert "13 charges" in chat.last["text"]
    assert DailyUsage.objects.get().used == 1


@pytest.mark.parametrize("milliseconds", [0, 1, 2, 4, 8])
def test_who_is_cut_off_while_taking_up_answers_keeps_none(chat, gemini, milliseconds):
    async def cut_off():
        taking = asyncio.create_task(chat.bot.application.runner.take_up())
        await asyncio.sleep(milliseconds / 1000)
        taking.cancel()
        await asyncio.gather(taking, return_exceptions=True)
        await chat.bot.application.runner.drain(0.0)

    gemini.script(Slow(), Good())
    chat.say("/start")
    _owe(chat, chat.last["message_id"])
    chat.bot.run(cut_off())
    left = Generation.objects.get()
    assert (left.state, left.claim) == (State.WAITING, None)


def test_an_answer_that_fails_again_and_again_is_given_up_with_a_sentence(chat):
    chat.say("/start")
    sent = chat.last["message_id"]
    _owe(chat, sent)
    Generation.objects.update(attempts=9)
    chat.bot.run(chat.bot.application.runner.take_up())
    chat.wait()
    assert "could not be finished" in chat.last["text"]
    assert DailyUsage.objects.get().used == 0


@pytest.mark.parametrize(
    "fault",
    [
        Fault("too_many", "editMessageText", count=2, retry_after=0),
        Fault("error", "editMessageText", count=2),
        Fault("reset", "editMessageText", count=1),
        Fault("half", "editMessageText", count=1),
    ],
    ids=lambda fault: fault.kind,
)
def test_the_final_card_arrives_in_spite_of_failing_edits(chat, gemini, fault):
    gemini.script(Good(pieces=6, pause=0.01))
    chat.sandbox.call(chat.sandbox.sandbox.faults.add, fault)
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


def test_edits_of_one_chat_keep_their_pace(chat, gemini):
    gemini.script(Good(pieces=40, pause=0.002))
    reply = chat.say(ITEM)
    times = [call.at for call in reply.calls if call.method == "editMessageText"][:-1]
    assert len(times) <= (times[-1] - times[0]) / 0.02 + 2


def test_the_same_item_is_explained_once_for_two_people(chat, chats, gemini):
    chat.say(ITEM)
    chats(Person(3001, "Grace", language_code="en")).say(ITEM)
    assert len(gemini.requests) == 1
    assert Explanation.objects.count() == 1


def _owe(chat, message_id):
    """An answer that another process began and left."""
    person = known(chat.person.id)
    number = generations.begin(
        person.id, chat_id=chat.chat_id, text=ITEM, kind="news", language="en", depth="normal"
    )
    generations.attach(number, message_id=message_id)
