"""Honest news of customs, forms, dividends and rates in the words of frauds."""

from botapp.ai.base import Language

HONEST_FORMS: tuple[tuple[Language, str], ...] = (
    (
        "en",
        (
            "From July customers must pay customs duty on parcels at gov.uk before the package is returned "
            "to the sender. Royal Mail expects 2 million such parcels a year."
        ),
    ),
    (
        "ru",
        (
            "Центробанк обновил правила: посылки дороже 200 евро облагаются пошлиной. Оплатите её на сайте "
            "customs.gov.ru до получения."
        ),
    ),
    (
        "en",
        (
            "Bank earns $2 billion per month from trading, and analysts expect more. Register now for our "
            "webinar on bank shares."
        ),
    ),
    (
        "ru",
        (
            "Инвесторы получают 5000 руб в месяц дивидендами по акциям Сбера. Пройдите тест, чтобы купить "
            "акции на бирже."
        ),
    ),
    (
        "ru",
        "Сбер снизил ставку: вкладчики получают до 3000 рублей в месяц. Заполните форму на сайте банка.",
    ),
    (
        "en",
        "Buyers have to pay duty at usps.com before the shipment is returned. The rule starts in August.",
    ),
    ("en", "Customs keeps your parcel for 20 days. Pay the duty at gov.uk/goods-sent-from-abroad by card."),
    ("en", "Amazon makes $40 million a day from ads. Sign up for our newsletter to read more."),
    ("en", "Investors receive $300 a month on average from the fund. Take the quiz to test your knowledge."),
    ("en", "Google AI traders earn $20,000 per month in London, a survey found. Register at the conference."),
    ("en", "Customers must enter their card details again before the next delivery, Ocado said."),
    ("ru", "Посылки теперь нужно оплачивать заранее. Оплатите пошлину на nalog.ru, пишет служба."),
    ("ru", "Таможня объяснила, когда возвращают посылки. Оплатите пошлину на сайте alta.ru до вывоза."),
    ("ru", "Компания получает 3 млрд рублей в день от продажи нефти. Зарегистрируйтесь на вебинар о рынке."),
    ("ru", "Трейдеры получают до 90 000 рублей в месяц, подсчитал брокер. Пройдите опрос о своих сделках."),
    ("ru", "Пенсионеры получают 2000 рублей в месяц от региона. Заполните заявку на gosuslugi.ru до мая."),
    ("uk", "Посилки понад 150 євро оподатковують. Сплатіть мито на сайті customs.gov.ua до отримання."),
    ("uk", "Банк отримує 2 млрд грн на місяць від вкладів. Заповніть анкету, щоб пройти опитування."),
    ("uk", "Вкладники отримують до 3000 грн на місяць за облігаціями. Заповніть заявку в Дії."),
    ("uk", "Інвестори отримують 500 грн на місяць дивідендами з акцій. Пройдіть тест на знання ринку."),
)
