"""How texts say when, how much, who, and who says so: expressions to look for, in three languages.

They are written for text with one kind of apostrophe and no ё, in its own capitals, and are used
with re.IGNORECASE; only a name depends on capitals and says so itself.
"""

import re
from functools import lru_cache

from botapp.ai.figures import DATE as _WRITTEN_DATE

_MONTHS = (
    r"(?:january|february|march|april|june|july|august|september|october|november|december"
    r"|январ[ьяе]|феврал[ьяе]|март[ае]?|апрел[ьяе]|ма[йяе]|июн[ьяе]|июл[ьяе]|август[ае]?|сентябр[ьяе]"
    r"|октябр[ьяе]|ноябр[ьяе]|декабр[ьяе]"
    r"|січ(?:ень|ня|ні)|лют(?:ий|ого|ому)|берез(?:ень|ня|ні)|квіт(?:ень|ня|ні)|трав(?:ень|ня|ні)"
    r"|черв(?:ень|ня|ні)|лип(?:ень|ня|ні)|серп(?:ень|ня|ні)|верес(?:ень|ня|ні)|жовт(?:ень|ня|ні)"
    r"|листопад[аі]?|груд(?:ень|ня|ні))"
)
_DATE = (
    rf"(?:{_WRITTEN_DATE.pattern}"
    r"|(?<!\w)(?:(?:19|20)\d\d|(?:in|since|until|by|to|of|for|early|mid|late|в|с|со|до|к|за|на"
    r"|у|з|із|від|по|про)[ -]" + _MONTHS + r"|may \d{1,2}|(?:in|since|until|by|early|mid|late)[ -]may"
    r"|today|yesterday|tomorrow|tonight|overnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:last|this|next|past) (?:week|month|year|night|quarter|morning|evening)|\w+ hours? (?:ago|later)"
    r"|(?:past|last|within|over|in) (?:the )?(?:past |last )?\d+ (?:hours?|days?|weeks?|months?)|q[1-4]"
    r"|(?:second|first|third|fourth) quarter|on the day|daily"
    r"|(?:by|before|until|at|near) (?:the )?(?:end|start|beginning) of (?:the |this |next )?(?:year|month"
    r"|week|quarter)"
    r"|(?:earlier|later) (?:today|this (?:week|month|year))|(?:over|at) the weekend|this (?:spring|summer"
    r"|autumn|fall"
    r"|winter)|(?:last|past|few|couple of|\w+) (?:days|weeks|months|years) ago"
    r"|сегодня|вчера|завтра|понедельник\w*|вторник\w*|сред[ауы]|четверг\w*|пятниц\w*|суббот\w*"
    r"|воскресень\w*|на (?:прошл|этой|следующ)\w* недел\w*|в (?:прошл|этом|следующ)\w* (?:месяце|году)"
    r"|за (?:сутки|день|неделю|месяц|год|час|последни\w+ \S+ \S+)|за \d+ (?:час|дн|недел|месяц)\w*"
    r"|(?:до|к|с) (?:концу|конца|начала|началу) (?:этого |следующ\w+ )?(?:недели|месяца|года|квартала)"
    r"|в (?:конце|начале|середине) (?:прошло\w+ |этого |следующ\w+ )?(?:недели|месяца|года|лета|осени|зимы"
    r"|весны)"
    r"|(?:в|на|за) (?:минувши|прошлы|эти|прошедши)\w+ (?:выходны|сутк)\w+|(?:летом|осенью|зимой|весной"
    r"|на днях)"
    r"|(?:в|на) (?:минувш|прошедш|текущ)\w+ (?:недел|месяц|год)\w+"
    r"|накануне|(?:час|дн|день|недел)\w* назад|i{1,3}v? квартал\w*"
    r"|сьогодні|вчора|учора|понеділ\w*|вівтор\w*|серед[аиу]|четвер\w*|п'ятниц\w*|субот\w*|неділ\w*"
    r"|(?:минул|ц|наступн)\w+ (?:тижн|місяц|ро[кц])\w*|за (?:добу|тиждень|місяць|рік|годину"
    r"|останн\w+ \S+ \S+)"
    r"|за \d+ (?:годин|дн|тижн|місяц)\w*|напередодні"
    r"|(?:до|від|з) (?:кінця|початку) (?:цього |наступн\w+ )?(?:тижн|місяц|рок|кварталу)\w*"
    r"|(?:наприкінці|на початку|у середині|в середині) (?:минул\w+ |цього |наступн\w+ )?(?:тижн|місяц|рок"
    r"|літ|осен|зим"
    r"|весн)\w+|(?:минул|ц)\w+ вихідн\w+|(?:улітку|влітку|восени|взимку|навесні|днями)|(?:годин|дн|день"
    r"|тижн)\w* тому)(?!\w))"
)
_NUMBER = (
    r"(?:(?:[$€£₽₴₿]|us\$)\s?\d[\d.,]*|(?<![\w.,])\d[\d.,\s]*?\s?(?:%|percent\b|per cent|процент|відсот"
    r"|(?:k|m|b|t|bn|mn|bln|mln|тыс|тис|тысяч\w?|тисяч\w?|тысячами|тисячами|млн|млрд|трлн|thousand|million"
    r"|billion|trillion|миллион|миллиард"
    r"|мільйон|мільярд)(?!\w)|доллар|долар|евро|євро|руб|грн|гривен|dollars?|euros?|btc|eth|usdt|usdc|sol|ton"
    r"|coins?|tokens?|монет|токен|биткоин|біткоїн|миллион\w*|мільйон\w*)"
    r"|(?<![\w.,])(?!(?:19|20)\d\d(?!\d))\d{1,3}(?:[ ,.\u00a0]\d{3})+(?!\d)|(?<![\w.,])\d{5,}(?!\w))"
)
_NAME = (
    r"(?-i:(?<=[a-zа-яіїєґ0-9,:»\"] )(?!I\b)[A-ZА-ЯІЇЄҐ][\w'-]*[a-zа-яіїєґ]\w*|(?<!\w)[A-Z]{2,}[\w-]*(?!\w)"
    r"|(?<!\w)[A-ZА-ЯІЇЄҐ][a-zа-яіїєґ]+ [A-ZА-ЯІЇЄҐ][\w'-]+|(?<=[а-яіїєґ] )[A-Z]\w+)"
)
_NEWSROOMS = (
    r"reuters|bloomberg|cnbc|coindesk|cointelegraph|the block|decrypt|axios|politico|forbes"
    r"|wall street journal"
    r"|wsj|financial times|associated press|new york times|techcrunch|wu blockchain|dl news|unchained"
    r"|рейтер|блумберг|интерфакс|тасс|рбк|коммерсант\w*|ведомост\w*|форклог|forklog|bits\.media|известия"
    r"|інтерфакс\w*|укрінформ\w*|уніан|суспільне|економічна правда|forbes"
)
_COUNTERS = (
    r"coinglass|coinshares|farside|sosovalue|glassnode|cryptoquant|arkham|lookonchain|nansen"
    r"|defillama|peckshield"
    r"|certik|slowmist|zachxbt|chainalysis|elliptic|kaiko|santiment|trm labs|messari|coingecko|coinmarketcap"
    r"|tradingview|dune|whale alert|token unlocks|tokenomist|polymarket|cyvers|immunefi|coinmetrics"
    r"|coin metrics"
)
_SAYING = (
    r"according to|said|says|say|tells?|told|wrote|writes|posted|tweeted|reports?|reported|reportedly to"
    r"|reporting by|announc\w+|confirm(?:s|ed)|disclos\w+|stated|statement|filing|filed"
    r"|press release|blog post"
    r"|data (?:from|by|shows?|showed)|\w+ data|figures (?:from|by)|citing|cited|estimat(?:es|ed) by|estimates"
    r"|blamed|believes?|considers?|argued|pointed to|attributed"
    r"|showed|court documents|noted|warned|revealed|spokes\w+"
    r"|сообщ\w+|заяв\w+|рассказ\w+|написа\w+|пиш[еу]т|переда[её]т|по данным|данные \w+|по словам"
    r"|по информации"
    r"|по оценк\w+|со ссылк\w+|ссыла[ея]\w+|объяв\w+|подтверд\w+|подтвержд\w+|пресс-служб\w*|пресс-релиз\w*"
    r"|опубликов\w+|отчет\w*|отметил\w*|уточнил\w*|предупред\w+|говорится|следует из|пояснил\w*|добавил\w*"
    r"|(?:аналитик|экономист|эксперт|аналітик|економіст)\w* \w+ (?:жд|ожида|прогноз|чека|очіку)\w+"
    r"|считают|считает|утвержда\w+|полага\w+|связыва\w+|напомнил\w*"
    r"|вважа\w+|стверджу\w+|пов'язу\w+|нагада\w+|поясню\w+"
    r"|повідом\w+|заявля\w+|розпові\w+|написа\w+|пиш[еу]ть?|переда[єю]\w*|за даними|дані \w+|за словами"
    r"|за інформацією|за оцінк\w+|з посилання\w+|посила[єю]\w+|оголо[сш]\w+|підтверд\w+"
    r"|пресслужб\w*|пресреліз\w*"
    r"|опублік\w+|звіт\w*|зазначи\w+|уточни\w+|попереди\w+|попереджа\w+|ідеться у|йдеться в|додав|додала"
    r"|пояснив|пояснила"
)
_SOURCE = rf"(?:https?://|(?<!\w)(?:{_NEWSROOMS}|{_COUNTERS}|{_SAYING})(?!\w))"

MARKS = {"<date>": _DATE, "<number>": _NUMBER, "<name>": _NAME, "<source>": _SOURCE}


def has(mark: str, text: str) -> bool:
    """Whether a text has what a mark ("<date>", "<number>", "<name>", "<source>") stands for."""
    return bool(_compiled(mark).search(evened(text)))


def evened(text: str) -> str:
    """The text in its own capitals, with one kind of apostrophe and space and without ё."""
    even = text.replace("ё", "е").replace("Ё", "Е").replace("’", "'").replace("ʼ", "'")
    return even.replace("\u00a0", " ").replace("\u202f", " ")


@lru_cache(maxsize=8)
def _compiled(mark: str) -> re.Pattern[str]:
    return re.compile(MARKS[mark], re.IGNORECASE)
