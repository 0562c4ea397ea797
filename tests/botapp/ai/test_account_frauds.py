"""Alarms about accounts, jobs that cost money, taxed payouts and pumps are frauds; neighbours are none."""

import re

import pytest

from botapp.ai.base import Prompt
from botapp.ai.offline import evidence, red_flags
from botapp.ai.offline.phrases import PHRASES
from botapp.ai.offline.provider import explained
from botapp.ai.offline.warning import warnings
from botapp.ai.sentences import split
from tests.botapp.ai import account_frauds, account_neighbours
from tests.botapp.ai import last_account_frauds as last
from tests.botapp.ai import later_account_frauds as later
from tests.botapp.ai.verdicts import assert_called_fraud, assert_not_called_fraud, assert_soon_looked_through

SIGNS = {
    "cards": {"card_data"},
    "jobs": {"easy_job", "bought_income"},
    "payouts": {"held_payout", "prize"},
    "support": {"call_number"},
    "pumps": {"pump_call"},
}
FRAUDS = [
    (family, *item)
    for families in (account_frauds.FAMILIES, later.FAMILIES, last.FAMILIES)
    for family, items in families.items()
    for item in items
]
HONEST = [
    item
    for families in (account_neighbours.FAMILIES, later.HONEST, last.HONEST)
    for items in families.values()
    for item in items
]


@pytest.mark.parametrize(("family", "language", "text"), FRAUDS)
def test_each_is_called_a_fraud_of_its_kind_by_its_own_words(family, language, text):
    assert_called_fraud(language, text)
    flags = warnings(text, language)
    assert {PHRASES[language].signs[sign] for sign in SIGNS[family]} & {flag.sign for flag in flags}
    card = explained(Prompt(text, language))
    assert not {one.text for one in card.what_happened} & {*PHRASES[language].can_do}


@pytest.mark.parametrize(("language", "text"), [*HONEST, *account_neighbours.OTHERS])
def test_an_honest_neighbour_is_called_none(language, text):
    assert_not_called_fraud(language, text)


def test_the_sets_hold_each_family_in_every_language():
    for families in (account_frauds.FAMILIES, account_neighbours.FAMILIES, later.FAMILIES, later.HONEST):
        assert families.keys() == SIGNS.keys()
        assert all(
            {language for language, _text in items} == {"ru", "uk", "en"} for items in families.values()
        )


@pytest.mark.parametrize(
    ("text", "sign", "phrase"),
    [
        ("Заходите от 50 долларов, 10% в день!", "bought_income", "Заходите от 50 долларов"),
        ("Мама, попал в аварию! Срочно переведи 15 тысяч на карту", "in_trouble", "переведи 15 тысяч"),
        ("Dad, I was arrested. Wire $5,000, don't tell mom.", "in_trouble", "Wire $5,000"),
        ("Everyone, get ready: pump at 9:05 pm, 20x!", "pump", "pump at 9:05 pm"),
        ("Вывод задержан: оплатите налог 15% сегодня.", "held_payout", "оплатите налог 15%"),
        ("Наш ИИ-робот стабильно даёт 10% в день! Вход от 50$.", "high_yield", "10% в день"),
        ("Наш фонд выплачивает 3% в день", "high_yield", "3% в день"),
        ("Our bot pays 4% a day. Start with $20.", "high_yield", "4% a day"),
        ("Наш робот дає 5% на день, вхід від 500 грн.", "high_yield", "5% на день"),
    ],
)
def test_a_quote_holds_the_words_that_tell(text, sign, phrase):
    assert phrase in dict(red_flags.find(split(text)))[sign]


@pytest.mark.parametrize(
    "text",
    [
        "За сутки наш портфель прибавил 3%, фонд выплачивает дивиденды раз в год.",
        "Our token gained 5% in a day after the listing.",
        "Наша служба доставки платит курьерам за день.",
    ],
)
def test_a_move_of_a_day_is_no_rate(text):
    assert "high_yield" not in dict(red_flags.find(split(text)))


@pytest.mark.parametrize(("family", "language", "text"), FRAUDS)
def test_no_quote_is_cut_inside_a_word_or_a_number(family, language, text):
    for flag in warnings(text, language):
        around = re.search(rf"(.?){re.escape(flag.phrase)}(.?.?)", text)
        assert not re.fullmatch(r"\w\w", around[1] + flag.phrase[0])
        assert not re.match(r"\w\w|\d[.,:]\d|\d ?%", flag.phrase[-1] + around[2])


def test_a_long_quote_ends_with_a_whole_word():
    text = "Pay our agent 1 500 USDT " * 8
    phrase = evidence.quoted(re.compile(r"Pay.*").search(text), text)
    assert 100 < len(phrase) <= 120
    assert re.match(r" (?!500)(?!USDT)", text[len(phrase) :])


@pytest.mark.parametrize(
    "snippet",
    [
        "карта заблокирована ",
        "подтвердите данные карты ",
        "звоните 8 800 ",
        "8 800 ",
        "оплата 500 в день ",
        "нужно активировать внести ",
        "берём $ZORK кит ",
        "наш фонд платит ",
        "а-б",
        "5 5",
    ],
)
def test_no_repetition_keeps_it_long(snippet):
    assert_soon_looked_through(
        snippet, behind="Карта заблокирована, звоните срочно, вывод задержан, берём $A: "
    )
