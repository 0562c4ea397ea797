from botapp.ai.quotes import Quoted, quoted, rests_on_source
from botapp.ai.schema import Explanation, Statement

SOURCE = "The SEC sued Binance. It filed 13 charges."


def said(text, **facts):
    return Explanation(headline="H", what_happened=(Statement(text=text, **facts),))


def test_a_statement_comes_with_the_sentence_it_rests_on():
    (one,) = quoted(said("There are 13 charges.", source_sentence=2), SOURCE)
    assert one == Quoted("There are 13 charges.", 2, "It filed 13 charges.")


def test_a_statement_that_is_its_sentence_is_known_as_such():
    (one,) = quoted(said("it filed  13 charges", source_sentence=2), SOURCE)
    assert one.is_verbatim


def test_a_number_without_a_sentence_quotes_nothing():
    for place in (0, -1, 3, None):
        (one,) = quoted(said("Somebody sued.", source_sentence=place, unsupported=True), SOURCE)
        assert (one.place, one.quote, one.unsupported) == (0, "", True)


def test_an_explanation_without_a_source_rests_on_none():
    assert not rests_on_source(said("A bridge joins two networks."))
    assert rests_on_source(said("It was sued.", source_sentence=1))


def test_all_parts_are_quoted_in_their_order():
    whole = Explanation(
        headline="H",
        what_happened=(Statement(text="One."),),
        why_it_matters=(Statement(text="Two."),),
        who_is_affected=(Statement(text="Three."),),
    )
    assert [one.text for one in quoted(whole, SOURCE)] == ["One.", "Two.", "Three."]
