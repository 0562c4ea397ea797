"""Lighter signs of fraud that meet make one, and one alone makes none."""

import time

import pytest

from botapp.ai import added_flags
from botapp.ai.base import Prompt
from botapp.ai.offline import red_flags
from botapp.ai.offline.phrases import PHRASES
from botapp.ai.offline.provider import explained
from botapp.ai.offline.warning import is_fraud, warnings
from botapp.ai.sentences import split
from tests.botapp.ai.pump_items import ADVERTS, FRAUDS, HONEST


@pytest.mark.parametrize(("language", "text"), FRAUDS)
def test_where_signs_meet_the_headline_is_the_verdict_and_every_answer_says_so(language, text):
    flags = warnings(text, language)
    assert is_fraud(flags)
    assert all(flag.phrase in text for flag in flags)
    assert explained(Prompt(text, language)).headline == PHRASES[language].looks_like_fraud
    assert is_fraud(added_flags.due(text, language))


@pytest.mark.parametrize(("language", "text"), HONEST)
def test_an_honest_neighbour_shows_none(language, text):
    assert warnings(text, language) == ()


@pytest.mark.parametrize(("language", "text"), ADVERTS)
def test_a_light_sign_of_an_advert_or_of_news_is_no_verdict(language, text):
    assert not is_fraud(warnings(text, language))
    assert added_flags.due(text, language) == ()


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
    text = ("Доход 5000 в день, вход от 100$, пишите в лс, " + snippet * 20_000)[:20_000]
    began = time.perf_counter()
    red_flags.find(split(text))
    assert time.perf_counter() - began < 2
