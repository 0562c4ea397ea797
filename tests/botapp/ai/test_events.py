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
