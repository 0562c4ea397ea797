"""Texts of the kinds of held_payout_items.py, written after the words of the signs were; in three rounds.

What the words first found of them stands in docs/offline.md. Each item: language, text.
"""

from tests.botapp.ai.held_payout_items import Item

PAYOUTS: tuple[Item, ...] = (
    (
        "ru",
        (
            "Служба финансового контроля: ваша выплата 412 000 руб сформирована. Для её получения "
            "оплатите пошлину 2 900 руб."
        ),
    ),
    (
        "ru",
        (
            "Брокер прислал письмо: чтобы снять деньги, надо сначала внести 15% от прибыли как "
            "гарантию. Реквизиты ниже."
        ),
    ),
    ("ru", "Первый вывод только после депозита от 300 USDT, таковы правила безопасности."),
    ("ru", "Ваш аккаунт не прошёл проверку. Переведите 120 USDT, сумма сразу вернётся, и вывод заработает."),
    ("ru", "Поздравляем, на счету 5 600$! Вывести можно сразу, как только оплатишь страховку 90$."),
    (
        "uk",
        ("Фінансовий відділ: вашу виплату 96 000 грн сформовано. Для її отримання сплатіть мито 1 100 грн."),
    ),
    ("uk", "Перше виведення тільки після депозиту від 300 USDT, такі правила безпеки."),
    (
        "uk",
        (
            "Ваш акаунт не пройшов перевірку. Перекажіть 120 USDT, сума відразу повернеться, і "
            "виведення запрацює."
        ),
    ),
    ("uk", "Вітаємо, на рахунку 5 600$! Вивести можна відразу, щойно оплатиш страховку 90$."),
    ("uk", "Щоб забрати кошти з платформи, закинь ще 70 USDT на той самий гаманець."),
    (
        "en",
        ("Finance department: your payout of $9,600 is ready. To receive it, pay the clearance fee of $240."),
    ),
    ("en", "First withdrawal only after a deposit of 300 USDT, these are our security rules."),
    (
        "en",
        (
            "Your account failed the check. Send 120 USDT, it comes back at once and your withdrawal "
            "will work."
        ),
    ),
    ("en", "Congratulations, you have $5,600! You can cash out as soon as you pay the $90 insurance."),
    ("en", "In order to release your earnings we need you to pay 12% tax to the wallet below."),
)
NEIGHBOURS: tuple[Item, ...] = (
    ("ru", "С 10 июня вывод рублей через СБП стоит 50 руб, лимит вырос до 1 млн руб в день."),
    ("ru", "Чтобы вывести токены из кроссчейн-моста, нужно подождать семь дней."),
    ("ru", "Биржа разблокировала вывод через сутки после атаки и пообещала вернуть клиентам $12 млн."),
    ("ru", "Перевод до 100 000 рублей в месяц бесплатный, за остальное банк возьмёт 0,5%."),
    ("ru", "Суд заморозил 30 млн долларов биржи, вывод средств приостановлен до решения."),
    ("uk", "З 10 червня виведення гривні на картку коштує 1%, ліміт зріс до 400 000 грн на місяць."),
    ("uk", "Щоб вивести токени з мосту, треба зачекати сім днів."),
    ("uk", "Біржа розблокувала виведення за добу після атаки й обіцяє повернути клієнтам 12 млн доларів."),
    ("uk", "Суд заморозив 30 млн доларів біржі, виведення коштів призупинено до рішення."),
    ("uk", "Внесіть платіж 2 000 грн до 25 числа, щоб не платити штраф за кредитом."),
    ("en", "From June 10 a bank withdrawal costs $5, and the daily limit rises to $50,000."),
    ("en", "To withdraw tokens from the bridge you need to wait seven days."),
    ("en", "The exchange reopened withdrawals a day after the attack and will repay customers $12 million."),
    ("en", "A court froze $30 million of the exchange, and withdrawals are suspended until it decides."),
    ("en", "Pay your balance of $250 by the 25th to avoid a late fee."),
)

