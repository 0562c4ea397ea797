"""The same as in received_messages.py, written after the rules to see whether they hold."""

from botapp.ai.base import Language

FRAUDS: tuple[tuple[Language, str], ...] = (
    (
        "ru",
        (
            "Служба безопасности банка «Открытие». На ваше имя оформляют кредит. Чтобы аннулировать "
            "заявку, внесите средства на защищённую ячейку через банкомат, сотрудник на линии подскажет."
        ),
    ),
    (
        "ru",
        (
            "Сынок попал в беду, мам, это я с чужого номера. Нужно 40 тысяч срочно, скинь на карту 2202 "
            "2061 1123, потом всё объясню"
        ),
    ),
    (
        "ru",
        (
            "Вы стали победителем акции «Магнит» — iPhone 15! Оплатите доставку 380 рублей и подтвердите "
            "адрес."
        ),
    ),
    (
        "ru",
        (
            "Поработай на маркетплейсе: выкупаешь товары за свои, мы возвращаем плюс 20%. Начни с заказа "
            "на 1500 р. Пиши куратору @vykup_ok"
        ),
    ),
    ("ru", "Потеряли крипту? Наши хакеры вернут её за 24 часа. Комиссия 20% от суммы, связь @cryptoback."),
    (
        "ru",
        (
            "Техподдержка Telegram: ваш аккаунт будет удалён. Для подтверждения введите код, который "
            "пришёл, в боте @tg_support_bot"
        ),
    ),
    (
        "ru",
        (
            "Сдаю студию, 25 000 в месяц. Показать не могу, живу в Питере. Переведите задаток 8000, вышлю"
            " ключи курьером."
        ),
    ),
    (
        "ru",
        (
            "Ваш баланс 1,4 BTC разморожен. Для вывода внесите страховой депозит 0,02 BTC, он вернётся "
            "вместе с основной суммой."
        ),
    ),
    (
        "ru",
        (
            "Приятно познакомиться! Я живу в Гонконге и инвестирую в крипту по советам дяди. Могу научить"
            " и тебя, тогда поедем вместе. Открой счёт на этой платформе."
        ),
    ),
    (
        "ru",
        (
            "Вам положена компенсация за просроченные лекарства 240 000 руб. Укажите номер карты для "
            "зачисления: comp-gos.online"
        ),
    ),
    (
        "uk",
        (
            "Нова пошта: ваша посилка на складі, адреса неповна. Уточніть дані та сплатіть 25 грн: nova-"
            "poshta.top"
        ),
    ),
    (
        "uk",
        (
            "Мамо, у мене новий номер, старий телефон розбився. Можеш переказати 8000 на картку подруги? "
            "Увечері віддам"
        ),
    ),
    (
        "uk",
        (
            "Вітаємо! Ви виграли PlayStation 5 у розіграші Rozetka. Щоб забрати приз, сплатіть доставку "
            "120 грн."
        ),
    ),
    (
        "uk",
        (
            "Здаю квартиру у Львові, охочих багато. Перекажіть завдаток 5000 грн, і я притримаю її для "
            "вас, я зараз за кордоном."
        ),
    ),
    (
        "uk",
        (
            "Виведення 900 USDT очікує. Поповніть рахунок на 100 USDT для верифікації, вони повернуться "
            "разом із виведенням."
        ),
    ),
    (
        "uk",
        (
            "Вам нараховано допомогу 10 800 грн. Вкажіть дані картки за посиланням, щоб отримати: "
            "e-dopomoga.online"
        ),
    ),
    (
        "en",
        (
            "Amazon: you have an unpaid refund of $79. Confirm your bank details at amazon-refund.help "
            "within 24 hours."
        ),
    ),
    (
        "en",
        (
            "Dad it's me, my phone died and this is my new number. Could you send 400 for my rent today? "
            "will explain later"
        ),
    ),
    (
        "en",
        (
            "Hey sorry, wrong number! But nice to meet you. I trade gold with my aunt, made 20k last "
            "month. Let me show you, start with $300."
        ),
    ),
    (
        "en",
        (
            "Our experts recover money lost to fake brokers. 98% success. A refundable fee of $200 "
            "applies. WhatsApp +44 7700 900123"
        ),
    ),
    (
        "en",
        (
            "Your account shows a balance of 3.2 BTC. To release the funds, send 0.05 BTC to verify your "
            "wallet."
        ),
    ),
    (
        "en",
        (
            "Earn $200 a day rating hotels from your phone! No experience. Text Lisa on WhatsApp, first "
            "deposit $30 is returned."
        ),
    ),
    ("en", "Send 0.5 ETH to this address and get 1 ETH back, Vitalik's anniversary giveaway, today only."),
    (
        "en",
        (
            "Room to rent, bills included, I'm overseas with my mission. Pay the deposit of £400 to hold "
            "the room and I will mail you the keys."
        ),
    ),
    (
        "ru",
        (
            "Парковка не оплачена! Отсканируйте QR-код и оплатите штраф 500 р со скидкой 50%, иначе авто "
            "эвакуируют."
        ),
    ),
    (
        "ru",
        (
            "Доброе утро! Клуб инвесторов Газпрома: вложи 10 000 и получай от 70 000 в месяц. Осталось 4 "
            "места, заявку оставь у куратора"
        ),
    ),
    (
        "ru",
        (
            "Кошелёк TON требует обновления до версии 4.0. Импортируйте кошелёк по seed-словам на ton-"
            "upgrade.app до полуночи"
        ),
    ),
    ("ru", "Для получения дропа нужен газ. Отправь 0,05 ETH на контракт, и 1200 ARB придут автоматически"),
    (
        "ru",
        (
            "Алло, это следователь Петров. Ваши деньги под угрозой, пройдите к банкомату и внесите "
            "наличные на счёт Росфинмониторинга, номер продиктую. О разговоре никому."
        ),
    ),
    ("ru", "Авито: покупатель оплатил ваш товар. Получите деньги, введя данные карты: avito-safe.shop"),
    (
        "ru",
        (
            "Возврат похищенных средств через международный арбитраж! Мы уже помогли 1200 людям. Оплата "
            "пошлины 3% вперёд."
        ),
    ),
    (
        "uk",
        (
            "Ваш рахунок у Monobank обмежено. Підтвердіть особу: надішліть фото картки з двох боків та "
            "код із застосунку."
        ),
    ),
    (
        "uk",
        (
            "Ти мені сподобалася на фото! Я брокер із Дубая, заробляю на опціонах 500 доларів на день, "
            "навчу тебе безкоштовно, треба лише депозит."
        ),
    ),
    (
        "uk",
        (
            "Продам авто, ціна нижча за ринок, бо їду за кордон. Завдаток 300 доларів на картку, доставлю"
            " до дверей"
        ),
    ),
    ("uk", "Подарунок від WhiteBIT: підключи гаманець і забери 250 USDT, акція діє до 23:59 — wb-gift.xyz"),
    ("uk", "Щоб розблокувати виведення коштів, сплатіть податок 8% на цей гаманець: 0x8f3a12bc9"),
    (
        "en",
        (
            "Coinbase: your account will be closed. Call +1 888 555 0142 now and have your recovery "
            "phrase ready."
        ),
    ),
    (
        "en",
        (
            "Elon's new AI bot doubles any deposit in 24h. Send 0.1 BTC, receive 0.2 BTC. I've been paid "
            "3 times!"
        ),
    ),
    (
        "en",
        ("Parking notice: pay your £25 fine within 24 hours by scanning the QR code, or it rises to £100."),
    ),
    (
        "en",
        (
            "To receive the airdrop you must cover the gas fee: send 0.03 ETH to this address, tokens "
            "arrive at once."
        ),
    ),
    ("en", "Part-time: receive payments to your bank account and forward them in USDT. You keep 10%."),
    (
        "en",
        (
            "Hello dear, I am a widow with $4.5 million in a bank in Ghana. I need your help to move it, "
            "you will get 30%. The lawyer's fee is only $450."
        ),
    ),
    ("en", "Your Netflix payment failed. Update your card at netflix-billing.club to avoid suspension"),
    (
        "en",
        (
            "Grandma, it's me. I had an accident and I'm at the police station. Please don't tell mom, I "
            "need $4,000 for bail, a courier will come."
        ),
    ),
)

