"""Whole news items, three to six sentences each, and what their reader must get from them.

`numbers` are all figures with their units; dates and times of day are none. `terms` are slugs of the
shipped glossary. `gap` is a piece of an English question that the item leaves open.
"""

from dataclasses import dataclass, field

from botapp.ai.base import Language


@dataclass(frozen=True)
class LongItem:
    """One item; `lead` is a piece of the sentence that has to come first."""

    language: Language
    kind: str
    text: str
    lead: str
    numbers: tuple[str, ...]
    terms: tuple[str, ...]
    asked: dict[str, str] = field(default_factory=dict)  # question: a piece of its answer


HACKS = (
    LongItem(
        "en",
        "exploit",
        "Lending protocol Marrow was drained of $18.4 million on Tuesday after an attacker exploited a "
        "bug in its price oracle. The thief took out a flash loan of 9,200 ETH, moved the price of one "
        "token by 340% and borrowed against it, security firm PeckHaven said. The project has paused "
        "its smart contracts. Analysts expect other protocols that use the same oracle to be checked "
        "this week.",
        "drained of $18.4 million",
        ("$18.4 million", "9,200 ETH", "340%"),
        ("oracle", "flash-loan", "smart-contract"),
        {"How much was drained?": "$18.4 million", "Who found the flash loan?": "PeckHaven"},
    ),
    LongItem(
        "ru",
        "hack",
        "Биржа «Полюс» сообщила о взломе горячего кошелька: похищено 3 120 ETH и 4,7 млн USDT\n\nАтака "
        "произошла в ночь на 14 мая, рассказал технический директор биржи. Злоумышленники получили "
        "доступ к приватному ключу сотрудника. Ввод и вывод средств остановлены до 18:00. Из-за атаки "
        "торговый объем упал на 38%, сообщил CoinGecko.",
        "Биржа «Полюс» сообщила о взломе",
        ("3 120 ETH", "4,7 млн USDT", "38%"),
        ("hot-wallet", "private-key"),
        {"Когда произошла атака?": "14 мая", "На сколько упал объем?": "38%"},
    ),
    LongItem(
        "uk",
        "hack",
        "Хакери вивели з мосту Orbitra 81,5 млн доларів, повідомила компанія CertiLab у середу. "
        "Зловмисники підробили підписи 7 із 10 валідаторів і вивели стейблкоїни та ефір. Близько 22% "
        "коштів уже пройшли через міксер. Команда обіцяє 10% викраденого тому, хто їх поверне.",
        "Хакери вивели з мосту Orbitra",
        ("81,5 млн доларів", "7", "10", "22%", "10%"),
        ("validator", "stablecoin"),
        {"Скільки коштів пройшло через міксер?": "22%"},
    ),
)

FRAUDS = (
    LongItem(
        "en",
        "scam",
        "Police in three countries arrested 27 people over a romance scam that took at least €46 "
        "million from 1,900 victims, Europol said on Thursday. Victims were promised guaranteed "
        "returns of 5% a week and told to send USDT to fake app accounts. Only €2.3 million has been "
        "frozen so far.",
        "arrested 27 people",
        ("27", "€46 million", "1,900", "5%", "€2.3 million"),
        ("tether",),
        {"How much has been frozen?": "€2.3 million"},
    ),
    LongItem(
        "ru",
        "scam",
        "Следствие обвинило организаторов криптопирамиды FinoraX в обмане 12 тыс. вкладчиков. По "
        "данным полиции, людям обещали гарантированный доход 20% в месяц и просили ввести сид-фразу на "
        "поддельном сайте. Ущерб оценивают в 1,9 млрд рублей. Дело передали в суд 3 июня.",
        "Следствие обвинило организаторов",
        ("12 тыс", "20%", "1,9 млрд рублей"),
        ("seed-phrase",),
        {"Во сколько оценивают ущерб?": "1,9 млрд рублей"},
    ),
    LongItem(
        "uk",
        "scam",
        "Кіберполіція викрила шахраїв, які видавали себе за підтримку біржі. За даними слідства, за "
        "пів року вони ошукали 640 людей на 28 млн грн. Потерпілих переконували надіслати код "
        "підтвердження. Трьом підозрюваним загрожує до 12 років ув’язнення.",
        "Кіберполіція викрила шахраїв",
        ("640", "28 млн грн", "12 років"),
        (),
        {"Скільки людей ошукали?": "640"},
    ),
)

