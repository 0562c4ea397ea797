"""More messages than later_messages.py holds: language, text."""

from botapp.ai.base import Language

FRAUDS: tuple[tuple[Language, str], ...] = (
    (
        "ru",
        (
            "Здравствуйте, Ваша карта будет заблокирована через 2 часа. Для отмены назовите оператору "
            "трёхзначный код с обратной стороны"
        ),
    ),
    (
        "ru",
        (
            "Сотрудник ФСБ свяжется с вами по поводу утечки данных. Никому не сообщайте о звонке, деньги "
            "переведём на защищённый счёт вместе"
        ),
    ),
    (
        "ru",
        ("Пап, я ударил чужую машину, хозяин ждёт на месте. Переведи 25 тыс на этот номер, я потом объясню"),
    ),
    (
        "ru",
        (
            "Куплю ваш товар с доставкой, оплатил уже. Чтобы получить деньги, перейди по ссылке и впиши "
            "номер карты: ozon-pay.site"
        ),
    ),
    ("ru", "VIP-канал трейдера Ольги: 97% сделок в плюс, вход 5000 р, прибыль от 30% в неделю гарантирую"),
    (
        "uk",
        (
            "Вас турбує оператор Київстар. Термін дії сім-картки закінчується, назвіть код з SMS для "
            "продовження"
        ),
    ),
    (
        "uk",
        (
            "Отримайте 1000 USDT від Binance: скануйте QR, підключіть гаманець та підпишіть транзакцію до"
            " опівночі"
        ),
    ),
    (
        "uk",
        (
            "Потрібні пакувальники вдома, 25 000 грн на тиждень, за матеріал застава 600 грн на картку, "
            "повернемо"
        ),
    ),
    (
        "en",
        ("Security alert: unusual login. Reply with the 6-digit code we just sent you to keep your account"),
    ),
    (
        "en",
        ("We can unlock your frozen Celsius funds. Pay 5% insurance in USDT first, our agent is on Telegram"),
    ),
    (
        "en",
        (
            "Dad, I hit someone's car and they want $1,200 now. Can you wire it to this account? Please "
            "don't call"
        ),
    ),
    (
        "en",
        (
            "Your wallet needs to migrate to v2. Enter your secret phrase on walletconnect-sync.live to "
            "avoid loss"
        ),
    ),
)

HONEST: tuple[tuple[Language, str], ...] = (
    ("ru", "Банк заблокирует карты с истёкшим сроком; новую можно заказать в приложении."),
    ("ru", "ФСБ задержала группу, которая переводила деньги пенсионеров на свои счета."),
    ("ru", "Трейдер заработал 97% за год, но предупреждает, что прибыль не гарантирована."),
    ("ru", "Ozon вернёт деньги за отменённые заказы на карту, с которой их оплатили."),
    ("ru", "Вдова писателя получила наследство и заплатила нотариусу 0,3% пошлины."),
    ("ru", "Участники раздачи Arbitrum отправляют токены на адрес моста, комиссия 0,05 ETH."),
    ("uk", "Київстар продовжить термін дії сім-карток для абонентів за кордоном автоматично."),
    ("uk", "Binance оштрафували: біржа сплатила 4,3 млрд доларів, а засновник пішов з посади."),
    ("uk", "Житлові субсидії: вам перерахують допомогу без заяви, дані картки вже є в Пенсійному фонді."),
    ("uk", "Застава за оренду авто становить 600 євро, її повертають на картку за тиждень."),
    ("en", "Celsius creditors got 57.7% of their claims, its lawyers said; fees took $200 million."),
    (
        "en",
        ("Users should migrate to v2 before June; the wallet never asks for a secret phrase, MetaMask said."),
    ),
    ("en", "The inheritance tax bill: your heirs pay after a lawyer's fee of about 2%, advisers say."),
    ("en", "A deposit of £400 is due at booking; the balance on arrival, the hotel's terms say."),
    ("en", "Subscription payments failed for two hours at Netflix; cards need not be updated."),
    ("en", "Bounty: send a report to our address and receive a reward of up to 100 ETH."),
)
