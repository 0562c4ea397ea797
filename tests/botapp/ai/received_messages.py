"""Frauds as people get them by Telegram, SMS and WhatsApp, and honest items near them: language, text."""

from botapp.ai.base import Language

FRAUDS: tuple[tuple[Language, str], ...] = (
    (
        "ru",
        (
            "Здравствуйте! Вас беспокоит отдел финансового мониторинга ЦБ. По вашему счёту зафиксирована "
            "подозрительная операция на 87 400 р. Для сохранности средств их нужно временно перевести на "
            "резервный счёт, номер пришлю."
        ),
    ),
    (
        "ru",
        (
            "Мам это я, телефон утопила, это новый номер. Можешь кинуть 12к на карту подруги? вечером "
            "верну, очень надо"
        ),
    ),
    (
        "ru",
        (
            "WILDBERRIES: поздравляем, ваш номер выиграл сертификат на 50 000 руб. Для активации "
            "переведите 299 руб. за оформление и пришлите чек"
        ),
    ),
    (
        "ru",
        (
            "Привет! Ищем 5 человек на удалёнку, ставим лайки на видео, платим от 3500 в день. Для старта"
            " вносишь депозит 1000 р, вернётся с первой выплатой. Отпишись @hr_marina"
        ),
    ),
    (
        "ru",
        (
            "Вы пострадали от брокера? Наша юридическая компания вернёт ваши деньги через процедуру "
            "чарджбэк. Предоплата 15%, остальное после. Оставьте номер, юрист перезвонит."
        ),
    ),
    (
        "ru",
        (
            "Binance Support: обнаружен вход с нового устройства. Чтобы аккаунт не заблокировали, "
            "подтвердите кошелёк и секретную фразу здесь: binance-verif.top"
        ),
    ),
    (
        "ru",
        (
            "Квартира свободна, желающих много. Могу придержать за вами, если скинете предоплату 10 тысяч"
            " на карту, ключи отдам в день заезда. Сам сейчас в командировке."
        ),
    ),
    (
        "ru",
        (
            "Вывод 4 820 USDT одобрен. Осталось пройти верификацию: пополните счёт на 300 USDT, они "
            "вернутся вместе с выводом."
        ),
    ),
    (
        "ru",
        (
            "Дорогая, я давно торгую золотом на бирже моего дяди, вчера заработал 3000 долларов. Хочу, "
            "чтобы и ты зарабатывала. Установи приложение, начни с 500 долларов, я всё покажу."
        ),
    ),
    (
        "ru",
        (
            "Почта России: посылка RU48213 не доставлена, уточните адрес и оплатите повторную доставку "
            "49,90 р: pochta-dostavka.online"
        ),
    ),
    (
        "uk",
        (
            "Доброго дня, це служба безпеки ПриватБанку. З вашої картки намагаються зняти 14 000 грн. "
            "Продиктуйте код, що прийшов в SMS, щоб скасувати операцію."
        ),
    ),
    (
        "uk",
        (
            "єДопомога: вам нараховано виплату 6600 грн від ООН. Щоб отримати, введіть номер картки та "
            "CVV: dopomoga-un.site"
        ),
    ),
    (
        "uk",
        (
            "Терміново шукаємо людей для роботи з телефону, 1200 грн на день. Перше завдання — поповнити "
            "баланс на 500 грн, гроші повертаються з бонусом. Пишіть у телеграм @robota_ua"
        ),
    ),
    (
        "uk",
        (
            "Бабусю, це я. Потрапив у ДТП, збив людину. Слідчий каже, якщо зараз передати 60 тисяч, "
            "справу закриють. До тебе приїде чоловік, нікому не кажи."
        ),
    ),
    (
        "uk",
        (
            "Роздача TON від Павла Дурова! Перші 1000 учасників отримають подвійну суму: надішли від 50 "
            "TON на гаманець, і за 10 хвилин отримаєш удвічі більше."
        ),
    ),
    (
        "uk",
        (
            "Закритий інвестклуб «Орел»: щодня сигнали, прибуток 40% на тиждень гарантуємо. Вхід 200 "
            "USDT, залишилось 3 місця. Деталі в особисті."
        ),
    ),
    (
        "uk",
        (
            "Ваше замовлення на OLX оплачено. Щоб отримати кошти, перейдіть за посиланням olx-pay.shop та"
            " вкажіть дані картки і залишок на рахунку."
        ),
    ),
    (
        "uk",
        (
            "MetaMask: через оновлення мережі всі гаманці треба перевірити до 20:00, інакше кошти буде "
            "заблоковано. Відскануйте QR-код і введіть 12 слів."
        ),
    ),
    (
        "uk",
        (
            "Ми повертаємо кошти, які у вас виманили шахрайські біржі. Уже повернули 340 клієнтам. "
            "Комісія 10% сплачується наперед, напишіть нашому менеджеру."
        ),
    ),
    (
        "uk",
        (
            "Сплатіть комісію мережі 35 USDT, і ваш виграш 1,2 BTC буде зараховано на гаманець протягом "
            "години."
        ),
    ),
    (
        "en",
        (
            "HMRC: you are due a tax refund of £318.42. Submit your card details to receive it: hmrc-"
            "refunds.live"
        ),
    ),
    (
        "en",
        (
            "Hi, is this Anna? Sorry wrong number! You seem nice though. I make good money with my "
            "uncle's crypto signals, I can teach you, just open an account on the platform and start with"
            " $500."
        ),
    ),
    (
        "en",
        (
            "Congratulations! Your wallet was selected for the 2nd ZK airdrop. Connect it and approve the"
            " transaction to claim 4,300 ZK before midnight: zk-claims.app"
        ),
    ),
    (
        "en",
        (
            "Your withdrawal of $12,480 is pending. A verification fee of 2% is required by our "
            "compliance team. Deposit 250 USDT and it will be released in 10 minutes."
        ),
    ),
    (
        "en",
        (
            "Mum, I broke my phone and I'm using a friend's. I need to pay a bill today, can you send "
            "£850 to this account? I'll pay you back tomorrow x"
        ),
    ),
    (
        "en",
        (
            "This is the fraud department of your bank. Your account has been compromised. Move your "
            "savings to the safe account we opened for you and do not tell the branch staff why."
        ),
    ),
    (
        "en",
        (
            "Royal Mail: your parcel has a £1.99 shipping fee. Pay now to avoid return: royalmail-"
            "redelivery.info"
        ),
    ),
    (
        "en",
        (
            "Lost crypto to a scam? I got my 3 BTC back thanks to @recover_pro_hacker, contact him on "
            "Telegram, he only takes a small upfront fee."
        ),
    ),
    (
        "en",
        (
            "The flat is still available! I'm abroad for work, so I'll post you the keys. Please send the"
            " first month and a deposit of $900 by Western Union to hold it."
        ),
    ),
    (
        "en",
        (
            "Trust Wallet update required. Scan the QR code and enter your 12-word phrase to keep access "
            "to your funds."
        ),
    ),
)

