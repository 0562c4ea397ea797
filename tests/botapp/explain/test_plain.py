import pytest
from django.utils.translation import override

from botapp.ai.schema import (
    Background,
    Explanation,
    Impact,
    Number,
    RedFlag,
    Statement,
    TermNote,
)
from botapp.explain.notices import word_notice
from botapp.explain.plain import render

WHOLE = Explanation(
    headline="A <fund> & friends",
    what_happened=(Statement(text="It opened."), Statement(text="It holds 99.", unsupported=True)),
    why_it_matters=(Statement(text="It is the first."),),
    who_is_affected=(Statement(text="Its owners."),),
    numbers=(Number(value="0.25%", meaning="the fee"),),
    impacts=(Impact(asset="SOL", reason="More buyers."), Impact(asset="BTC")),
    terms=(TermNote(term="ETF", meaning="A fund on an exchange."),),
    not_said=("When it opens.",),
    red_flags=(RedFlag(sign="Urgency", phrase="only today"), RedFlag(sign="Secrecy")),
    background=Background(slug="x", name="Funds", how_it_works="A.", who_is_touched="B.", what_next="C."),
)


def test_every_part_is_there_in_order_and_nothing_is_escaped():
    text = render(WHOLE, language="en", degraded=True)
    parts = """
        A <fund> & friends|It opened.|It holds 99. (not in the source)|Why it matters:|- It is the first.|
        Who is affected:|- Its owners.|The numbers:|- 0.25%: the fee|What it may mean:|- SOL: More buyers.|
        - BTC|Words to know:|- ETF: A fund on an exchange.|Warning signs:|- Urgency: “only today”|- Secrecy|
        What the text leaves open:|- When it opens.|General background (Funds):|- A.|
        - Whom it usually touches: B.|- What to look at next: C.|Made without AI
    """
    places = [text.index(part.strip()) for part in parts.split("|")]
    assert places == sorted(places)
    assert "\n\n\n" not in text


def test_a_statement_that_repeats_the_headline_is_not_told_again():
    twice = Explanation(headline="It opened", what_happened=(Statement(text="It opened."),))
    assert render(twice, language="en", degraded=False) == "It opened"


def test_empty_parts_have_no_heading():
    text = render(Explanation(headline="Only this"), language="en", degraded=False)
    assert text == "Only this"


def test_each_failure_has_a_sentence_of_its_own():
    with override("en"):
        said = {
            code: word_notice(code, True)
            for code in ("", "timeout", "unavailable", "blocked", "empty", "malformed")
        }
        assert len(set(said.values())) == 6
        assert all(sentence.endswith(".") for sentence in said.values())
        assert word_notice("something new", True) == said[""]


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        ("news", "from the text itself and our glossary and background texts."),
        ("question", "from what you sent and our glossary and background texts."),
        ("lesson", "from our own texts."),
    ],
)
@pytest.mark.parametrize("failure", ["", "timeout", "blocked"])
def test_what_was_made_without_ai_says_what_it_was_made_from(kind, source, failure):
    with override("en"):
        said = word_notice(failure, True, kind=kind)
    assert said.endswith(f"Made without AI, {source}")
    assert "Nothing was added" not in said


def test_a_good_answer_needs_no_notice():
    with override("en"):
        assert word_notice("", False) == ""
        assert "another" in word_notice("timeout", False)


@pytest.mark.parametrize("degraded", [True, False])
def test_the_notice_stands_last(degraded):
    with override("en"):
        said = word_notice("blocked", degraded)
    assert render(WHOLE, language="en", degraded=degraded, failure="blocked").endswith(said)
