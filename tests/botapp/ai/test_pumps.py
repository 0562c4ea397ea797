"""Lighter signs of fraud that meet make one, and one alone makes none."""

import pytest

from botapp.ai.offline import red_flags
from botapp.ai.offline.phrases import PHRASES
from botapp.ai.offline.warning import warnings
from botapp.ai.sentences import split
from tests.botapp.ai.pump_items import ADVERTS, FRAUDS, HONEST
from tests.botapp.ai.verdicts import assert_called_fraud, assert_not_called_fraud, assert_soon_looked_through


@pytest.mark.parametrize(("language", "text"), FRAUDS)
def test_where_signs_meet_the_headline_is_the_verdict_and_every_answer_says_so(language, text):
    assert_called_fraud(language, text)


@pytest.mark.parametrize(("language", "text"), HONEST)
def test_an_honest_neighbour_shows_none(language, text):
    assert warnings(text, language) == ()


@pytest.mark.parametrize(("language", "text"), ADVERTS)
def test_a_light_sign_of_an_advert_or_of_news_is_no_verdict(language, text):
    assert_not_called_fraud(language, text)


def test_the_sets_are_large_enough_in_every_language():
    for language in PHRASES:
        assert sum(spoken == language for spoken, _text in FRAUDS) >= 5
        assert sum(spoken == language for spoken, _text in HONEST) >= 5


def test_words_tell_more_than_the_cheers_before_them():
    assert dict(red_flags.find(split("To the moon! We pump the coin tonight.")))["pump"] == "We pump the coin"
    assert dict(red_flags.find(split("🚀🚀🚀 Пампим DOGZ!")))["pump"] == "Пампим"
    assert dict(red_flags.find(split("🚀🚀🚀 Летим!")))["pump"].startswith("🚀")


SNIPPETS = (
    "вход от ",
    "доход 5 ",
    "вложи 5 ",
    "invest $5 get ",
    "сигнал в ",
    "we pump ",
    "гарантированные ",
    "🚀🚀",
)


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_no_repetition_keeps_it_long(snippet):
    assert_soon_looked_through(snippet, behind="Доход 5000 в день, вход от 100$, пишите в лс, ")
