"""Payouts that are held until the reader pays, impossible incomes, pumps in haste; and honest neighbours.

Each item: language, text. The honest ones are no frauds; NEIGHBOURS of the payouts show no sign at all.
"""

from botapp.ai.base import Language

Item = tuple[Language, str]

PAYOUTS: tuple[Item, ...] = (
    ("ru", "Для вывода внесите депозит 200 USDT."),
    (
        "ru",
        "Ваш баланс 3450 USDT. Чтобы вывести средства, внесите 150 USDT, депозит вернётся вместе с выводом.",
    ),
    ("ru", "Вывод заморожен. Оплатите налог 13% с прибыли, после этого деньги поступят на вашу карту."),
    ("ru", "Заявка на вывод одобрена, осталось внести страховой взнос 9 800 руб на указанный кошелёк."),
    ("ru", "Вывод станет доступен после пополнения на 100$."),
    (
        "ru",
        (
            "Ваши 1,2 BTC готовы к зачислению. Переведите 0,01 BTC за активацию кошелька, и выплата "
            "придёт за час."
        ),
    ),
    ("ru", "Система заблокировала выплату 84 000 ₽: нужно подтвердить счёт платежом 3 500 ₽."),
    ("ru", "Чтобы получить выигрыш с биржи, закиньте 50 USDT для верификации кошелька."),
    ("ru", "Менеджер: до вывода остался один шаг, внесите 10% от суммы на баланс."),
    ("ru", "Выплата приостановлена до оплаты комиссии за конвертацию 7 200 руб. Реквизиты пришлю в чат."),
    ("uk", "Для виведення внесіть депозит 200 USDT."),
    (
        "uk",
        (
            "Ваш баланс 3 450 USDT. Щоб вивести кошти, поповніть рахунок на 150 USDT, депозит "
            "повернеться разом із виплатою."
        ),
    ),
    (
        "uk",
        (
            "Виведення заморожене. Сплатіть податок 18% з прибутку, після цього гроші надійдуть на "
            "вашу картку."
        ),
    ),
    ("uk", "Заявку на виведення схвалено, лишилося внести страховий внесок 4 200 грн на вказаний гаманець."),
    ("uk", "Виведення стане доступним після поповнення на 100$."),
    (
        "uk",
        (
            "Ваші 0,8 BTC готові до зарахування. Перекажіть 0,01 BTC за активацію гаманця, і виплата "
            "прийде за годину."
        ),
    ),
    ("uk", "Система заблокувала виплату 38 000 грн: треба підтвердити рахунок платежем 1 500 грн."),
    ("uk", "Щоб отримати прибуток з платформи, закиньте 50 USDT на верифікацію гаманця."),
    ("uk", "Менеджер: до виведення залишився один крок, внесіть 10% суми на баланс."),
    ("uk", "Виплату призупинено до сплати комісії за конвертацію 2 900 грн. Реквізити надішлю в чат."),
    ("en", "To withdraw, deposit 200 USDT first."),
    (
        "en",
        ("Your balance is $4,310. To withdraw your funds, top up 150 USDT; it is returned with the payout."),
    ),
    ("en", "Your withdrawal is frozen. Pay the 15% tax on your profit and the money goes to your card."),
    ("en", "Your withdrawal request is approved. Pay the $480 insurance fee to our wallet to get it."),
    ("en", "Withdrawals open as soon as you add $100 to your account."),
    (
        "en",
        (
            "Your 0.9 BTC is ready. Send 0.01 BTC to activate the wallet and the payout arrives "
            "within an hour."
        ),
    ),
    (
        "en",
        (
            "The system has blocked your payout of $2,700: you need to confirm your account with a "
            "payment of $120."
        ),
    ),
    ("en", "To receive your winnings from the platform, send 50 USDT for wallet verification."),
    ("en", "Manager: one step is left before your withdrawal, put 10% of the amount on your balance."),
    ("en", "Your payout is on hold until you pay the conversion fee of $260. I will send you the address."),
)
NEIGHBOURS: tuple[Item, ...] = (
    ("ru", "С 1 марта биржа Bybit берёт комиссию 1 USDT за вывод в сети Tron."),
    ("ru", "Комиссия за вывод биткоина составляет 0,0002 BTC, минимальная сумма вывода 0,001 BTC."),
    ("ru", "Binance приостановила вывод и депозиты в сети Solana до 14:00 из-за обновления."),
    ("ru", "Для вывода средств пройдите верификацию: загрузите паспорт в приложении. Это бесплатно."),
    ("ru", "Комиссия сети удерживается из суммы вывода, отдельно платить ничего не нужно."),
    ("ru", "ФНС напомнила: налог с прибыли от продажи криптовалюты нужно уплатить до 15 июля."),
    (
        "ru",
        (
            "Клиенты биржи не могут вывести деньги: площадка требует внести ещё 20% как депозит, "
            "рассказали пострадавшие."
        ),
    ),
    (
        "ru",
        (
            "Пополните счёт на сумму от 10 000 руб до 31 мая и получите 500 бонусных баллов. Вывод "
            "бонусов невозможен."
        ),
    ),
    ("ru", "После ребрендинга биржа отменила комиссию за вывод и снизила минимальный депозит до 10 USDT."),
    ("ru", "Для вывода токенов ERC-20 на балансе должно быть немного ETH: им платят за газ."),
    ("uk", "З 1 березня біржа WhiteBIT бере комісію 1 USDT за виведення в мережі Tron."),
    ("uk", "Комісія за виведення біткоїна становить 0,0002 BTC, мінімальна сума виведення 0,001 BTC."),
    ("uk", "Binance призупинила виведення та депозити в мережі Solana до 14:00 через оновлення."),
    ("uk", "Для виведення коштів пройдіть верифікацію: завантажте паспорт у застосунку. Це безкоштовно."),
    ("uk", "Комісія мережі утримується із суми виведення, окремо платити нічого не потрібно."),
    ("uk", "Податкова нагадала: податок із прибутку від продажу криптовалюти треба сплатити до 1 серпня."),
    (
        "uk",
        (
            "Клієнти біржі не можуть вивести гроші: майданчик вимагає внести ще 20% як депозит, "
            "розповіли постраждалі."
        ),
    ),
    (
        "uk",
        (
            "Поповніть рахунок на суму від 5 000 грн до 31 травня й отримайте 200 бонусів. Виведення "
            "бонусів неможливе."
        ),
    ),
    (
        "uk",
        ("Після ребрендингу біржа скасувала комісію за виведення і знизила мінімальний депозит до 10 USDT."),
    ),
    ("uk", "Для виведення токенів ERC-20 на балансі має бути трохи ETH: ним платять за газ."),
    ("en", "From March 1 Bybit charges 1 USDT for a withdrawal on the Tron network."),
    ("en", "The withdrawal fee for bitcoin is 0.0002 BTC, and the minimum withdrawal is 0.001 BTC."),
    ("en", "Binance has suspended withdrawals and deposits on Solana until 14:00 for an upgrade."),
    ("en", "To withdraw funds, complete verification: upload your passport in the app. It is free."),
    ("en", "The network fee is taken out of the amount you withdraw; there is nothing to pay separately."),
    (
        "en",
        (
            "The IRS says tax on crypto gains must be paid by April 15; withdrawals from an exchange "
            "are no taxable event."
        ),
    ),
    (
        "en",
        ("Customers cannot withdraw their money: the platform wants another 20% as a deposit, victims said."),
    ),
    ("en", "Deposit $500 by May 31 and get $25 in bonus credit. Bonus credit cannot be withdrawn."),
    (
        "en",
        ("After the merger the exchange dropped its withdrawal fee and cut the minimum deposit to 10 USDT."),
    ),
    ("en", "To withdraw ERC-20 tokens you need a little ETH in your wallet, which pays for gas."),
)

