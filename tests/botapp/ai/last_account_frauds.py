"""Two later sets for account_frauds.py, each written after its words had changed."""

from tests.botapp.ai.account_frauds import Item

FAMILIES: dict[str, tuple[Item, ...]] = {
    "cards": (
        (
            "ru",
            (
                "Уважаемый клиент! По закону 115-ФЗ ваш счёт будет заморожен. Пройдите проверку и "
                "впишите данные карты: rosbank-115.info"
            ),
        ),
        (
            "ru",
            (
                "Сбер: приложение удалено из App Store. Чтобы не потерять доступ, введите номер карты "
                "на сайте sbol-new.ru"
            ),
        ),
        (
            "uk",
            (
                "Приват24: термін дії вашого акаунта спливає. Заповніть дані картки на "
                "p24-renew.com.ua, щоб не втратити гроші."
            ),
        ),
        ("uk", "Ваш еПідтримка-рахунок заблоковано, вкажіть номер картки та CVV тут: diia-help.site"),
        (
            "en",
            (
                "Netflix-style alert from your bank: card on hold. Fill in your card details at "
                "secure-citi.com to avoid closure."
            ),
        ),
        (
            "en",
            (
                "Security notice: your account access expires today. Verify your credit card at "
                "amex-renewal.info"
            ),
        ),
        (
            "ru",
            (
                "Газпромбанк сообщает: карта *4417 остановлена. Проверьте личность, введя номер карты "
                "и CVC: gpb-check.online"
            ),
        ),
        (
            "ru",
            ("Вы вошли с нового телефона? Подтвердите карту за 15 минут на lk-raif.ru или доступ закроют."),
        ),
        ("uk", "Ощад24: виявлено підозрілу спробу входу. Внесіть дані картки на oschad24-safe.com"),
        (
            "uk",
            (
                "Картка *7781 на перевірці. Заповніть номер картки і PIN на sense-bank-ua.site, "
                "інакше її заблокують."
            ),
        ),
        (
            "en",
            (
                "Barclays: your card ending 4471 is restricted. Submit your card number at "
                "barclays-unlock.com today."
            ),
        ),
        (
            "en",
            (
                "We noticed a login from a new device. Confirm your bank card at revolut-auth.live or "
                "access will be closed."
            ),
        ),
    ),
    "jobs": (
        (
            "ru",
            (
                "Девушки, есть работка в декрете: копируем тексты, 2800 в день. Залог за первый текст "
                "450 р, возвращаем с зарплатой."
            ),
        ),
        (
            "ru",
            (
                "Бронируй отели и получай 6 000 рублей ежедневно. Первое задание откроется после "
                "пополнения на 2 000 рублей."
            ),
        ),
        (
            "uk",
            (
                "Робота для мам: набір тексту, 900 грн/день. Страховий внесок 180 грн, повернемо з "
                "першою виплатою."
            ),
        ),
        ("uk", "Клікай рекламу і заробляй 1 200 грн щодня! Для активації кабінету оплати 150 грн."),
        (
            "en",
            (
                "Data entry from your sofa, $35 per hour. Purchase the $60 training kit before your "
                "first shift."
            ),
        ),
        (
            "ru",
            (
                "Хотите 3000 в день за оценки фильмов? Работаем с Кинопоиском. Вход в проект 600 "
                "рублей, отбивается за час."
            ),
        ),
        (
            "ru",
            (
                "Удаленка: проверяем объявления, 250 р за задание. Сначала нужно внести гарантийный "
                "депозит 1200 р."
            ),
        ),
        (
            "uk",
            ("Вакансія: модератор чату, 700 грн за годину. Перед першою зміною сплатіть навчання 350 грн."),
        ),
        (
            "uk",
            ("Потрібні тестери ігор, платимо 1 000 грн на день. Доступ після поповнення балансу на 400 грн."),
        ),
        (
            "en",
            (
                "Evaluate products at home and make $180 a day. A refundable deposit of $35 unlocks "
                "your panel."
            ),
        ),
        ("en", "Hiring typists, $45 per hour, no experience. Send $20 for the ID badge to begin."),
    ),
    "payouts": (
        ("uk", "Гроші вже на вашому рахунку, але заблоковані. Скиньте 900 грн комісії, і одразу виведемо."),
        ("uk", "Ваш виграш у стейкінгу 5 200 USDT чекає. Сплатіть мито 6%, інакше його анулюють."),
        (
            "en",
            (
                "To lift the freeze on your balance, make a verification transfer of 0.02 ETH. It "
                "returns instantly."
            ),
        ),
        (
            "ru",
            (
                "Вывод отклонён: неоплаченный налог. Погасите 22 000 ₽ по реквизитам менеджера, и "
                "заявка пройдёт."
            ),
        ),
        (
            "uk",
            ("Ваше виведення відхилено системою AML. Внесіть 200 USDT, щоб підтвердити походження коштів."),
        ),
        ("uk", "Кошти затримано банком: оплатіть конвертацію 1 900 грн, і сума надійде на картку."),
        (
            "en",
            (
                "Your withdrawal request was rejected. Pay the 12% release tax to TRC20 address TX1b "
                "and try again."
            ),
        ),
        (
            "en",
            (
                "Funds are locked by the blockchain regulator; send 0.05 BTC for clearance and get "
                "everything back today."
            ),
        ),
    ),
    "support": (
        ("ru", "Ваш аккаунт Госуслуг взломан! Срочно свяжитесь с оператором: 8 495 555-77-10."),
        ("ru", "С Вашей карты списано 23 990 р. Отмена по тел. 8 800 555 90 12 в течение 10 минут."),
        ("uk", "Вас турбує НБУ, на ваше ім'я беруть кредит. Передзвоніть негайно на 044 555 66 01."),
        ("en", "Amazon: iPhone 15 ordered for $1,299. To cancel call our helpdesk 1-866-555-0190 now."),
        (
            "en",
            (
                "Windows Defender alert! Your PC is locked. Call Microsoft toll free 1-888-555-0177 "
                "immediately."
            ),
        ),
        (
            "ru",
            (
                "Служба поддержки Ozon. На ваш аккаунт оформлен заказ на 89 000 ₽, для отмены срочно "
                "звоните 8 495 555-66-11."
            ),
        ),
        (
            "ru",
            (
                "Я из службы безопасности ЦБ. Ваши деньги пытаются вывести, перезвоните +7 495 "
                "555-09-09 немедленно."
            ),
        ),
        ("uk", "Техпідтримка Дії: ваш профіль зламано, терміново телефонуйте 044 555 90 90."),
        ("uk", "Binance: з вашого гаманця виводять USDT. Дзвоніть зараз +380 94 555 12 12."),
        ("en", "Ledger security alert: your wallet was accessed. Ring 1-855-555-0123 right away."),
        ("en", "This is Microsoft. Your computer is infected, call 1-844-555-0119 now."),
    ),
    "pumps": (
        (
            "ru",
            (
                "Ребята, тарим FROGX, инсайд: в девять вечера листинг и памп в 30 раз. Кто тормозит, "
                "тот без ламбы."
            ),
        ),
        ("uk", "Друзі, затарюємося $FROG, інсайд від китів: ввечері +1000%."),
        ("uk", "Усі в $NEX до 19:00! Далі памп, не проспіть ікси."),
        ("en", "Insider tip: ape $FROGX before the 9 pm listing, whales are ready for a 30x candle."),
        ("en", "All in on $NEX by 7! Pump squad hits at 7:05. Moon or nothing."),
        ("ru", "Народ, грузимся в $TOAD до 20:30, киты в деле, х15 сегодня!"),
        ("ru", "Бери $PLUM сейчас, через час инсайдеры двигают цену, +500% гарантия."),
        ("uk", "Швидко купуємо $TOAD до 20:30, кити підтримають, x15 сьогодні!"),
        ("uk", "Беріть $PLUM до півночі: інсайдери розженуть, ікси без ризику."),
        ("en", "Everyone into $TOAD by 8:30 pm, whales are in, 15x today!"),
        ("en", "Buy $PLUM now, insiders pump at midnight, +500% sure."),
    ),
}
HONEST: dict[str, tuple[Item, ...]] = {
    "cards": (
        (
            "ru",
            (
                "По 115-ФЗ банк может приостановить операции; документы нужно принести в отделение, "
                "данные карты по почте не присылайте."
            ),
        ),
        (
            "ru",
            (
                "Ваша карта Т-Банка перевыпущена, старая будет закрыта 3 мая. Привяжите новую карту в "
                "Apple Pay."
            ),
        ),
        ("uk", "Дія: ваш рахунок єПідтримки закрито, кошти повернуто до бюджету. Подробиці на diia.gov.ua."),
        (
            "uk",
            (
                "Оплата не пройшла, підписку призупинено. Оновіть спосіб оплати у налаштуваннях "
                "акаунта на megogo.net."
            ),
        ),
        (
            "en",
            ("Your Netflix account is on hold. Please update your payment details at netflix.com/account."),
        ),
        (
            "en",
            (
                "Visa and Mastercard blocked cards issued in the region; holders must verify cards at "
                "a branch."
            ),
        ),
        (
            "ru",
            (
                "Карта *4417 заблокирована по вашей просьбе. Перевыпустить её можно в приложении, это "
                "бесплатно."
            ),
        ),
        (
            "ru",
            (
                "Мошенники рассылают письма: «Карта заблокирована, введите номер карты на "
                "sber-verify.com». Не переходите по ссылке."
            ),
        ),
        ("uk", "Кіберполіція попереджає про сайт privat24-verify.com: він просить підтвердити дані картки."),
        ("uk", "Для оплати на rozetka.com.ua введіть номер картки; дані зберігає банк."),
        (
            "en",
            (
                "The phishing site chase-verify.com asked victims to confirm their card details, "
                "researchers say."
            ),
        ),
        ("en", "Your account is limited until you upload an ID in the app under Profile."),
    ),
    "jobs": (
        (
            "ru",
            (
                "Бариста на выходные: 350 ₽ в час, чаевые сразу. Медкнижку оплатим, приходите на "
                "собеседование."
            ),
        ),
        ("ru", "Фрилансер рассказал, как писал отзывы за 300 рублей в день и почему бросил."),
        ("uk", "Підробіток на складі: 950 грн за зміну, обіди за наш рахунок. Дзвоніть 067 555 11 22."),
        ("uk", "Курси тестувальників: навчання 4 000 грн, робота після випуску від 25 000 грн на місяць."),
        ("en", "Tutors wanted, $35 per hour. Send your CV to jobs@tutors.com; background check is free."),
        ("en", "Pay $50 a day to rent a desk and work from a quiet office downtown."),
        (
            "ru",
            (
                "Минтруд: зарплата модератора 3000 рублей в день, работодатель не вправе брать "
                "депозит 1200 рублей."
            ),
        ),
        (
            "ru",
            (
                "Водители такси зарабатывают 6 000 руб. в день; аренда машины 2 500 руб. в сутки, "
                "залог 10 000 руб."
            ),
        ),
        ("uk", "Шукаємо няню: 200 грн за годину, оплата щодня, досвід від року. Дзвоніть 067 555 00 11."),
        ("uk", "Школа водіння: урок 600 грн за годину, внесіть 2 000 грн за перші чотири."),
        ("en", "Guides earn $180 a day in season, says the union; training costs are paid by the park."),
        ("en", "Gym day pass $15 a day; pay a $20 deposit for the locker key."),
    ),
    "payouts": (
        (
            "ru",
            (
                "Налоговая вернёт вычет 13% на карту; заявление подайте в личном кабинете, платить "
                "ничего не нужно."
            ),
        ),
        ("ru", "Биржа приостановила вывод TON: валидаторы обновляют сеть, комиссия вырастет до 0,1 TON."),
        ("uk", "Переможцю лотереї доведеться сплатити 23% податку з виграшу 5 млн грн."),
        (
            "uk",
            (
                "Щоб отримати посилку, сплатіть мито 1 200 грн у застосунку Укрпошти; доставку "
                "затримано митницею."
            ),
        ),
        ("en", "You must pay 20% tax on staking rewards when you withdraw them, the IRS guidance says."),
        ("en", "The network fee for a withdrawal is 1 USDT and is deducted from the amount."),
        (
            "ru",
            ("Вывод отклонён: на балансе меньше минимальной суммы. Минимум 10 USDT, комиссия сети 1 USDT."),
        ),
        (
            "ru",
            (
                "Перевод за границу задержан: банк запросил договор, оплатите комиссию 0,5% при "
                "повторной отправке."
            ),
        ),
        ("uk", "Виплату пенсій затримано на день, повідомив Пенсійний фонд; платити нічого не треба."),
        ("uk", "Митниця затримала авто, власник сплатив мито 10% і отримав його."),
        ("en", "Refunds are delayed; the airline will pay a 10% bonus on the amount."),
        (
            "en",
            (
                "Your tax return was rejected. Pay the balance of $320 by April 15 at irs.gov to "
                "avoid interest."
            ),
        ),
    ),
    "support": (
        (
            "ru",
            (
                "Госуслуги: в ваш аккаунт вошли с нового устройства. Если это не вы, смените пароль "
                "или позвоните 8 800 100-70-10."
            ),
        ),
        ("ru", "Скорая ветеринарная помощь: звоните сейчас 8 495 555-60-60, выезд за час."),
        ("uk", "Щоб скасувати замовлення, зателефонуйте 0 800 555 800 до 18:00."),
        ("uk", "З вашої картки списано 84 грн за підписку Megogo. Баланс 1 520 грн."),
        ("en", "Your order of $499 ships tomorrow. Questions? Call 1-800-555-0111, Monday to Friday."),
        ("en", "Suspicious activity near the bank: police ask witnesses to call 555-0142 immediately."),
        ("ru", "Ozon: ваш заказ на 8 900 ₽ отменён, деньги вернутся за 3 дня. Вопросы: 8 800 234-70-00."),
        ("ru", "Газ пахнет? Немедленно звоните 104 или 8 800 555-01-04."),
        ("uk", "Дія: у ваш профіль увійшли з нового пристрою. Перевірте сеанси в налаштуваннях."),
        ("uk", "Лікарня шукає донорів, терміново телефонуйте 044 555 12 00."),
        ("en", "Ledger says it has no phone line and will never call; alerts come only inside Ledger Live."),
        ("en", "Fraud on your account? Our fraud team is on 1-800-555-0100 around the clock."),
    ),
    "pumps": (
        ("ru", "Киты купили $NEX на 40 млн за день до листинга; после памп в 30 раз цена обвалилась."),
        ("ru", "Покупаем BTC каждый месяц на 5 000 рублей: что вышло за два года, считает наш автор."),
        ("uk", "Акція: купуйте каву до 19:00, друга чашка в подарунок."),
        ("uk", "Кити заходять в ETH: на гаманцях понад 10 тис. монет прибуло 3%."),
        ("en", "Should you buy $BTC now? Whales sold 2x more than last week, Glassnode writes."),
        ("en", "Buy NVDA before earnings? Market makers price a 7% move; a 10x run is behind it."),
        ("ru", "Банк покупает валюту до 20:30 по курсу ЦБ, затем курс вырастет на 1%."),
        ("ru", "Инсайдеры компании продали акции PLUM до отчёта, бумаги выросли в 15 раз за год."),
        ("uk", "Беріть квитки на $TOAD Fest до півночі, дорослим знижка."),
        ("uk", "Біржа зупинить торги о 20:30, ордери на купівлю $PLUM скасує."),
        ("en", "Buy-side funds entered $PLUM by 8:30 pm; whales took profits at 15x, Nansen writes."),
        ("en", "The exchange lists $TOAD at midnight with up to 5x leverage."),
    ),
}
