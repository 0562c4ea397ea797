"""What a question wants: advice, a meaning, or a number, a date, a name, a reason of the last item."""

import re
from typing import Literal

from botapp.ai.events import plain

Want = Literal["number", "date", "name", "place", "reason"]

_MEASURES = (
    r"tax\w*|rates?|price|fees?|amount|sum|size|share|percent\w*|fine|penalty|limit|cost|volume|losses"
    r"|налог\w*|ставк\w*|цен[аы]|курс|комисси\w*|сумм\w*|размер\w*|дол[яи]|процент\w*|штраф\w*|лимит\w*"
    r"|объем\w*|убыт\w*|ущерб\w*"
    r"|подат\w*|ціна|ціни|комісі\w*|сума|суми|розмір\w*|частк\w*|відсот\w*|ліміт\w*|обсяг\w*|збит\w*"
)
_BODIES = (
    r"compan\w*|funds?|exchanges?|banks?|countr\w*|agency|people|компани\w*|фонд\w*|бирж\w*|банк\w*|стран\w*"
    r"|ведомств\w*|компані\w*|бірж\w*|країн\w*|відомств\w*"
)
_WANTS: tuple[tuple[Want, re.Pattern[str]], ...] = (
    (
        "number",
        re.compile(
            r"(?<!\w)(?:how (?:much|many|large|big|high)|сколько|скільки|какова?"
            rf"|(?:what|which|what's|какой|какая|какое|какие|який|яка|яке"
            rf"|які)(?: \w+){{0,3}}? (?:{_MEASURES}))(?!\w)"
        ),
    ),
    (
        "date",
        re.compile(
            r"(?<!\w)(?:when|what date|(?:which|what) day|how (?:long|soon)|когда|какого числа"
            r"|(?:с|до|по) какого|в какой день|в какие сроки|коли|якого числа|(?:з|від|до) якого"
            r"|у який день)(?!\w)"
        ),
    ),
    (
        "name",
        re.compile(
            r"(?<!\w)(?:who|whose|whom|кто|кого|кому|кем|чей|чья|чье|чьи|хто|ким|чий|чия|чиє|чиї"
            rf"|(?:which|what|какой|какая|какие|який|яка|які) (?:{_BODIES}))(?!\w)"
        ),
    ),
    ("place", re.compile(r"(?<!\w)(?:where|где|откуда|де|звідки)(?!\w)")),
    (
        "reason",
        re.compile(
            r"(?<!\w)(?:why|(?:what|what's)(?: \w+)? the reason|почему|зачем|из-за чего|отчего|в чем причина"
            r"|чому|навіщо|через що|[ув] чому причина|яка причина)(?!\w)"
        ),
    ),
)
_GIST = re.compile(
    r"(?<!\w)(?:what (?:has )?happened|what (?:is|was) (?:it|this|that|the (?:news|item)) about|main point"
    r"|что (?:случилось|произошло)|о чем (?:это|новость|речь|идет речь)|в чем суть"
    r"|що (?:сталося|трапилося|відбулося)|про що (?:це|новина|мова|йдеться)|у чому суть)(?!\w)"
)
_MEANING = re.compile(
    r"^\W*(?:(?:what is|what are|what's|whats|what does|define|explain|how do|how does|why use|why do we need"
    r"|tell me about"
    r"|(?:а |и )?что такое|(?:а |и )?что значит|что означает|кто такие|кто такой|объясни(?:те)?"
    r"|расскажи(?:те)? (?:про|о|об)"
    r"|как работа[ею]т|зачем нуж\w+|для чего нуж\w+"
    r"|(?:а |і |й )?що таке|що означа[єю]\w*|що значить|хто такі|хто такий|поясни\w*"
    r"|розкажи\w* про|як працю[єю]\w*|навіщо потріб\w+|для чого потріб\w+)\s+)"
    r"(?:(?:a|an|the|is|такое|це|это|слово|термін|термин)\s+)*"
    r"(?P<subject>[^?!.,;]{2,60}?)(?:\s+(?:mean|means|work|works|for))?\W*$"
)
_DEALS = {
    "en": r"(?:buy|sell|invest|hold|hodl|short|long|get|dump|put (?:my |our )?money)\w*",
    "ru": r"(?:покупать|купить|докупать|докупить|закупаться|брать|взять|продавать|продать|инвестировать"
    r"|вкладывать\w*|вложить\w*|держать|заходить|входить|шортить|лонговать|сливать)",
    "uk": r"(?:купувати|купити|докуповувати|докупити|брати|взяти|продавати|продати|інвестувати|вкладати"
    r"|вкласти|тримати|заходити|входити|шортити|лонгувати|зливати)",
}
_ADVICE = re.compile(
    rf"(?<!\w)(?:should (?:i|we|one|people|you)(?: \w+){{0,3}} {_DEALS['en']}"
    rf"|(?:what|when|which \w+|where) to {_DEALS['en']}|{_DEALS['en']} or (?:not|sell|buy|hold|wait)"
    r"|(?:time|worth|late|early|safe|wise|smart)(?: \w+){0,2} (?:to )?(?:buy|sell|invest|hold)(?:ing)?"
    r"|стоит(?: ли)?(?: \S+){0,4}? " + _DEALS["ru"] + r"|(?:надо|нужно|пора|лучше|выгодно|смысл)(?: ли)?"
    r"(?: \S+){0,3}? "
    + _DEALS["ru"]
    + rf"|{_DEALS['ru']}(?: мне)? ли|(?:что|когда|во что|куда)(?: мне| сейчас)? "
    rf"{_DEALS['ru']}|{_DEALS['ru']}(?: \S+){{0,3}} или(?: не)? \w+"
    r"|чи(?: \S+){0,4}? " + _DEALS["uk"] + r"|(?:варто|треба|потрібно|слід|пора|краще|вигідно|сенс)(?: чи)?"
    r"(?: \S+){0,3}? " + _DEALS["uk"] + rf"|(?:що|коли|у що|куди)(?: мені| зараз)? {_DEALS['uk']}"
    rf"|{_DEALS['uk']}(?: \S+){{0,3}} чи(?: не)? \w+)(?!\w)"
)
# "Can I buy it in a bank?" asks about the world; "can" is no "should".
_POSSIBILITY = re.compile(r"(?<!\w)чи (?:можна|можливо|зможе\w*|може|можуть)(?!\w)")