HONEST: tuple[tuple[Language, str], ...] = (
    (
        "ru",
        ("Как вывести деньги с биржи: пройдите верификацию, укажите реквизиты и подтвердите вывод кодом."),
    ),
    (
        "ru",
        (
            "Минимальная сумма вывода 50 USDT. Для верификации внесите депозит не менее 10 USDT, пишут "
            "правила биржи."
        ),
    ),
    ("ru", "Мошенники сдают чужие квартиры: просят перевести задаток, а ключи обещают прислать курьером."),
    ("ru", "Сдаю квартиру у метро, 45 000 в месяц, залог 45 000. Показ в субботу, договор у нотариуса."),
    (
        "ru",
        (
            "Вам положена выплата на ребёнка. Подайте заявление на gosuslugi.ru и укажите реквизиты карты"
            " «Мир»."
        ),
    ),
    ("ru", "Банк вернёт деньги клиентам, пострадавшим от сбоя. Комиссию 1% за переводы отменят."),
    (
        "ru",
        (
            "Дорогая нефть помогла бюджету: доходы выросли, торгуют выше 80 долларов. Инвесторы открыли "
            "счета на бирже."
        ),
    ),
    ("ru", "Мой дядя всю жизнь торговал зерном, говорит фермер. Я заработал 2 млн рублей за сезон."),
    ("ru", "Эксперты помогут вернуть налог с покупки квартиры: вычет до 260 тысяч рублей."),
    ("ru", "Адвокаты помогут вернуть деньги, потерянные вкладчиками; ЦБ обещал 30% до конца года."),
    ("ru", "Мам, купи хлеба, я задержусь. Новый номер врача скинула тебе вчера."),
    ("ru", "Сын разбил машину, мама перевела ему 40 тысяч на ремонт. Так начинается новый роман писателя."),
    ("ru", "Подключите кошелёк Т-Банка в приложении: кешбэк 5% за покупки у партнёров до конца года."),
    ("uk", "Гроші вкладникам збанкрутілого банку допоможуть повернути юристи Фонду, заяву подають онлайн."),
    ("uk", "Здається квартира в центрі, застава за місяць, перегляд щодня після 18:00."),
    ("uk", "Виведення коштів з WhiteBIT відновлено. Верифікація не потрібна, комісію 1 USDT не змінили."),
    ("uk", "Вам можуть повернути надміру сплачений податок: подайте декларацію в кабінеті на tax.gov.ua."),
    (
        "uk",
        ("Шахраї пишуть «мамо, це мій новий номер» і просять переказати 8000 на картку, попереджає банк."),
    ),
    (
        "uk",
        ("Розіграш PlayStation 5 серед клієнтів банку: переможця назвуть у червні, податок сплатить банк."),
    ),
    (
        "en",
        (
            "How to withdraw: verify your identity, add a bank account, and confirm. Withdrawals take up "
            "to two days."
        ),
    ),
    (
        "en",
        ("Deposits of $250 or more now earn 4%, Coinbase said; withdrawals to verified wallets are free."),
    ),
    (
        "en",
        ("The landlord is abroad, so the agency shows the flat. The deposit of $900 is protected by law."),
    ),
    (
        "en",
        (
            "You may be due a tax refund: HMRC will send it by post. You need not give your card details "
            "to anyone."
        ),
    ),
    ("en", "Dear customers, we made changes to our terms. You can open an account in the app as before."),
    ("en", "Uniswap users who were eligible for the airdrop in 2020 received 400 UNI each."),
    ("en", "Wallet selection matters: your wallet is where you approve transactions, the guide says."),
    (
        "en",
        (
            "Chainalysis helped police to recover $30 million that were stolen from Axie Infinity; a fee "
            "of 5% goes to the court."
        ),
    ),
    (
        "en",
        (
            "My mentor taught me to trade, and I made $2 million, Smith told Forbes. He warns beginners "
            "of leverage."
        ),
    ),
    ("en", "A woman sent $400 after a text: “Dad, my phone broke.” Her bank refunded the payment."),
    ("en", "Lawyers can recover money lost in FTX through the bankruptcy court; claims close on June 1."),
    ("ru", "Штрафы за парковку можно оплатить со скидкой 25% в течение 30 дней на Госуслугах."),
    ("ru", "TON Foundation выпустила кошелёк версии 4.0; обновление придёт через магазин приложений."),
    ("ru", "Комиссия за газ в сети Ethereum упала до 0,05 долл., отправить токены стало дешевле."),
    ("ru", "Росфинмониторинг заблокировал счета 120 дропперов, принимавших переводы на свои карты."),
    ("ru", "Квартиры на Авито подорожали на 12%, залог и комиссию берут реже, подсчитали аналитики."),
    ("ru", "Сбер запустил оплату по QR-коду: покупатели получат кешбэк 5% до конца мая."),
    ("ru", "ЦБ вернул лицензию компании, деньги клиентов в порядке."),
    ("uk", "Monobank оновив правила: обмеження на перекази 150 тисяч гривень на місяць діють з червня."),
    ("uk", "Ринок оренди: завдаток у Львові зріс до 15 тисяч грн, охочих багато, кажуть рієлтори."),
    ("uk", "WhiteBIT подарує 250 USDT переможцям турніру; імена назвуть 5 травня."),
    ("uk", "Податок на виведення криптовалюти становитиме 8%, якщо Рада ухвалить закон."),
    ("uk", "Брокер із Дубая заробив 500 тисяч доларів на опціонах і сплатив штраф, повідомляє Forbes."),
    ("en", "Netflix raised its price to $17.99; customers can update their cards in the account settings."),
    ("en", "Gas fees: to send tokens you need a little ETH for gas, the wallet's guide explains."),
    ("en", "Parking fines rise to £100 in London; those who pay within 14 days pay half."),
    ("en", "Coinbase will close accounts in Argentina; customers should withdraw pesos before January 31."),
    ("en", "A widow from Ohio lost $450,000 to a man she met online; the FBI calls it pig butchering."),
    ("en", "Tether froze 30 wallets; owners can prove that the funds are theirs and have them unlocked."),
    (
        "en",
        ("Rents: agents may take one month's deposit, and pay it into a protected account within 30 days."),
    ),
    ("en", "The exchange pays refunds to users who lost money in the outage; a 2% fee no longer applies."),
)
