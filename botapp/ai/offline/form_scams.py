"""Frauds that are told in several sentences: a parcel and a card number, earnings and a call of a manager.

What is asked for makes the sign only where the other part stands in the same sentence or right beside.
Written for sentences as people write them, used with re.IGNORECASE. Job offers pay by the month too, and
honest shops have forms: earnings need a platform or a manager who calls, a parcel the reader's own.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

FormSign = Literal["parcel_form", "earn_form"]

_ADDRESS = (
    r"(?:https?:/|www\.|(?<![\w-])[\w-]{2,40}+\.(?:com|net|org|info|ru|ua|top|site|click|xyz|online|shop"
    r"|link|live"
    r"|store|app"
    r"|icu|cc|me|club|pro|space|website|page|co|uk|us|eu|help|support)(?![\w-]))"
)
_LINK = (
    rf"(?:{_ADDRESS}|(?:по|на) (?:этой |нашей |этому )?ссылк\w+|за (?:цим )?посилання\w+|(?:the|this"
    rf"|our) link"
    r"|link (?:below|here)|на странице|на сторінці)"
)
_CARD = (
    r"(?:(?:данны[ех]|реквизит\w*|номер\w*) (?:\w+ )?карт\w*|карточн\w+ данны\w+|реквизиты|cvv|cvc"
    r"|(?:дан[іи]|реквізит\w*|номер\w*) (?:\w+ )?карт\w*|реквізити"
    r"|(?:card|bank|payment) (?:details|number|data|information)|(?:debit|credit) card)"
)
_WRITE = (
    r"(?:введи(?:те)?|укажи(?:те)?|заполни(?:те)?|впиши(?:те)?|внеси(?:те)?|обнови(?:те)?|исправь(?:те)?"
    r"|уточни(?:те)?"
    r"|подтверди(?:те)?|привяжи(?:те)?|предоставь(?:те)?"
    r"|введ[іи](?:ть)?|внес[іи](?:ть)?|виправ(?:те)?|вкаж[іи](?:ть)?|заповн[іи](?:ть)?|впишіть"
    r"|онов[іи](?:ть)?|уточн[іи](?:ть)?"
    r"|підтвердь(?:те)?|підтвердіть|прив'яжіть"
    r"|enter|provide|submit|update|confirm|verify|add|fill in|fill out|complete|give (?:us )?|supply)"
)
_WHERE_TO = r"(?:адрес\w*|данные|дан[іи]|address|details|information|номер дома|номер будинку)"
_PAY = r"(?:оплати(?:те)?|внеси(?:те)?|сплат[іи](?:ть)?|оплатіть|внесіть|pay)"
_FORM = r"(?:форму|форм[аи] доставки|анкету|the (?:\w+ )?form|(?:delivery|redelivery|address) form)"
_NOT_BEFORE = (
    r"(?<!не )(?<!нe )(?<!not )(?<!to )(?<!never )(?<!n't )(?<!n’t )(?<!ніколи )(?<!никогда )(?<!\w)"
    r"(?<!(?<!you )must )(?<!(?<!you )should )(?<!will )(?<!can )(?<!may )(?<!who )(?<!they )"
    r"(?<!нужно )(?<!надо )(?<!должны )(?<!можно )(?<!потрібно )(?<!треба )(?<!мають )"
)
_PARCEL_ASK = (
    rf"{_NOT_BEFORE}(?:{_WRITE} [^.!?]{{0,40}}?(?<!\w){_CARD}|{_WRITE} (?:\w+ ){{0,2}}?{_FORM}"
    rf"|{_WRITE} (?:\w+ ){{0,3}}?{_WHERE_TO}(?=.{{0,60}}?{_LINK})"
    rf"|{_LINK} (?:и|та|і|й|and|to) (?:{_WRITE}|{_PAY})(?: [^\s.!?]+){{1,4}}"
    rf"|{_PAY}(?= [^!?]{{0,100}}?{_LINK})(?: [^\s.!?]+){{1,4}})"
)
_PARCEL = (
    r"(?<!\w)(?:посыл\w+|отправлени\w+|доставк\w+|заказн\w+ письм\w+|бандерол\w+|ваш заказ|вашего заказа"
    r"|покупател\w+ (?:\w+ )?оплатил\w*|покупец\w* (?:\w+ )?оплати\w+|посил\w+|відправленн\w+|ваше замовлення"
    r"|parcel|package|shipment|delivery|the buyer has (?:already )?paid|your order)(?!\w)"
)
_HELD = (
    r"(?<!\w)(?:не (?:может|може) (?:быть|бути)|хранени\w+|чека[єю]\w*|задерж\w+"
    r"|приостановлен\w*|ожида\w+|не доставлен\w*|не (?:удалось|смогли) доставить"
    r"|повторн\w+"
    r"|на складе|для (?:доставки|получения|зачисления)|чтобы получить|прибы\w+|не указан\w*"
    r"|затриман\w*|призупинен\w*|очіку\w+|не доставлен\w*|неможливо доставити|на складі|щоб отримати"
    r"|для (?:отримання|зарахування)|не вказан\w*|on hold|is held|waiting|could not be|couldn['’]t"
    r"|unable to|tried to|redeliver\w*|reschedul\w+|to receive)(?!\w)"
)
# Whose parcel it is and who keeps it: enough only beside a card number or an address that no post has.
_OWN = r"(?<!\w)(?:вам|ваш\w*|your|returned|customs|возвращ\w+|поверта\w+|таможен\w+|митн\w+)(?!\w)"
_STRANGE = (
    r"(?:(?<![\w-])[\w-]{2,40}+\.(?:info|top|site|click|xyz|online|shop|link|live|store|app|icu|cc|me|club|pro"
    r"|space|website|page|help|support)(?![\w-])"
    r"|(?<![\w-])\w{2,20}+-(?:pay|parcel|track|post|delivery|redelivery)\w{0,8}\.[a-z]{2,6}(?![\w-]))"
)
_TELLING = (
    rf"{_NOT_BEFORE}(?:{_WRITE} [^.!?]{{0,40}}?(?<!\w){_CARD}(?!\w)"
    rf"|(?:{_WRITE}|{_PAY})(?= )[^!?]{{0,80}}?{_STRANGE}"
    rf"|{_STRANGE} (?:и|та|і|й|and|to) (?:{_WRITE}|{_PAY})(?!\w))"
)
_OFFICIAL = (
    r"(?<![\w-])(?:[\w-]+\.)*(?:gov(?:\.\w\w)?|(?:gosuslugi|nalog|cbr)\.ru|diia\.ua|europa\.eu)(?!-|\.?\w)"
)

_PERIOD = (
    r"(?:(?:в|за|каждый|каждую) (?:день|сутки|неделю|месяц|час)|ежемесячн\w+|ежедневн\w+|еженедельн\w+"
    r"|(?:на|за|в|щ[оо]) (?:день|добу|тиждень|місяць|годину)|щомісяц\w+|щодн[яі]\w*|щотижн[яі]\w*"
    r"|(?:a|per|every|each) (?:day|week|month|hour)|daily|weekly|monthly)(?!\w)"
)
_MONEY = (
    r"(?:[$€£₽₴]\s?\d[\d., \u00a0]{0,12}|\d[\d., \u00a0]{0,12}(?:тыс\w*\.? |тис\w*\.? |k |к )?"
    r"(?:[$€£₽₴]|руб\w*|р\.|р(?!\w)|долл\w*|дол\w*|евро|євро|грн|гривен\w*|usd\w?|eur|dollars?|euros?"
    r"|pounds?))"
)
_EARNED = (
    r"(?:зараб\w+|доход\w*|получа\w+|принос\w+|заробі\w+|заробля\w+|дохід|отриму\w+|earn\w*|mak(?:e|ing)"
    r"|income"
    r"|profit\w*|get|receive|приноси\w+)"
)
_EARNINGS = (
    rf"(?<!\w)(?:{_EARNED}(?!\w)[^.!?]{{0,40}}?{_MONEY}[^.!?]{{0,12}}?(?<!\w){_PERIOD}"
    rf"|{_MONEY}[^.!?]{{0,12}}?(?<!\w){_PERIOD}[^.!?]{{0,20}}?(?<!\w)(?:пассивн\w+ )?(?:доход|дохід"
    rf"|income|profit)"
    r"|сколько (?:вы )?(?:\w+ )?(?:сможете|можете) зараб\w+|скільки (?:ви )?(?:\w+ )?(?:зможете"
    r"|можете) зароб\w+"
    r"|how much you (?:can|could) (?:earn|make))"
)
_READER = re.compile(
    r"(?<!\w)(?:you|your|yourself|we|our|вы|вам|вас|вами|ваш\w*|ты|тебе|тебя|тво[йеёяи]\w*|мы|наш\w*"
    r"|ви|ти|тобі|ми|жител[иі]|россиян\w*|українц\w*|українець|кажд\w+|кожен|people"
    r"|(?:зарабатывай|получай|начни|начинай|заполни|оставь|хотите|хочешь|достаточно вложить)(?:те)?"
    r"|(?:заробляй|отримуй|почни|починай|хочете|хочеш|досить вкласти|достатньо вкласти)(?:те)?|почніть"
    r"|заповніть|залиште|платформ\w*(?: \w+)?,? (?:котор|як)\w+ прин\w+|(?:can|could|start) earn(?:ing)?"
    r"|join|sign up|invest (?:just|only|from))(?!\w)"
    r"|(?:^|[,:;—–] )\W*(?:\w+ ){0,2}?(?:доход|дохід|заработок|заробіток|income)(?!\w)"
    rf"|(?:^|[,:;—–] )\W*(?:(?:earn|get|make|receive)(?!\w)|(?:от |від |from |до |up to )?{_MONEY})",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"(?<!\w)(?:banks?|compan(?:y|ies)|billion|bn|analysts?|банк(?:и|а|ов)?|компани[яи]|млрд|миллиард\w*|аналитик\w*"
    r"|компані[яї]|мільярд\w*|аналітик\w*)(?!\w)",
    re.IGNORECASE,
)
_CALLED = (
    r"(?:менеджер|специалист|эксперт|консультант|куратор|оператор|брокер|наставник|фахівець|експерт"
    r"|спеціаліст"
    r"|manager|advis[eo]r|expert|specialist|consultant|broker|mentor)\w*"
    r"[^.!?]{0,30}?(?:позвон\w+|перезвон\w+|свяж\w+|помож\w+|зателефон\w+|передзвон\w+|зв['’ʼ]яж\w+"
    r"|допомож\w+"
    r"|call(?:s)? you|contact(?:s)? you|get in touch|help(?:s)? you|reach out|will call)"
    r"|мы (?:вам )?(?:перезвоним|позвоним|свяжемся)|ми (?:вам )?(?:передзвонимо|зателефонуємо|зв['’ʼ]яжемось)"
    r"|we(?:'ll|’ll| will) (?:call|contact) you"
)
_LEFT = (
    r"(?:остав(?:ь|ьте|ляй|ляйте) (?:\w+ ){0,2}?(?:номер\w*|телефон\w*|заявк\w+|контакт\w*|данные|имя)"
    r"|заполн(?:и|ите|яй|яйте) (?:\w+ ){0,2}?(?:форму|анкету|заявку)|пройди(?:те)? (?:\w+ ){0,2}?(?:опрос"
    r"|тест)"
    r"|(?:за)?регистриру(?:йся|йтесь)|регистрация по ссылке|вложи(?:те|ть)? (?:от |всего |лишь )?\d"
    r"|залиш(?:те|іть|и|ай|айте) (?:\w+ ){0,2}?(?:номер\w*|телефон\w*|заявк\w+|контакт\w*|дані|ім'я)"
    r"|заповн(?:и|іть|юй|юйте) (?:\w+ ){0,2}?(?:форму|анкету|заявку)|пройд(?:и"
    r"|іть) (?:\w+ ){0,2}?(?:опитуван\w+|тест)"
    r"|(?:за)?реєстру(?:йся|йтесь|йтеся)|реєстрація за посиланням|вклад(?:и|іть|айте|сти) (?:від |лише )?\d"
    r"|(?:leave|enter) (?:\w+,? ){0,3}?(?:number|phone|details|contacts?|name)|fill (?:in|out) (?:the"
    r"|this|our|a) (?:\w+ )?form"
    r"|register (?:now|here|today|and|at)|sign up|take the (?:survey|quiz)"
    r"|invest (?:just |only |from |as little as )?[$€£]?\d|deposit of (?:just |only )?[$€£]?\d)"
)
_OFFER = (
    r"(?<!\w)(?:платформ\w*|вложи\w*|вклад\w*|акци[яийе]\w*|нефт\w+|газ(?:а|е|у|ом"
    r"|пром\w*)?"
    r"|сбер\w*|тинькофф\w*|т-банк\w*|втб|роснефт\w*|лукойл\w*|маск\w*|пассивн\w+|государственн\w+ программ\w*"
    r"|акці[їяйює]\w*|нафт\w*|приват\w*|дія|пасивн\w+|державн\w+ програм\w*"
    r"|platform\w*|elon musk|quantum|passive|bot|deposit"
    rf"|{_CALLED})(?!\w)"
)
_HINTS = re.compile(  # each alone stands in much news; two of them make an offer
    r"(?<!\w)(?:(инвест|інвест|invest)\w*|(трейд|трейд|trad(?:e|ing|er))\w*|(tesla|amazon|google|ai|ии|ші)(?!\w))",
    re.IGNORECASE,
)
_JOB = re.compile(
    r"(?<!\w)(?:ваканс\w+|зарплат\w*|оклад\w*|трудоустр\w+|график\w*|смен[аыу]|резюме|стаж|собеседован\w+"
    r"|граф[іи]к"
    r"|працевлаштув\w+|ставка|співбесід\w+|salar\w+|wages?|vacanc\w+|hiring|shifts?|resume|cv|job|employ\w+)(?!\w)",
    re.IGNORECASE,
)


def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


@dataclass(frozen=True)
class _Fraud:
    """`ask` is quoted, or rather what `telling` finds in its sentence; `beside` is looked for around."""

    ask: re.Pattern[str]
    telling: re.Pattern[str]
    beside: Callable[[Sequence[str], bool], bool]


_PARCELS, _HELDS, _OWNS, _TELLINGS = map(_compiled, (_PARCEL, _HELD, _OWN, _TELLING))
_OFFERS, _EARNED_SUMS = _compiled(_OFFER), _compiled(_EARNINGS)
_OFFICIALS, _ADDRESSES = _compiled(_OFFICIAL), _compiled(_ADDRESS)


def is_telling(phrase: str) -> bool:
    """Whether a phrase asks for a card, or for anything at an address such as no post office has."""
    return bool(_TELLINGS.search(phrase))


def asks(sign: FormSign, sentences: Sequence[str]) -> Iterator[tuple[re.Match[str], str]]:
    """What a fraud asks for, with its sentence, where the other part stands beside it."""
    fraud = FRAUDS[sign]
    for number, sentence in enumerate(sentences):
        asked = fraud.ask.search(sentence)
        if asked:
            telling = fraud.telling.search(sentence)
            if fraud.beside(sentences[max(0, number - 1) : number + 2], telling is not None):
                yield telling or asked, sentence


def _is_parcel(beside: Sequence[str], is_told: bool) -> bool:
    """A parcel that is held, and no address but those of authorities."""
    text = " ".join(beside)
    if _OFFICIALS.search(text) and not _ADDRESSES.search(_OFFICIALS.sub(" ", text)):
        return False
    held = _HELDS.search(text) or (is_told and _OWNS.search(text))
    return bool(_PARCELS.search(text) and held)


def _is_offer(beside: Sequence[str], _is_told: bool) -> bool:
    """Earnings that the reader is promised, by something that can be invested in."""
    text = " ".join(beside)
    hints = {found.lastindex for found in _HINTS.finditer(text)}
    if _JOB.search(text) or not (_OFFERS.search(text) or len(hints) > 1):
        return False
    return any(
        _EARNED_SUMS.search(one) and _READER.search(one) and not _REPORTED.search(one) for one in beside
    )


FRAUDS: dict[FormSign, _Fraud] = {
    "parcel_form": _Fraud(_compiled(_PARCEL_ASK), _TELLINGS, _is_parcel),
    "earn_form": _Fraud(_compiled(rf"{_NOT_BEFORE}(?:{_LEFT}|{_CALLED})"), _compiled("(?!)"), _is_offer),
}
