"""Questions how many of something there are: language, item, question, and the words of the answer.

"" where the item does not say: another number in it is none of those that are asked for.
"""

from botapp.ai.base import Language

COUNTED: tuple[tuple[Language, str, str, str], ...] = (
    (
        "ru",
        "Биржа Kraken купила NinjaTrader за $1,5 млрд. Kraken объявила о сделке 20 марта. Никого не уволят.",
        "Сколько сотрудников у Kraken?",
        "",
    ),
    (
        "ru",
        "Майнер Bitfarms продал 1 052 BTC. Компания закрыла две фермы в Канаде.",
        "Сколько сотрудников уволил Bitfarms?",
        "",
    ),
    (
        "ru",
        "Протокол «Мост» потерял $2,6 млн. Пострадали 1 200 кошельков.",
        "Сколько кошельков пострадало?",
        "1 200 кошельков",
    ),
    (
        "ru",
        "Binance закрыла 15 офисов и уволила 300 сотрудников.",
        "Сколько сотрудников уволила Binance?",
        "300 сотрудников",
    ),
    (
        "ru",
        "Суд арестовал счета биржи на $4 млн. Биржа работает в трёх странах.",
        "Сколько офисов у биржи?",
        "",
    ),
    ("ru", "Хакеры вывели $197 млн из протокола Euler.", "Сколько вывели хакеры?", "$197 млн"),
    ("ru", "Полиция задержала 14 подозреваемых в Москве.", "Сколько человек задержали?", "14 подозреваемых"),
    (
        "uk",
        "Біржа Kuna оштрафована на 5 млн грн. Біржа працює з 2014 року.",
        "Скільки працівників у біржі Kuna?",
        "",
    ),
    (
        "uk",
        "Binance закрила 15 офісів і звільнила 300 працівників.",
        "Скільки працівників звільнила Binance?",
        "300 працівників",
    ),
    (
        "uk",
        "Проєкт Linea роздав 9,4 млрд токенів. Гаманців стало більше.",
        "Скільки токенів роздав Linea?",
        "9,4 млрд",
    ),
    ("uk", "Хакери вивели 197 млн доларів із протоколу Euler.", "Скільки вивели хакери?", "197 млн"),
    (
        "en",
        "Coinbase bought Deribit for $2.9 billion. Coinbase paid $700 million of it in cash.",
        "How many employees does Coinbase have?",
        "",
    ),
    (
        "en",
        "Solana halted for five hours. Developers of Solana fixed 3 bugs.",
        "How many validators does Solana have?",
        "",
    ),
    (
        "en",
        "Binance closed 15 offices and fired 300 employees.",
        "How many employees did Binance fire?",
        "300 employees",
    ),
    (
        "en",
        "The fund bought 900 BTC on Monday for $90 million.",
        "How many coins did the fund buy?",
        "900 BTC",
    ),
    ("en", "Police arrested 14 suspects in Lagos.", "How many people were arrested?", "14 suspects"),
    (
        "en",
        "Hackers drained $197 million from Euler.",
        "How much did hackers drain from Euler?",
        "$197 million",
    ),
    (
        "ru",
        "Фонд привлёк $5 млн от трёх инвесторов.",
        "Сколько инвесторов вложилось в фонд?",
        "трёх инвесторов",
    ),
    ("uk", "Tether заморозила 12 млн доларів.", "Скільки гаманців заморозила Tether?", ""),
    ("en", "Kraken will pay a fine of $30 million.", "How many lawsuits does Kraken face?", ""),
)
