"""One item of each kind of event in each language, and one that only sounds like the kind."""

from dataclasses import dataclass


@dataclass(frozen=True)
class KindItems:
    """`near` must not be taken for the kind, whatever else it is taken for."""

    en: str
    ru: str
    uk: str
    near: str


KIND_ITEMS = {
    "exploit": KindItems(
        "Lending market Tarn was exploited for $6 million through a rounding error in its code.",
        "Протокол Tarn потерял 6 млн долларов из-за ошибки в смарт-контракте, сообщила команда.",
        "Протокол Tarn утратив 6 млн доларів через вразливість у смартконтракті, повідомила команда.",
        "Traders want to make the most of the calm market this week, the broker wrote.",
    ),
    "hack": KindItems(
        "Hackers stole $40 million from the hot wallet of the exchange Borel, its chief said.",
        "Хакеры похитили 40 млн долларов с горячего кошелька биржи Borel, сообщил ее глава.",
        "Хакери викрали 40 млн доларів із гарячого гаманця біржі Borel, повідомив її керівник.",
        "Four hundred students built wallets at a hackathon in Lisbon on Saturday.",
    ),
    "scam": KindItems(
        "Prosecutors say that the fund was a Ponzi scheme run by two fraudsters.",
        "Полиция Казани задержала организаторов финансовой пирамиды с токенами.",
        "Кіберполіція викрила шахраїв, які продавали підроблені токени.",
        "The company denied rumours and paid its clients in full on Monday.",
    ),
    "lawsuit": KindItems(
        "The exchange sued its former auditor in a federal court in Delaware.",
        "Биржа подала в суд на бывшего аудитора, истец требует 5 млн долларов.",
        "Біржа подала позов проти колишнього аудитора, суд розгляне його в травні.",
        "The tennis club with three clay surfaces now takes payment in crypto.",
    ),
    "halving": KindItems(
        "The Bitcoin halving in April cut the block reward to 3.125 BTC.",
        "После халвинга награда за блок составит 3,125 BTC, напоминают аналитики.",
        "Після халвінгу винагорода за блок становитиме 3,125 BTC, нагадують аналітики.",
        "The fund is cutting its staff in half after a bad year.",
    ),
    "depeg": KindItems(
        "The token USDQ lost its peg and traded at 91 cents on Friday evening.",
        "Токен USDQ потерял привязку к доллару и упал до 91 цента.",
        "Токен USDQ втратив прив’язку до долара й упав до 91 цента.",
        "The issuer of a dollar-backed token published its monthly report.",
    ),
    "outage": KindItems(
        "The network halted for five hours after a bug, and validators restarted it.",
        "На бирже произошел сбой: клиенты не могли войти два часа.",
        "На біржі стався збій: клієнти не могли увійти дві години.",
        "The town will stop selling permits for street food in May.",
    ),
    "network_upgrade": KindItems(
        "Core developers set the hard fork for 12 May after two testnet runs.",
        "Разработчики назначили хардфорк на 12 мая после проверки в тестнете.",
        "Розробники призначили хардфорк на 12 травня після перевірки в тестнеті.",
        "The café bought new forks and knives for its crypto meetups.",
    ),
    "token_unlock": KindItems(
        "A token unlock worth $80 million is due for Zeta on Thursday.",
        "В четверг пройдет разблокировка токенов Zeta на 80 млн долларов.",
        "У четвер відбудеться розблокування токенів Zeta на 80 млн доларів.",
        "The app lets you unlock your phone with a glance, the maker said.",
    ),
    "airdrop": KindItems(
        "The swap service announced an airdrop for wallets active before March.",
        "Сервис обмена объявил эирдроп для кошельков, активных до марта.",
        "Сервіс обміну оголосив ейрдроп для гаманців, активних до березня.",
        "Prices in the shop for drones dropped by a third on Monday.",
    ),
    "liquidations": KindItems(
        "Traders saw $900 million in liquidations within a day, mostly longs.",
        "Объем ликвидаций за сутки достиг 900 млн долларов, по данным CoinGlass.",
        "Обсяг ліквідацій за добу сягнув 900 млн доларів, за даними CoinGlass.",
        "The liquidator of the bankrupt broker sold its offices on Tuesday.",
    ),
    "fund_flows": KindItems(
        "Spot bitcoin ETFs saw net outflows of $300 million on Tuesday.",
        "Чистый отток из биржевых фондов составил 300 млн долларов.",
        "Чистий відплив із біржових фондів становив 300 млн доларів.",
        "Flow, a game about water, comes out on consoles next week.",
    ),
    "interest_rates": KindItems(
        "The Fed left rates unchanged; the Fed chair spoke of patience.",
        "ФРС США сохранила ключевую ставку и не назвала сроков снижения.",
        "НБУ знизив облікову ставку до 15% і пообіцяв обережність.",
        "Readers rate the new wallet four stars out of five.",
    ),
    "delisting": KindItems(
        "The exchange will delist four tokens on 3 June.",
        "Биржа проведет делистинг четырех токенов 3 июня.",
        "Біржа проведе делістинг чотирьох токенів 3 червня.",
        "The exchange added four tokens and opened trading on 3 June.",
    ),
    "listing": KindItems(
        "The exchange will list the token Mira with a USDT trading pair.",
        "Биржа объявила листинг токена Mira в паре с USDT.",
        "Біржа оголосила лістинг токена Mira в парі з USDT.",
        "She lists three reasons why fees differ between wallets.",
    ),
    "mining": KindItems(
        "Mining difficulty fell 5% as a mining farm in Texas switched off.",
        "Сложность майнинга снизилась на 5%, майнеры в Техасе отключили машины.",
        "Складність майнінгу знизилася на 5%, майнери в Техасі вимкнули машини.",
        "Children under age, called minors, may not open accounts.",
    ),
    "tax": KindItems(
        "Parliament set the capital gains tax on crypto at 20% from January.",
        "Налог на криптовалюту составит 13%, решил Минфин.",
        "Податок на прибуток від криптовалют становитиме 18%, вирішив комітет.",
        "A taxi service in Vienna takes bitcoin.",
    ),
    "funding_round": KindItems(
        "The wallet maker closed a Series A led by two venture capital funds.",
        "Стартап привлек 12 млн долларов в посевном раунде.",
        "Стартап залучив 12 млн доларів у посівному раунді.",
        "The series about traders starts on television this autumn.",
    ),
    "merger": KindItems(
        "The broker agreed to acquire a payments firm in an all-stock deal.",
        "Биржа завершила приобретение компании Ledgerly, слияние займет полгода.",
        "Біржа завершила придбання компанії Ledgerly, злиття триватиме пів року.",
        "The fund acquired 200 coins for its clients on Monday.",
    ),
    "stablecoin": KindItems(
        "The stablecoin issuer minted tokens worth $1 billion.",
        "Эмитент стейблкоина выпустил токены на 1 млрд долларов.",
        "Емітент стейблкоїна випустив токени на 1 млрд доларів.",
        "The price was stable all week, traders said.",
    ),
    "staking": KindItems(
        "Staking rewards fell as more validators joined, the service said.",
        "Доходность стейкинга снизилась: валидаторов стало больше.",
        "Дохідність стейкінгу знизилася: валідаторів побільшало.",
        "Much is at stake for the minister in this vote.",
    ),
    "licence": KindItems(
        "The exchange was granted a licence by Dubai’s authority.",
        "Биржа получила лицензию в Дубае на хранение монет клиентов.",
        "Біржа отримала ліцензію в Дубаї на зберігання монет клієнтів.",
        "The driver lost his papers on the way to the conference.",
    ),
    "regulation": KindItems(
        "Lawmakers put forward a crypto bill, and the regulator asks for comments.",
        "Законопроект о цифровых активах внесли в Госдуму.",
        "Законопроєкт про віртуальні активи внесли до Верховної Ради.",
        "The chef regularly pays suppliers with a phone.",
    ),
    "data_leak": KindItems(
        "Hackers stole customer data of the exchange Borel, it told regulators.",
        "Утечка данных: в сеть попали паспорта 20 тысяч клиентов биржи Borel.",
        "Витік даних: у мережу потрапили паспорти 20 тисяч клієнтів біржі Borel.",
        "Hackers stole $40 million from the hot wallet of the exchange Borel.",
    ),
    "frozen_funds": KindItems(
        "Tether froze $12.3 million in USDT on Tron at the request of police.",
        "Tether заморозил 344 млн USDT на двух адресах по запросу полиции.",
        "Tether заморозив 344 млн USDT на двох адресах на запит поліції.",
        "The exchange froze withdrawals for an hour after its database failed.",
    ),
    "verdict": KindItems(
        "The founder of the exchange was sentenced to 25 years in prison.",
        "Суд приговорил основателя биржи к 15 годам тюрьмы.",
        "Суд засудив засновника біржі до 15 років в’язниці.",
        "The founder faces up to 25 years in prison, prosecutors say.",
    ),
    "etf_decision": KindItems(
        "SEC delays decision on BlackRock spot Ethereum ETF until March.",
        "SEC отложила решение по спотовому Ethereum-ETF от BlackRock.",
        "SEC схвалила спотовий ETF на XRP від Canary Capital.",
        "Spot Bitcoin ETFs saw outflows of $340 million, the most since May.",
    ),
    "maintenance": KindItems(
        "The exchange will suspend withdrawals of XRP on 5 December for wallet work.",
        "Биржа проведет технические работы в сети Ethereum 10 декабря.",
        "Біржа призупинить виведення USDC 3 грудня для оновлення гаманця.",
        "The network halted block production, and withdrawals were suspended.",
    ),
    "treasury": KindItems(
        "Strategy bought 1,045 BTC for about $110 million last week.",
        "Metaplanet купила 1 000 BTC за 108 млн долларов.",
        "Strategy купила 8 178 BTC на 835 млн доларів минулого тижня.",
        "The strategy of the fund did not change this year, its managers said.",
    ),
    "economic_data": KindItems(
        "US inflation slowed to 2.3% in November, the statistics office said.",
        "Инфляция в США замедлилась до 2,3% в ноябре.",
        "Інфляція в Україні сповільнилася до 10,9% у жовтні.",
        "The inflation of the air mattress takes a minute.",
    ),
    "central_bank_money": KindItems(
        "The ECB plans to launch the digital euro in 2029.",
        "Банк запустил кошелек для цифрового рубля.",
        "НБУ готує пілот цифрової гривні.",
        "The museum sells digital tickets for euros.",
    ),
    "price_move": KindItems(
        "Bitcoin fell below $90,000 on Monday. Traders pointed to outflows from funds.",
        "Биткоин подешевел до 90 тысяч долларов впервые с апреля.",
        "Біткоїн подешевшав до 88 тисяч доларів за добу.",
        "The bank opened a new office in Riga. Bitcoin fell 2% on the same day.",
    ),
}
