"""Later texts of the families of account_frauds.py: frauds, and honest ones near them."""

from tests.botapp.ai.account_frauds import Item

FAMILIES: dict[str, tuple[Item, ...]] = {
    "cards": (
        (
            "ru",
            (
                "Ваш личный кабинет ВТБ временно закрыт. Чтобы его открыть, введите данные карты на "
                "vtb-online24.ru."
            ),
        ),
        (
            "ru",
            (
                "Мы зафиксировали попытку списания 12 400 ₽. Отменить: укажите номер карты и CVC на "
                "cancel-pay.site"
            ),
        ),
        (
            "uk",
            ("Вашу картку буде анульовано завтра. Внесіть номер картки та термін дії на pumb-check.online."),
        ),
        ("uk", "Доступ до рахунку обмежено через оновлення. Підтвердьте реквізити картки: raif-id.com."),
        (
            "en",
            (
                "We suspended your online banking. Provide your card number at barclays-login.co to "
                "restore access."
            ),
        ),
        (
            "en",
            ("Unusual sign-in detected. Verify your debit card at wells-alert.top or it will be cancelled."),
        ),
    ),
    "jobs": (
        (
            "ru",
            (
                "Ищем менеджеров по отзывам, 6000 руб/день, телефон и два часа. Стартовый взнос 800 "
                "руб. на карту HR."
            ),
        ),
        (
            "ru",
            (
                "Платим 250 ₽ за каждый лайк на Ozon! Сначала пополните баланс заданий на 1 500 ₽, "
                "вернём вечером."
            ),
        ),
        (
            "uk",
            (
                "Онлайн-підробіток: переглядайте відео, 1 800 грн на день. Щоб відкрити завдання, "
                "переказуйте 350 грн."
            ),
        ),
        (
            "uk",
            (
                "Потрібні оператори без досвіду, 2 500 грн за зміну. Реєстрація в системі 200 грн, "
                "пишіть @work_uah."
            ),
        ),
        ("en", "Earn $120 a day reviewing apps. You need to deposit $40 to unlock the first set of tasks."),
        ("en", "We are hiring data clickers, $90 daily. Registration fee $25 is paid before you start."),
    ),
    "payouts": (
        (
            "ru",
            (
                "Ваш вывод 1,2 BTC задержан финмониторингом. Отправьте 3% на адрес bc1q9x, чтобы "
                "снять ограничение."
            ),
        ),
        ("ru", "Деньги зависли в банке-корреспонденте: оплатите пошлину 6 500 ₽, и перевод дойдёт до вас."),
        ("uk", "Виплату 54 000 грн зупинено. Доплатіть збір 4% на картку оператора до кінця дня."),
        ("uk", "Ваші кошти неможливо зарахувати: спочатку сплатіть страховий внесок 120 USDT."),
        (
            "en",
            (
                "Your payout cannot be processed until the 8% clearance tax is paid. Transfer it to "
                "wallet TRx55 now."
            ),
        ),
        ("en", "Withdrawal delayed: deposit 250 USDT as tax within a day or your balance will be burned."),
    ),
    "support": (
        (
            "ru",
            ("Техподдержка OKX: зафиксирована попытка вывода 0,8 BTC. Позвоните немедленно 8 800 555-44-11."),
        ),
        ("ru", "Это безопасность Т-Банка. На вас оформляют кредит, срочно наберите +7 499 555-30-30."),
        ("uk", "Монобанк, відділ безпеки. Ваш акаунт зламали, негайно передзвоніть +380 67 555 44 11."),
        (
            "uk",
            (
                "Підтримка Bybit: підозріла активність. Телефонуйте зараз 0 800 555 771, код тримайте "
                "напоготові."
            ),
        ),
        ("en", "MetaMask Support: your wallet is being drained. Dial +1 833 555 0172 right now."),
        (
            "en",
            ("This is Chase fraud department. Someone is using your card; call 1-877-555-0161 immediately."),
        ),
    ),
    "pumps": (
        ("ru", "Быстро заходим в $KRAB до 18:00, кит уже залил, в 18:10 улетаем на х20!"),
        ("ru", "Закупайте монету VOLT сегодня до 22:00, ночью маркетмейкер разгонит, х8 минимум."),
        ("uk", "Заходимо в $KRAB до 18:00, кити вже готові, о 18:10 буде х20!"),
        ("uk", "Негайно беріть монету VOLT, увечері памп, ікси кожному."),
        ("en", "Grab $KRAB before 6 pm, whales send it at 6:10, 20x minimum!"),
        ("en", "Get in $VOLT right now, pump at 22:00, 8x easy."),
    ),
}
HONEST: dict[str, tuple[Item, ...]] = {
    "cards": (
        (
            "ru",
            ("Доступ в личный кабинет закрыт на час: обновляем систему. Данные карты подтверждать не нужно."),
        ),
        ("ru", "Добавьте новую карту в приложении Яндекс Go: старая заблокирована банком."),
        ("uk", "Картку заблоковано за вашим зверненням. Нову можна забрати у відділенні за два дні."),
        ("uk", "Через оновлення застосунку доступ до рахунків обмежено до 06:00, картки працюють."),
        ("en", "Your card is locked because the PIN was wrong three times. Unlock it at any of our ATMs."),
        ("en", "Add your card details at checkout on our shop's page; the order is held for 24 hours."),
    ),
    "jobs": (
        ("ru", "Промоутер на выставку: 3 000 ₽ за смену, 5 смен, форма наша, договор. Отклик на hh.ru."),
        (
            "ru",
            (
                "Самозанятым курьерам платят 5 000 руб. в день; для старта нужна медкнижка, её "
                "оплачивает сервис."
            ),
        ),
        (
            "uk",
            ("Шукаємо репетитора онлайн: 400 грн за годину, оплата щодня на картку. Резюме на hr@school.ua."),
        ),
        ("uk", "Кур'єри заробляють 1 500 грн на день, підрахував Work.ua; найбільше платять у Києві."),
        (
            "en",
            (
                "Warehouse shifts pay $180 a day, boots are free. Text us your name on 555-0100 to "
                "book a slot."
            ),
        ),
        ("en", "Testers get $10 per review; the company says it never charges a fee to start."),
    ),
    "payouts": (
        ("ru", "Выплата дивидендов задержана на два дня: депозитарий удержит налог 13% сам."),
        ("ru", "Оплатите налог на имущество до 1 декабря, 15% скидки при оплате в приложении нет."),
        ("uk", "Виведення коштів зупинено до завершення аудиту, комісію за цей час біржа не бере."),
        ("uk", "Сплатіть податок 5% єдиного внеску до 20 числа, реквізити в кабінеті платника."),
        (
            "en",
            ("The court ordered the exchange to release frozen funds; users pay no fee for the withdrawal."),
        ),
        (
            "en",
            (
                "Pay the 15% capital gains tax by 31 January; the broker's annual report shows your "
                "withdrawals."
            ),
        ),
    ),
    "support": (
        (
            "ru",
            (
                "Увидели незнакомую операцию? Позвоните по номеру на обороте карты или заблокируйте "
                "её в приложении."
            ),
        ),
        ("ru", "Запишитесь к врачу: звоните 8 495 555-10-10, приём ведём ежедневно."),
        ("uk", "Відділення банку не працює через відключення світла. Питання за телефоном 0 800 500 850."),
        ("uk", "Якщо підозрюєте, що картку вкрали, негайно зателефонуйте на гарячу лінію 3700."),
        ("en", "Lost your card? Call us immediately on 1-800-432-1000, day or night."),
        ("en", "Our support desk moves to 555-0120 on Monday; call between 9 and 5."),
    ),
    "pumps": (
        ("ru", "Подписка на IPO открыта до 18:00, торги бумагами начнутся завтра в 10:00."),
        ("ru", "За час $KRAB вырос в 20 раз, после чего крупный держатель продал всё и цена упала на 95%."),
        ("uk", "О 18:10 біржа зупинила торги $KRAB: ціна зросла у 8 разів за хвилину."),
        ("uk", "Реєструйтеся на аукціон до 22:00, лоти оголосимо вранці."),
        ("en", "Get tickets for the token summit before 6 pm; doors open at 6:10."),
        ("en", "Market maker GSR will quote $VOLT from 22:00 UTC, the exchange says."),
    ),
}
