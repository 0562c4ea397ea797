"""Frauds that are told in several sentences: a parcel and a card number, earnings and a call of a manager.

What is asked for makes the sign only where the other part stands in the same sentence or right beside.
Written for sentences as people write them, used with re.IGNORECASE. Job offers pay by the month too, and
honest shops have forms: earnings need a platform or a manager who calls, a parcel the reader's own.
"""

import re
from collections.abc import Iterator, Sequence
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
    r"(?<!\w)(?:не (?:может|може) (?:быть|бути)|возвращ\w+|хранени\w+|чека[єю]\w*|поверта\w+|задерж\w+"
    r"|приостановлен\w*|ожида\w+|не доставлен\w*|не (?:удалось|смогли) доставить"
    r"|повторн\w+"
    r"|на складе|для (?:доставки|получения|зачисления)|чтобы получить|прибы\w+|таможен\w+|не указан\w*"
    r"|вам|ваш\w*"
    r"|затриман\w*|призупинен\w*|очіку\w+|не доставлен\w*|неможливо доставити|на складі|митн\w+|щоб отримати"
    r"|для (?:отримання|зарахування)|не вказан\w*|your|on hold|is held|waiting|could not be|couldn['’]t"
    r"|unable to|returned|tried to|customs|redeliver\w*|reschedul\w+|to receive)(?!\w)"
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
    r"(?<!\w)(?:платформ\w*|инвест\w*|вложи\w*|вклад\w*|акци[яийе]\w*|трейдинг\w*|нефт\w+|газ(?:а|е|у|ом"
    r"|пром\w*)?"
    r"|сбер\w*|тинькофф\w*|т-банк\w*|втб|роснефт\w*|лукойл\w*|маск\w*|пассивн\w+|государственн\w+ программ\w*"
    r"|платформ\w*|інвест\w*|акці[їяйює]\w*|нафт\w*|приват\w*|дія|пасивн\w+|державн\w+ програм\w*|трейдинг\w*"
    r"|platform\w*|invest\w*|trad(?:e|ing|er)\w*|elon musk|tesla|amazon|google|quantum|passive|ai|bot|deposit"
    rf"|{_CALLED})(?!\w)"
)
_JOB = re.compile(
    r"(?<!\w)(?:ваканс\w+|зарплат\w*|оклад\w*|трудоустр\w+|график\w*|смен[аыу]|резюме|стаж|собеседован\w+"
    r"|граф[іи]к"
    r"|працевлаштув\w+|ставка|співбесід\w+|salar\w+|wages?|vacanc\w+|hiring|shifts?|resume|cv|job|employ\w+)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Fraud:
    """`ask` is what is quoted; `beside` must all stand around it, and `never` must not."""

    ask: re.Pattern[str]
    beside: tuple[re.Pattern[str], ...]
    never: re.Pattern[str] | None = None


def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


FRAUDS: dict[FormSign, _Fraud] = {
    "parcel_form": _Fraud(_compiled(_PARCEL_ASK), (_compiled(_PARCEL), _compiled(_HELD))),
    "earn_form": _Fraud(
        _compiled(rf"{_NOT_BEFORE}(?:{_LEFT}|{_CALLED})"), (_compiled(_EARNINGS), _compiled(_OFFER)), _JOB
    ),
}


def asks(sign: FormSign, sentences: Sequence[str]) -> Iterator[tuple[re.Match[str], str]]:
    """What a fraud asks for, with its sentence, where the other part stands beside it."""
    fraud = FRAUDS[sign]
    for number, sentence in enumerate(sentences):
        found = fraud.ask.search(sentence)
        if found and _is_fraud(fraud, " ".join(sentences[max(0, number - 1) : number + 2])):
            yield found, sentence


def _is_fraud(fraud: _Fraud, beside: str) -> bool:
    return all(part.search(beside) for part in fraud.beside) and not (
        fraud.never and fraud.never.search(beside)
    )
