import pytest

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
