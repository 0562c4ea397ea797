"""RVX took news for a question or the other way round: one press sets it right, once."""

import pytest

from botapp.models import DailyUsage, Explanation, Generation, Turn
from tests.botapp.telegram.talk import BINANCE, EULER, card, told
from tests.kit.scripted_ai import Slow

NEWS, QUESTION = "This is news, explain it", "This is a question, answer it"
HEADLINE = "Binance, the largest exchange, is leaving Canada?"
SEARCH = "staking of ether, yield and risks"


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        (BINANCE, ""),
        ("What is staking?", ""),
        ("Что такое стейкинг?", ""),
        (HEADLINE, NEWS),
        (SEARCH, QUESTION),
        ("доходность стейкинга эфира и риски", QUESTION),
        ("Whale moved 5,000 BTC", ""),
    ],
)
def test_the_button_is_there_only_where_words_can_mislead(chat, text, offered):
    rows = chat.say(text, wait=True).rows
    assert [label for row in rows for label in row if label in (NEWS, QUESTION)] == (
        [offered] if offered else []
    )


def test_news_is_explained_in_place_of_the_answer_for_one_charge(chat, gemini):
    answer = chat.say(HEADLINE).messages[0]
    reply = chat.press(NEWS)
    assert [message["message_id"] for message in reply.messages] == [answer["message_id"]]
    assert gemini.requests[-1].user.rstrip().endswith("⟦END OF SOURCE⟧")
    assert DailyUsage.objects.get().used == 1
    assert not {NEWS, QUESTION} & set(reply.buttons)


def test_a_question_is_answered_about_the_card_before_it(chat, gemini):
    card(chat, EULER)
    chat.say(SEARCH)
    chat.press(QUESTION)
    assert "Euler" in told(gemini)
    assert told(gemini).count(SEARCH) == 1
    assert Explanation.objects.latest("id").kind == "question"


def test_the_conversation_remembers_the_right_answer_only(chat, gemini):
    card(chat, EULER)
    chat.say(SEARCH)
    chat.press(QUESTION)
    said = list(Turn.objects.order_by("id").values_list("role", "explanation__kind", "thread__source_text"))
    assert said == [(role, kind, EULER) for kind in ("news", "question") for role in ("person", "rvx")]


def test_once_is_enough(chat):
    message = chat.say(HEADLINE).messages[0]
    data = message["reply_markup"]["inline_keyboard"][-1][0]["callback_data"]
    chat.press(NEWS)
    for number in (data, f"kind:{Explanation.objects.latest('id').pk}"):
        assert chat.press_data(number, message["message_id"]).toast.startswith("That button belongs")
    assert Generation.objects.count() == 2


def test_a_double_press_begins_one_answer(chat, gemini):
    message = chat.say(HEADLINE).messages[0]
    data = message["reply_markup"]["inline_keyboard"][-1][0]["callback_data"]
    gemini.script(Slow())
    chat.press_data(data, message["message_id"], wait=False)
    assert "still" in chat.press_data(data, message["message_id"], wait=False).toast
    assert Generation.objects.count() == 2


def test_whoever_said_that_it_is_a_question_is_not_asked_again(chat):
    assert NEWS not in chat.say(f"/ask {BINANCE}").buttons


def test_a_lesson_is_never_switched(chat):
    lesson = chat.say("/teach defi beginner").messages[-1]["message_id"]
    made = Generation.objects.get()
    assert chat.press_data(f"kind:{made.explanation_id}", lesson).toast.startswith("That button")
    assert Generation.objects.get() == made


def test_what_a_command_asked_is_never_switched(chat):
    answer = chat.say(f"/ask {HEADLINE}").messages[-1]["message_id"]
    made = Generation.objects.get()
    assert chat.press_data(f"kind:{made.explanation_id}", answer).toast.startswith("That button")
    assert Generation.objects.get() == made
