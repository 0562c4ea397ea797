"""A question knows which card it is about: by the reply, else by what was said last."""

import pytest

from botapp.models import AnswerPart, Explanation, Generation, Turn
from botapp.sandbox.people import Person as Sender
from tests.botapp.telegram.talk import BINANCE, EULER, card, told
from tests.kit.scripted_ai import Obey

GROUP = -1001
LONG = " ".join(
    f"Point {number}: Binance paid fine number {number} to the regulator." for number in range(160)
)


def test_replies_to_two_cards_in_turn_each_see_their_own(chat, gemini):
    first, second = card(chat, BINANCE), card(chat, EULER)
    for number in range(4):
        chat.say(f"And what about point {number}?", reply_to=first)
        assert ("Binance" in whole(gemini), "Euler" in whole(gemini)) == (True, False)
        chat.say(f"How much was it, version {number}?", reply_to=second)
        assert ("Binance" in whole(gemini), "Euler" in whole(gemini)) == (False, True)
    assert "EARLIER: Explained: The SEC sued Binance on Monday with 13 charges." in told(gemini)


def whole(gemini):
    """What was told of the conversation in full: not what a summary has of before."""
    return "\n".join(line for line in told(gemini).splitlines() if not line.startswith("EARLIER"))


def test_a_question_that_replies_to_nothing_goes_on_with_what_was_said_last(chat, gemini):
    first, _second = card(chat, BINANCE), card(chat, EULER)
    chat.say("How much was it?")
    assert "Euler" in told(gemini)
    chat.say("How many charges are there?", reply_to=first)
    chat.say("Who denies them?")
    assert ("Binance" in told(gemini), "Euler" in told(gemini)) == (True, False)


def test_a_reply_to_an_answer_goes_on_with_the_card_of_that_answer(chat, gemini):
    card(chat, BINANCE)
    answer = chat.say("How many charges are there?").messages[0]["message_id"]
    card(chat, EULER)
    chat.say("And who denies them?", reply_to=answer)
    assert "Binance" in told(gemini)
    assert "How many charges are there?" in told(gemini)
    assert "Euler" not in told(gemini)


def test_a_short_reply_is_a_question_about_the_card_whatever_it_looks_like(chat):
    first = card(chat, BINANCE)
    reply = chat.say("more about the charges", reply_to=first)
    assert Generation.objects.latest("id").kind == "question"
    assert "13 charges" in reply.text


def test_a_reply_as_long_as_news_is_news(chat):
    first = card(chat, BINANCE)
    chat.say(f"{EULER} {EULER} {BINANCE}", reply_to=first)
    assert Generation.objects.latest("id").kind == "news"


def test_a_reply_to_a_message_that_is_no_card_is_read_as_if_it_replied_to_nothing(chat):
    menu = chat.say("/menu").messages[0]["message_id"]
    chat.say("Binance paid a fine of $4 billion.", reply_to=menu)
    assert Generation.objects.latest("id").kind == "news"


@pytest.mark.parametrize("text", ["why?", "А кто?", "how much"])
def test_three_characters_are_enough_to_ask_about_a_card(chat, text):
    reply = chat.say(text, reply_to=card(chat, BINANCE))
    assert "too short" not in reply.text
    assert Generation.objects.latest("id").source_text == text


def test_without_a_card_a_question_has_to_say_more(chat):
    assert chat.say("why?").text.startswith("The text is too short to explain.")


def test_every_depth_of_a_card_is_the_same_thread(chat, gemini):
    first = card(chat, BINANCE)
    chat.say("How many charges are there?", reply_to=first)
    chat.press("Deeper")
    chat.press_data(f"depth:{Explanation.objects.earliest('id').pk}:pro", first)
    chat.say("Who denies them?", reply_to=first)
    assert "PERSON: How many charges are there?" in told(gemini)
    assert Turn.objects.values("thread").distinct().count() == 1


def test_a_question_at_another_depth_is_told_of_the_same_card_and_not_of_itself(chat, gemini):
    first, _second = card(chat, BINANCE), card(chat, EULER)
    chat.say("How many charges are there?", reply_to=first)
    card(chat, EULER.replace("Tuesday", "Friday"))
    question = Generation.objects.get(kind="question")
    chat.press_data(f"depth:{question.explanation_id}:simple", question.message_id)
    assert "Binance" in told(gemini)
    assert told(gemini).count("How many charges are there?") == 1
    assert "Euler" not in told(gemini)


