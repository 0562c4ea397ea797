"""Numbers with letters for digits, round numbers in words, and addresses that are spelled out."""

import time

import pytest

from botapp.ai import number_words
from botapp.ai.grounding import Guard, ground
from botapp.ai.grounding.disguises import odd_figures, undressed
from botapp.ai.schema import Explanation, Statement
from tests.botapp.ai.disguise_items import INVENTED, RIGHT


def told(text: str, source: str) -> Statement:
    answer = Explanation(headline="H", what_happened=(Statement(text=text),))
    (statement,) = ground(answer, source, language="en").what_happened
    return statement


@pytest.mark.parametrize(("source", "text"), INVENTED)
def test_no_invention_in_disguise_goes_unmarked(source, text):
    assert told(text, source).unsupported


@pytest.mark.parametrize(("source", "text"), RIGHT)
def test_what_the_source_says_is_not_marked(source, text):
    assert not told(text, source).unsupported


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("a couple of hundred thousand users", 200_000, ""),
        ("half a dozen banks", 6, ""),
        ("half-million dollars", 500_000, "USD"),
        ("полсотни банков", 50, ""),
        ("пару сотен миллионов долларов", 200_000_000, "USD"),
        ("п’ять десятків банків", 50, ""),
        ("пів сотні мільярдів доларів", 50_000_000_000, "USD"),
        ("пів мільярда гривень", 500_000_000, "UAH"),
        ("two hundred fifty million", 250_000_000, ""),
    ],
)
def test_a_round_number_is_worth_what_it_says(text, value, unit):
    (figure,) = number_words.find(text)
    assert (figure.values, figure.unit) == ({value}, unit)
    assert figure.text == text.lower().replace("’", "'")[figure.start : figure.end]


@pytest.mark.parametrize(
    "text", ["сотни банков", "десятки стран", "пара дней", "a couple of days", "полиция"]
)
def test_vague_words_are_no_figures(text):
    assert number_words.find(text) == ()


def test_a_spelled_address_is_taken_out_of_its_marked_statement_and_of_answers():
    text = "Kraken opens a page at evil dot com/claim."
    assert "evil" not in told(text, "Kraken opens a page at kraken.com.").text
    answer = Explanation(headline="H", what_happened=(Statement(text=text),))
    (said,) = Guard(["What is Kraken?"]).guard(answer).what_happened
    assert "evil" not in said.text


@pytest.mark.parametrize(
    "snippet", ["1O", "O.", "a dot ", "dot com ", "[.]", "пар", "half a ", "пол", "два ", "З "]
)
def test_no_repetition_keeps_it_long(snippet):
    text = (snippet * 20_000)[:20_000]
    began = time.perf_counter()
    odd_figures(text)
    undressed(text)
    assert time.perf_counter() - began < 0.3
