import time

import pytest

from botapp.ai.base import EventPattern
from botapp.ai.events import recognise
from tests.kit.knowledge import knowledge

EVENTS = knowledge("en").events


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Hackers drained a bridge.", "hack"),
        ("Взломщики? Нет: взломали мост.", "hack"),
        ("Spot ETFs saw inflows.", "etf-flows"),
        ("The hard-fork is set for May.", "network-upgrade"),
        ("Стейблкоїн втратив прив’язку до долара", "stablecoin"),
        ("Регулятор принял закон", "regulation"),
        ("It rained. The sun came out. In court, a lawsuit began.", "lawsuit"),
    ],
)
def test_a_kind_is_known_by_its_cues(text, slug):
    found = recognise(text, EVENTS)
    assert found is not None
    assert found.slug == slug


@pytest.mark.parametrize(
    "text",
    [
        "The weather is fine.",
        "Shackled dogs and lawns.",  # "hack*" and "law" only inside other words
        "It rained. The sun came out. A law was mentioned.",  # one cue far from the opening
        "",
    ],
)
def test_a_passing_word_makes_no_kind(text):
    assert recognise(text, EVENTS) is None


def test_no_patterns_recognise_nothing():
    assert recognise("Hackers drained a bridge.", ()) is None


def test_a_cue_inside_a_longer_one_counts_once():
    background = EVENTS[0].background
    pattern = EventPattern("fork", ("fork", "hard fork"), background)
    rest = "It rained. The sun came out. "
    assert recognise(f"{rest}A fork lay there.", (pattern,)) is None
    assert recognise(f"{rest}A fork lay there after the hard fork.", (pattern,)) is pattern


def test_twenty_thousand_characters_are_searched_at_once():
    text = ("The exchange wrote that hackathons, lawns and courtyards matter. " * 400)[:20_000]
    recognise("warm", EVENTS)
    started = time.perf_counter()
    recognise(text, EVENTS)
    assert time.perf_counter() - started < 0.5


def pattern(slug: str, *cues: str) -> EventPattern:
    return EventPattern(slug, cues, EVENTS[0].background)


def kind_of(text: str, *patterns: EventPattern) -> str:
    found = recognise(text, patterns)
    return found.slug if found else ""


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("The SEC approved an ETF.", True),
        ("The SEC approved the first spot Solana ETF on Wednesday.", True),
        ("SEC approved a $1.5 billion fund, an ETF.", False),  # another clause
        ("SEC approved it. An ETF fell.", False),
        ("SEC approved one two three four five six seven ETF.", False),
    ],
)
def test_an_ellipsis_in_a_cue_stands_for_a_few_words_of_the_clause(text, met):
    assert kind_of(text, pattern("decision", "approv* … etf")) == ("decision" if met else "")


def test_a_longer_cue_of_one_kind_takes_the_word_of_another():
    decision, flows = pattern("decision", "approv* … etf"), pattern("flows", "etf", "etfs")
    assert kind_of("It approved the spot ETF. The ETF is new. The ETF is big.", flows, decision) == "decision"
    assert kind_of("It approved a fund. Money left each ETF.", flows, decision) == "flows"


def test_a_cue_for_the_beginning_counts_only_there():
    price = pattern("price", "^bitcoin fell")
    assert kind_of("Bitcoin fell by 2%.", price) == "price"
    assert kind_of("On Monday bitcoin fell by 2%.", price) == "price"
    assert kind_of("A bank opened an office in Riga last week, and bitcoin fell.", price) == ""
    assert kind_of("A bank opened. Bitcoin fell.", price) == ""


def test_among_equals_the_one_of_the_first_sentence_wins():
    flows, price = pattern("flows", "inflow*", "etf*"), pattern("price", "bitcoin fell")
    assert kind_of("Bitcoin fell on Monday. Traders point to ETFs and inflows.", flows, price) == "price"


@pytest.mark.parametrize(
    "text",
    [
        "The exchange told regulators about it.",
        "It said so in an SEC filing on Monday.",
        "A former SEC official joined the bank.",
        "Биржа сообщила регуляторам об этом.",
        "Об этом говорится в документах для SEC.",
        "Біржа повідомила регуляторів про це.",
    ],
)
def test_who_was_told_is_not_what_an_item_is_about(text):
    rules = pattern("rules", "sec", "regulators", "регулятор*")
    assert kind_of(text, rules) == ""
    assert kind_of("Regulators and the SEC wrote rules.", rules) == "rules"


def test_a_filing_for_something_is_no_mere_aside():
    assert kind_of("Grayscale filed with the SEC for a fund.", pattern("rules", "sec")) == "rules"
