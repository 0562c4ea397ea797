"""What turns its source round is marked; what says the same in other words is not."""

import time

import pytest

from botapp.ai.grounding import Source, ground
from botapp.ai.schema import Explanation, Statement
from tests.botapp.ai.planted.test_planted import items
from tests.botapp.ai.polarity_items import SAME, TURNED


def marked(text: str, source: str) -> bool:
    answer = Explanation(headline="H", what_happened=(Statement(text=text),))
    (statement,) = ground(answer, source, language="en").what_happened
    return statement.unsupported


@pytest.mark.parametrize(("source", "text"), TURNED)
def test_a_statement_that_turns_its_source_round_is_marked(source, text):
    assert marked(text, source)
    assert marked(text, f"The weather was fine. {source} A bridge opened in the town.")


@pytest.mark.parametrize(("source", "text"), SAME)
def test_a_statement_that_says_the_same_is_not_marked(source, text):
    assert not marked(text, source)


def test_a_headline_that_turns_its_source_round_gives_way():
    source = "Kraken will pay $30 million to the SEC."
    said = Explanation(headline="Kraken will not pay $30 million to the SEC")
    assert ground(said, source, language="en").headline == source


def test_none_of_the_correct_statements_is_taken_for_the_contrary():
    denied = [
        text for item in items() for _language, text in item["right"] if Source.of(item["text"]).denies(text)
    ]
    assert denied == []


@pytest.mark.parametrize("snippet", ["не ", "not ", "rose 5% ", "не одобрил ", "a? ", "gro", "упал на 5% "])
def test_no_repetition_keeps_it_long(snippet):
    text = (snippet * 20_000)[:20_000]
    source = Source.of(text)
    began = time.perf_counter()
    source.denies(f"{text[:400]} rose 5%")
    assert time.perf_counter() - began < 0.5
