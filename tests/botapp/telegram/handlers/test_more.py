"""The keyboard behind "More…", sources on a tap and questions to ask next."""

from dataclasses import replace

import pytest

from botapp.enums import Depth, Mode
from botapp.models import DailyUsage, Explanation, Generation
from botapp.queries.explanations import describe
from botapp.queries.versions import Offer
from botapp.telegram.keyboards.more import more_keys, other_ways, question_keys
from botapp.telegram.keyboards.terms import word_keys
from tests.botapp.telegram.cards import ITEM, LONG_ITEM, QUESTIONS, data, gemini, number, written
from tests.kit.scripted_ai import Obey, Slow
from tests.kit.waiting import until

__all__ = ["gemini"]
GROUP = -1001
EVERYTHING = Offer(frozenset(Depth), frozenset(Mode), is_anew=True)


def test_more_opens_and_closes_in_place_and_leaves_the_text_alone(chat):
    card = chat.say(LONG_ITEM)
    opened = chat.press("More…")
    assert opened.count("sendMessage") == opened.count("editMessageText") == 0
    assert opened.rows == [
        ["With examples", "By analogy"],
        ["Step by step", "With questions"],
        ["Another version"],
        ["Sources", "Words"],
        ["‹ Back", "Menu"],
    ]
    assert chat.press("‹ Back").rows == card.rows
    assert chat.last["text"] == card.text


def test_the_way_back_knows_what_is_saved(chat):
    chat.say(ITEM)
    chat.press("Save")
    chat.press("More…")
    assert "Saved ✓" in chat.press("‹ Back").buttons


def test_a_late_tap_does_not_put_old_buttons_under_a_new_card(chat):
    card = chat.say(LONG_ITEM).messages[0]
    old = [data(card, "More…"), data(card, "Save"), f"less:{number()}", f"asks:{number()}"]
    chat.press("Deeper")
    before = chat.last
    for press in old:
        assert chat.press_data(press).toast.startswith("That button")
    assert chat.last == before


def test_a_tap_while_the_card_is_written_is_told_so(chat, gemini):
    card = chat.say(ITEM).messages[0]
    press = data(card, "More…")
    gemini.script(Slow())
    chat.press("Deeper", wait=False)
    assert chat.press_data(press, wait=False).toast == "I am still writing this one."
    gemini.release()
    chat.wait()


def test_every_button_fits_with_the_largest_numbers(chat, gemini):
    chat.say(ITEM)
    answer = replace(describe(Explanation.objects.get()), id=2**63 - 1)
    keyboards = (
        more_keys(answer, kind="k" * 50, offer=EVERYTHING),
        other_ways(answer, offer=EVERYTHING),
        question_keys(answer),
        word_keys(answer.id, answer.explanation.terms * 9),
    )
    for keyboard in keyboards:
        for row in keyboard:
            assert all(len(key.button.pack().encode()) <= 64 for key in row)


def test_sources_quote_the_sentence_of_each_statement(chat, gemini):
    gemini.script(
        Obey(
            lambda source: written(
                source,
                what_happened=[
                    {"text": "A bridge was robbed of $285 million.", "source_sentence": 1},
                    {"text": "The team stopped the bridge within two hours.", "source_sentence": 3},
                    {"text": "It lost $900 million.", "source_sentence": 2},
                ],
                who_is_affected=[{"text": "Savers who kept coins there.", "source_sentence": None}],
                why_it_matters=[],
            )
        )
    )
    card = chat.say(ITEM).messages[0]
    chat.press("More…")
    reply = chat.press("Sources")
    assert reply.messages[0]["reply_to_message"]["message_id"] == card["message_id"]
    assert reply.text.splitlines() == [
        "Where is that said?",
        "",
        "1. A bridge was robbed of $285 million.",
        "Hackers drained $285 million from the Harbor bridge on Monday.",
        "",
        "2. Sentence 3, word for word",
        "The team stopped the bridge within two hours.",
        "",
        "⚠️ It lost $900 million.",
        "Not in the source as it is put here.",
        "They used a flaw in a smart contract.",
        "",
        "4. Savers who kept coins there.",
        "RVX's own conclusion: no sentence says it.",
    ]
    quotes = [e for e in reply.messages[0]["entities"] if e["type"] == "expandable_blockquote"]
    assert len(quotes) == 3


