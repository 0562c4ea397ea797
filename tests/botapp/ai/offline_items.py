"""News items as channels and agencies write them, and what an explanation of each has to keep."""

from dataclasses import dataclass

from botapp.ai.base import Language


@dataclass(frozen=True)
class Item:
    """One item: `lead` is a piece of the sentence that carries the news."""

    language: Language
    kind: str
    text: str
    lead: str
    numbers: tuple[str, ...]
    terms: tuple[str, ...]


ITEMS = (
    Item(
        "en",
        "hack",
        "Ronin bridge drained of $625 million\n\n"
        "Attackers drained 173,600 ETH and 25.5M USDC from the Ronin bridge, Sky Mavis said on Tuesday. "
        "The stolen funds were moved through a smart contract controlled by 5 of 9 validators. "
        "As a result, deposits and withdrawals are halted.",
        "Attackers drained 173,600 ETH",
        ("$625 million", "173,600 ETH", "25.5M USDC"),
        ("smart-contract", "validator"),
    ),
    Item(
        "en",
        "etf-flows",
        "U.S. spot bitcoin ETFs took in $1.2 bln. on Monday, the largest daily inflow since March, "
        "according to "
        "SoSoValue data. BlackRock's fund accounted for 57% of it. Bitcoin traded 3.4% higher at $67,250.",
        "took in $1.2 bln. on Monday",
        ("$1.2 bln", "57%", "3.4%", "$67,250"),
        ("etf", "bitcoin"),
    ),
    Item(
        "en",
        "lawsuit",
        "The SEC sued the exchange Kraken in a San Francisco court on Monday, alleging that it mixed $33 "
        "billion of "
        "customers' money with its own. Kraken says it will fight the lawsuit. Analysts expect a settlement.",
        "sued the exchange Kraken",
        ("$33 billion",),
        ("sec",),
    ),
    Item(
        "en",
        "scam",
        "Police in Lagos arrested 12 suspects in a crypto scam that promised victims guaranteed returns "
        "of 40% a "
        "month. Prosecutors said on Friday that more than 3,000 people lost about $6.4M in bitcoin.",
        "Police in Lagos arrested",
        ("40%", "3,000", "$6.4M"),
        ("bitcoin",),
    ),
    Item(
        "ru",
        "hack",
        "⚡️ Хакеры взломали кредитный протокол Euler и вывели $197 млн\n\n"
        "Злоумышленники использовали ошибку в смарт-контракте и забрали 8,9 млн DAI и 96 800 ETH, "
        "сообщила компания "
        "PeckShield 13 марта 2023 года. Токен проекта подешевел на 45%. Стейблкоинов в пуле почти не "
        "осталось.\n"
        "Подписывайтесь на наш канал 👉 https://t.me/example #крипта",
        "Злоумышленники использовали ошибку",
        ("$197 млн", "8,9 млн DAI", "96 800 ETH", "45%"),
        ("smart-contract", "stablecoin", "ethereum"),
    ),
    Item(
        "ru",
        "etf-flows",
        "Спотовые биткоин-ETF потеряли 671,9 млн долларов за день — крупнейший отток с момента запуска. "
        "По данным Farside, из фонда Fidelity вывели $208,5 млн. Курс биткоина снизился на 2,3%, "
        "а объем ликвидаций превысил 1 млрд долларов.",
        "Спотовые биткоин-ETF потеряли",
        ("671,9 млн долларов", "$208,5 млн", "2,3%", "1 млрд долларов"),
        ("bitcoin", "liquidation"),
    ),
    Item(
        "ru",
        "regulation",
        "Госдума приняла в первом чтении закон о налоге на криптовалюту. Ставка составит 13% для дохода до "
        "2,4 млн рублей и 15% сверх этой суммы, рассказал вице-премьер во вторник. "
        "Майнеры должны будут отчитываться раз в месяц.",
        "Госдума приняла в первом чтении закон",
        ("13%", "2,4 млн рублей", "15%"),
        (),
    ),
    Item(
        "ru",
        "network-upgrade",
        "Разработчики Ethereum назначили хардфорк Dencun на 13 марта. Комиссии в сетях второго уровня "
        "могут снизиться "
        "в 10 раз, ожидают аналитики. Валидаторам нужно обновить программы: сейчас их больше 900 000.",
        "назначили хардфорк Dencun",
        ("10 раз", "900 000"),
        ("hard-fork", "ethereum", "validator"),
    ),
    Item(
        "ru",
        "stablecoin",
        "Стейблкоин USDC потерял привязку к доллару\nКурс опускался до $0,87 после того, как Circle "
        "сообщила в пятницу "
        "о 3,3 млрд долларов в обанкротившемся банке. Торговавшие с кредитным плечом понесли убытки.",
        "Курс опускался до $0,87",
        ("$0,87", "3,3 млрд долларов"),
        ("stablecoin", "leverage"),
    ),
    Item(
        "uk",
        "listing",
        "Біржа WhiteBIT оголосила про лістинг токена Celestia. Торги почнуться 31 жовтня, початкова ціна "
        "— 2,1 долара. "
        "У перший день очікують обсяг понад 50 млн доларів. Біткоїну новина не торкнулася.",
        "оголосила про лістинг токена",
        ("2,1 долара", "50 млн доларів"),
        ("bitcoin",),
    ),
    Item(
        "uk",
        "scam",
        "Кіберполіція попередила про фішинг: шахраї розсилають листи від імені біржі та просять ввести "
        "сид-фразу. "
        "За тиждень постраждали 1 450 людей, збитки сягнули 12,6 млн грн, повідомили у відомстві в середу.",
        "Кіберполіція попередила про фішинг",
        ("1 450", "12,6 млн грн"),
        (),
    ),
    Item(
        "uk",
        "regulation",
        "Верховна Рада ухвалила закон про віртуальні активи. Податок становитиме 18% з прибутку плюс 5% "
        "військового "
        "збору, повідомив голова комітету у четвер. Запаси стейблкоїнів теж доведеться декларувати.",
        "ухвалила закон про віртуальні активи",
        ("18%", "5%"),
        ("stablecoin",),
    ),
    Item(
        "en",
        "listing",
        "Coinbase listed Solana futures on Monday. Open interest hit 120,000 SOL within 24 hours, the "
        "exchange wrote. "
        "Traders may use up to 5x leverage.",
        "Coinbase listed Solana futures",
        ("120,000 SOL", "24 hours", "5x"),
        ("solana", "leverage"),
    ),
)