INCOMES: tuple[Item, ...] = (
    ("ru", "Крипторобот: 3% чистыми каждый день, пополни баланс на 25 USDT и забудь о работе."),
    (
        "ru",
        (
            "За сутки делаем x2 к твоему депозиту! Минимум 500 руб, выплаты каждый вечер. Закинь 500 "
            "руб сейчас."
        ),
    ),
    ("ru", "15% прибыли ежедневно, старт от 10$, вывод на карту."),
    ("uk", "Криптобот: 3% чистими щодня, поповни баланс на 25 USDT і забудь про роботу."),
    ("uk", "15% прибутку щодня, старт від 10$, виведення на картку."),
    ("en", "Crypto robot: a clean 3% every day, top up 25 USDT and forget your job."),
    ("en", "15% profit daily, start from $10, payout to your card."),
    ("en", "Turn $200 into $400 within a day. Our arbitrage pays 100% daily, send $200 to begin."),
)
RATES: tuple[Item, ...] = (
    ("ru", "Кешбэк 10% каждый день: пополните карту от 1000 руб и платите ею в магазинах."),
    ("ru", "Пеня составляет 1% в день; внесите 5000 руб до пятницы, чтобы её не платить."),
    ("ru", "Эфир терял до 4% в час. Минимальный депозит на бирже снижен до 10 USDT."),
    ("uk", "Пеня становить 1% на день; внесіть 2000 грн до п'ятниці, щоб її не платити."),
    ("uk", "Ефір втрачав до 4% на годину. Мінімальний депозит на біржі знизили до 10 USDT."),
    ("en", "The late fee is 1% a day; pay $200 by Friday to avoid it."),
    ("en", "Ether lost up to 4% an hour. The minimum deposit on the exchange was cut to 10 USDT."),
    (
        "en",
        (
            "Volatility reached 6% a day, and the fund took in $40 million; its first investment was "
            "$2 million."
        ),
    ),
)

PUMPS: tuple[Item, ...] = (
    ("ru", "Стартуем в 22:00 по Москве. Какую монету, напишем за минуту до старта, скупаем все разом!"),
    ("ru", "Все на позиции! Тикер кинем в чат в 20:00, покупаем одновременно и не продаём 10 минут."),
    ("uk", "Усі на позиції! Тікер кинемо в чат о 20:00, купуємо одночасно і не продаємо 10 хвилин."),
    ("uk", "Стартуємо о 22:00. Яку монету, напишемо за хвилину, скуповуємо всі разом!"),
    (
        "en",
        (
            "Positions, everyone! The ticker drops in the chat at 20:00, we buy at the same time and "
            "hold for 10 minutes."
        ),
    ),
    ("en", "Start at 22:00. We will reveal the coin a minute before, all of us buy together!"),
)
GATHERINGS: tuple[Item, ...] = (
    (
        "ru",
        (
            "Фонды заходят в биткоин все вместе: приток за неделю составил $1,2 млрд. Тикер нового "
            "ETF объявят позже."
        ),
    ),
    ("ru", "Проект объявит название токена в чате сообщества 5 мая."),
    ("uk", "Проєкт оголосить назву токена в чаті спільноти 5 травня."),
    ("uk", "Купуємо разом з друзями подарунок, зустріч о 18:00."),
    ("en", "The project will reveal the token in its community chat on May 5."),
    ("en", "Funds are all buying bitcoin again; the ticker of the new ETF will be announced later."),
)

# Offers of investment and adverts of jobs: what is called a job must be one.
OFFERS: tuple[Item, ...] = (
    ("en", "Rental income of $1,200 a month, entry from $100,000, contact us on WhatsApp."),
    (
        "en",
        (
            "Hotel rooms in Bali: income up to $2,500 per month, entry from $120,000. Write to us on "
            "Telegram @bali_rooms."
        ),
    ),
    ("ru", "Доход от аренды 90 000 руб в месяц, вход от 6 000 000 руб, пишите в Telegram @dom_invest."),
    ("uk", "Дохід від оренди 1 500 доларів на місяць, вхід від 80 000 доларів, пишіть у телеграм."),
    ("en", "Franchise: profit of $6,000 a month, start from $45,000, message us on WhatsApp."),
)