COURTS = (
    LongItem(
        "en",
        "lawsuit",
        "A federal judge dismissed most of the SEC's lawsuit against trading firm Halden on Monday. "
        "The judge ruled that 11 of 12 tokens in the case were not securities. Halden still has to "
        "answer for $7.5 million of unreported fees. The next hearing is set for September 9.",
        "A federal judge dismissed",
        ("11", "12 tokens", "$7.5 million"),
        ("sec",),
        {"When is the next hearing?": "September 9"},
    ),
    LongItem(
        "ru",
        "lawsuit",
        "Суд в Лондоне обязал криптобиржу «Вертекс» вернуть клиентам 92 млн фунтов. Истцы, около 3 400 "
        "человек, жаловались на заморозку счетов с 2022 года. Биржа подала апелляцию и заявила, что "
        "решение ошибочно. Эксперты ожидают, что спор продлится не меньше 8 месяцев.",
        "Суд в Лондоне обязал",
        ("92 млн фунтов", "3 400", "8 месяцев"),
        (),
        {"Сколько было истцов?": "3 400"},
    ),
)

NETWORKS = (
    LongItem(
        "en",
        "network_upgrade",
        "Ethereum core developers scheduled the Tamarind network upgrade for March 18 at 14:00 UTC. "
        "The hard fork raises the gas limit to 90 million and lets a validator hold up to 2,048 ETH. "
        "It has run on two testnets since January. As a result, fees on layer 2 networks may fall by "
        "about 30%, analysts say.",
        "Ethereum core developers scheduled",
        ("90 million", "2,048 ETH", "30%"),
        ("ethereum", "hard-fork", "gas", "validator", "testnet", "layer-2"),
        {"When is the upgrade?": "March 18"},
    ),
    LongItem(
        "uk",
        "network_upgrade",
        "Розробники Cardano провели хардфорк Lumen в основній мережі. Оновлення мережі скоротило час "
        "підтвердження з 20 секунд до 6 секунд, повідомив фонд Cardano. Підготувалися 93% операторів "
        "вузлів. Власникам монет нічого робити не потрібно.",
        "Розробники Cardano провели хардфорк",
        ("20", "6", "93%"),
        ("hard-fork", "cardano"),
        {"Скільки операторів підготувалися?": "93%"},
    ),
)

FUNDS = (
    LongItem(
        "en",
        "fund_flows",
        "Spot bitcoin ETFs saw $742.6 million of net outflows on Friday, the third day in a row, "
        "Farside data show. Fidelity's fund lost $344.7 million and BlackRock's IBIT $146.2 million. "
        "Assets under management now stand at $94.1 billion. Bitcoin was down 4.8% at $88,120 on the "
        "news.",
        "net outflows on Friday",
        ("$742.6 million", "$344.7 million", "$146.2 million", "$94.1 billion", "4.8%", "$88,120"),
        ("spot-etf", "bitcoin", "outflow"),
        {"How much did Fidelity's fund lose?": "$344.7 million"},
    ),
    LongItem(
        "ru",
        "fund_flows",
        "Чистый приток в биржевые фонды на эфир составил 213 млн долларов за неделю, подсчитали в "
        "CoinShares. Это максимум с февраля 2025 года. Лидером стал фонд BlackRock: 151,3 млн "
        "долларов. Цена эфира за это время выросла на 6,2% до 3 480 долларов.",
        "Чистый приток в биржевые фонды",
        ("213 млн долларов", "151,3 млн долларов", "6,2%", "3 480 долларов"),
        ("ethereum",),
        {"На сколько выросла цена эфира?": "6,2%"},
    ),
)

LISTINGS = (
    LongItem(
        "en",
        "listing",
        "Exchange Kestra will list the AURA token on May 6 at 10:00 UTC with trading pairs against "
        "USDT and EUR. Deposits open a day earlier, the company announced. Of a total supply of 1 "
        "billion AURA, 18% is in circulation. Withdrawals start 24 hours after trading begins.",
        "will list the AURA token",
        ("1 billion AURA", "18%", "24 hours"),
        ("tether",),
        {"When will it be listed?": "May 6"},
    ),
    LongItem(
        "uk",
        "delisting",
        "Біржа CryptoHive оголосила делістинг 5 токенів із низькою ліквідністю. Торги припинять 30 "
        "квітня, а вивести монети можна буде ще 90 днів. Частка цих токенів в обсязі торгів не "
        "перевищує 0,4%, пояснили на біржі.",
        "оголосила делістинг 5 токенів",
        ("5 токенів", "90 днів", "0,4%"),
        ("delisting", "liquidity"),
        {"Коли припинять торги?": "30 квітня"},
    ),
)