def test_questions_to_ask_next_are_buttons(chat, gemini):
    chat.say(ITEM)
    chat.press("More…")
    assert chat.press("Ask next").rows == [[QUESTIONS[0]], [QUESTIONS[1]], ["‹ Back"]]
    assert "Another version" in chat.press("‹ Back").buttons


def test_a_tapped_question_is_asked_in_the_thread_of_its_card(chat, gemini):
    card = chat.say(ITEM).messages[0]
    thread = number()
    chat.press("More…")
    chat.press("Ask next")
    reply = chat.press(QUESTIONS[0])
    assert reply.messages[-1]["message_id"] > card["message_id"]
    assert reply.text.startswith(QUESTIONS[0])
    asked = Generation.objects.latest("id")
    assert (asked.kind, asked.thread_id, asked.subject, asked.source_text) == (
        "question",
        thread,
        "",
        QUESTIONS[0],
    )
    assert QUESTIONS[0] in gemini.requests[-1].user
    assert DailyUsage.objects.get().used == 2


def test_a_tapped_question_shows_itself_while_it_is_answered_and_when_it_is_stopped(chat, gemini):
    chat.say(ITEM)
    gemini.script(Slow())
    chat.press_data(f"next:{number()}:0", wait=False)
    assert chat.last["text"] == f"{QUESTIONS[0]}\n\nReading…"
    until(lambda: len(gemini.requests) == 2, seconds=15)
    assert chat.press("Stop").text.startswith(f"{QUESTIONS[0]}\n\nStopped.")
    assert DailyUsage.objects.get().used == 1


def test_a_question_is_answered_once_however_often_it_is_tapped(chat, gemini):
    chat.say(ITEM)
    press = f"next:{number()}:0"
    message = chat.last["message_id"]
    gemini.script(Slow())
    chat.press_data(press, message, wait=False)
    assert chat.press_data(press, message, wait=False).toast == "I am still writing this one."
    gemini.release()
    chat.wait()
    assert chat.press_data(press, message).toast.startswith("I have answered that one")
    assert Generation.objects.count() == DailyUsage.objects.get().used == 2


@pytest.mark.parametrize(
    "forged", ["next:{}:9", "next:{}:-1", "next:{}", "word:{}:99", "word:{}:x", "said:0"]
)
def test_a_forged_tap_is_refused_kindly(chat, gemini, forged):
    chat.say(ITEM)
    assert chat.press_data(forged.format(number())).toast
    assert Generation.objects.count() == 1


def test_in_a_group_others_do_not_change_the_buttons_of_a_card(chat, chats):
    chat.say("/start")
    olena = chats("Olena", group=GROUP)
    chats("Olena").say("/start")
    ada = chats("Ada", group=GROUP)
    ada.say(f"@rvx_test_bot {ITEM}")
    card = ada.last
    for press in ("more", "less", "asks", "anew", "said", "words"):
        assert olena.press_data(f"{press}:{number()}", card["message_id"]).toast
    assert olena.press_data(f"way:{number()}:steps", card["message_id"]).toast
    assert olena.last == card


def test_a_question_suggested_below_an_answer_is_about_the_card_of_that_answer(chat, gemini):
    card = chat.say(ITEM).messages[0]["message_id"]
    thread = Explanation.objects.get().pk
    answer = chat.say("How much was it?", reply_to=card).messages[0]["message_id"]
    chat.press_data(f"next:{Explanation.objects.latest('id').pk}:0", answer)
    assert Generation.objects.latest("id").thread_id == thread
    assert "How much was it?" in gemini.requests[-1].user


def test_only_a_question_that_no_message_says_stands_on_its_answer(chat, gemini):
    asked = "What is a bridge in plain words?"
    for reply in (chat.say(f"/ask {asked}"), chat.press("Deeper")):
        assert reply.text.count(asked) == 1, "the headline of this model"
    number = Explanation.objects.latest("id").pk
    suggested = chat.press_data(f"next:{number}:0", chat.last["message_id"])
    assert suggested.text.count(QUESTIONS[0]) == 2
    assert chat.press("Simpler").text.count(QUESTIONS[0]) == 2