SECOND_FRAUDS: tuple[Item, ...] = (
    ("ru", "Ваш выигрыш 48 000 руб ждёт. Комиссия банка 320 руб, оплатите её и получите перевод."),
    ("ru", "Вывод недоступен: VIP-уровень 1. Пополните до VIP 2 на 500 USDT."),
    ("ru", "Обменник: заявка зависла, пришли ещё 0,05 ETH, чтобы транзакция прошла и средства пришли вам."),
    ("uk", "Виведення недоступне: VIP-рівень 1. Поповніть до VIP 2 на 500 USDT."),
    ("uk", "Обмінник: заявка зависла, надішли ще 0,05 ETH, щоб транзакція пройшла і кошти прийшли вам."),
    ("en", "Withdrawal not available: VIP level 1. Top up 500 USDT to reach VIP 2."),
    (
        "en",
        ("Your funds are stuck in the smart contract. Deposit 0.1 ETH to release them, we return it later."),
    ),
    ("en", "Before we pay out your $14,000 you must deposit $700 as proof of funds."),
    ("ru", "Инвестируй 100 долларов и получай по 20 долларов каждый день, гарантия 100%."),
    ("en", "Deposit 100 USDT, earn 20 USDT every day for a month, referral bonus 10%."),
    ("ru", "Прибыль 7-9% в сутки. Мин депозит 15$. Платим с 2021 года."),
    ("uk", "Прибуток 7-9% на добу. Мін депозит 15$. Платимо з 2021 року."),
    ("en", "7-9% a day. Min deposit $15. Paying since 2021."),
)
SECOND_HONEST: tuple[Item, ...] = (
    ("ru", "Откройте вклад: внесите от 10 000 руб, снять деньги можно в любой момент без потери процентов."),
    (
        "ru",
        (
            "Чтобы вывести средства с биржи, нажмите «Вывод», введите адрес и сумму. Комиссия 1 USDT "
            "спишется автоматически."
        ),
    ),
    ("ru", "Пополните кошелёк на 500 руб, чтобы оплатить подписку. Вывод средств с баланса не предусмотрен."),
    ("ru", "Платёж по кредиту 12 000 руб внесите до 5 июня, деньги поступят в банк на следующий день."),
    ("ru", "Выплаты по ОСАГО приостановлены на время проверки. Оплатить полис можно онлайн, от 4 000 руб."),
    (
        "ru",
        (
            "Для получения выплаты за третьего ребёнка подайте заявление на Госуслугах, платить "
            "ничего не нужно."
        ),
    ),
    (
        "ru",
        (
            "Биржа Mercury закрывается. Для вывода остатков до 1 июля нужно пройти KYC; комиссия за "
            "вывод 0,0005 BTC."
        ),
    ),
    ("ru", "Чтобы получить деньги от продажи квартиры, продавцу нужно заплатить налог 13%, пояснил юрист."),
    ("ru", "Пополни счёт в игре на 99 руб и получи 200 кристаллов."),
    (
        "ru",
        (
            "Чтобы получать выплаты от стейкинга, переведите не меньше 32 ETH в контракт валидатора: "
            "вывод открыт с 2023 года."
        ),
    ),
    ("uk", "Відкрийте вклад: внесіть від 10 000 грн, зняти гроші можна будь-коли без втрати відсотків."),
    (
        "uk",
        (
            "Щоб вивести кошти з біржі, натисніть «Виведення», введіть адресу й суму. Комісія 1 USDT "
            "спишеться автоматично."
        ),
    ),
    ("uk", "Платіж за кредитом 3 000 грн внесіть до 5 червня, гроші надійдуть у банк наступного дня."),
    ("uk", "Для отримання виплати ВПО подайте заяву в Дії, платити нічого не треба."),
    (
        "uk",
        (
            "Біржа закривається. Для виведення залишків до 1 липня треба пройти KYC; комісія за "
            "виведення 0,0005 BTC."
        ),
    ),
    (
        "en",
        ("Open a savings account: deposit from $100 and withdraw your money at any time without a penalty."),
    ),
    (
        "en",
        (
            "To withdraw from the exchange, press Withdraw, enter an address and the amount. A fee "
            "of 1 USDT is deducted automatically."
        ),
    ),
    (
        "en",
        (
            "To receive staking payouts, deposit 32 ETH into the validator contract; withdrawals "
            "have been open since 2023."
        ),
    ),
    (
        "en",
        (
            "The exchange is closing. To withdraw what is left by July 1, complete KYC; the "
            "withdrawal fee is 0.0005 BTC."
        ),
    ),
    (
        "en",
        (
            "Pay your $45 bill by Friday. To get the money back for a returned item, send the form "
            "within 14 days."
        ),
    ),
    (
        "en",
        (
            "To withdraw a bonus of $20, new players need to deposit $100 and wager it ten times, "
            "the terms say."
        ),
    ),
    ("en", "Members pay a $25 annual fee. Payouts are made on the first of each month."),
    (
        "ru",
        ("Заходим вместе в терминал и разбираем, как устроен стакан. Монету для примера назовём на занятии."),
    ),
    ("ru", "Бот Telegram продаёт подписку: 5% скидка каждый день, минимальная сумма 300 руб."),
    ("en", "We all buy groceries together on Sunday, the list will be in the chat."),
)

