"""What turns its source round is marked; what says the same in other words is not."""

import time

import pytest

from botapp.ai.grounding import Source, ground
from botapp.ai.schema import Explanation, Statement
from tests.botapp.ai import direction_items
from tests.botapp.ai import still_and_nobody_items as later
from tests.botapp.ai.planted.test_planted import items
from tests.botapp.ai.polarity_items import SAME, TURNED


def marked(text: str, source: str) -> bool:
    answer = Explanation(headline="H", what_happened=(Statement(text=text),))
    (statement,) = ground(answer, source, language="en").what_happened
    return statement.unsupported


@pytest.mark.parametrize(("source", "text"), [*TURNED, *later.TURNED, *later.LATER_TURNED])
def test_a_statement_that_turns_its_source_round_is_marked(source, text):
    assert marked(text, source)
    assert marked(text, f"The weather was fine. {source} A bridge opened in the town.")


@pytest.mark.parametrize(("source", "text"), [*SAME, *later.SAME, *later.LATER_SAME, *direction_items.SAME])
def test_a_statement_that_says_the_same_is_not_marked(source, text):
    assert not marked(text, source)


@pytest.mark.parametrize("language", direction_items.VERBS)
def test_a_rise_is_told_from_a_fall_in_whatever_words(language):
    downs, ups, sentence = direction_items.VERBS[language]
    down, up = ([sentence.format(verb.replace("_", " ")) for verb in verbs.split()] for verbs in (downs, ups))
    assert [one for one in down if not marked(up[0], one) or marked(down[0], one)] == []
    assert [one for one in up if not marked(down[0], one) or marked(up[0], one)] == []


@pytest.mark.parametrize("down", ["fell", "slid", "slipped", "tumbled"])
@pytest.mark.parametrize("up", ["rose", "gained", "jumped", "added"])
def test_each_of_two_clauses_keeps_its_own_direction(down, up):
    source = f"Bitcoin {down} 3% on Monday while Ether {up} 2%."
    turned, same = ("Bitcoin rose 3%.", "Ether fell 2%."), ("Bitcoin dropped 3%.", "Ether climbed 2%.")
    assert [marked(text, source) for text in (*turned, *same)] == [True, True, False, False]


@pytest.mark.parametrize(("source", "text"), later.ROUNDED)
def test_a_rounding_with_its_hedge_word_is_not_marked(source, text):
    assert not marked(text, source)


@pytest.mark.parametrize(("source", "text"), later.MISROUNDED)
def test_a_figure_that_is_no_such_rounding_is_marked(source, text):
    assert marked(text, source)


def test_who_did_it_to_whom_is_told_apart_over_languages():
    source = "Комиссия по ценным бумагам США подала в суд на Binance."
    assert marked("Binance sued the SEC.", source)
    assert not marked("The SEC sued Binance.", source)
    assert not marked("Binance sued the SEC.", f"{source} В ответ Binance подала в суд на SEC.")


def test_a_headline_that_turns_its_source_round_gives_way():
    source = "Kraken will pay $30 million to the SEC."
    said = Explanation(headline="Kraken will not pay $30 million to the SEC")
    assert ground(said, source, language="en").headline == source


def test_none_of_the_correct_statements_is_taken_for_the_contrary():
    denied = [
        text for item in items() for _language, text in item["right"] if Source.of(item["text"]).denies(text)
    ]
    assert denied == []


SNIPPETS = (
    *("не ", "not ", "rose 5% ", "не одобрил ", "a? ", "gro", "упал на 5% ", "nobody ", "никто ", "no user "),
    *("left the rate ", "сохранил ", "отказ", "lost a b ", "sued Binance ", "подал в суд на ", "nearly 5 "),
    *(
        "some all of the ",
        "не более 5 ",
        "купила Binance ",
        "отменил запрет ",
        "біржу ",
        "at most at least 5% ",
    ),
)


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_no_repetition_keeps_it_long(snippet):
    text = (snippet * 20_000)[:20_000]
    source = Source.of(text)
    began = time.perf_counter()
    source.denies(f"{text[:400]} rose 5%")
    source.has_figures(f"{text[:400]} nearly 5%")
    assert time.perf_counter() - began < 0.5
