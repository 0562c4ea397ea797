"""Words that show what a sentence does: report, name a source, tell a consequence, ask."""

import re

from botapp.ai.figures import DATE

SOURCE = re.compile(
    r"(?<!\w)(?:according to|said|says|reported?|reports|announced|confirmed|told|wrote|posted|tweeted"
    r"|disclosed|filing"
    r"|press release|statement|data from|reuters|bloomberg|coindesk|сообщи\w*|заяви\w*|рассказа\w*"
    r"|написа\w*|по данным"
    r"|по словам|объяви\w*|подтверди\w*|пресс-служб\w*|со ссылкой|отчет\w*|отчёт\w*|опубликова\w*"
    r"|повідоми\w*|розпові\w*"
    r"|за даними|за словами|оголоси\w*|підтверди\w*|пресслужб\w*|з посиланням|звіт\w*|опублікува\w*)(?!\w)",
    re.IGNORECASE,
)
_CONSEQUENCE = re.compile(
    r"(?<!\w)(?:because|therefore|as a result|this means|which means|means that|could lead|may lead"
    r"|could mean|expected to|impact|consequences?|so that|потому|поэтому|в результате|это означает|значит"
    r"|может привести"
    r"|могут|из-за|последстви\w*|тому|через це|внаслідок|у результаті"
    r"|це означає|може призвести|можуть|наслідк\w*)(?!\w)",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"(?<!\w)(?:analysts?|experts?|аналитик\w*|эксперт\w*|ожида\w*|аналітик\w*|експерт\w*|очіку\w*)(?!\w)",
    re.IGNORECASE,
)
# "In line with forecasts", "than expected": what was thought before says nothing of what follows.
_AS_EXPECTED = re.compile(
    r"(?<!\w)(?:"
    r"(?:in line with|match\w*|met|beats?|miss\w*|above|below|exceed\w*|topp\w+|ahead of|short of|against"
    r"|than|contrary to|despite|compared with)(?!\w)[^,;.]{0,40}?(?:expect|forecast|estimate|consensus)\w*"
    r"|(?:analysts?|economists?|experts?|traders?|markets?)(?: \w+){0,3}? (?:expected|forecasted|predicted)"
    r"|(?:совпал|разош[её]?л|оправда|превзош|превыс|не дотян|вопреки|выше|ниже|хуже|лучше|больше|меньше)\w*"
    r"[^;.]{0,30}?(?:ожидани|прогноз|ожидал|прогнозировал|ждал|консенсус)\w*"
    r"|(?:как и|аналитик\w*|эксперт\w*|экономист\w*)(?: \w+){0,3}? (?:ждал|ожидал|прогнозировал)\w*"
    r"|(?:збіг|розійш|справд|перевищ|не дотягн|всупереч|попри|вищ|нижч|гірш|кращ|більш|менш)\w*"
    r"[^;.]{0,30}?(?:очікуван|прогноз|очікувал|прогнозувал|чекал|консенсус)\w*"
    r"|(?:як і|аналітик\w*|експерт\w*|економіст\w*)(?: \w+){0,3}? (?:чекал|очікувал|прогнозувал)\w*"
    r")(?!\w)",
    re.IGNORECASE,
)
WHEN = re.compile(
    r"(?<!\w)(?:today|yesterday|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|last (?:week|month|night)"
    r"|this (?:week|month|morning)|сегодня|вчера|завтра|понедельник\w*|вторник\w*|сред[ауы]|четверг\w*"
    r"|пятниц\w*|суббот\w*"
    r"|воскресень\w*|на прошлой неделе|сьогодні|вчора|учора|завтра|понеділ\w*|вівтор\w*|серед[ауи]"
    r"|четвер\w*|п[’'ʼ]ятниц\w*"
    r"|субот\w*|неділ\w*|минулого тижня|(?:19|20)\d\d|\d{1,2} (?:january|february|march|april|may|june"
    r"|july|august"
    r"|september|october|november|december))(?!\w)",
    re.IGNORECASE,
)
AMOUNTS = re.compile(  # what is told with a sum or a share, or not at all
    r"(?<!\w)(?:rose|f[ae]lls?|fell|grew|dropped|lost|loses|bought|buys|sold|sells|raised|earned|paid|pays"
    r"|profits?"
    r"|revenues?|losses|million|millions|billions|вырос\w*|упал\w*|снизил\w*|подорожал\w*"
    r"|подешевел\w*"
    r"|потерял\w*|купил\w*|продал\w*|привлек\w*|заплатил\w*|прибыл\w+|выручк\w+|убыт\w+|миллион\w*"
    r"|миллиард\w*|зріс|зросл\w+|впав|впала|упав|знизи\w+|подорожча\w+|подешевша\w+|втрати\w+|купив|купила"
    r"|продав"
    r"|продала|залучи\w+|заплати\w+|прибут\w+|збит\w+|мільйон\w*|мільярд\w*)(?!\w)",
    re.IGNORECASE,
)
ASKS_HOW_MUCH = re.compile(
    r"(?<!\w)(?:how (?:much|many|large|big)|сколько|каков\w* (?:сумм|объ[её]м|размер)\w*|скільки|яка сума)",
    re.I,
)
ASKS_WHEN = re.compile(
    r"(?<!\w)(?:when|what date|how long|когда|с какой даты|какого числа|коли|з якої дати)(?!\w)", re.I
)

ASKS_WHO_SAYS = re.compile(
    r"(?<!\w)(?:whose (?:figures|data|numbers)|who (?:confirm|report|say|said)\w*|confirmed"
    r"|чь[еи]\w* (?:это )?данные"
    r"|кто (?:это )?(?:подтвер|сообщ|заяв)\w*|подтвердила?|чиї (?:це )?дані|хто (?:це )?(?:підтвер"
    r"|повідом|заяв)\w*"
    r"|підтвердила?)(?!\w)",
    re.IGNORECASE,
)
ASKS_OTHER_SIDE = re.compile(
    r"(?<!\w)(?:other side|defen[cs]e|другая сторона|інша сторона|друга сторона)", re.I
)
OTHER_SIDE = re.compile(
    r"(?<!\w)(?:den(?:y|ies|ied)|reject\w*|will fight|disput\w*|declined to comment|called the|отверг\w*"
    r"|отрица\w*"
    r"|не соглас\w*|оспор\w*|намерен\w* защищать\w*|отказал\w* (?:от комментари\w*|комментировать)"
    r"|запереч\w*|спросту\w*|не погод\w*|оскарж\w*|відмови\w* (?:від комент\w*|коментувати))",
    re.IGNORECASE,
)


def tells_a_consequence(text: str) -> bool:
    """Whether a text says why, what follows, or what those who know expect now."""
    return bool(_CONSEQUENCE.search(text) or (_OPINION.search(text) and not _AS_EXPECTED.search(text)))


def has_date(text: str) -> bool:
    """Whether a text says when: a date, a weekday, "yesterday"."""
    return bool(WHEN.search(text) or DATE.search(text))
