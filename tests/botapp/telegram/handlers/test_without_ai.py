"""Versions of a card while no AI is set up: what would only be said again is neither offered nor charged."""

import pytest
from django.db.models import Sum

from botapp.models import DailyUsage, Explanation, Feedback, Generation
from tests.botapp.telegram.cards import ITEM, LONG_ITEM, data, gemini, number

__all__ = ["gemini"]
PLAIN = "The weather in the town of Kent was fine on the day of the fair."
TOLD = {
    "Ada": "This takes AI, and it is switched off here: "
    "I could only say the same again. Nothing was charged.",
    "Bob": "Для этого нужен ИИ, а здесь он выключен: "
    "я лишь повторил бы то же самое. Из лимита ничего не списано.",
    "Olena": "Для цього потрібен ШІ, а тут він вимкнений: "
    "я лише повторив би те саме. З ліміту нічого не списано.",
}
PRESSES = [
    "depth:{}:simple",
    "depth:{}:pro",
    "way:{}:analogy",
    "way:{}:examples",
    "way:{}:steps",
    "way:{}:check",
    "anew:{}",
]


def used() -> int:
    return DailyUsage.objects.aggregate(all=Sum("used"))["all"] or 0


@pytest.mark.parametrize("press", PRESSES)
def test_a_press_that_would_only_repeat_the_card_says_so_and_costs_nothing(chat, press):
    card = chat.say(PLAIN).messages[0]
    reply = chat.press_data(press.format(number()), card["message_id"])
    assert reply.toast == TOLD["Ada"]
    assert reply.messages == ()
    assert chat.last == card
    assert Generation.objects.count() == used() == 1


@pytest.mark.parametrize("who", TOLD)
def test_it_is_said_in_the_persons_language(chats, who):
    chat = chats(who)
    chat.say(PLAIN)
    assert chat.press_data(f"anew:{number()}").toast == TOLD[who]
    assert len(TOLD[who]) <= 200, "more than a toast holds"


def test_only_what_says_something_else_is_offered(chat):
    chat.say(PLAIN)
    assert chat.press("More…").rows == [["Sources"], ["‹ Back", "Menu"]]
    chat.say(LONG_ITEM)
    offered = chat.press("More…").buttons
    assert {"By analogy", "Step by step", "With questions", "Another version"} <= set(offered)


def test_no_depth_that_would_only_repeat_the_card_has_a_button(chat):
    assert chat.say(PLAIN).rows[1] == ["More…"]
    assert chat.press("Save").rows[1] == ["More…"]
    chat.press("More…")
    assert chat.press("‹ Back").rows[1] == ["More…"]
    assert chat.press(chat.say("/history").buttons[0]).rows[1] == ["More…"]
    assert chat.say(LONG_ITEM).rows[1] == ["Simpler", "Deeper", "More…"]
    chat.press("Deeper")
    assert used() == 3, "what has a button says something else"


def test_with_an_ai_every_depth_has_a_button(chat, gemini):
    assert chat.say(PLAIN).rows[1] == ["Simpler", "Deeper", "More…"]


def test_what_is_offered_says_something_else_and_is_charged(chat):
    for turn, label in enumerate(["Step by step", "With questions", "By analogy", "Plainly"], 2):
        card = chat.last["text"] if turn > 2 else chat.say(ITEM).text
        chat.press("More…")
        assert chat.press(label).text != card
        assert used() == turn


def test_another_version_is_offered_until_all_is_told(chat):
    told = chat.say(LONG_ITEM).text
    assert "The founder thanked" not in told
    while "Another version" in chat.press("More…").buttons:
        told += chat.press("Another version").text
    assert "The founder thanked" in told
    before = used()
    card = chat.last
    assert chat.press_data(f"anew:{number()}", card["message_id"]).toast == TOLD["Ada"]
    assert used() == before


def test_who_is_not_helped_is_offered_only_what_is_new(chat):
    chat.say(PLAIN)
    reply = chat.press("👎")
    assert reply.toast == "Thank you for telling me."
    assert reply.count("sendMessage") == 0, "there is no other way"
    assert Feedback.objects.get().verdict == "down"
    chat.say(ITEM)
    assert "Step by step" in chat.press("👎").buttons


def test_an_offer_from_when_an_ai_was_there_gets_a_kind_sentence(chat, gemini, settings):
    chat.say(PLAIN)
    chat.press("👎")
    settings.GEMINI_API_KEY = ""
    before = used()
    assert chat.press("By analogy").toast == TOLD["Ada"]
    assert used() == before


def test_a_short_item_is_told_whole_and_has_no_other_version(chat):
    assert "within two hours" in chat.say(ITEM).text
    assert "Another version" not in chat.press("More…").buttons


def test_a_late_tap_is_told_that_it_is_late(chat):
    card = chat.say(LONG_ITEM).messages[0]
    press = data(card, "Deeper")
    old = number()
    chat.press("Deeper")
    for late in (press, f"anew:{old}", f"way:{old}:analogy"):
        assert chat.press_data(late, card["message_id"]).toast.startswith("That button")


def test_a_used_up_day_does_not_hide_that_it_would_be_the_same(chat, settings):
    settings.DAILY_LIMIT = 1
    chat.say(PLAIN)
    assert chat.press_data(f"depth:{number()}:pro").toast == TOLD["Ada"]


def test_in_another_language_the_item_can_be_had_again(chat):
    card = chat.say(PLAIN).messages[0]
    press = f"depth:{number()}:pro"
    chat.say("/language")
    chat.press("Українська")
    assert "Чого в тексті бракує" in chat.press_data(press, card["message_id"]).text
    assert Explanation.objects.latest("id").language == "uk"


def test_with_an_ai_everything_is_offered_and_made(chat, gemini):
    chat.say(PLAIN)
    assert {"By analogy", "Another version"} <= set(chat.press("More…").buttons)
    chat.press("Another version")
    assert Generation.objects.count() == 2


def test_a_card_of_an_ai_that_is_gone_keeps_what_the_text_itself_gives(chat, gemini, settings):
    card = chat.say(ITEM).messages[0]
    settings.GEMINI_API_KEY = ""
    assert "Step by step" in chat.press("More…").buttons
    chat.press("Step by step")
    assert chat.last["message_id"] == card["message_id"]
    assert Explanation.objects.latest("id").degraded


def test_questions_are_answered_anew_as_before(chat):
    chat.say("What is staking in plain words?")
    before = used()
    chat.press("Simpler")
    assert used() == before + 1
