"""How much a sentence tells readers what to do, and by when: what no short card may leave out.

Made for texts as `botapp.ai.events.plain` folds them. A sentence too many costs a reader a second, one too
few a deadline, so these words are wide; what a fraud wants done is left out elsewhere.
"""

import re

from botapp.ai import figures
from botapp.ai.events import plain
from botapp.ai.offline import marks

ENOUGH = 2  # what a sentence weighs that is worth its place on a short card

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
    r"|январ|феврал|март|апрел|ма[яе]\b|июн|июл|август|сентябр|октябр|ноябр|декабр|числа"
    r"|січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд"
)
_UNIT = (
    r"процент|відсот|percent|%|млн|млрд|тыс|тис|million|billion|thousand"
    r"|доллар|долар|евро|євро|руб|грив|грн|[$€£₽₴]"
)
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|-?го)?[ -](?:of )?(?:{_MONTH})\w*"
    rf"|\d{{1,2}}[./]\d{{1,2}}(?![\d%]| ?(?:{_UNIT}))"
    rf"|\d{{1,2}}:\d\d|20\d\d(?![\d%]|[.,]\d| ?(?:{_UNIT}))"
    r"|(?:the )?(?:end|start|close) of|midnight|noon|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|(?:конца|начала|середины|завтра|полуночи|понедельника|вторника|среды|четверга|пятницы|субботы"
    r"|воскресенья"
    r"|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)(?!\w)"
    r"|(?:кінця|початку|середини|завтра|півночі|опівночі|понеділка|вівторка|середи|четверга|п'ятниці|суботи"
    r"|неділі|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)(?!\w))"
)
_DEADLINE = re.compile(
    rf"(?<!\w)(?:(?:by|until|till|before|no later than|not later than|due|ends? on|expires?(?: on)?) {_DAY}"
    rf"|(?:до|не позднее|не позже|не пізніше) {_DAY}"
    r"|deadline|last day|cut-?off|крайн\w+ (?:срок|термін)|последн\w+ день|дедлайн\w*"
    r"|останн\w+ (?:день|термін))(?!\w)"
)
_NEEDED = re.compile(
    r"(?<!\w)(?:(?<!не )(?:нужно|надо|необходимо|прид[её]тся|следует|потребуется|требуется)"
    r"|(?:рекоменду|совету|призва|призыва|порекомендова|посоветова|попроси|прос(?:ит|ят|им|ил|ьб))\w*"
    r"|(?<!не )(?:потрібно|треба|необхідно|доведеться|слід|знадобиться|вимагається)"
    r"|(?:рекоменду|рад(?:ить|ять|имо)|прос(?:ить|ять|имо|ил|ив)|заклика|порекомендува|порадил|попросил)\w*"
    r"|(?:urge[sd]?|advise[sd]?|recommend(?:s|ed)?|ask(?:s|ed)?|tells?|told) (?:its |all |the |affected )*"
    r"(?:users|customers|clients|holders|owners|people|everyone|everybody|investors|members|traders|readers)"
    r"|(?:is|are|be) (?:advised|urged|required|asked|obliged|recommended) to)(?!\w)"
)
_MUST = re.compile(
    r"(?<!\w)(?:must|need to|have to|should|will have to|can (?:still )?(?:claim|withdraw|apply"
    r"|swap|exchange|get|ask|appeal|opt)"
    r"|should not|must not|должн\w+|обязан\w*|смогут|могут|сможете|можете"
    r"|мусять|мають|повинн\w+|зобов'язан\w+|зможуть|можуть|зможете|можете)(?!\w)"
)
_READERS = re.compile(
    r"(?<!\w)(?:users?|customers?|clients?|holders?|owners?|depositors?|investors?|creditors?|victims?"
    r"|residents"
    r"|taxpayers?|citizens?|subscribers?|merchants?|borrowers?|members?|those who|anyone|everyone|people|you"
    r"|пользовател|клиент|владельц|владелец|держател|вкладчик|инвестор|кредитор|пострадавш|резидент"
    r"|налогоплательщик|граждан|россиян|украинц|подписчик|за[её]мщик|участник|абонент|получател"
    r"|тем,? кто|те,? кто|всем|вам|вы|люд|физлиц|предпринимател"
    r"|користувач|клієнт|власник|тримач|вкладник|інвестор|кредитор|потерпіл|постраждал|резидент|платник"
    r"|громадян|українц|підписник|позичальник|учасник|абонент|отримувач|тим,? хто|ті,? хто|усім|всім|ви|фізос"
    r"|підприєм|фоп)"
)
# What is asked of readers themselves; calls to pay, buy and tell secrets are none of these.
_DO = re.compile(
    r"(?<!\w)(?:(?:обнов|смен|провер|отзов|измен|включ|отключ|сохран|удал|закр[ое]й|установ|сдела|подай"
    r"|подгот)"
    r"(?:и|ь|й)?те|не (?:открывай|переходи|ввод|подключай|подписывай|отправляй|используй|удаляй)\w*те"
    r"|(?:онов|змін|перевір|відклич|увімкн|вимкн|збереж|видал|закр|встанов|зроб|подай|підготу)(?:и|і"
    r"|й)?(?:ть|те)"
    r"|не (?:відкривай|переходь|ввод|під'єднуй|підписуй|надсилай|використовуй|видаляй)\w*те"
    r"|please|do not (?:open|click|enter|connect|sign|use)|update (?:your|the)|change (?:your|the) password"
    r"|revoke|check (?:your|the|whether))(?!\w)"
)
_COMING = re.compile(
    r"(?<!\w)(?:will|won't|starting|from|takes? effect|come into force|goes? live|expires?|closes?|ends?"
    r"|stops?|effective|вступ\w+ в силу|действу\w+ с|начн[её]т\w*|начн\w+|заработа\w+|прекрат[ия]т\w*"
    r"|перестан\w+"
    r"|закро[ею]т\w*|отключ[ия]т\w*|будет|будут|станет|станут|продл[ия]т\w*|истека\w+|истеч\w+"
    r"|заверш[ия]т\w*|замороз[ия]т|заблокиру\w+|удал[ия]т|спиш\w+|сгор[ия]т|введ\w+|начиная|вырастет"
    r"|снизится|появ[ия]т\w+"
    r"|набу\w+ чинності|діють|діє|діятим\w+|почн\w+|запрацю\w+|припин[ия]т\w*|закри[юв]\w+|вимкн\w+|буде"
    r"|будуть|стане|стануть|триватим\w+|сплива\w+|завершиться|завершаться|заморо[зж]\w+|заблоку\w+"
    r"|видал[яи]т\w+|спиш\w+|згор[ия]\w+|запровад[ия]т\w+|починаючи|зросте|знизиться|з'яв[ия]т\w+)(?!\w)"
)
_SUM = re.compile(
    r"(?<!\w)(?:limit\w*|fees?|fines?|penalt\w+|compensation|reimburse\w*|refund\w*|minimum|maximum|cap|rate"
    r"|лимит\w*|комисси\w+|штраф\w*|пен[яи]|компенс\w+|возмещ\w+|выплат\w+|тариф\w*|ставк\w+|взнос\w*"
    r"|минимальн\w+"
    r"|максимальн\w+|ліміт\w*|комісі\w+|пеня|відшкод\w+|виплат\w+|внес\w+|мінімальн\w+|максимальн\w+)(?!\w)"
)


def weight(text: str) -> int:
    """0 for what readers need not act on; ENOUGH or more for a duty, a deadline, a day that comes."""
    folded = plain(text)
    asked = _NEEDED.search(folded) or _DO.search(folded) or (_MUST.search(folded) and _READERS.search(folded))
    due = _DEADLINE.search(folded)
    coming = not due and _COMING.search(folded) and marks.has("<date>", text)
    costs = _SUM.search(folded) and any(not figure.dated for figure in figures.find(text))
    return 2 * bool(asked) + 2 * bool(due) + 2 * bool(coming) + bool(costs)