def test_every_part_of_a_long_answer_can_be_replied_to(chat, gemini):
    gemini.script(Obey(lambda source: _long_answer()))
    parts = [message["message_id"] for message in chat.say(BINANCE).messages]
    assert len(parts) > 1
    assert AnswerPart.objects.count() == len(parts) - 1
    card(chat, EULER.replace("Tuesday", "Friday"))
    for number, part in enumerate(parts):
        chat.say(f"And what is point {number}?", reply_to=part)
        assert "Binance" in told(gemini)


def _long_answer():
    statements = ", ".join(f'{{"text": "{"The exchange denies the charges. " * 14}"}}' for _ in range(24))
    return f'{{"headline": "Binance was sued.", "what_happened": [{statements}]}}'


def test_a_card_opened_from_the_history_can_be_replied_to(chat, gemini):
    card(chat, BINANCE)
    card(chat, EULER)
    opened = chat.press(chat.say("/history").buttons[1]).messages[-1]["message_id"]
    chat.say("How many charges are there?", reply_to=opened)
    assert ("Binance" in told(gemini), "Euler" in told(gemini)) == (True, False)


def test_an_edited_question_stays_with_its_card(chat, gemini):
    first, _second = card(chat, BINANCE), card(chat, EULER)
    chat.say("How many charges are there?", reply_to=first)
    mine = [message for message in chat.messages if message.get("text") == "How many charges are there?"]
    chat.do(chat.sandbox.sandbox.acts.edit, chat.person, mine[0]["message_id"], "Who denies all of them?")
    assert gemini.requests[-1].source == "Who denies all of them?"
    assert ("Binance" in told(gemini), "Euler" in told(gemini)) == (True, False)


def test_in_a_group_each_has_a_conversation_and_anybody_may_ask_about_a_card(chats, gemini):
    chats("Ada").say("/start")
    ada, grace = chats("Ada", group=GROUP), chats(Sender(3001, "Grace", language_code="en"), group=GROUP)
    shown = ada.say(f"@rvx_test_bot {BINANCE}").messages[0]["message_id"]
    grace.say(f"@rvx_test_bot {EULER}")
    ada.say("@rvx_test_bot How many charges are there?")
    assert ("Binance" in told(gemini), "Euler" in told(gemini)) == (True, False)
    grace.say("@rvx_test_bot How much was it?")
    assert ("Binance" in told(gemini), "Euler" in told(gemini)) == (False, True)
    grace.say("Who denies the charges?", reply_to=shown)
    assert ("Binance" in told(gemini), "Euler" in told(gemini)) == (True, False)
    chats("Ada").say("And what happened to them?")
    assert "Binance" not in told(gemini), "what was said in a group stays there"


class TestAfterARestart:
    def test_a_question_knows_what_it_means(self, chat, restarted, gemini):
        chat.say(EULER)
        restarted().say("How much was it?")
        assert "Euler" in told(gemini)

    def test_without_ai_too(self, chat, restarted):
        chat.say(EULER)
        later = restarted()
        assert "$197 million" in later.say("How much was it?").text
        assert "Tuesday" in later.say("and when?").text

    def test_a_card_from_before_can_be_replied_to_and_deepened(self, chat, restarted):
        first = card(chat, EULER)
        card(chat, BINANCE)
        later = restarted()
        assert "$197 million" in later.say("how much was it?", reply_to=first).text
        assert later.press("Simpler").messages


@pytest.mark.parametrize(
    ("who", "item", "question", "said"),
    [
        (
            "Bob",
            "Хакеры вывели из протокола Euler $197 млн. Токен упал.",
            "а сколько это?",
            "$197 млн",
        ),
        ("Bob", "Хакеры вывели из протокола Euler $197 млн. Токен упал.", "кого это касается?", "Euler"),
        ("Olena", "Хакери викрали з протоколу Euler $197 млн. Токен упав.", "а скільки це?", "$197 млн"),
        ("Ada", EULER, "how much was it?", "$197 million"),
    ],
)
def test_without_ai_a_reply_that_says_it_is_answered_from_the_card(chats, who, item, question, said):
    chat = chats(who)
    first = card(chat, item)
    card(chat, "Bitcoin miners in Texas switched off 40% of their machines for a day.")
    reply = chat.say(question, reply_to=first)
    answered = Explanation.objects.latest("id").answer
    assert answered["answered"], question
    if said != "Euler":
        assert said in reply.text


def test_a_provider_that_fails_hands_the_conversation_to_the_next(chat, gemini, settings):
    chat.say(EULER)
    chat.say("Who was drained by them?")
    settings.GEMINI_API_KEY = ""
    assert "$197 million" in chat.say("and how much was it?").text
    assert Explanation.objects.latest("id").provider == "offline"
