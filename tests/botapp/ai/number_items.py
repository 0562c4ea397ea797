"""Numbers that say nothing by themselves, and those that a list may show: language, text, value, clause.

The clause is that of the deepest card, "" where the number isn't listed.
"""

from botapp.ai.base import Language

NUMBERS: tuple[tuple[Language, str, str, str], ...] = (
    (
        "ru",
        "Биржа Bitlake рассмотрела 2,4 млн заявок за квартал. Из них 18% отклонили, сообщила компания.",
        "18%",
        "Биржа Bitlake рассмотрела 2,4 млн заявок за квартал. Из них … отклонили",
    ),
    (
        "ru",
        "Платформа потеряла 40 тыс. клиентов, из них 12% ушли к конкурентам.",
        "12%",
        "Платформа потеряла 40 тыс. клиентов, из них … ушли к конкурентам",
    ),
    (
        "ru",
        "Aave выдал займы на $2 млрд. Это на 40% больше, чем год назад.",
        "40%",
        "Aave выдал займы на $2 млрд. Это на … больше",
    ),
    (
        "ru",
        "Фонд «Мрія» вырос. Компания «Кобза» на 30% увеличила выручку.",
        "30%",
        "Компания «Кобза» на … увеличила выручку",
    ),
    ("ru", "Выручка выросла. Фонд «Мрія» — на 12%.", "12%", "Фонд «Мрія» — на …"),
    ("ru", "Из них 18% отклонили, сообщила компания. Остальные приняли.", "18%", ""),
    (
        "ru",
        "Tether заморозила $12 млн\nСделала она это по запросу полиции. Счета принадлежат бирже.",
        "$12 млн",
        "",
    ),
    (
        "uk",
        "НБУ видав 120 ліцензій. З них 18% отримали криптокомпанії.",
        "18%",
        "НБУ видав 120 ліцензій. З них … отримали криптокомпанії",
    ),
    (
        "uk",
        "Біржа відкрила 300 тис. рахунків, із яких 15% належать компаніям.",
        "15%",
        "Біржа відкрила 300 тис. рахунків, із яких … належать компаніям",
    ),
    ("uk", "Ринок зріс. Фонд «Кобза» на 25% збільшив активи.", "25%", "Фонд «Кобза» на … збільшив активи"),
    ("uk", "Ринок зріс. Цього тижня 18% токенів спалили.", "18%", "Цього тижня … токенів спалили"),
    (
        "en",
        "The exchange reviewed 2.4 million requests. Of them, 18% were turned down.",
        "18%",
        "The exchange reviewed 2.4 million requests. Of them … were turned down",
    ),
    (
        "en",
        "The fund holds $3 billion. That is 12% more than a year ago.",
        "12%",
        "The fund holds $3 billion. That is … more than a year ago",
    ),
    (
        "en",
        "Times are hard. The bank cut 4,000 jobs, 15% of them in Asia.",
        "15%",
        "The bank cut 4,000 jobs … of them in Asia",
    ),
    ("en", 'Stocks rose. The "Kobza" fund grew 30% in May.', "30%", 'The "Kobza" fund grew … in May'),
    ("en", "Prices fell. This week $3 million left the fund.", "$3 million", "This week … left the fund"),
    (
        "en",
        "Kraken buys NinjaTrader for $1.5 billion\nThe deal is the largest of its kind. It closes soon.",
        "$1.5 billion",
        "",
    ),
)
