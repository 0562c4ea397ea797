"""Pumps, earnings with an entry fee and promises too good, where lighter signs meet; and honest neighbours.

FRAUDS: language, text. HONEST: language, text that shows no sign. ADVERTS: language, text that may show one
and is no fraud.
"""

from botapp.ai.base import Language

FRAUDS: tuple[tuple[Language, str], ...] = (
    (
        "ru",
        (
            "🔥 Пампим монету PEPEX! Вход строго в 20:00, сигнал в закрытом канале, иксы гарантированы, "
            "осталось 10 мест"
        ),
    ),
    ("ru", "Пампим монету PEPEX! Иксы гарантированы, сигнал в закрытом канале"),
    ("ru", "Сегодня в 21:00 разгоняем токен MOONX. Сигнал в нашем VIP-канале, гарантированные иксы!"),
    ("ru", "🚀🚀🚀 Запампим DOGZ вместе! Вступай в закрытый чат, сигнал только там"),
    (
        "ru",
        (
            "Заработок на крипте от 5000 в день! Пишите в ЛС @kripto_anna, куратор всё объяснит. Вход от "
            "100$, вывод моментально, выплаты уже получили 340 человек"
        ),
    ),
    (
        "ru",
        (
            "Ищем 5 человек в команду! Доход от 150 000 руб в месяц, обучение бесплатно. Куратор обучит с "
            "нуля. Старт от 3000 рублей. Пиши + в личку"
        ),
    ),
    ("ru", "Зарабатываю на арбитраже 8000 ₽ в день и научу вас. Начать можно с 2000 ₽, пишите мне в лс"),
    (
        "ru",
        "Гарантированный доход 5% в день! Вложи 100 USDT и получи 500 через неделю, пиши менеджеру @invest",
    ),
    ("ru", "Команда на памп SOLX: сигнал придёт в закрытый чат за 5 минут, рост x10 гарантирован"),
    ("ru", "Ракета! 🚀 Пампим SOLX в пятницу, вступай в наш закрытый канал"),
    ("ru", "Без риска! Вложи 5000 ₽ и забери 20 000 ₽ через 3 дня. Пиши в личку"),
    (
        "uk",
        (
            "🔥 Пампимо монету PEPEX! Вхід рівно о 20:00, сигнал у закритому каналі, ікси гарантовані, "
            "залишилось 10 місць"
        ),
    ),
    ("uk", "Сьогодні розганяємо токен MOONX! Сигнал у нашому VIP-каналі, гарантовані ікси"),
    (
        "uk",
        (
            "Заробіток на крипті від 2000 грн на день! Пишіть в особисті @kripto_anna, куратор усе пояснить. "
            "Вхід від 100$, виведення миттєве, виплати вже отримали 340 людей"
        ),
    ),
    (
        "uk",
        (
            "Шукаємо 5 людей у команду! Дохід від 50 000 грн на місяць, навчання безкоштовне. Куратор "
            "навчить з нуля. Старт від 1000 гривень. Пиши + в особисті"
        ),
    ),
    (
        "uk",
        "Гарантований дохід 5% на день! Вклади 100 USDT й отримай 500 через тиждень, пиши менеджеру @invest",
    ),
    ("uk", "Прибуток 20% на тиждень гарантуємо, вклади 200 USDT. Залишилось 5 місць!"),
    (
        "en",
        (
            "We are pumping PEPEX! Entry at 8 pm sharp, signal in our private channel, 10x guaranteed, 10 "
            "seats left"
        ),
    ),
    ("en", "Tonight we pump the coin together. Join our VIP group for the name. Guaranteed 20x!"),
    (
        "en",
        (
            "Earnings on crypto from $100 a day! DM @crypto_anna, our curator explains everything. Entry "
            "from $100, instant withdrawal, 340 people already got paid"
        ),
    ),
    (
        "en",
        (
            "Looking for 5 people for our team! Income from $2,000 a month, free training. A curator teaches "
            "you from scratch. Start from $50. Message me on Telegram"
        ),
    ),
    (
        "en",
        (
            "Guaranteed income of 5% a day! Invest 100 USDT and get 500 in a week, message our manager on "
            "Telegram @invest"
        ),
    ),
    ("en", "Zero risk: deposit $200 and receive $900 within 3 days. Don't wait, 4 spots left!"),
)

HONEST: tuple[tuple[Language, str], ...] = (
    ("ru", "Ракетная атака ночью: по городу выпустили 12 ракет, ракеты сбили. Аэропорт закрыт."),
    ("ru", "Пампить рынок не получится, сказал глава ЦБ; трейдеры снова пампят DOGE."),
    ("ru", "В Telegram-канале разогнали токен, SEC обвинила организаторов памп-групп."),
    ("ru", "Организаторы пампа собирали участников в закрытом канале и продавали токен, пока те покупали."),
    ("ru", "Токен PEPEX вырос в 10 раз за час и рухнул: аналитики видят признаки пампа."),
    ("ru", "Биржа запустила стейкинг TON: до 5% годовых, вывод в любой день."),
    ("ru", "Полиция предупреждает: «Вложи 100 USDT и получи 500 через неделю» обещают мошенники."),
    ("ru", "Ищем аналитика в команду! Зарплата от 150 000 руб. в месяц, обучим. Резюме пришлите на почту."),
    ("ru", "Доход фермеров от 150 000 рублей в месяц облагается налогом, вход на ярмарку от 300 рублей."),
    ("uk", "У Telegram-каналі розігнали токен, і комісія звинуватила організаторів памп-груп."),
    ("uk", "Біржа запустила стейкінг: до 5% річних, виведення будь-якого дня."),
    ("uk", "Кіберполіція попереджає: обіцянки «іксів» і закритих каналів із сигналами дають шахраї."),
    ("uk", "Шукаємо бухгалтера: зарплата від 40 000 грн на місяць, графік п’ять днів, резюме на пошту."),
    ("uk", "Прибуток фонду не гарантований, нагадав регулятор; вхід від 1000 гривень."),
    ("en", "The SEC charged the organisers of pump groups who ran a token up on Telegram."),
    ("en", "The exchange offers staking with up to 5% a year; withdrawals take a day."),
    ("en", "We are pumping more money into research, the chief executive said on Monday."),
    ("en", "We are pumping water out of the mine, its manager said."),
    ("en", "Traders joined a private channel, where the pump was announced; the price fell 90% in an hour."),
    (
        "en",
        "Hiring: an analyst for our team, income from $4,000 a month, training paid. Send us your resume.",
    ),
    ("en", "Party leaders counted votes on Sunday; there are 10 seats left to decide."),
)

ADVERTS: tuple[tuple[Language, str], ...] = (
    ("ru", "🚀🚀🚀 Мы запустили бета-тест кошелька! Заходите в наш закрытый чат и расскажите об ошибках."),
    ("ru", "Только сегодня: бонус к стейкингу, до 12% годовых. Успейте подключиться!"),
    ("ru", "Получите свой бонус за первую сделку до пятницы, не пропустите."),
    ("uk", "🚀🚀 Запускаємо застосунок! Заходьте до нашого закритого чату з відгуками."),
    ("uk", "Лише сьогодні комісія нуль. Отримайте свій бонус за реєстрацію!"),
    ("en", "Bitcoin to the moon? A strategist says “guaranteed returns” do not exist."),
    ("en", "Traders dream of the next bitcoin. Join our private channel of readers."),
    ("en", "It promised a guaranteed profit of 3% a day."),
    ("en", "🚀🚀 Our app is live! Join our private group of testers."),
    ("en", "Today only: no trading fees. Claim your bonus tokens before Friday."),
)