COINS = (
    LongItem(
        "en",
        "depeg",
        "Stablecoin USDX lost its peg on Sunday and fell to $0.83 after its issuer paused redemptions. "
        "The company said 64% of reserves are in short-term bonds. Holders withdrew $410 million "
        "within 36 hours. By Monday the token traded at $0.97.",
        "Stablecoin USDX lost its peg",
        ("$0.83", "64%", "$410 million", "36 hours", "$0.97"),
        ("stablecoin", "bond"),
        {"How much did holders withdraw?": "$410 million"},
    ),
    LongItem(
        "ru",
        "stablecoin",
        "Tether выпустил 2 млрд USDT в сети Tron, сообщил сервис Whale Alert в четверг. Общее "
        "предложение стейблкоина превысило 140 млрд долларов. По словам главы компании, это пополнение "
        "резерва, а не выпуск в обращение. Компания отчиталась о прибыли в 4,5 млрд долларов за "
        "квартал.",
        "Tether выпустил 2 млрд USDT",
        ("2 млрд USDT", "140 млрд долларов", "4,5 млрд долларов"),
        ("tether", "stablecoin", "tron"),
        {"Кто сообщил о выпуске?": "Whale Alert"},
    ),
)

RULES = (
    LongItem(
        "ru",
        "regulation",
        "Минфин внес законопроект о регулировании майнинга. Документ обязывает компании платить налог "
        "25% и отчитываться раз в квартал. Порог для физических лиц — 6 000 кВт·ч в месяц. "
        "Законопроект рассмотрят осенью, заявил замминистра.",
        "Минфин внес законопроект",
        ("25%", "6 000"),
        ("mining",),
        {"Какой налог должны платить компании?": "25%"},
    ),
    LongItem(
        "uk",
        "regulation",
        "Верховна Рада ухвалила в першому читанні законопроєкт про ринок криптоактивів. Він передбачає "
        "податок 18% із прибутку та пільгову ставку 5% у перший рік. За законопроєкт проголосували 246 "
        "депутатів. Регулятором може стати НБУ, повідомив голова комітету.",
        "Верховна Рада ухвалила",
        ("18%", "5%", "246"),
        ("cryptocurrency",),
        {"Скільки депутатів проголосували?": "246"},
    ),
    LongItem(
        "en",
        "regulation",
        "ESMA published final MiCA guidelines on Wednesday that oblige exchanges to hold a licence by "
        "July 1. Firms without one face fines of up to €5 million or 12.5% of annual turnover. So far "
        "53 companies have been licensed in the EU, which means smaller platforms may have to leave.",
        "ESMA published final MiCA guidelines",
        ("€5 million", "12.5%", "53"),
        ("esma", "mica"),
        {"By when is a licence needed?": "July 1"},
    ),
)

LONG_ITEMS = (*HACKS, *FRAUDS, *COURTS, *NETWORKS, *FUNDS, *LISTINGS, *COINS, *RULES)

# Posts that try to cheat their reader, and the signs that have to be named.
TRAPS: tuple[tuple[Language, str, frozenset[str]], ...] = (
    (
        "en",
        (
            "🚀🚀 AURA will explode 100x! Guaranteed profit of 40% a day. Send 1 ETH and get 2 ETH back. "
            "Hurry up, only 20 spots left!"
        ),
        frozenset({"pump", "guaranteed", "send_to_receive", "urgency"}),
    ),
    (
        "en",
        (
            "Hello! I am from MetaMask support team. Your wallet is locked. Enter your seed phrase to "
            "confirm it."
        ),
        frozenset({"impersonation", "seed_phrase"}),
    ),
    (
        "ru",
        (
            "Это служба поддержки биржи! Аккаунт заблокируют сегодня. Введите вашу сид-фразу на сайте, "
            "осталось 15 минут."
        ),
        frozenset({"impersonation", "seed_phrase", "urgency"}),
    ),
    (
        "ru",
        ("Илон Маск раздает биткоины! Отправьте 0,1 BTC и получите вдвое больше. Последний шанс, без риска!"),
        frozenset({"impersonation", "send_to_receive", "urgency", "guaranteed"}),
    ),
    (
        "uk",
        (
            "Гарантований прибуток 15% щодня без ризику! Монета дасть 50х за тиждень. Встигніть, лише "
            "сьогодні!"
        ),
        frozenset({"guaranteed", "pump", "urgency"}),
    ),
    (
        "uk",
        "Це служба безпеки біржі. Введіть свою сид-фразу, щоб зберегти кошти. Залишилося 10 хвилин!",
        frozenset({"impersonation", "seed_phrase", "urgency"}),
    ),
)
