import re

import pytest
from django.utils import translation
from telegram import MessageEntity

from botapp.ai.base import Prompt
from botapp.ai.offline.provider import explained
from botapp.ai.offline.warning import warnings
from botapp.ai.schema import Explanation, Number, Statement
from botapp.telegram.card import SOURCE_SHOWN, card, growing, kind_of, remembered, stopped
from botapp.telegram.markup import LIMIT, width
from tests.botapp.telegram.samples import FULL, HOSTILE

QUOTE = MessageEntity.EXPANDABLE_BLOCKQUOTE


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def test_the_headline_comes_first_and_bold():
    (message,) = card(FULL)
    first = message.marks[0]
    assert (first.kind, message.text[first.start : first.end]) == (MessageEntity.BOLD, "SEC sues Binance")
    assert message.text.startswith("SEC sues Binance")


def test_the_parts_stand_in_their_order():
    (message,) = card(FULL, notice="Made without AI.", source="The item.")
    parts = [
        "SEC sues Binance", "act now", "13 charges", "A shop sells", "Why it matters", "Who is affected",
        "What it may mean", "The numbers", "Words to know", "Check yourself", "What the text leaves open",
        "General background", "The text itself", "Made without AI.",
    ]  # fmt: skip
    places = [message.text.index(part) for part in parts]
    assert places == sorted(places)


def test_the_long_parts_are_folded():
    (message,) = card(FULL, source="The item.")
    folded = [message.text[m.start : m.end].split("\n")[0] for m in message.marks if m.kind == QUOTE]
    assert folded == [
        "The numbers",
        "Words to know",
        "What the text leaves open",
        "General background, not from the text: Lawsuit",
        "The text itself",
    ]


def test_what_to_do_is_said_of_a_fraud_and_not_of_a_remark_on_news():
    fraud = FULL.model_copy(update={"red_flags": warnings("Enter your seed phrase to unlock it.", "uk")})
    for shown in (card(fraud)[0], growing(fraud), stopped(fraud)[0]):
        assert "What to do" in shown.text
    folded = [m for m in card(fraud)[0].marks if m.kind == QUOTE]
    assert any(card(fraud)[0].text[m.start :].startswith("If it has happened already") for m in folded)
    for shown in (card(FULL)[0], growing(FULL), stopped(FULL)[0]):
        assert "act now" in shown.text
        assert "What to do" not in shown.text
        assert "If it has happened" not in shown.text


def test_of_a_fraud_all_that_is_told_stands_on_the_card_as_it_does_of_news():
    fraud = FULL.model_copy(update={"red_flags": warnings("Enter your seed phrase to unlock it.", "uk")})
    (shown,) = card(fraud)
    for told in (
        "The SEC filed 13 charges.",
        "It decides which tokens are securities.",
        "Customers in the US.",
    ):
        assert shown.text.count(told) == 1
        assert any(m.start <= shown.text.index(told) < m.end for m in shown.marks if m.kind == QUOTE)


def test_a_statement_without_support_is_marked():
    (message,) = card(FULL)
    assert "It is the largest case so far. (not in the source)" in message.text
    assert "13 charges. (not" not in message.text


def test_absent_parts_leave_no_trace():
    (message,) = card(Explanation(headline="H", what_happened=(Statement(text="One."),)))
    assert message.text == "H\n\nOne."


def test_what_the_headline_says_is_not_said_twice():
    echo = Explanation(headline="Bitcoin fell", what_happened=(Statement(text="Bitcoin fell."),))
    assert card(echo)[0].text == "Bitcoin fell"
    assert growing(echo).text == "Bitcoin fell\n\nStill writing…"


def test_impacts_say_direction_time_and_how_sure():
    (message,) = card(FULL)
    assert "• BNB ↓ may fall, within days · moderately sure. Fear of a ban." in message.text
    assert "BTC" not in message.text  # nothing is known of it


def test_marks_and_odd_characters_of_the_answer_are_shown_as_they_are():
    (message,) = card(HOSTILE)
    assert "<b>5 < 6 & 7 > 3</b> 🙂 \u202eשלום &amp; </blockquote>" in message.text
    assert "<script>alert(1)</script> & <i>" in message.text