_DEFINED = re.compile(
    r"^\W*(?:(?:а |и |і |й )?(?:что такое|что значит|что означает|що таке|що означа\w+|що значить)(?!\w)"
    r"|(?:what is|what's|whats|what are|define)(?: an?)?"
    r" (?!(?:the|this|that|it|its|their|his|her|your|our)(?!\w))"
    r"[\w-]+(?: [\w-]+)?\W*$|what does [^?]{2,40} mean)"
)


def wants(question: str) -> Want | None:
    """The kind of thing that would answer, None where a yes or a story would."""
    folded = plain(question)
    found = ((match.start(), want) for want, asks in _WANTS if (match := asks.search(folded)))
    return min(found, default=(0, None))[1]


def wants_gist(question: str) -> bool:
    """Whether it asks what the item is about as a whole."""
    return bool(_GIST.search(plain(question)))


def wants_advice(question: str) -> bool:
    """Whether it asks to buy, to sell or to wait."""
    folded = plain(question)
    return bool(_ADVICE.search(folded)) and not _POSSIBILITY.search(folded)


def wants_definition(question: str) -> bool:
    """Whether it asks what a plain word means; of a name, what an item says of it may be the answer."""
    found = _MEANING.match(plain(question))
    if not (found and _DEFINED.match(plain(question))):
        return False
    written = question[found.start("subject") : found.end("subject")]
    return written == written.lower() and not any(char.isdigit() for char in written)


def defines(word: str, text: str) -> bool:
    """Whether a text says what a folded word is: "Slippage is the gap between …", "комиссия — это …"."""
    stem = re.escape(word[:-1] if len(word) > 4 else word)
    means = r"(?:is an?|are the|is the|means?|это|значит|означает|називають|це|означає)(?!\w)"
    said = rf"(?<!\w){stem}\w{{0,2}}(?: \([^)]*\))?,? ?(?:(?:[—–-] ?)?{means}|[—–] )"
    return bool(re.search(said, plain(text)))


def subject(question: str) -> str:
    """Of "What is leverage?", the word asked about, folded; "" if no meaning is asked for."""
    found = _MEANING.match(plain(question))
    return found["subject"].strip() if found else ""
