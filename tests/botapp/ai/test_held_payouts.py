"""Payouts held until a payment, impossible incomes and pumps in haste are frauds; neighbours are none."""

import pytest

from botapp.ai.offline import red_flags
from botapp.ai.sentences import split
from tests.botapp.ai import held_payout_items as items
from tests.botapp.ai import later_held_payouts as later
from tests.botapp.ai.verdicts import assert_called_fraud, assert_not_called_fraud, assert_soon_looked_through

FRAUDS = (
    *items.PAYOUTS,
    *items.INCOMES,
    *items.PUMPS,
    *later.PAYOUTS,
    *later.INCOMES,
    *later.PUMPS,
    *later.SECOND_FRAUDS,
    *later.THIRD_FRAUDS,
)
HONEST = (
    *items.NEIGHBOURS,
    *items.RATES,
    *items.GATHERINGS,
    *later.NEIGHBOURS,
    *later.RATES,
    *later.GATHERINGS,
    *later.SECOND_HONEST,
    *later.THIRD_HONEST,
    *later.OFFERS,
)


def signs(text: str) -> dict[str, str]:
    return dict(red_flags.find(split(text)))


@pytest.mark.parametrize(("language", "text"), FRAUDS)
def test_who_wants_to_be_paid_first_is_called_a_fraud(language, text):
    assert_called_fraud(language, text)


@pytest.mark.parametrize(("language", "text"), HONEST)
def test_an_honest_neighbour_is_called_none(language, text):
    assert_not_called_fraud(language, text)


@pytest.mark.parametrize("text", [text for _language, text in (*items.NEIGHBOURS, *later.NEIGHBOURS)])
def test_a_notice_of_an_exchange_shows_no_sign(text):
    assert signs(text) == {}


@pytest.mark.parametrize(
    ("sign", "texts"),
    [("held_payout", items.PAYOUTS), ("bought_income", items.INCOMES), ("pump_call", items.PUMPS)],
)
def test_each_is_named_as_what_it_is(sign, texts):
    named = sum(sign in signs(text) for _language, text in texts)
    assert named >= 0.8 * len(texts)


@pytest.mark.parametrize("text", [text for _language, text in later.OFFERS])
def test_an_offer_of_a_flat_or_a_share_is_no_job(text):
    assert signs(text).keys() <= {"private_chat"}


def test_income_that_is_bought_is_no_job_either():
    text = "Earnings on crypto from $100 a day! DM @crypto_anna, she explains it. Entry from $50."
    assert "bought_income" in signs(text)


@pytest.mark.parametrize(
    "snippet",
    [
        "для вывода ",
        "внесите 5 ",
        "комиссия ",
        "ваш вывод ",
        "5% в день ",
        "минимальный депозит ",
        "монету ",
        "берём все ",
        "all buy ",
    ],
)
def test_no_repetition_keeps_it_long(snippet):
    assert_soon_looked_through(snippet, behind="Для вывода внесите, 5% в день, монету назовём: ")