def test_a_card_that_is_too_long_becomes_several_messages():
    long = Explanation(
        headline="H", what_happened=tuple(Statement(text=f"{n} " + "word " * 100) for n in range(20))
    )
    messages = card(long)
    assert len(messages) == 3
    assert all(width(message.text) <= LIMIT for message in messages)
    assert width(growing(long).text) <= LIMIT


def test_a_long_source_is_shown_in_part():
    (message,) = card(FULL, source="x" * (SOURCE_SHOWN + 1))
    assert "x" * SOURCE_SHOWN + "…" in message.text


def test_a_number_stands_bold_in_its_clause_or_before_its_meaning():
    numbers = (
        Number(value="$285m", meaning="Hackers took … from an exchange"),
        Number(value="13", meaning="charges filed"),
    )
    (message,) = card(Explanation(headline="H", numbers=numbers))
    assert "• Hackers took $285m from an exchange\n• 13 — charges filed" in message.text
    bold = [message.text[m.start : m.end] for m in message.marks if m.kind == MessageEntity.BOLD]
    assert bold == ["H", "The numbers", "$285m", "13"]


def test_what_is_stopped_keeps_what_was_written():
    assert stopped(FULL)[0].text.startswith("SEC sues Binance")
    assert stopped(None)[0].text.startswith("Stopped.")


def test_what_is_remembered_tells_the_story():
    assert remembered(FULL) == (
        "SEC sues Binance\nThe SEC filed 13 charges.\nIt is the largest case so far.\n"
        "It decides which tokens are securities."
    )


def test_the_kind_of_event_is_the_background_that_was_added():
    assert (kind_of(FULL), kind_of(HOSTILE)) == ("lawsuit", "")


def test_a_clause_with_two_numbers_stands_there_once():
    clause = "The token dropped {} to {}."
    numbers = (
        Number(value="8%", meaning="The token dropped … to $0.91."),
        Number(value="$0.91", meaning="The token dropped 8% to …."),
        Number(value="15%", meaning="a rate"),
    )
    shown = card(Explanation(headline="It fell.", numbers=numbers))[0].text
    assert shown.count(clause.format("8%", "$0.91")) == 1
    assert "15%" in shown


def test_a_number_stands_as_close_to_its_words_as_in_the_source():
    meanings = {
        "5/2": "Казань, …, оклад",
        "$5": "Storage costs …/month",
        "12%": "the rest (…) left",
        "40%": "up to … of reserves",
        "7": "seven is…odd",  # a service that leaves the spaces out
    }
    numbers = tuple(Number(value=value, meaning=meaning) for value, meaning in meanings.items())
    (message,) = card(FULL.model_copy(update={"numbers": numbers}))
    for line in (
        "• Казань, 5/2, оклад",
        "• Storage costs $5/month",
        "• the rest (12%) left",
        "• up to 40% of reserves",
        "• seven is 7 odd",
    ):
        assert line in message.text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Нужен курьер. Казань, 5/2, оклад от 90 000 рублей, связь 24/7."),
        ("uk", "Потрібен кур’єр. Львів, 2/2, тариф 5 грн/kW, зв’язок 24/7."),
        ("en", "Prices rose. Storage costs $5/month, $50/year, 2/3 of it by card, 7/10 on time."),
    ],
)
def test_nothing_on_a_card_becomes_a_command(language, text):
    (message,) = card(explained(Prompt(text, language, "pro")))
    assert "/" in message.text
    assert not re.search(r"(?<![\w/])/\w", message.text)


def test_a_long_clause_with_two_numbers_stands_there_once_and_whole():
    text = (
        "Prices rose. Under rules that the council published on Monday issuers of tokens must keep at least "
        "60% of their reserves in short bonds of the state and not more than 40% in deposits at banks."
    )
    (message,) = card(explained(Prompt(text, "en", "pro")))
    lines = [line for line in message.text.splitlines() if line.startswith("•") and "%" in line]
    assert len(lines) == 1
    assert lines[0].endswith("in deposits at banks")
