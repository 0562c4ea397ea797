"""Whether a sentence has what a question asks for: a number of the right sort, a day, somebody new."""

import re

from botapp.ai import figures, number_words
from botapp.ai.events import plain
from botapp.ai.figures import TIMES, Figure
from botapp.ai.offline import marks
from botapp.ai.offline.asking import Want
from botapp.ai.offline.cues import SOURCE
from botapp.ai.offline.likeness import taken_up, words_of

_MONEY = frozenset(("USD", "EUR", "GBP", "RUB", "UAH"))
_ASKS_TIME = re.compile(
    r"(?<!\w)(?:how long|how many (?:days|hours|weeks|months|years|minutes)|(?:на )?сколько (?:дней|часов"
    r"|недель|месяцев"
    r"|лет|минут|времени)|как долго|(?:на )?скільки (?:днів|годин|тижнів|місяців|років|хвилин|часу)"
    r"|як довго)(?!\w)"
)
_ASKS_PRICE = re.compile(
    r"(?<!\w)(?:how much (?:does|do|did|is|are|was|were) .*(?:costs?|worth)|how much (?:money|dollars)"
    r"|(?:сколько|скільки) (?:\S+ )?(?:стоит|стоят|стоил\w*|кошту\w+|денег|грошей|долларов|доларів|рублей"
    r"|гривень)"
    r"|(?:какая|какова|яка) (?:цена|ціна))(?!\w)"
)
_ASKS_PEOPLE = re.compile(
    r"(?<!\w)(?:how many|сколько|скільки) (?:\S+ )?(?:people|victims|users|customers|clients|investors"
    r"|traders"
    r"|людей|человек|пострадавших|жертв|клиентов|пользователей|инвесторов|клієнтів|користувачів|постраждалих"
    r"|потерпілих|осіб|інвесторів)(?!\w)"
)
_ASKS_VICTIMS = re.compile(r"(?<!\w)(?:victims|пострадавших|жертв|постраждалих|потерпілих)(?!\w)")
_ARRESTS = re.compile(
    r"(?<!\w)(?:arrest\w*|detain\w*|suspects?|задержа\w+|арестова\w+|затрима\w+"
    r"|арештува\w+)(?!\w)"
)
# What is counted. Verbs ("how much did they steal") count nothing, people have many names.
_COUNTED = re.compile(
    r"(?<!\w)(?:how many|сколько|скольк(?:о|им|их)|скільк(?:и|ом|ох))"
    r" (?:(?:new|other|more|additional|active|всего|всього|еще|ще|\w{2,}(?:ых|их)) )?"
    r"(?!(?:people|persons|times|dollars|euros|percent|людей|человек|осіб|раз(?:ів)?(?!\w)|денег|грошей"
    r"|доллар|долар"
    r"|евро|євро|рубл|гривен|процент|відсот|времени|часу|это|це|всего|всього)\w{0,3}(?!\w)"
    r"|\w+(?:л|ла|ло|ли|лся|лась|лось|лись|лося|лася|лися|ть|ться|ти|тись|тися|ают|яют|уют|(?<!мон)ет|ит|ут|ят|ив"
    r"|ав|ув|є)(?!\w))"
    r"(?P<counted>[\w-]{3,})"
)
_COINS = re.compile(r"(?:coin|token|монет|токен)\w{0,3}")
_DEADLINE = re.compile(
    r"(?<!\w)(?:has|have|within|in|up to|за|через|в течение|протягом|має|имеет)(?: (?:up to|еще|ще))? \d+ "
    r"(?:days|weeks|months|дн\w+|недел\w+|месяц\w+|тижн\w+|місяц\w+)(?!\w)"
)
# Those who do things in the news and have no name of their own.
_AGENT = re.compile(
    r"(?<!\w)(?:hackers?|attackers?|thie(?:f|ves)|fraudsters?|scammers?|police|prosecutors?|judge|court"
    r"|regulators?"
    r"|authorit\w+|compan(?:y|ies)|exchanges?|banks?|developers?|validators?|traders?|investors?|analysts?"
    r"|users?"
    r"|customers?|victims?|holders?|lawyers?|employees?|agents?|officers?|government|ministry|lawmakers"
    r"|experts?"
    r"|хакер\w*|злоумышленник\w*|мошенник\w*|преступник\w*|полици\w+|прокур\w+|судь\w+|суд|регулятор\w*"
    r"|власти"
    r"|компани\w+|бирж\w+|банк\w*|разработчик\w*|валидатор\w*|трейдер\w*|инвестор\w*|аналитик\w*"
    r"|пользовател\w+"
    r"|клиент\w*|пострадавш\w+|держател\w+|адвокат\w*|сотрудник\w*|правительств\w+|депутат\w*|эксперт\w*"
    r"|ведомств\w+"
    r"|зловмисник\w*|шахра\w+|злочинц\w+|поліц\w+|судд\w+|влада|компані\w+|бірж\w+|розробник\w*|валідатор\w*"
    r"|інвестор\w*|аналітик\w*|користувач\w*|клієнт\w*|постраждал\w+|власник\w*|працівник\w*|уряд\w*"
    r"|експерт\w*"
    r"|відомств\w+|підрядник\w*|подрядчик\w*|contractors?)(?!\w)"
)