INCOMES: tuple[Item, ...] = (
    ("ru", "Доход 10% в день без риска! Вложи 50$ и смотри, как растёт счёт."),
    ("ru", "Наш бот приносит 5% ежедневно. Минимальный вклад 100 USDT, заходи сегодня."),
    ("ru", "Удваиваем депозит за сутки! Пополни счёт от 1000 руб и забери 2000."),
    ("ru", "Хочешь 300% за неделю? Инвестируй от 50 долларов, вывод мгновенный."),
    ("ru", "Стейкинг 8% в сутки, деньги можно забрать в любой момент. Закинь первые 30 USDT."),
    ("uk", "Дохід 10% на день без ризику! Вклади 50$ і дивись, як росте рахунок."),
    ("uk", "Наш бот приносить 5% щодня. Мінімальний внесок 100 USDT, заходь сьогодні."),
    ("uk", "Подвоюємо депозит за добу! Поповни рахунок від 500 грн і забери 1000."),
    ("uk", "Хочеш 300% за тиждень? Інвестуй від 50 доларів, виведення миттєве."),
    ("uk", "Стейкінг 8% на добу, гроші можна забрати будь-коли. Закинь перші 30 USDT."),
    ("en", "10% a day with no risk! Put in $50 and watch your account grow."),
    ("en", "Our bot makes 5% daily. Minimum deposit 100 USDT, start today."),
    ("en", "We double your deposit in 24 hours! Top up from $20 and take out $40."),
    ("en", "Want 300% in a week? Invest from $50, instant withdrawal."),
    ("en", "Staking at 8% per day, take your money any time. Deposit your first 30 USDT."),
)
RATES: tuple[Item, ...] = (
    ("ru", "Вклад под 18% годовых: откройте счёт от 50 000 руб до конца месяца."),
    ("ru", "Биткоин подорожал на 10% за день, объём торгов вырос до $50 млрд."),
    ("ru", "Стейкинг эфира приносит около 3% в год, для валидатора нужно внести 32 ETH."),
    (
        "ru",
        ("Биржа берёт 0,05% в день за маржинальный заём; пополните обеспечение, чтобы избежать ликвидации."),
    ),
    ("ru", "Индекс прибавил 2% за неделю без риска новых санкций, вложения в фонды выросли на $300 млн."),
    ("uk", "Вклад під 15% річних: відкрийте рахунок від 10 000 грн до кінця місяця."),
    ("uk", "Біткоїн подорожчав на 10% за день, обсяг торгів зріс до $50 млрд."),
    ("uk", "Стейкінг ефіру приносить близько 3% на рік, для валідатора треба внести 32 ETH."),
    (
        "uk",
        ("Біржа бере 0,05% на день за маржинальну позику; поповніть забезпечення, щоб уникнути ліквідації."),
    ),
    ("uk", "Індекс додав 2% за тиждень, вкладення у фонди зросли на 300 млн доларів."),
    ("en", "Savings at 4.5% a year: open an account with $100 by the end of the month."),
    ("en", "Bitcoin gained 10% in a day as trading volume rose to $50 billion."),
    ("en", "Staking ether earns about 3% a year; a validator has to deposit 32 ETH."),
    ("en", "The exchange charges 0.05% a day for margin loans; add collateral to avoid liquidation."),
    ("en", "The index rose 2% in a week, and investors put $300 million into funds."),
)

