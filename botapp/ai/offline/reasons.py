"""What a sentence states as the cause of what, and sentences that name the cause of the one before."""

import re
from collections.abc import Iterator

from botapp.ai.events import plain

_CLAUSE_END = re.compile(r"[,;:.!?](?:\s|$)|\s[—–]\s")
_UKRAINIAN = re.compile(r"[іїєґ]")
_CAUSE_FOLLOWS = re.compile(
    r"(?<!\w)(?:because(?: of)?|due to|owing to|thanks to|as a result of|in response to|on the back of"
    r"|driven by"
    r"|fuell?ed by|caused by|triggered by|prompted by|sparked by|blamed on|attributed to|explained by"
    r"|at the request of"
    r"|for fear of|on (?:fears|concerns|hopes|worries|expectations)|amid|following|after|in order to"
    r"|to support|so that"
    r"|citing(?! (?:people|a person|sources|a source|data|reuters|bloomberg|documents|unnamed))"
    r"|as (?:traders|investors|markets?|fears|concerns|worries|hopes|demand|inflows|outflows|tensions"
    r"|buyers|sellers)"
    r"|for (?:\w+ly )?\w+ing|over (?:a|an|the|its|their|his|her|alleged|suspected)|accused of|suspected of"
    r"|linked to"
    r"|из-за|потому что|потому, что|так как|поскольку|ввиду|вследствие|в результате|по причине|в связи с"
    r"|благодаря"
    r"|в ответ на|на фоне|после(?: того,? как)?|вслед за|по запросу|по просьбе|по требованию|по решению"
    r"|по делу о"
    r"|по обвинению в|по подозрению в|за (?:мошен|отмыв|наруш|обман|сговор|неуплат|уклонен)\w+|вызван\w* "
    r"|чтобы"
    r"|для (?:поддержки|защиты|борьбы)"
    r"|тому що|оскільки|внаслідок|унаслідок|в результаті|у результаті|з причини|у зв'язку з|завдяки"
    r"|у відповідь на"
    r"|на тлі|після(?: того,? як)?|услід за|на запит|на прохання|на вимогу|за рішенням|у справі про"
    r"|за підозрою"
    r"|за (?:шахрай|відмив|поруш|обман|змов|ухилен)\w+|спричинен\w* |щоб|для (?:підтримки|захисту"
    r"|боротьби))(?!\w)"
)
_ONLY_UKRAINIAN = re.compile(
    r"(?<!\w)(?:через(?! (?:\d|(?:кілька|декілька|один|одну|два|дві|три|чотири|п'ять|пів|день|добу|тиждень"
    r"|місяць"
    r"|рік|годину|хвилину|бірж\w+|застосун\w+|додат\w+|міст|мости|сайт\w*|сервіс\w*|гаман\w+|адрес\w+"
    r"|банк\w*)(?!\w)))"
    r"|бо)(?!\w)"
)
_CAUSE_PRECEDES = re.compile(
    r"(?<!\w)(?:which is why|that is why|therefore"
    r"|led to|leads to|caused|causes|prompted|prompting|triggered|triggering|sparked|resulted in"
    r"|pushed|sent"
    r"|прив[её]л\w* к|поэтому|вызвал\w*|спровоцировал\w*|стал\w* причиной|обернул\w*"
    r"|через це"
    r"|призве\w+ до|призвів до|спричини\w+|викликал\w*|викликав|спровокува\w+|стал\w* причиною)(?!\w)"
)
_NAMES_A_CAUSE = re.compile(
    r"(?<!\w)(?:(?:explain\w*|blam\w+|attribut\w+|link\w*|tied?) (?:it|this|that|the (?:move|fall|drop"
    r"|rise|decision"
    r"|delay))|(?:traders|analysts|investors|observers|the company|the exchange) (?:pointed to|cited|blamed)"
    r"|(?:the |its |one )?(?:\w+ )?(?:cause|reason)s? (?:was|is|were|are)|this (?:was|is|came) (?:due"
    r"|because|after)"
    r"|needs? more time|acted (?:at|on|because|after|in)|did so|explained that"
    r"|the (?:move|decision) (?:follows|came|was)"
    r"|(?:объяснил|пояснил)\w*, что|пояснил\w*, що|пояснив, що"
    r"|(?:объясн\w+|связ\w+|мотивир\w+) (?:это|решение|шаг|так\w+|падение|рост|снижение|задержку|сбой)"
    r"|(?:это|так\w+ решени\w+|падение|рост|сбой) (?:объясн\w+|связ\w+|вызван\w*)|причин\w+ (?:—|–|-"
    r"|стал\w*|назва\w+"
    r"|в том|был\w*|падения|роста|сбоя)|(?:аналитики|трейдеры|эксперты) (?:связ\w+|объясн\w+)|дело в том"
    r"|(?:пояс\w+|пов'яз\w+|мотив\w+) (?:це|рішення|крок|падіння|зростання|збій|затримку)"
    r"|(?:це|так\w+ рішення|падіння|зростання|збій) (?:поясн\w+|пов'яз\w+|спричин\w+)"
    r"|причин\w+ (?:—|–|-|стал\w*|назва\w+|в тому|у тому|бул\w*|падіння|зростання|збою)"
    r"|(?:аналітики|трейдери|експерти) (?:пов'яз\w+|поясн\w+)|річ у тому|справа в тому)(?!\w)"
)
_NAMES_NONE = re.compile(
    r"(?<!\w)(?:(?:did not|didn't|has not|hasn't|would not|declined to|refused to) (?:say|explain|disclose"
    r"|specify|give"
    r"|name|comment on)(?: \w+){0,3} (?:why|reasons?|cause|decision)|(?:gave|given|named"
    r"|with) no (?:reason|explanation)"
    r"|no reason was|without (?:giving|naming|explanation)|(?:cause|reason)s? (?:is|are|was"
    r"|remains?) (?:un|not )\w+"
    r"|(?:причин\w+|объяснени\w+|мотив\w*)(?: \w+){0,4} не (?:назва\w+|раскр\w+|привод\w+|привел\w*"
    r"|сообщ\w+|уточн\w+"
    r"|называ\w+|известн\w+|указ\w+)|не (?:объяснил\w*|назвал\w* причин\w*|пояснил\w*|раскрыл\w* причин\w*)"
    r"|причина неизвестна"
    r"|(?:причин\w+|пояснен\w+|мотив\w*)(?: \w+){0,4} не (?:назва\w+|розкри\w+|навод\w+|навел\w*"
    r"|повідом\w+|уточн\w+"
    r"|назива\w+|відом\w+|вказ\w+)|не (?:поясни\w+|назвал\w* причин\w*|назвав причин\w*)"
    r"|причина невідома)(?!\w)"
)


def effects_of(text: str) -> Iterator[str]:
    """For each cause that a sentence states, the rest of the sentence: what it is the cause of."""
    folded = plain(text)
    for found in _markers(folded):
        end = _CLAUSE_END.search(folded, found.end())
        yield f"{folded[: found.start()]} {folded[end.end() :] if end else ''}".strip()
    for found in _CAUSE_PRECEDES.finditer(folded):
        yield folded[found.end() :].strip()


def names_a_cause(text: str) -> bool:
    """Whether a sentence gives the cause of what another one tells: "The exchange explained it by …"."""
    folded = plain(text)
    return bool(_NAMES_A_CAUSE.search(folded)) and not _NAMES_NONE.search(folded)


def names_none(text: str) -> bool:
    """Whether a sentence says that no reason was given."""
    return bool(_NAMES_NONE.search(plain(text)))


def _markers(folded: str) -> Iterator[re.Match[str]]:
    yield from _CAUSE_FOLLOWS.finditer(folded)
    if _UKRAINIAN.search(folded):
        yield from _ONLY_UKRAINIAN.finditer(folded)
