"""Greetings and thanks get a kind sentence, cost nothing, and are told from news and questions."""

import pytest

from botapp.models import DailyUsage, Generation
from botapp.sandbox.people import Person as Sender
from botapp.telegram.small_talk import kind_of


@pytest.mark.parametrize(
    ("language", "text", "answer"),
    [
        ("en", "Hi", "Hello! Send me a news item"),
        ("en", "Thank you!!! 🙏", "You are welcome!"),
        ("ru", "Добрый день", "Здравствуйте! Пришлите новость"),
        ("ru", "спасибо)", "Пожалуйста!"),
        ("uk", "Привіт 👋", "Вітаю! Надішліть новину"),
        ("uk", "Щиро дякую.", "Будь ласка!"),
    ],
)
def test_small_talk_is_answered_and_costs_nothing(chats, language, text, answer):
    chat = chats(Sender(2001, "Ada", "", "", language))
    reply = chat.say(text)
    assert reply.text.startswith(answer)
    assert reply.refusals == []
    assert not Generation.objects.exists()
    assert not DailyUsage.objects.exists()


@pytest.mark.parametrize(
    "text", ["", "🙂", "Hello, the SEC sued Binance.", "Спасибо, а что такое ETF?", "hi-fi", "привет биткоин"]
)
def test_whatever_says_more_is_no_small_talk(text):
    assert kind_of(text) is None


@pytest.mark.parametrize("text", ["  HELLO  ", "Доброе\nутро!", "«Дякую»", "good  morning…"])
def test_neither_case_nor_spaces_nor_signs_matter(text):
    assert kind_of(text)
