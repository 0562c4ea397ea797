"""Whom an item directly concerns: those who hold what it is about, and nobody else."""

import pytest

from botapp.ai.base import Prompt, Turn
from botapp.ai.offline.explainer import explain
from botapp.ai.offline.questions import answer
from botapp.ai.schema import Explanation
from tests.kit.knowledge import shipped_knowledge


def explained(text: str, language: str) -> Explanation:
    return explain(Prompt(text, language, knowledge=shipped_knowledge(language)))


@pytest.mark.parametrize(
    ("language", "text", "holders"),
    [
        ("en", "Bitcoin fell below $90,000 on Monday, its lowest since April.", "Bitcoin (BTC)"),
        ("ru", "Биткоин за сутки подешевел на 5%, пишет РБК.", "биткоин (BTC)"),
        ("ru", "Курс эфира снизился до 3 000 долларов.", "эфир (ETH)"),
        ("uk", "Мережа Solana зупинилася на п’ять годин.", "Solana (SOL)"),
        ("en", "Solana stopped producing blocks for five hours.", "Solana (SOL)"),
        ("ru", "Ethereum активировал обновление Fusaka 3 декабря.", "эфир (ETH)"),
        ("en", "Coinbase will suspend withdrawals of XRP on December 5.", "XRP (Ripple)"),
        ("en", "The bank was offline. It also closed withdrawals of Litecoin.", "Litecoin (LTC)"),
        (
            "uk",
            "Binance призупинить виведення USDC в мережі Solana 3 грудня.",
            "USD Coin (USDC), Solana (SOL)",
        ),
    ],
)
def test_those_who_hold_what_an_item_is_about_are_named(language, text, holders):
    (line,) = explained(text, language).who_is_affected
    assert line.text.endswith(f": {holders}.")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Strategy bought 1,045 BTC for about $110 million. The company holds 582,000 BTC."),
        ("ru", "Инфляция в США замедлилась до 2,3% в ноябре. Биткоин подорожал на 1,5%."),
        ("en", "Tether froze $12.3 million in USDT on Tron linked to money laundering."),
        ("en", "Hackers stole $1.5 billion in ether from Bybit in February."),
        ("uk", "SEC схвалила спотовий ETF на XRP від Canary Capital."),
        ("ru", "Суд приговорил его к 15 годам за кражу 500 BTC."),
        ("en", "Bitcoin miners sold more coins in May. Ether was not mentioned."),
        ("ru", "Ozon Bank открыл счета. За биткоин платить нельзя."),
    ],
)
def test_a_coin_that_is_only_mentioned_concerns_nobody(language, text):
    assert explained(text, language).who_is_affected == ()


def test_a_coin_that_prices_another_is_left_out():
    text = "Binance will list Toncoin with a USDT trading pair on Monday."
    (line,) = explained(text, "en").who_is_affected
    assert "TON" in line.text
    assert "USDT" not in line.text


def test_who_asks_whom_it_concerns_gets_the_same():
    for text, named in (
        ("Tether froze $12.3 million in USDT on Tron at the request of police.", False),
        ("Solana stopped producing blocks for five hours on Tuesday.", True),
    ):
        prompt = Prompt(
            "Whom does it concern?",
            "en",
            kind="question",
            history=(Turn("person", text, "news"),),
            knowledge=shipped_knowledge("en"),
        )
        told = " ".join(one.text for one in answer(prompt).what_happened)
        assert ("Directly concerns those who hold or use" in told) is named


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            "С 1 декабря «Меркурий» берёт за вывод USDT в сети TRON комиссию 1,5 USDT вместо 1 USDT.",
        ),
        ("ru", "Биржа «Меркурий» подняла комиссию за вывод биткоина до 0,0003 BTC."),
        ("ru", "Вывод USDT с биржи «Меркурий» теперь стоит 2 USDT."),
        ("ru", "Лимит на вывод USDT на бирже «Меркурий» снизили до 5 000 USDT в сутки."),
        ("uk", "Біржа «Меркурій» братиме за виведення USDT 1,5 USDT замість 1 USDT."),
        ("uk", "Комісія за виведення Bitcoin на біржі Orbita зросла вдвічі."),
        ("uk", "Виведення USDT на біржі Orbita тепер безкоштовне."),
        ("en", "The exchange Northgate raised its fee for withdrawals of USDT to 2 USDT."),
        ("en", "Daily withdrawals of USDT are capped at 5,000 USDT on Northgate from Monday."),
        ("en", "Northgate made deposits of Ethereum free of charge."),
    ],
)
def test_what_a_venue_takes_for_moving_a_coin_concerns_its_customers_only(language, text):
    assert explained(f"{text} Bitfin 5.", language).who_is_affected == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Биржа «Меркурий» приостановила вывод USDT, комиссии не изменились."),
        ("uk", "Біржа Orbita відновила виведення USDT."),
        ("en", "Northgate reopened deposits of USDT on Monday."),
    ],
)
def test_a_door_that_shuts_or_opens_concerns_who_holds_the_coin(language, text):
    (line,) = explained(text, language).who_is_affected
    assert line.text.endswith(": Tether (USDT).")
