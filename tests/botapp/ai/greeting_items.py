"""Items that begin with a greeting or an address, and items that only begin with such words.

GREETED: language, text, and the headline that says something. PLAIN: language, text; its headline begins
as it does.
"""

from botapp.ai.base import Language

GREETED: tuple[tuple[Language, str, str], ...] = (
    (
        "ru",
        "Здравствуйте! Биржа Garantex остановила вывод рублей. Причину она не назвала.",
        "Биржа Garantex остановила вывод рублей",
    ),
    (
        "ru",
        "Уважаемые клиенты!\nС 1 июня комиссия за вывод USDT вырастет до 2 USDT. Прочее прежнее.",
        "С 1 июня комиссия за вывод USDT вырастет до 2 USDT",
    ),
    (
        "ru",
        "Добрый день, коллеги! Центробанк снизил ставку до 18%. Рубль ослаб.",
        "Центробанк снизил ставку до 18%",
    ),
    (
        "ru",
        "Уважаемые пользователи нашей платформы, с 5 мая мы закрываем раздел NFT. Активы останутся.",
        "С 5 мая мы закрываем раздел NFT",
    ),
    (
        "ru",
        "Всем привет! Сеть Solana встала на пять часов. Разработчики ищут ошибку.",
        "Сеть Solana встала на пять часов",
    ),
    (
        "ru",
        "Дорогие друзья! Проект LayerNine проведёт эирдроп 12 мая. Условия в блоге.",
        "Проект LayerNine проведёт эирдроп 12 мая",
    ),
    (
        "ru",
        "Доброе утро! Важные новости! ФРС оставила ставку на уровне 4,5%. Рынок вырос.",
        "ФРС оставила ставку на уровне 4,5%",
    ),
    (
        "uk",
        "Шановні клієнти!\nЗ 1 червня комісія за виведення USDT зросте до 2 USDT. Інші тарифи не зміняться.",
        "З 1 червня комісія за виведення USDT зросте до 2 USDT",
    ),
    (
        "uk",
        "Вітаємо! Біржа Kuna зупинила виведення гривні. Причину вона не назвала.",
        "Біржа Kuna зупинила виведення гривні",
    ),
    ("uk", "Доброго дня, колеги! НБУ знизив ставку до 15%. Гривня ослабла.", "НБУ знизив ставку до 15%"),
    (
        "uk",
        "Шановні користувачі нашої платформи, з 5 травня ми закриваємо розділ NFT. Активи лишаться.",
        "З 5 травня ми закриваємо розділ NFT",
    ),
    (
        "uk",
        "Друзі, привіт! Мережа Solana стала на п’ять годин. Розробники шукають помилку.",
        "Мережа Solana стала на п’ять годин",
    ),
    (
        "en",
        "Dear customers,\n\nFrom June 1 the fee for USDT withdrawals rises to 2 USDT. The rest stays.",
        "From June 1 the fee for USDT withdrawals rises to 2 USDT",
    ),
    (
        "en",
        "Hello everyone! Solana halted for five hours. Its developers are looking for the bug.",
        "Solana halted for five hours",
    ),
    ("en", "Good morning! The Fed left its rate at 4.5%. Stocks rose.", "The Fed left its rate at 4.5%"),
    (
        "en",
        "Dear users of our platform, we close the NFT section on May 5. Assets stay in your wallets.",
        "We close the NFT section on May 5",
    ),
    (
        "en",
        "Hi all,\nKraken bought NinjaTrader for $1.5 billion. The deal closes this year.",
        "Kraken bought NinjaTrader for $1.5 billion",
    ),
    (
        "en",
        "Ladies and gentlemen! Breaking news! Tether froze $12 million. Police had asked for it.",
        "Tether froze $12 million",
    ),
    (
        "ru",
        "Уважаемый клиент Тинькофф!\nВаш тариф меняется с 3 июля. Плата составит 99 руб.",
        "Ваш тариф меняется с 3 июля",
    ),
    (
        "en",
        "To our valued community,\nThe LUNO token moves to a new contract on May 3. Swap is automatic.",
        "The LUNO token moves to a new contract on May 3",
    ),
)
PLAIN: tuple[tuple[Language, str], ...] = (
    ("ru", "Дорогие квартиры дешевеют, биткоин растёт. Об этом пишет РБК."),
    ("ru", "Уважаемый экономист Иван Петров назвал биткоин пузырём. Рынок не ответил."),
    ("ru", "Добрый хакер вернул $2 млн протоколу «Мост». Награда составила 10%."),
    ("ru", "Привет из прошлого: кошелёк 2011 года перевёл 1 000 BTC. Владелец неизвестен."),
    ("uk", "Дорогі квартири дешевшають, біткоїн зростає. Про це пише УНІАН."),
    ("uk", "Шановний економіст Іван Петренко назвав біткоїн бульбашкою. Ринок не відповів."),
    ("uk", "Добрий хакер повернув 2 млн доларів протоколу «Міст». Нагорода становила 10%."),
    ("en", "Dear money is back: the Fed raised its rate to 5%. Stocks fell."),
    ("en", "Hello Pay lost $3 million in a hack. Its customers will be repaid."),
    ("en", "Good morning trading set a record, the exchange said. Volume rose 40%."),
    ("en", "Attention tokens fell 12% in a day. Analysts blamed the unlock."),
    ("en", "Hello Kitty NFT sales hit $3 million. Buyers came from Japan."),
    ("ru", "Друзья и родственники основателя FTX просили о помиловании. Суд отказал."),
)
