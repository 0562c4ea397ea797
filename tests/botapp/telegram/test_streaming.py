"""How an answer grows in a chat: the sign of typing, the pace, failing edits, the end, Stop."""

import json
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from botapp.models import DailyUsage, Generation
from botapp.sandbox.faults import Fault
from botapp.telegram import final_text, typing
from tests.botapp.telegram.cards import ITEM, gemini, way, written
from tests.kit.scripted_ai import Good, GoodAnswer, Malformed, Obey, Slow, StallMidStream
from tests.kit.waiting import until

__all__ = ["gemini"]
State = Generation.State
STOPPED_WITHIN = 1.0  # seconds


def calls(chat, method):
    return chat.sandbox.sandbox.journal.calls(method)


def fault(chat, kind, method="editMessageText", **facts):
    chat.sandbox.call(chat.sandbox.sandbox.faults.add, Fault(kind, method, **facts))


def test_typing_is_shown_again_and_again_until_text_stands_there(chat, gemini, monkeypatch):
    monkeypatch.setattr(typing, "GRACE", 0.0)
    monkeypatch.setattr(typing, "AGAIN", 0.02)
    gemini.script(Slow())
    chat.say(ITEM, wait=False)
    until(lambda: len(calls(chat, "sendChatAction")) >= 3, seconds=15)
    assert calls(chat, "sendChatAction")[0].params["action"] == "typing"
    gemini.release()
    chat.wait()
    shown = len(calls(chat, "sendChatAction"))
    time.sleep(0.1)
    assert len(calls(chat, "sendChatAction")) == shown


def test_typing_ends_with_the_first_words_though_the_answer_goes_on(chat, gemini, monkeypatch):
    monkeypatch.setattr(typing, "AGAIN", 0.02)
    gemini.script(StallMidStream())
    chat.say(ITEM, wait=False)
    until(lambda: "Still writing…" in chat.last["text"], seconds=15)
    shown = len(calls(chat, "sendChatAction"))
    time.sleep(0.1)
    assert len(calls(chat, "sendChatAction")) <= shown + 1
    gemini.release()


def test_an_answer_that_is_there_at_once_needs_no_sign(chat):
    chat.say(ITEM)
    assert calls(chat, "sendChatAction") == []


@pytest.mark.parametrize("kind", ["too_many", "error", "reset"])
def test_a_sign_that_fails_does_not_touch_the_answer(chat, gemini, monkeypatch, kind):
    monkeypatch.setattr(typing, "GRACE", 0.0)
    fault(chat, kind, "sendChatAction", count=50)
    gemini.script(Good(pieces=4, pause=0.1))
    assert "Hackers drained" in chat.say(ITEM).text
    assert Generation.objects.get().state == State.DONE


