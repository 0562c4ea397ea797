"""What /detect says of messages as people get them, and of honest items near them."""

import time

import pytest

from botapp.ai.offline import spread_scams
from botapp.ai.offline.phrases import PHRASES
from botapp.ai.offline.warning import is_fraud, warnings
from tests.botapp.ai import later_messages, more_messages, received_messages

FRAUDS = (*received_messages.FRAUDS, *later_messages.FRAUDS, *more_messages.FRAUDS)
HONEST = (*received_messages.HONEST, *later_messages.HONEST, *more_messages.HONEST)


@pytest.mark.parametrize(("language", "text"), FRAUDS)
def test_a_fraud_shows_a_sign_in_words_of_its_own(language, text):
    flags = warnings(text, language)
    assert flags
    assert all(flag.phrase in text for flag in flags)


@pytest.mark.parametrize(("language", "text"), HONEST)
def test_an_honest_item_shows_none(language, text):
    assert warnings(text, language) == ()


def test_most_of_the_frauds_are_called_so_at_once():
    called = [text for language, text in FRAUDS if is_fraud(warnings(text, language))]
    assert len(called) >= 0.7 * len(FRAUDS)


def test_the_set_is_large_enough_in_every_language():
    for language in PHRASES:
        assert sum(spoken == language for spoken, _text in FRAUDS) >= 10
        assert sum(spoken == language for spoken, _text in HONEST) >= 10


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Вам начислена выплата 5000 ₽. Введите номер карты: vyplata.site", "card_data"),
        ("Вам нараховано виплату. Вкажіть дані картки за посиланням.", "card_data"),
        ("You are due a refund. Enter your card number at refund-uk.live", "card_data"),
        ("Извини, ошиблась номером! Я торгую золотом, могу научить и тебя.", "new_friend"),
        ("Вибач, помилилася номером! Я торгую золотом, можу навчити й тебе.", "new_friend"),
        ("Sorry, wrong number! I trade gold, let me teach you.", "new_friend"),
        ("Вывод готов. Для верификации пополните счёт на 100 USDT.", "held_payout"),
        ("Квартира ваша. Переведите задаток 5000, ключи вышлю курьером.", "advance_fee"),
    ],
)
def test_each_new_kind_is_named_in_every_language(text, sign):
    shown = {flag.sign for language in PHRASES for flag in warnings(text, language)}
    assert shown >= {PHRASES[language].signs[sign] for language in PHRASES}


@pytest.mark.parametrize(
    "text",
    [
        "Вам положена выплата. Укажите номер карты на gosuslugi.ru.",
        "Вам начислена выплата. Никому не сообщайте номер карты.",
        "Sorry, wrong number!",
        "Вывод готов. Верификация пройдена.",
        "Квартира ваша, задаток внесён, ключи отдам завтра.",
    ],
)
def test_a_part_alone_is_none(text):
    assert warnings(text, "en") == ()


SNIPPETS = (
    *("вам ", "you ", "dear, i made ", "i got my ", "я торгую ", "пополните 5 руб. ", "руб. ", "квартира "),
    *(
        "введите номер карты ",
        "update card payment failed ",
        "отправь 5 eth на адрес ",
        "widow lawyer fee ",
        "мама новый номер ",
        "юристы помогут вернуть ",
        "my uncle ",
    ),
)


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_no_repetition_keeps_it_long(snippet):
    parts = "мама квартира вывод верификация дорогая торгую выплата карта вернём потеряли задаток "
    text = (parts + snippet * 20_000)[:20_000]
    for sign in spread_scams.SCAMS:
        began = time.perf_counter()
        list(spread_scams.asks(sign, (text,)))
        assert time.perf_counter() - began < 0.3