HONEST: tuple[tuple[Language, str], ...] = (
    ("ru", "Юристы помогут вернуть деньги вкладчикам обанкротившегося кооператива, сообщил губернатор."),
    ("ru", "Юристы помогут вернуть деньги вкладчикам обанкротившегося кооператива."),
    (
        "ru",
        (
            "МВД предупреждает: звонящий просит перевести деньги на «безопасный счёт». Такого счёта не "
            "бывает, положите трубку."
        ),
    ),
    (
        "ru",
        (
            "Биржа вернёт клиентам комиссии за день сбоя. Ничего делать не нужно, деньги придут на счёт "
            "до пятницы."
        ),
    ),
    ("ru", "ФНС напоминает: налог на имущество нужно оплатить до 1 декабря на сайте nalog.ru."),
    (
        "ru",
        (
            "Пенсионерка отдала курьеру 800 тысяч рублей: ей сказали, что внук попал в аварию. Курьера "
            "задержали."
        ),
    ),
    (
        "ru",
        ("Т-Банк поднял ставку по вкладу до 18% годовых. Открыть вклад можно в приложении до конца месяца."),
    ),
    (
        "ru",
        (
            "Проект ZKsync начал раздачу токенов: получить их могут 695 тысяч адресов, окно закроется 3 "
            "января."
        ),
    ),
    (
        "ru",
        ("Агентство вернуло вкладчикам 2 млрд рублей, потерянных в банке-банкроте. Выплаты идут через Сбер."),
    ),
    ("ru", "Победитель лотереи получит 100 млн рублей. С выигрыша он заплатит налог 30%, напомнили в ФНС."),
    (
        "uk",
        (
            "Кіберполіція попереджає про розсилку від імені Укрпошти: посилання веде на підроблену "
            "сторінку оплати."
        ),
    ),
    (
        "uk",
        ("ПриватБанк нагадує: співробітники ніколи не питають код із SMS чи PIN. Не повідомляйте їх нікому."),
    ),
    (
        "uk",
        ("Юристи допоможуть повернути гроші вкладникам збанкрутілого банку, повідомив Фонд гарантування."),
    ),
    (
        "uk",
        ("WhiteBIT поверне користувачам комісії за період збою. Кошти надійдуть автоматично до п’ятниці."),
    ),
    (
        "uk",
        ("Податкова нагадує: сплатити податок на нерухомість треба до 29 серпня в електронному кабінеті."),
    ),
    (
        "uk",
        (
            "Арбітраж почався: фонд просить суд повернути кредиторам FTX 1,5 млрд доларів, виведених "
            "перед крахом."
        ),
    ),
    ("uk", "Monobank запустив кешбек 5% на пальне. Обрати категорію можна в застосунку до 1 числа."),
    ("uk", "Starknet роздасть 700 млн токенів. Перевірити, чи є адреса у списку, можна з 20 лютого."),
    (
        "uk",
        ("Чоловік продав авто й віддав гроші «біржі»: щоб вивести прибуток, у нього просили нові внески."),
    ),
    (
        "uk",
        ("Суд стягнув з орендодавця завдаток 10 000 грн: квартиру, за яку взяли передоплату, він не здав."),
    ),
    ("en", "Lawyers will help to return money to depositors of the failed credit union, the mayor said."),
    ("en", "Police warn of texts that pose as a son with a new number and ask to pay an urgent bill."),
    ("en", "Kraken will refund withdrawal fees charged during the outage. Customers need not do anything."),
    (
        "en",
        ("HMRC says refunds are paid automatically and that it never texts links. Report fakes to 60599."),
    ),
    ("en", "Arbitrum airdrop: 625,143 addresses can claim ARB from March 23, the foundation announced."),
    ("en", "Royal Mail raised the price of a first class stamp to £1.70. Second class stays at 87p."),
    ("en", "Revolut now pays 4.5% on savings accounts. Rates are variable and your deposit is protected."),
    ("en", "The SEC charged a man who offered to recover stolen crypto for an upfront fee and vanished."),
    ("en", "Ethereum gas fees fell to $0.30, so users pay less to move tokens between wallets."),
    (
        "en",
        ("The landlord must return the deposit within 14 days, the tribunal ruled; the tenant gets $900."),
    ),
)
