"""Beginnings of words without which a fraud of spread_scams.py can't be: they are quickly looked for.

Of each group at least one stands in every text with that fraud, in small letters.
"""

Hints = tuple[tuple[str, ...], ...]

_CONTACT = (
    *("пиш", "пиші", "стучи", "звони", "связь", "зв", "подроб", "детал", "откликай", "write"),
    *("message", "text", "dm", "contact", "apply", "add"),
)
_JOB = (
    *("работ", "ищ", "удал", "набира", "нуж", "опыт", "телефон", "выходя", "хоч", "хот", "підробіт"),
    *("віддален", "шука", "потріб", "досвід", "заробля", "work", "remote", "part", "experience", "we "),
    *("looking", "earn", "your phone"),
)
_BACK = (
    "верн",
    "поверн",
    "helped me",
    "i got",
    "i recovered",
    "возвра",
    "return",
    "помо",
    "поверта",
    "допомо",
    "наш",
    "we",
    "our",
    "recovery",
)
_LOST = (
    *("мани", "пострада", "постражда", "чарджб", "chargeback"),
    *(
        "frozen",
        "потеря",
        "утра",
        "укра",
        "похищ",
        "отда",
        "обману",
        "втра",
        "вкра",
        "віддал",
        "ошука",
        "лже",
    ),
    *("забрал", "брокер", "broker", "lost", "stolen", "scam", "fake"),
)
PRIZE: Hints = (
    (
        *("выигр", "грант", "grant", "приз", "побе", "розыгр", "лотере", "джекпот", "вигра", "перем"),
        *("розігр", "won", "winn", "prize", "lottery", "jackpot", "raffle"),
    ),
)
DAILY_JOB: Hints = (_JOB, _CONTACT)
TASKS: Hints = (
    ("задан", "лайк", "отзыв", "завдан", "відгук", "task", "review", "rate"),
    (
        *("депозит", "баланс", "залог", "предоплат", "счет", "счёт", "застав", "передоплат", "рахун"),
        *("deposit", "balance", "usdt"),
    ),
)
CASH: Hints = (
    (
        *("забира", "забрат", "перевоз", "отвоз", "принима", "обналич", "перевез", "collect"),
        *("pick up", "carry"),
    ),
    ("деньг", "денег", "налич", "грош", "готівк", "cash", "money"),
)
MULE: Hints = (
    ("принимай", "получай", "приймай", "отримуй", "receive", "accept"),
    ("карт", "card", "account"),
)
RECOVERY: Hints = (_BACK, _LOST)
CODE: Hints = (
    ("код", "парол", "цифр", "code", "otp"),
    (
        *("наз", "диктуй", "сообщи", "скаж", "передай", "перешл", "пришл", "отправь", "повідом"),
        *("надішл", "name", "tell", "give", "read", "dictate", "send", "forward", "say"),
    ),
)
KIN: Hints = (
    (
        *("мам", "пап", "баб", "дед", "дід", "тат", "сын", "син", "доч", "дон", "внук", "онук", "муж"),
        *("жена", "родствен", "чоловік", "дружин", "mum", "mom", "dad", "gran", "aunt", "uncle", "son"),
        *("daughter", "husband", "wife", "mother", "father"),
    ),
    (
        *(
            *("удар", "вдар", "въехал", "врез", "hit "),
            "нов",
            "new number",
            "phone",
            "номер",
            "авари",
            "аварі",
            "дтп",
            "беду",
            "біду",
            "полиц",
            "поліц",
            "больниц",
            "лікарн",
            "сбил",
        ),
        *("збил", "збив", "арест", "арешт", "задерж", "затрим", "забрали", "телефон", "мобильный"),
        *("accident", "crash", "jail", "hospital", "arrest", "detain", "police station", "bail"),
        *("crashed", "hit a"),
    ),
)
PARCEL: Hints = (
    (
        *("посыл", "отправлен", "заказ", "достав", "посил", "замовл", "parcel", "package", "shipment"),
        "order",
    ),
    (
        *("карт", "картк", "card", "ссылк", "посиланн", "link", "http", ".top", ".site", ".click"),
        *(".xyz", ".online", ".shop", ".live", ".store", ".app", ".icu", ".cc", ".me", ".club", ".pro"),
        *(".space", "-fee", "-pay", "-parcel", "-track", "-post", "-delivery", "-redelivery"),
        *(".website", ".page", ".help", ".info", ".support"),
    ),
)
WITHDRAWAL: Hints = (
    (
        *("вывод", "вывести", "выплат", "виведен", "вивести", "виплат", "withdraw", "payout", "balance"),
        *("funds", "profit", "winnings"),
    ),
    (
        *("вериф", "комплаен", "compliance", "aml", "kyc", "блок", "моро", "верн", "поверн", "verif"),
        *("unfreez", "unlock", "release", "refundable"),
    ),
)
FLAT: Hints = (
    (
        *("авто", "машин", "щен", "цуцен", "car", "puppy"),
        *("квартир", "комнат", "жиль", "студи", "дом", "посуточно", "аренд", "кімнат", "житл", "оренд"),
        *("подобово", "flat", "apartment", "room", "studio", "house", "rent", "lease"),
    ),
    (
        *("предоплат", "залог", "задат", "аванс", "брон", "депозит", "передоплат", "завдат", "застав"),
        *("deposit", "first month", "holding fee", "advance"),
    ),
)
PAYOUT: Hints = (
    (
        *("деньги", "оплат", "средства", "кошти", "гроші", "money", "funds"),
        *("выплат", "компенсаци", "возврат", "пособи", "субсиди", "перерасч", "кеш", "доплат", "виплат"),
        *("компенсаці", "повернен", "допомог", "субсиді", "перерахунок", "refund", "rebate", "payout"),
        *("compensation", "benefit", "grant", "cashback", "reimburse", "payment"),
    ),
    ("карт", "card", "cvv", "cvc", "bank details", "payment details"),
)
FRIEND: Hints = (
    (
        *("понрав", "сподоба", "like your"),
        *("дорог", "мил", "солнышко", "люб", "кохан", "сонечко", "honey", "babe", "darling", "dear"),
        *("wrong", "you seem", "to meet you", "to know you", "uncle", "aunt", "mentor", "cousin", "дяд"),
        *("тёт", "тет", "наставник", "тітк", "номер", "познаком", "познайом"),
    ),
    ("make", "made", "earn", "trade", "invest", "торгу", "зараб", "зароб", "інвест", "инвест"),
)
GIVEN_AWAY: Hints = (
    ("дроп", "drop", "раздач", "роздач", "giveaway", "приз", "бонус", "подар", "bonus", "reward"),
    ("адрес", "контракт", "кошел", "гаманець", "address", "contract", "wallet"),
)
FORTUNE: Hints = (
    (
        *("inherit", "widow", "next of kin", "late ", "beneficiary", "наслед", "вдов", "покой", "спад"),
        *("удов", "покій"),
    ),
    ("fee", "charge", "услуг", "оформ", "комисси", "послуг", "комісі"),
)
CARD: Hints = (
    ("payment", "subscription", "billing", "оплат", "плат", "подписк", "підписк"),
    ("card", "карт", "payment", "billing", "плат", "оплат"),
)
JOB_DEPOSIT: Hints = (
    ("предоплат", "залог", "задат", "аванс", "застав", "завдат", "передоплат", "deposit"),
    ("карт", "card", "account"),
)


def met(hints: Hints, text: str) -> bool:
    """Whether a text in small letters has a word of each group."""
    return all(any(word in text for word in group) for group in hints)
