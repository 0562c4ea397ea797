"""The kinds of events that RVX is shipped with are told apart by the words of an item."""

import pytest

from botapp.ai.events import recognise
from tests.botapp.ai.kind_items import KIND_ITEMS
from tests.kit.knowledge import shipped_knowledge

KINDS = shipped_knowledge("en").events


def kind_of(text: str) -> str:
    found = recognise(text, KINDS)
    return found.slug if found else ""


def test_every_shipped_kind_has_its_items() -> None:
    assert set(KIND_ITEMS) == {kind.slug for kind in KINDS}


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
@pytest.mark.parametrize("slug", KIND_ITEMS)
def test_an_item_of_each_kind_is_recognised(slug: str, language: str) -> None:
    assert kind_of(getattr(KIND_ITEMS[slug], language)) == slug


@pytest.mark.parametrize("slug", KIND_ITEMS)
def test_what_only_sounds_like_a_kind_is_not_taken_for_it(slug: str) -> None:
    assert kind_of(KIND_ITEMS[slug].near) != slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("The attacker exploited a flaw and drained the pool with a flash loan.", "exploit"),
        ("Hackers got the private keys of an employee and drained the exchange.", "hack"),
        ("The court ruled that the exchange may keep its licence.", "lawsuit"),
        ("Bitcoin miners sell reserves three weeks after the halving.", "halving"),
        ("USDQ, a stablecoin, lost its peg after its issuer stopped redemption.", "depeg"),
        ("Хакеры взломали протокол через ошибку в смарт-контракте.", "exploit"),
        ("Хакеры взломали сервер биржи и украли ключи.", "hack"),
        ("Coinbase employee data breach affected 69,461 customers, it told regulators.", "data_leak"),
        ("Hackers stole customer data of 2 million people from the exchange.", "data_leak"),
        ("Хакеры похитили данные 1,2 млн клиентов биржи.", "data_leak"),
        ("Tether froze $12.3 million in USDT linked to money laundering.", "frozen_funds"),
        ("OFAC sanctioned two exchanges accused of helping evaders.", "frozen_funds"),
        ("РНБО запровадила санкції проти 60 криптокомпаній.", "frozen_funds"),
        ("SEC delays decision on BlackRock spot Ethereum ETF.", "etf_decision"),
        ("Grayscale filed with the SEC to convert its Litecoin trust into an ETF.", "etf_decision"),
        ("Spot Ethereum ETFs saw outflows of $90 million.", "fund_flows"),
        ("Prosecutors charged the founder, who faces up to 20 years in prison.", "lawsuit"),
        ("Основатель биржи признал вину в мошенничестве.", "verdict"),
        ("Ethereum активировал обновление Fusaka 3 декабря.", "network_upgrade"),
        ("Мережа Solana зупинилася на п’ять годин через помилку.", "outage"),
        (
            "An arbitrator ordered the phone company to pay for the theft of crypto in a court case.",
            "lawsuit",
        ),
        ("Upbit halts withdrawals after abnormal transfers worth $36 million.", "hack"),
        ("Дані 8 тисяч користувачів застосунку витекли через помилку підрядника.", "data_leak"),
        ("Власти Киргизии запретили майнинг на полгода.", "regulation"),
        ("Bitcoin fell below $90,000. Traders pointed to outflows from ETFs.", "price_move"),
    ],
)
def test_kinds_that_share_words_are_told_apart(text: str, slug: str) -> None:
    assert kind_of(text) == slug


@pytest.mark.parametrize(
    "text",
    [
        "Michael Saylor said that Strategy will not sell. Shares of the company fell 5%.",
        "НБУ купив 500 млн доларів. Регулятор не назвав курсу.",
        "The bank opened an office in Riga, it told regulators on Monday.",
        "Налоговая служба прислала трейдеру счет на 9 млн евро.",
        "Aave users lost $50 million in a thin pool. Nobody hacked it.",
        "Google обвинили в блокировке кошельков. Компания объяснила это новыми правилами магазина.",
        "Нацбанк оштрафував платіжну компанію на 2 млн гривень.",
        "Ozon Bank opened a branch. Bitcoin rose 2% on the same day.",
        "ЦБ оштрафовал биржу на 4,7 млн рублей за работу без лицензии. Об этом он сообщил 18 ноября.",
        "В Турции арестовали владельца биржи, которая работала без лицензии.",
        "Регулятор отказал бирже в лицензии. Компания может подать жалобу.",
        "НБУ оштрафував криптобіржу на 3,2 млн гривень за роботу без ліцензії.",
        "The SEC fined the exchange $12.5 million for operating without a licence.",
    ],
)
def test_no_kind_is_better_than_a_wrong_one(text: str) -> None:
    assert kind_of(text) == ""