PUMPS: tuple[Item, ...] = (
    ("ru", "Сбор в 20:00, монету назовём в канале, берём все вместе."),
    ("ru", "Памп сегодня в 19:00 МСК! Тикер объявим ровно в срок, покупаем одновременно."),
    ("ru", "Готовьте USDT: в 21:00 дадим название монеты, все заходим сразу и держим."),
    ("ru", "Завтра в 18:00 собираемся. Монета будет в чате, берём дружно, не опаздывай."),
    ("ru", "До сигнала 30 минут, токен скажем в последний момент, закупаемся все разом!"),
    ("uk", "Збір о 20:00, монету назвемо в каналі, беремо всі разом."),
    ("uk", "Памп сьогодні о 19:00! Тікер оголосимо рівно вчасно, купуємо одночасно."),
    ("uk", "Готуйте USDT: о 21:00 дамо назву монети, всі заходимо відразу і тримаємо."),
    ("uk", "Завтра о 18:00 збираємося. Монета буде в чаті, беремо дружно, не запізнюйся."),
    ("uk", "До сигналу 30 хвилин, токен скажемо в останній момент, закуповуємося всі разом!"),
    ("en", "We meet at 20:00, the coin will be named in the channel, we all buy together."),
    ("en", "Pump today at 19:00 UTC! The ticker is announced right on time, everyone buys at once."),
    ("en", "Get your USDT ready: at 21:00 we post the coin name, all go in at the same time and hold."),
    ("en", "Tomorrow at 6 pm. The coin will be in the chat, buy together, don't be late."),
    ("en", "30 minutes to the signal, we reveal the token at the last moment, all buy in together!"),
)
GATHERINGS: tuple[Item, ...] = (
    ("ru", "Сбор участников митапа в 20:00, место назовём в канале, приходите все вместе."),
    ("ru", "Биржа объявит тикер новой монеты в 20:00, торги начнутся в 21:00."),
    ("ru", "Команда назовёт монету и дату листинга в своём канале во вторник."),
    ("ru", "В 19:00 начинается трансляция: расскажем о монете и ответим на вопросы."),
    ("ru", "Инвесторы одновременно покупали биткоин и золото, отметили аналитики."),
    ("uk", "Збір учасників мітапу о 20:00, місце назвемо в каналі, приходьте всі разом."),
    ("uk", "Біржа оголосить тікер нової монети о 20:00, торги почнуться о 21:00."),
    ("uk", "Команда назве монету і дату лістингу у своєму каналі у вівторок."),
    ("uk", "О 19:00 починається трансляція: розповімо про монету й відповімо на запитання."),
    ("uk", "Інвестори одночасно купували біткоїн і золото, зазначили аналітики."),
    ("en", "The meetup starts at 20:00, the place will be named in the channel, come all together."),
    ("en", "The exchange will announce the ticker of the new coin at 20:00; trading starts at 21:00."),
    ("en", "The team will name the coin and the listing date in its channel on Tuesday."),
    ("en", "The stream starts at 19:00: we will talk about the coin and answer questions."),
    ("en", "Investors bought bitcoin and gold at the same time, analysts noted."),
)