def test_the_first_words_are_a_sentence_and_not_the_headline_alone(chat, gemini):
    gemini.script(StallMidStream())
    text = written(ITEM, headline="Bridge robbed")
    cut = text.index('"what_happened"')
    gemini.script(Obey(lambda source: text[:cut] + text[cut:], pieces=len(text) // 40, pause=0.02))
    reply = chat.say(ITEM)
    grown = [call.params["text"] for call in reply.calls if call.method == "editMessageText"]
    assert "Hackers drained $285\u00a0million" in grown[0]


def test_three_failing_edits_in_a_row_end_the_growth_and_the_end_still_comes(chat, gemini):
    fault(chat, "error", count=3)
    gemini.script(Good(pieces=30, pause=0.05))
    reply = chat.say(ITEM)
    tried = [call for call in reply.calls if call.method == "editMessageText"]
    assert [call.status for call in tried] == [500, 500, 500, 200]
    assert reply.rows[0] == ["👍", "👎", "Save"]


def test_an_edit_that_succeeds_in_between_lets_the_growth_go_on(chat, gemini):
    for skip in (0, 1, 2, 3):
        fault(chat, "error", skip=skip)
    gemini.script(Good(pieces=30, pause=0.06))
    reply = chat.say(ITEM)
    grown = [call.status for call in reply.calls if call.method == "editMessageText"]
    assert grown.count(500) >= 3
    assert reply.rows[0] == ["👍", "👎", "Save"]


def test_the_wish_to_wait_is_obeyed_while_a_message_grows(chat, gemini):
    fault(chat, "too_many", retry_after=1)
    gemini.script(Good(pieces=20, pause=0.1))
    reply = chat.say(ITEM)
    tried = [call for call in reply.calls if call.method == "editMessageText"]
    assert tried[0].status == 429
    assert tried[1].at - tried[0].at >= 1.0
    assert reply.rows[0] == ["👍", "👎", "Save"]


def test_the_final_text_comes_after_twenty_failing_edits(chat, gemini, monkeypatch):
    monkeypatch.setattr(final_text, "PAUSE", 0.001)
    fault(chat, "error", count=20)
    gemini.script(Good(pieces=20, pause=0.02))
    chat.say(ITEM, wait=False)
    until(lambda: _taken_up(chat).state == State.DONE, seconds=15)
    assert "Still writing" not in chat.last["text"]
    assert "Hackers drained $285 million" in chat.last["text"]
    assert sum(call.status == 500 for call in calls(chat, "editMessageText")) == 20


def _taken_up(chat):
    """The answer, taken up again as soon as its run has ended."""
    runner = chat.bot.application.runner
    if not len(runner):
        Generation.objects.update(claimed_until=timezone.now() - timedelta(seconds=1))
        chat.bot.run(runner.take_up())
    return Generation.objects.get()


def test_a_fallback_that_begins_again_with_less_replaces_the_text_in_place(chat, gemini):
    broken = GoodAnswer(ITEM).text()[:-40]
    gemini.script(Obey(lambda source: broken, pieces=20, pause=0.05), Malformed())
    reply = chat.say(ITEM)
    assert len(reply.messages) == 1
    assert "The AI's answer could not be read" in reply.text
    assert "Still writing" not in reply.text


@pytest.mark.parametrize("sdk", ["google-genai", "google-generativeai"])
@pytest.mark.parametrize("how", ["button", "command"])
def test_stop_closes_the_connection_within_a_second_and_gives_the_charge_back(
    chat, gemini, settings, sdk, how
):
    settings.GEMINI_SDK = sdk
    gemini.script(StallMidStream())
    chat.say(ITEM, wait=False)
    until(lambda: "Still writing…" in chat.last["text"], seconds=15)
    pressed = time.monotonic()
    reply = chat.press("Stop", wait=False) if how == "button" else chat.say("/stop", wait=False)
    assert gemini.requests[0].hung_up.wait(STOPPED_WITHIN - (time.monotonic() - pressed))
    chat.wait()
    assert "Hackers drained" in chat.last["text"]
    assert chat.last["text"].endswith("Stopped. This one does not count towards your day.")
    assert DailyUsage.objects.get().used == 0
    assert reply.refusals == []


def test_after_stop_the_next_item_is_taken_at_once(chat, gemini):
    gemini.script(Slow(), way())
    chat.say(ITEM, wait=False)
    until(lambda: gemini.requests, seconds=15)
    chat.press("Stop", wait=False)
    assert "Hackers drained" in chat.say(ITEM).text
    assert DailyUsage.objects.get().used == 1


def test_a_late_stop_is_told_that_it_is_over(chat):
    chat.say(ITEM)
    text = chat.last["text"]
    assert chat.press_data(f"stop:{Generation.objects.get().pk}").toast.startswith("There is nothing")
    assert chat.last["text"] == text


def test_stop_below_a_message_that_a_restart_left_over_says_where_the_answer_is(chat):
    chat.say(ITEM)
    card = chat.last
    left_over = chat.say("/help").messages[-1]
    Generation.objects.update(message_id=card["message_id"])
    reply = chat.press_data(f"stop:{Generation.objects.get().pk}", left_over["message_id"])
    assert reply.text.startswith("The answer stands in another message")
    assert "reply_markup" not in reply.messages[-1]
    assert (reply.toast, reply.refusals) == ("", [])


def test_an_illustration_grows_line_by_line(chat, gemini):
    chat.say(ITEM)
    chat.press("More…")
    lines = [f"A line as {colour} as can be." for colour in ("red", "green", "blue", "white")]
    text = json.dumps(json.loads(written(ITEM)) | {"illustration": lines})
    gemini.script(Obey(lambda source: text, pieces=40, pause=0.03))
    reply = chat.press("By analogy")
    grown = [call.params["text"] for call in reply.calls if call.method == "editMessageText"]
    assert all(line in reply.text for line in lines)
    assert all(text.count("A line") == sum(line in text for line in lines) for text in grown)
