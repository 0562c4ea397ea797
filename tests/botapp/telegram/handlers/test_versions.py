"""The same item in another way and in other words."""

import pytest
from django.utils.translation import override

from botapp.enums import Mode
from botapp.models import DailyUsage, Explanation, Generation
from tests.botapp.telegram.cards import ITEM, LONG_ITEM, data, gemini, number, way
from tests.kit.scripted_ai import Slow
from tests.kit.waiting import until

__all__ = ["gemini"]
WAYS = [Mode.EXAMPLES, Mode.ANALOGY, Mode.STEPS, Mode.CHECK]


@pytest.mark.parametrize("mode", WAYS)
def test_another_way_changes_the_card_in_place(chat, gemini, mode):
    card = chat.say(ITEM).messages[0]
    chat.press("More…")
    gemini.script(way("A shop forgets to lock a door.", checks=[("Who was robbed?", "The bridge.")]))
    with override("en"):
        label = str(mode.label)
    reply = chat.press(label)
    assert [message["message_id"] for message in reply.messages] == [card["message_id"]]
    assert reply.toast == "One moment…"
    assert "A shop forgets to lock a door." in reply.text
    assert Explanation.objects.latest("id").mode == mode


def test_a_way_keeps_the_depth_and_a_depth_keeps_the_way(chat):
    chat.say(LONG_ITEM)
    chat.press("Deeper")
    chat.press("More…")
    chat.press("Step by step")
    chat.press("Simpler")
    made = list(Generation.objects.order_by("id").values_list("depth", "mode"))
    assert made == [("normal", "plain"), ("pro", "plain"), ("pro", "steps"), ("normal", "steps")]


