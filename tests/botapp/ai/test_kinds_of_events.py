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


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Coinbase will list the token Mira on Friday. Coinbase shares rose 3%.", "listing"),
        ("Binance will list Toncoin with a USDT trading pair.", "listing"),
        ("Биржа объявила листинг токена Mira, акции биржи выросли.", "listing"),
        ("Біржа оголосила лістинг токена Mira в парі з USDT.", "listing"),
        ("Токен Kestra выйдет на биржу Orbita 3 декабря.", "listing"),
        (
            "Coinhaven halted withdrawals on Wednesday after a database failure.",
            "outage",
        ),
        ("Northgate stopped trading for two hours because its servers crashed.", "outage"),
        ("A fire in a data centre in Frankfurt took the exchange Orbita down.", "outage"),
        ("Биржа Orbita остановила вывод средств из-за отказа базы данных.", "outage"),
        ("Из-за пожара в дата-центре биржа Orbita не работала четыре часа.", "outage"),
        (
            "Биржа Orbita приостановила вывод средств, поломка серверов устраняется.",
            "outage",
        ),
        ("Біржа Orbita зупинила виведення коштів через відмову бази даних.", "outage"),
        ("Через пожежу в дата-центрі біржа Orbita не працювала чотири години.", "outage"),
        ("Біржа призупинила торги через несправність серверів.", "outage"),
        (
            "24 ноября в обращение поступит 120 млн токенов Kestra, это 6% предложения.",
            "token_unlock",
        ),
        ("24 ноября разблокируют 120 млн токенов Kestra, это 6% предложения.", "token_unlock"),
        ("Проект Kestra разблокирует в декабре 3% своих токенов.", "token_unlock"),
        (
            "24 листопада в обіг надійде 120 млн токенів Kestra. Розблокування стосується команди.",
            "token_unlock",
        ),
        ("24 листопада розблокують 120 млн токенів Kestra.", "token_unlock"),
        ("У грудні буде розблоковано 40 млн токенів Linea.", "token_unlock"),
        ("On November 24, 120 million Kestra tokens will be unlocked, 6% of supply.", "token_unlock"),
        ("Kestra unlocks 120 million tokens on 24 November.", "token_unlock"),
        (
            "120 million Kestra tokens will enter circulation on November 24.",
            "token_unlock",
        ),
        (
            "Brazil’s senate passed a law on stablecoins on Wednesday.",
            "regulation",
        ),
        ("The UK published rules for stablecoins. They take effect in 2027.", "regulation"),
        ("Казахстан принял закон о выпуске стейблкоинов. Он вступит в силу 1 июля.", "regulation"),
        (
            "Сенат Бразилии одобрил закон о стейблкоинах. Эмитенты должны держать резервы в облигациях.",
            "regulation",
        ),
        ("Верховна Рада ухвалила закон про стейблкоїни. Він набуде чинності 1 липня.", "regulation"),
        (
            "Нацбанк оприлюднив правила для стейблкоїнів. Емітенти триматимуть резерви в облігаціях.",
            "regulation",
        ),
        ("The governor signed a bill to regulate stablecoins in Wyoming.", "regulation"),
        ("Tether issued 1 billion USDT; the stablecoin’s reserves grew.", "stablecoin"),
        ("Эмитент стейблкоина FDX опубликовал отчет о резервах.", "stablecoin"),
        ("Ринок стейблкоїнів зріс до 300 млрд доларів.", "stablecoin"),
        ("Банк России отозвал лицензию № 1234 у банка «Север».", "licence"),
        ("Dubai granted a licence to the exchange Borel.", "licence"),
        ("НБУ видав ліцензію компанії «Дніпро».", "licence"),
    ],
)
def test_a_kind_is_known_in_other_words(text: str, slug: str) -> None:
    assert kind_of(text) == slug


@pytest.mark.parametrize(
    "text",
    [
        "Brightpay priced its IPO at $21 a share on Thursday, raising $640 million.",
        "Kraken files for an IPO in New York. The exchange hopes to list in spring.",
        "Компания «Северсофт» провела IPO на Московской бирже.",
        "Сервис доставки разместил акции на Мосбирже по 310 рублей. Начнутся торги 3 декабря.",
        "Circle вышла на биржу в Нью-Йорке: акции подорожали на 160%.",
        "Компанія «Дніпро-Софт» провела IPO на Варшавській біржі. Лістинг відбудеться у п’ятницю.",
        "Виробник дронів розмістив акції на Лондонській біржі. Почнуться торги 3 грудня.",
        "Gemini shares rose 14% in their trading debut on Nasdaq.",
        "The carmaker went public in Milan; its listing raised 2 billion euros.",
        "Вклад «Осенний» — до 18% годовых! АО «Банк Север», лицензия Банка России № 1234. Откройте вклад.",
        "Откройте вклад под 18% (генеральная лицензия № 1481). ПАО «Север».",
        "Вклад под 14% у банку «Дніпро». Ліцензія НБУ № 22 від 5 жовтня.",
        "Open a savings account at 5%. Bank of Norland, licence no. 1234.",
        "Save at 5% with Norland Bank, authorised and regulated by the FCA. Open an account today.",
        "The wallet unlocks with a PIN and shows tokens of its owner.",
        "Телефон разблокирует доступ к токенам по отпечатку.",
        "The bank refused to share its database. Failure to pay costs $50.",
        "Полиция нашла пожар на складе в Казани. Пострадали двое.",
    ],
)
def test_shares_no_coin_an_advert_no_licence(text: str) -> None:
    assert kind_of(text) == ""
