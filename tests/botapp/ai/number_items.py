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
        "Aave выдал займы на $2 млрд. Это на … больше, чем год назад",
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
        "The exchange reviewed 2.4 million requests. Of them, … were turned down",
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
        "The bank cut 4,000 jobs, … of them in Asia",
    ),
    ("en", 'Stocks rose. The "Kobza" fund grew 30% in May.', "30%", 'The "Kobza" fund grew … in May'),
    ("en", "Prices fell. This week $3 million left the fund.", "$3 million", "This week … left the fund"),
    (
        "en",
        "Kraken buys NinjaTrader for $1.5 billion\nThe deal is the largest of its kind. It closes soon.",
        "$1.5 billion",
        "",
    ),
    # A list has the number of the headline too; one that only repeats the headline isn't there.
    (
        "ru",
        "Биржа Bitlake потеряла 5 млн долларов\nПострадали 400 клиентов. Торги идут.",
        "5 млн долларов",
        "Биржа Bitlake потеряла …",
    ),
    (
        "uk",
        "Суд оштрафував біржу на 3 млн гривень\nСплатити треба 40% до травня. Біржа згодна.",
        "3 млн гривень",
        "Суд оштрафував біржу на …",
    ),
    (
        "en",
        "The fund lost $40 million\nIts owners put in $9 million of their own. It goes on.",
        "$40 million",
        "The fund lost …",
    ),
    (
        "uk",
        "Суд оштрафував біржу на 3 млн гривень\nБіржа згодна з рішенням. Торги тривають.",
        "3 млн гривень",
        "",
    ),
    # What a slash ties together is one.
    ("ru", "Нужен курьер. Казань, 5/2, оклад от 90 000 рублей.", "5/2", "Казань, …, оклад от 90 000 рублей"),
    (
        "ru",
        "Цены выросли. За это проголосовали 2/3 акционеров фонда.",
        "2/3",
        "За это проголосовали … акционеров фонда",
    ),
    ("ru", "Цены выросли. Тариф вырос до 7 рублей/кВт ночью.", "7 рублей", "Тариф вырос до …/кВт ночью"),
    ("uk", "Потрібен кур’єр. Львів, 2/2, оклад від 30 000 грн.", "2/2", "Львів, …, оклад від 30 000 грн"),
    (
        "uk",
        "Ціни зросли. За це проголосували 3/4 акціонерів фонду.",
        "3/4",
        "За це проголосували … акціонерів фонду",
    ),
    ("en", "Prices rose. Storage costs $5/month for teams.", "$5", "Storage costs …/month for teams"),
    ("en", "Prices rose. About 2/3 of the holders voted.", "2/3", "About … of the holders voted"),
    ("en", "Prices rose. Odds of 3/1 (and 5/2) were paid.", "3/1", "Odds of … (and 5/2)"),
    (
        "en",
        "Prices rose. The rest, up to 40%, may be kept in deposits.",
        "40%",
        "The rest, up to …, may be kept in deposits",
    ),
    # What a number is compared with stands with it.
    (
        "uk",
        "Ринок зріс. Банк видав позик на 3 млрд грн, на 4% більше, ніж торік, а вклади впали на 7%.",
        "4%",
        "Банк видав позик на 3 млрд грн, на … більше, ніж торік",
    ),
    (
        "uk",
        "Ринок зріс. Банк видав позик на 3 млрд грн, на 4% більше, ніж торік, а вклади впали на 7%.",
        "7%",
        "Банк видав позик на 3 млрд грн, на 4% більше, ніж торік, а вклади впали на …",
    ),
    (
        "ru",
        "Рынок вырос. Цена квартиры достигла 12 млн рублей, на 9% выше, чем год назад, и дальше не растет.",
        "9%",
        "Цена квартиры достигла 12 млн рублей, на … выше, чем год назад",
    ),
    (
        "en",
        "Prices rose. The fund holds $3 billion, 12% more than a year ago, and grows.",
        "12%",
        "The fund holds $3 billion, … more than a year ago",
    ),
    ("ru", "Рынок вырос. Акции упали, на 9% подешевела нефть.", "9%", "на … подешевела нефть"),
)