THIRD_FRAUDS: tuple[Item, ...] = (
    (
        "ru",
        (
            "Техподдержка: вывод 1 200$ отклонён антифродом. Внесите ту же сумму 1 200$ зеркальным "
            "платежом, и обе вернутся."
        ),
    ),
    ("ru", "Дарим 12% в сутки первым 100 инвесторам! Вложение от 20$."),
    ("ru", "Ровно в 18:00 дадим тикер, берём по рынку одновременно."),
    (
        "uk",
        (
            "Виведення 1 200$ відхилено. Внесіть таку саму суму 1 200$ дзеркальним платежем, і "
            "обидві повернуться."
        ),
    ),
    ("uk", "Ваш виграш чекає: сплатіть 350 грн комісії, і переказ прийде за 10 хвилин."),
    ("uk", "12% на добу першим 100 інвесторам! Вкладення від 20$."),
    ("uk", "Рівно о 18:00 дамо тікер, беремо по ринку одночасно."),
    ("en", "Your withdrawal of $1,200 was declined. Make a mirror payment of $1,200 and both come back."),
    ("en", "12% a day for the first 100 investors! Invest from $20."),
    ("en", "At 18:00 sharp we post the ticker, everybody buys together at market."),
)
THIRD_HONEST: tuple[Item, ...] = (
    ("ru", "Банк отклонил перевод 1 200$ и вернул деньги отправителю через два дня."),
    ("ru", "Минцифры: за просрочку оплаты начислят 1% в день, внесите платёж 5 000 руб до пятницы."),
    ("ru", "Тариф за снятие наличных вырос до 1,5%, минимум 150 руб, сообщил банк."),
    ("ru", "Авторы стрима дадут разбор отчётности в 18:00, задавайте вопросы в чате все вместе."),
    ("uk", "Банк відхилив переказ 1 200$ і повернув гроші відправнику."),
    ("uk", "Тариф за зняття готівки зріс до 1,5%, мінімум 50 грн, повідомив банк."),
    ("uk", "Інвестиції від 20 доларів: фонд облігацій приніс 4% за рік."),
    ("en", "The bank declined a transfer of $1,200 and returned the money in two days."),
    ("en", "Invest from $20: the bond fund returned 4% last year; capital is at risk."),
    ("en", "Cash withdrawals now cost 1.5%, $2 at least, the bank said."),
    ("en", "Everyone buys tickets together at 18:00, the link will be posted in the chat."),
    ("ru", "Пополните карту «Тройка» на 500 руб, деньги поступят на неё после активации в терминале."),
)
