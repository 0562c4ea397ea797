"""What sends readers to an address without an order is repeated neither by an AI's answer nor offline."""

import re
import time

import pytest

from botapp.ai.base import Prompt
from botapp.ai.grounding import ground
from botapp.ai.grounding.signposts import sends
from botapp.ai.offline.provider import explained
from botapp.ai.schema import Explanation, Statement
from botapp.explain.plain import render
from tests.botapp.ai import arrow_items, signpost_items

SENDING = (*signpost_items.SENDING, *arrow_items.SENDING)
HONEST = (*signpost_items.HONEST, *arrow_items.HONEST)
NEWS = "Kraken lost 5 million dollars to hackers. The exchange closed its bridge for a week."


@pytest.mark.parametrize("text", SENDING)
def test_no_answer_repeats_where_a_text_sends_its_reader(text):
    said = Explanation(
        headline=text,
        what_happened=(Statement(text=NEWS.split(". ")[0]), Statement(text=text)),
        follow_ups=(text,),
        not_said=(text,),
    )
    told = ground(said, f"{NEWS} {text}", language="en")
    assert [one.text for one in told.what_happened] == [NEWS.split(". ")[0]]
    assert text not in (told.headline, *told.follow_ups, *told.not_said)


@pytest.mark.parametrize("text", SENDING)
def test_without_ai_it_is_no_news(text):
    told = explained(Prompt(f"{NEWS}\n\n{text}", language="en"))
    quotes = tuple(flag.model_copy(update={"phrase": ""}) for flag in told.red_flags)
    shown = render(told.model_copy(update={"red_flags": quotes}), language="en", degraded=True)
    assert "million" in shown
    assert max(re.split(r"\S+\.\S+|@\S+", text), key=len).strip(" .") not in shown


@pytest.mark.parametrize("text", HONEST)
def test_an_honest_sentence_with_an_address_stays(text):
    said = Explanation(headline="H", what_happened=(Statement(text=text),))
    (statement,) = ground(said, f"{NEWS} {text}", language="en").what_happened
    assert (statement.text, statement.unsupported) == (text, False)


@pytest.mark.parametrize(
    "snippet",
    [
        *("www.", "регистрация ", "support at ", "a.b/", "http://a.b/", "evil.com is ", "@abc ", "claims ("),
        *("get it from ", "скачать с ", "support at 60,000 a.com ", "airdrop → ", "evil·com ", "a·"),
        *("👉 a.com ", "bonus | ", "» a.b », ", "a b c d e → "),
    ],
)
def test_no_repetition_keeps_it_long(snippet):
    began = time.perf_counter()
    sends((snippet * 20_000)[:20_000])
    assert time.perf_counter() - began < 0.5
