"""Realistic items with traps, for the whole of what RVX ships: what an explanation of each must keep.

Traps: several numbers and currencies, ranges, dates, quotes, negations, a headline over its body, emoji
and calls to subscribe, and no numbers at all. `numbers` are all figures with their units.
"""

from tests.botapp.ai.long_items import LongItem

SAMPLES = (
    LongItem(
        "en",
        "outage",
        "Solana halts for five hours\n\nThe Solana network halted at 09:53 UTC on 6 February after a bug "
        "in its program cache, the foundation said. Validators restarted it at 14:57 UTC with version "
        "1.17.20. No funds were lost, but about 3,100 queued transfers had to be sent again.",
        "The Solana network halted at 09:53 UTC",
        ("3,100",),
        ("solana", "validator"),
    ),
    LongItem(
        "en",
        "liquidations",
        "More than $1.1 billion in leveraged positions were liquidated in 24 hours, CoinGlass data show. "
        "Longs lost $890 million of it. Bitcoin fell 6.2% to $58,400 before recovering to "
        "$60,100–$60,800.",
        "$1.1 billion in leveraged positions",
        ("$1.1 billion", "24 hours", "$890 million", "6.2%", "$58,400", "$60,100–$60,800"),
        ("liquidation", "bitcoin"),
    ),
    LongItem(
        "en",
        "interest_rates",
        "The Federal Reserve left rates unchanged at 4.25%–4.50% on Wednesday, as expected. “We are not "
        "in a hurry,” the Fed chair said. Two of twelve members voted for a cut of 25 basis points. The "
        "dollar rose 0.4% against the euro.",
        "left rates unchanged at 4.25%–4.50%",
        ("4.25%–4.50%", "25 basis points", "0.4%"),
        ("federal-reserve", "basis-point"),
    ),
    LongItem(
        "en",
        "halving",
        "Bitcoin’s fourth halving took place at block 840,000 on 20 April 2024. The block reward fell "
        "from 6.25 BTC to 3.125 BTC, while miners collected a record 37.6 BTC in fees for that block. "
        "Analysts do not agree what it means for the price.",
        "fourth halving took place",
        ("840,000", "6.25 BTC", "3.125 BTC", "37.6 BTC"),
        ("bitcoin", "halving"),
    ),
    LongItem(
        "en",
        "token_unlock",
        "Arbitrum faces a token unlock of 92.65 million ARB on 16 March, Tokenomist data show. It is 2.1%"
        " of the circulating supply and worth about €39 million ($42 million). The tokens go to the team "
        "and investors, not to users.",
        "token unlock of 92.65 million ARB",
        ("92.65 million ARB", "2.1%", "€39 million", "$42 million"),
        ("token-unlock",),
    ),
    LongItem(
        "en",
        "funding_round",
        "Wallet maker Privo raised $18M in a Series A round led by Harbor Ventures, it said on Thursday. "
        "The round values the company at $120M. It has no token and “no plan for one”. Privo had raised "
        "$4.5M before.",
        "raised $18M in a Series A round",
        ("$18M", "$120M", "$4.5M"),
        (),
    ),
    LongItem(
        "en",
        "merger",
        "Coinbase agreed to buy the options exchange Deribit for $2.9 billion, including $700 million in "
        "cash and 11 million of its own shares. Regulators have yet to approve the acquisition. Deribit "
        "handled more than $1 trillion of trades last year.",
        "agreed to buy the options exchange Deribit",
        ("$2.9 billion", "$700 million", "11 million", "$1 trillion"),
        (),
    ),
    LongItem(
        "en",
        "staking",
        "Staking rewards on Ethereum slipped to 2.9% a year as the validator queue reached 480,000 ETH, "
        "the service Lido wrote. A new validator now waits about eight days. Nobody was slashed during "
        "the week.",
        "Staking rewards on Ethereum slipped",
        ("2.9%", "480,000 ETH"),
        ("staking", "validator", "ethereum"),
    ),
    LongItem(
        "en",
        "licence",
        "Dubai’s regulator granted a licence to the exchange Kestrel, its first in the Gulf\n\nThe "
        "licence covers custody and brokerage but not derivatives, the authority said on Monday. Kestrel "
        "already works in Lithuania. It did not say when it opens.",
        "granted a licence to the exchange Kestrel",
        (),
        (),
    ),
    LongItem(
        "en",
        "exploit",
        "⚠️ Lending protocol Abacus was exploited for ~$3.4M\n\nA rounding error in its code let an "
        "attacker mint shares for 1 wei, security firm Paladin wrote. 1,020 ETH left the pool within 12 "
        "minutes. The team paused the contract and offered 10% for the return. Follow us for more! "
        "t.me/abacus",
        "was exploited for ~$3.4M",
        ("$3.4M", "1 wei", "1,020 ETH", "12 minutes", "10%"),
        ("ethereum", "exploit"),
    ),
    LongItem(
        "ru",
        "mining",
        "Сложность майнинга биткоина упала на 7,5%\n\nПоказатель снизился до 126,4 трлн на блоке 903 168,"
        " следует из данных сети. Хешрейт с 15 по 28 июня сократился с 946 до 820 EH/s. Часть ферм в "
        "Техасе отключили из-за жары, а не из-за цены, пояснил аналитик.",
        "Сложность майнинга биткоина упала",
        ("7,5%", "126,4 трлн", "903 168", "946", "820 EH"),
        ("bitcoin",),
    ),
    LongItem(
        "ru",
        "tax",
        "Налог на доход от криптовалют составит 13% до 2,4 млн рублей в год и 15% сверх этой суммы, "
        "сообщил Минфин в четверг. НДС с операций брать не будут. Декларацию подают до 30 апреля, налог "
        "платят до 15 июля. Убытки учесть можно, но не за прошлые годы.",
        "Налог на доход от криптовалют составит 13%",
        ("13%", "2,4 млн рублей", "15%"),
        (),
    ),
    LongItem(
        "ru",
        "interest_rates",
        "Банк России сохранил ключевую ставку на уровне 21% годовых, хотя часть аналитиков ждала снижения"
        " на 50–100 б.п. «Пространства для смягчения пока нет», — сказала глава регулятора. Прогноз "
        "инфляции на год: 6,5–7%. Курс доллара почти не изменился.",
        "сохранил ключевую ставку на уровне 21%",
        ("21%", "50–100 б.п.", "6,5–7%"),
        ("key-rate", "inflation"),
    ),
    LongItem(
        "ru",
        "airdrop",
        "Проект LayerNine проведет эирдроп 12 мая: 8,5% токенов получат 64 000 кошельков\n\nСнимок сделан"
        " 1 апреля, сообщила команда. Забрать токены можно до 12 июня, не раньше запуска основной сети. "
        "Токены команды заперты на 4 года.",
        "проведет эирдроп 12 мая",
        ("8,5%", "64 000", "4 года"),
        ("airdrop",),
    ),
    LongItem(
        "ru",
        "outage",
        "На Binance произошел сбой: ввод и вывод средств остановили на два часа. Причина — неполадки у "
        "облачного провайдера AWS, написала биржа. Средства клиентов не пострадали. Курс биткоина за это "
        "время не изменился.",
        "На Binance произошел сбой",
        (),
        ("bitcoin",),
    ),
    LongItem(
        "ru",
        "liquidations",
        "🔥 Объем ликвидаций за сутки превысил $940 млн, по данным CoinGlass. На лонги пришлось 81%, "
        "крупнейшая позиция — $12,7 млн на бирже HTX. Эфир подешевел с $3 420 до $3 180. Подписывайтесь "
        "на канал!",
        "Объем ликвидаций за сутки превысил $940 млн",
        ("$940 млн", "81%", "$12,7 млн", "$3 420", "$3 180"),
        ("liquidation",),
    ),
    LongItem(
        "ru",
        "depeg",
        "Стейблкоин FDX потерял привязку к доллару и упал до $0,88 в понедельник. Эмитент заявил, что "
        "резервы в 1,1 млрд долларов не тронуты и обмен не остановлен. К вечеру цена вернулась к $0,997. "
        "Слухи о банкротстве компания назвала ложью.",
        "потерял привязку к доллару",
        ("$0,88", "1,1 млрд долларов", "$0,997"),
        ("stablecoin",),
    ),
    LongItem(
        "ru",
        "exploit",
        "Протокол «Мост» потерял $2,6 млн из-за ошибки в смарт-контракте, сообщила компания SlowMist 3 "
        "июня. Нападавший взял мгновенный заем на 5 000 ETH и вернул его в той же транзакции. Средства "
        "пользователей других сетей не затронуты.",
        "потерял $2,6 млн из-за ошибки",
        ("$2,6 млн", "5 000 ETH"),
        ("smart-contract", "ethereum"),
    ),
    LongItem(
        "ru",
        "merger",
        "Биржа Kraken завершила приобретение компании NinjaTrader за 1,5 млрд долларов. Сделка не "
        "затронет клиентов в ЕС, говорится в сообщении. Бренд NinjaTrader сохранят, сотрудников — около "
        "300 человек — тоже.",
        "завершила приобретение компании NinjaTrader",
        ("1,5 млрд долларов", "300"),
        (),
    ),
    LongItem(
        "ru",
        "licence",
        "ЦБ отозвал лицензию у платежной компании «Вектор»\n\nРегулятор объяснил это нарушениями закона о"
        " противодействии отмыванию. Деньги клиентов вернут из страхового фонда. Компания решение не "
        "комментирует.",
        "отозвал лицензию у платежной компании",
        (),
        (),
    ),
    LongItem(
        "uk",
        "interest_rates",
        "НБУ підвищив облікову ставку з 14,5% до 15,5%, повідомив регулятор у четвер. Інфляція у лютому "
        "сягнула 13,4%. «Ми не виключаємо подальших кроків», — сказав голова банку. Курс долара становив "
        "41,5 грн.",
        "підвищив облікову ставку з 14,5% до 15,5%",
        ("14,5%", "15,5%", "13,4%", "41,5 грн"),
        ("inflation",),
    ),
    LongItem(
        "uk",
        "tax",
        "Податок на прибуток від віртуальних активів становитиме 18% плюс 5% військового збору\n\nПерший "
        "рік пропонують пільгову ставку 5%, розповів голова комітету в середу. Обмін монети на монету не "
        "оподатковують. Закон ще не ухвалено.",
        "Податок на прибуток від віртуальних активів",
        ("18%", "5%"),
        (),
    ),
    LongItem(
        "uk",
        "airdrop",
        "Проєкт Linea оголосив ейрдроп: 9,4 млрд токенів отримають 750 тис. гаманців. Знімок зробили 1 "
        "липня, забрати токени можна 90 днів. Команда своїх монет поки не отримує.",
        "оголосив ейрдроп",
        ("9,4 млрд токенів", "750 тис", "90 днів"),
        ("airdrop",),
    ),
    LongItem(
        "uk",
        "mining",
        "Майнер Bitfarms продав 1 052 BTC за 108 млн доларів у першому кварталі, йдеться у звіті. "
        "Видобуток біткоїна обійшовся компанії в 72 300 доларів за монету, на 6% дорожче, ніж торік. Борг"
        " зменшився вдвічі.",
        "продав 1 052 BTC",
        ("1 052 BTC", "108 млн доларів", "72 300 доларів", "6%"),
        ("bitcoin",),
    ),
    LongItem(
        "uk",
        "staking",
        "Дохідність стейкінгу в мережі Solana знизилася до 6,8% річних. Заблоковано 397 млн SOL, або 65% "
        "усіх монет, свідчать дані Stakewiz. Виведення триває два–три дні. Слешингу за тиждень не було.",
        "Дохідність стейкінгу в мережі Solana знизилася",
        ("6,8%", "397 млн SOL", "65%"),
        ("staking", "solana"),
    ),
    LongItem(
        "uk",
        "outage",
        "Біржа Kuna призупинила виведення коштів через технічні неполадки\n\nЗбій стався вночі й "
        "торкнувся лише карткових платежів, повідомила пресслужба. Коли його усунуть, не сказано. Торги "
        "не зупиняли.",
        "призупинила виведення коштів",
        (),
        (),
    ),
    LongItem(
        "uk",
        "funding_round",
        "Український стартап Hacken залучив 5 млн євро у посівному раунді на чолі з фондом AVentures. "
        "Оцінку компанії не розкрили. Гроші підуть на найм 40 інженерів, сказав засновник 14 березня.",
        "залучив 5 млн євро у посівному раунді",
        ("5 млн євро", "40"),
        (),
    ),
    LongItem(
        "uk",
        "liquidations",
        "За ніч ліквідовано лонгів на 310 млн доларів, за даними CoinGlass. Біткоїн опускався нижче 92 "
        "000 доларів уперше з 7 травня, але вже повернувся до 94–95 тис. доларів. Шорти майже не "
        "постраждали: 18 млн доларів.",
        "ліквідовано лонгів на 310 млн доларів",
        ("310 млн доларів", "92 000 доларів", "94–95 тис. доларів", "18 млн доларів"),
        ("bitcoin",),
    ),
    LongItem(
        "uk",
        "merger",
        "Компанія MoonPay завершила придбання Helio за 175 млн доларів, це найбільша угода в її історії. "
        "Helio обслуговує 6 000 крамниць. Чи збережуть її команду, не повідомляють.",
        "завершила придбання Helio",
        ("175 млн доларів", "6 000"),
        (),
    ),
    LongItem(
        "uk",
        "delisting",
        "Біржа OKX проведе делістинг пар із Monero 5 січня\n\nТорги закриють о 10:00, виведення "
        "працюватиме ще три місяці. Біржа послалася на правила, але не назвала, на які саме. Монета "
        "подешевшала на 9,3%.",
        "проведе делістинг пар із Monero",
        ("9,3%",),
        ("monero",),
    ),
)