_ASKS_WHO_SPOKE = re.compile(
    r"(?<!\w)(?:who (?:\w+ )?(?:said|says|told|announced|stated)"
    r"|кто (?:\S+ )?(?:сказал|говорит|заявил|сообщил|утверждает)"
    r"|чьи (?:это )?слова|хто (?:\S+ )?(?:сказав|каже|заявив|повідомив|стверджує)|чиї (?:це )?слова)(?!\w)"
)
_SPEAKS = re.compile(r"(?<!\w)(?:ска(?:зал|жет|зыва)|сказав|каже|говор|промовив)\w*")
# A name after a preposition of place; months, days and coins are none.
_PLACE = re.compile(
    r"(?<!\w)(?:in|near|outside|across|в|во|на|под|около|близ|возле|из|у|біля|під|поблизу|із|з)"
    r"\s(?:(?:the|city|town|state|province|of|downtown|northern|southern|eastern|western"
    r"|город\w*|стран\w+|област\w+|посел\w+|дата-центр\w*|отделени\w+|офис\w*|міст[іоа]\w*|країн\w+"
    r"|відділенн\w+|офіс\w*|[а-яіїєґ]+(?:ой|ом|ем|ей|ому|ій))\s){0,3}?"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Bitcoin|Ethere?u?m?|Solana|Tether)(?!\w))"
    r"[A-ZА-ЯЁІЇЄҐ][\w'’-]*[a-zа-яёіїєґ]"
)


def has(want: Want, question: str, text: str) -> bool:
    """Whether a sentence may answer a question that wants this; a cause is looked for elsewhere."""
    if want == "number":
        return _has_number(plain(question), text)
    if want == "date":
        return marks.has("<date>", text) or bool(
            _DEADLINE.search(plain(text)) or (_lasts(text) and _ASKS_TIME.search(plain(question)))
        )
    if want == "place":
        return bool(_PLACE.search(text))
    return want == "name" and _has_somebody(question, text)


def _has_number(question: str, text: str) -> bool:
    units = {figure.unit for figure in _figures(text)}
    if _ASKS_TIME.search(question):
        return not units.isdisjoint(TIMES)
    if _ASKS_PRICE.search(question):
        return not units.isdisjoint(_MONEY)
    if _COUNTED.search(question):  # "a million from three investors"
        units |= {figure.unit for figure in number_words.find(text)}
    if _ASKS_PEOPLE.search(question):
        people = "" in units and not (_ASKS_VICTIMS.search(question) and _ARRESTS.search(plain(text)))
        return people and _counts(question, text, units)
    return bool(units - TIMES) and _counts(question, text, units)


def _counts(question: str, text: str, units: set[str]) -> bool:
    """Whether a sentence speaks of what a question counts, if it counts anything."""
    found = _COUNTED.search(question)
    if not found:
        return True
    if _COINS.fullmatch(found["counted"]):
        return any(figure.counts_coins or figure.unit == "tokens" for figure in _figures(text))
    return bool(units - TIMES - _MONEY and taken_up(words_of(found["counted"]), words_of(text)))


def _figures(text: str) -> tuple[Figure, ...]:
    written = tuple(figure for figure in figures.find(text) if not figure.dated)
    return written or number_words.find(text)


def _lasts(text: str) -> bool:
    return any(figure.unit in TIMES for figure in (*figures.find(text), *number_words.find(text)))


def _has_somebody(question: str, text: str) -> bool:
    """Somebody whom the question does not name itself; "we" and "they" are nobody."""
    asked = words_of(question)
    folded = plain(question)
    if _ASKS_WHO_SPOKE.search(folded) and not (SOURCE.search(text) or _SPEAKS.search(plain(text))):
        return False
    names = (word for word in words_of(text) if word.weight > 1 and not marks.has("<date>", word.spelled))
    if any(not taken_up((name,), asked) for name in names):
        return True
    return any(found.group() not in folded for found in _AGENT.finditer(plain(text)))