def test_answers_to_check_oneself_are_hidden(chat, gemini):
    chat.say(ITEM)
    chat.press("More…")
    gemini.script(way(checks=[("Who was robbed?", "The bridge.")]))
    reply = chat.press("With questions")
    hidden = [e for e in reply.messages[0]["entities"] if e["type"] == "spoiler"]
    text = reply.text.encode("utf-16-le")
    shown = [text[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le") for e in hidden]
    assert shown == ["The bridge."]
    assert "The numbers" not in reply.text  # they would give the answers away


def test_without_ai_the_steps_are_the_items_sentences(chat):
    chat.say(ITEM)
    chat.press("More…")
    text = chat.press("Step by step").text
    assert "1. Hackers drained" in text
    assert "2. They used a flaw" in text
    assert text.count("Hackers drained $285 million") == 2  # in the headline and in the first step


def test_the_way_that_is_shown_is_not_offered(chat):
    chat.say(ITEM)
    assert "Plainly" not in chat.press("More…").buttons
    chat.press("Step by step")
    offered = chat.press("More…").buttons
    assert "Step by step" not in offered
    assert "Plainly" in offered


def test_a_tap_on_the_way_that_is_shown_costs_nothing(chat):
    chat.say(ITEM)
    assert chat.press_data(f"way:{number()}:plain").toast.startswith("That button")
    assert DailyUsage.objects.get().used == 1


@pytest.mark.parametrize(
    "forged", ["way:{}:rhyme", "way:{}:", "way:{}", "way:x:steps", "anew:{}:2", "anew:-1"]
)
def test_a_forged_tap_is_refused_kindly(chat, forged):
    chat.say(ITEM)
    assert chat.press_data(forged.format(number())).toast
    assert Generation.objects.count() == 1


@pytest.mark.parametrize("forged", ["way:{}:steps", "anew:{}", "more:{}", "less:{}", "said:{}", "words:{}"])
def test_nobody_gets_another_persons_item_by_a_forged_number(chat, chats, forged):
    chat.say(ITEM)
    olena = chats("Olena")
    olena.say("/menu")
    reply = olena.press_data(forged.format(number()))
    assert reply.toast
    assert reply.messages == ()


def test_another_version_is_another_answer_at_the_same_depth_in_the_same_way(chat, gemini):
    chat.say(ITEM)
    chat.press("More…")
    chat.press("Step by step")
    chat.press("More…")
    chat.press("Another version")
    last = Generation.objects.latest("id")
    assert (last.depth, last.mode, last.variant) == ("normal", "steps", 1)
    assert "has read 1 other version(s)" in gemini.requests[-1].system


def test_an_item_has_six_new_versions_then_the_button_is_gone(chat, gemini):
    card = chat.say(ITEM).messages[0]["message_id"]
    for turn in range(6):
        assert "Another version" in chat.press("More…").buttons
        if turn == 3:
            chat.press("Step by step")
            chat.press("More…")
        chat.press("Another version")
    assert "Another version" not in chat.press("More…").buttons
    before = DailyUsage.objects.get().used
    assert chat.press_data(f"anew:{number()}", card).toast.startswith("Those were all 6 new versions")
    assert DailyUsage.objects.get().used == before
    chat.press("‹ Back")
    assert "Another version" not in chat.press("👎").buttons


def test_versions_count_for_the_item_in_whatever_card_it_stands(chat, gemini):
    chat.say(ITEM)
    for _ in range(6):
        chat.press("More…")
        chat.press("Another version")
    chat.say(ITEM)
    assert "Another version" not in chat.press("More…").buttons
    chat.say(ITEM.replace("Monday", "Tuesday"))
    assert "Another version" in chat.press("More…").buttons


def test_two_people_have_their_versions_each_and_share_the_answers(chat, chats, gemini):
    chat.say(ITEM)
    chat.press("More…")
    chat.press("Another version")
    calls = len(gemini.requests)
    olena = chats("Olena")
    olena.say("/language")
    olena.press("English")
    olena.say(ITEM)
    olena.press("More…")
    olena.press("Another version")
    assert len(gemini.requests) == calls


def test_a_double_tap_on_another_version_is_one_version(chat, gemini):
    chat.say(ITEM)
    chat.press("More…")
    message = chat.last
    acts = chat.sandbox.sandbox.acts
    press = data(message, "Another version")

    def twice():
        acts.press(chat.person, message["message_id"], press)
        acts.press(chat.person, message["message_id"], press)

    chat.do(twice)
    assert Generation.objects.count() == 2
    assert DailyUsage.objects.get().used == 2


def test_a_version_that_was_stopped_does_not_count(chat, gemini):
    chat.say(ITEM)
    chat.press("More…")
    gemini.script(Slow())
    chat.press("Another version", wait=False)
    until(lambda: len(gemini.requests) == 2, seconds=15)
    chat.press("Stop")
    gemini.release()
    assert Generation.objects.latest("id").state == Generation.State.STOPPED
    assert DailyUsage.objects.get().used == 1
    gemini.script(way())
    chat.say("/history")
    chat.press(chat.last["reply_markup"]["inline_keyboard"][0][0]["text"])
    chat.press("More…")
    chat.press("Another version")
    assert Generation.objects.latest("id").variant == 1


def test_what_is_ready_is_shown_at_once_and_costs_nothing(chat, gemini):
    chat.say(ITEM)
    chat.press("Deeper")
    used = DailyUsage.objects.get().used
    reply = chat.press("Simpler")
    assert [call.method for call in reply.calls].count("editMessageReplyMarkup") == 0
    assert reply.count("editMessageText") == 1
    assert reply.toast == ""
    assert DailyUsage.objects.get().used == used
    assert Generation.objects.latest("id").charged_on is None


def test_what_is_ready_can_be_had_when_the_day_is_used_up(chat, gemini, settings):
    settings.DAILY_LIMIT = 2
    chat.say(ITEM)
    chat.press("Deeper")
    assert "Simpler" in chat.press("Simpler").buttons
    chat.press("More…")
    assert chat.press("Step by step").toast.startswith("That was the last of today's 2")
