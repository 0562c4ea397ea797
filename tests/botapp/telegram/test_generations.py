from botapp.models import DailyUsage, Explanation, Generation
from botapp.queries.people import known
from botapp.sandbox.people import Person
from botapp.services import generations
from tests.kit.scripted_ai import (
    Good,
    Slow,
)
from tests.kit.waiting import until

ITEM = (
    "The SEC sued Binance on Monday with 13 charges. The exchange denies them. Bitcoin fell by 5% to $25,400."
)
SDKS = ["google-genai", "google-generativeai"]
State = Generation.State


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
