"""Who reports a fraud and who commits one: the same words stand in both.

A sentence that warns or tells of victims, police or courts shows no sign, nor does a sentence right beside
one; unless it orders its reader itself, outside of quotes. Whoever defrauds likes to quote the police.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from botapp.ai import injections
from botapp.ai.sieve import Sieve

Reporter = Literal["authority", "anybody"]

# Who reports: authorities and their work. Those who offer "help" after a fraud do not speak of them.
_AUTHORITIES = (
    r"warn\w*|police|prosecut\w+|charged|alleged\w*|arrested|lawsuit|court|fined|complaint|convicted"
    r"|sentenced"
    r"|according to|beware"
    r"|предупре\w+|предостер\w+|полици\w*|прокур\w*|следств\w*|обвин\w+|арест\w*|суд\b|суда\b|оштрафова\w+"
    r"|попере(?:дж\w+|ди[влт]\w*)|поліці\w*|слідств\w*|звинува\w+|підозрю\w*|оштрафува\w+"
)
_ABOUT_FRAUD = (
    r"(?<!not )(?<!n't )(?<!n’t )hang up|is a scam|it['’]?s a scam"
    r"|victims?|scammers?|fraudsters?|phishing|fake\b|researchers?|investigat\w+"
    r"|(?<!не )(?:клади|положи|повесь|бросай)\w* трубку|это (?:обман|развод|скам)"
    r"|жертв\w*|пострадавш\w*|мошенни\w*|фишинг\w*|аферист\w*|поддельн\w*|исследовател\w*|злоумышленник\w*"
    r"|(?<!не )(?:клад|поклад|кида)\w* слухавку|це (?:обман|розвод|скам)"
    r"|потерпіл\w*|шахра\w*|фішинг\w*|аферист\w*|підроблен\w*|дослідник\w*|зловмисник\w*"
)
_REPORTS: dict[Reporter, re.Pattern[str]] = {
    "authority": re.compile(rf"(?<!\w)(?:{_AUTHORITIES})", re.IGNORECASE),
    "anybody": re.compile(rf"(?<!\w)(?:{_AUTHORITIES}|{_ABOUT_FRAUD})", re.IGNORECASE),
}
# How callers introduce themselves and the danger they save from: that is no report of either.
_PRETEXTS = re.compile(
    r"(?<!\w)(?:(?:this is|i am|i'm|we are|calling from)\s+(?:\w+\s+){0,3}police"
    r"|(?:это|я из|мы из|вас беспокоит|це|я з|ми з|вас турбує)\s+(?:\w+\s+){0,2}(?:полици|поліці)\w*"
    r"|(?:scammers?|fraudsters?|hackers?)\b[^.!?]{0,20}\b(?:tr(?:y|ied|ying)|attempt\w*|gained|have access"
    r"|accessed|stealing|withdraw\w*)\b[^.!?]{0,40}\byour?\b"
    r"|(?:мошенни|злоумышленник|аферист)\w*[^.!?]{0,20}(?:пыта|хотят|собира|получили доступ|оформ|атак|взлом"
    r"|снима|списыва)\w*[^.!?]{0,40}(?:ваш|вас(?!\w)|вами|вам(?!\w))\w*"
    r"|(?:шахра|зловмисник|аферист)\w*[^.!?]{0,20}(?:намага|хочуть|отримали доступ|оформ|атак|злам|знима"
    r"|списую|переказу)\w*[^.!?]{0,40}(?:ваш|вас(?!\w)|вами|вам(?!\w))\w*"
    r"|(?<!\w)(?:меня|мене|нас) (?:\w+ )?(?:арест|задерж|арешт|затрим)\w*|\bi (?:\w+ ){0,2}arrested"
    r"|at (?:the|a) police station"
    r"|(?:попал\w*|потрапи\w*|забрали|увезли|(?<!\w)я) (?:\w+ )?[ву] (?:полици|поліці)\w*"
    r"|на ваше (?:имя|ім['’ʼ]я) (?:мошенни|шахра)\w*|тайн\w+ следствия|таємниц\w+ слідства"
    r"|(?:ваш|вас)\w* [^.!?]{0,30}(?:атак|пыта|взлом|получили доступ|намага|злам|отримали доступ)\w*"
    r"[^.!?]{0,20}(?:мошенни|шахра)\w*|(?:попытк|спроб|зафиксирован|зафіксован)\w+ (?:мошенни|шахра)\w*)",
    re.IGNORECASE,
)

_ABOUT = re.compile(rf"(?<!\w)(?:{_ABOUT_FRAUD})", re.IGNORECASE)
_ORDER_RU_UK = re.compile(
    r"(?<!\w)(?:\w{2,20}(?:ите|йте|ьте|іть)|перев[еи]ди|переведи|скинь|кинь|назови|назви|сообщи|скажи"
    r"|продиктуй|пришли"
    r"|вышли|введи|отправь|подключи|забери|оплати|сплати|перекажи|надішли|перешли|пиши|прошу вас|(?:вам|вы"
    r"|ви) (?:\w+ )?"
    r"(?:нужно|надо|необходимо|должны|потрібно|треба|необхідно|повинні))(?!\w)",
    re.IGNORECASE,
)
_EN_BEFORE = re.compile(
    r"(?:^|[.!?:;,(—–-]\s*|\b(?:please|kindly|now|just|immediately|urgently) "
    r"|\byou (?:must|need to|have to|should) "
    r"|(?:^|[.!?:]\s*)(?:call|contact|write|reply|click|open|visit)\b[^.!?]{0,30} and )[\"'“]?$",
    re.IGNORECASE,
)
_EN_OWN = re.compile(r"(?:you (?:must|need to|have to|should)|please)\b", re.IGNORECASE)
_SAID = re.compile(
    r"(?<!\w)(?:says?|saying|said|tells?|told|asks?|asked|writ\w{1,3}|wrote|говор\w{1,3}|сказал\w?"
    r"|скаж\w{1,3}|прос[яи]\w{1,2}"
    r"|пиш[еу]т|писал\w|убежда\w{1,3}|требу\w{1,3}|каж[еу]\w{0,2}|пишуть|писали|вимага\w{1,3}"
    r"|переконую\w{1,2})"
    r"[^.!?:]{0,30}[:,—–-]\s*$",
    re.IGNORECASE,
)
# Whoever tells of frauds tells what they say and do.
_SPEAK = re.compile(
    r"(?<!\w)(?:sa(?:y|id)|tell|told|ask|writ|wrote|call|send|sent|offer|promis|pretend|claim|lure|persuad"
    r"|want|tr(?:y|ied)"
    r"|говор|скаж|сказал|прос[яи]|пиш|писал|звон|присыла|предлага|обеща|убежда|требу|представля|выда[юе]"
    r"|пыта|хот[ея]|зна"
    r"|схем|уловк|фраз|легенд|сценар|текст|trick|scheme|ruse|script|message|phrase|каж|вимага|пропону"
    r"|обіця|переконую|телефону|дзвон|надсила|видаю|намага|хоч)\w{0,6}(?!\w)",
    re.IGNORECASE,
)
_PAUSE = re.compile(r"[,:;—–!]\s|\s-\s")
_CYRILLIC = re.compile("[а-яіїєґ]", re.IGNORECASE)
_QUOTE = re.compile(r"«[^«»]{1,400}»|“[^“”]{1,400}”|„[^„“”]{1,400}[“”]|(?<!\w)\"[^\"]{1,400}\"(?!\w)")
_JOINT = "\n"  # between sentences, which have none


def without(reporter: Reporter, sentences: Sequence[str]) -> Sequence[str]:
    """The sentences that neither report nor stand right beside one that does; no order to an AI reports."""
    reporting = [_tells(reporter, sentence) for sentence in sentences]
    if not any(reporting):
        return sentences
    return [s for number, s in enumerate(sentences) if not any(reporting[max(0, number - 1) : number + 2])]


def outspoken(sentences: Sequence[str]) -> Sequence[str]:
    """Of a text that reports, what its author says himself: neither quoted nor told of a fraud.

    Of "the police warn: do this" that is what follows the colon.
    """
    whole = _JOINT.join(sentences)
    bare = _QUOTE.sub(lambda quote: re.sub(r"[^\n]", " ", quote.group()), whole).split(_JOINT)
    return tuple(filter(None, map(_own, bare)))


def orders(match: re.Match[str], sentence: str) -> bool:
    """Whether the words tell the reader to do something, and are not introduced as what others say."""
    before = sentence[max(0, match.start() - 60) : match.start()]
    if _SAID.search(before):
        return False
    if _CYRILLIC.search(match.group()):
        return bool(_ORDER_RU_UK.search(match.group()))
    return bool(_EN_BEFORE.search(before) or _EN_OWN.match(match.group()))


def _tells(reporter: Reporter, sentence: str) -> bool:
    likely, plain = _sieve().likely(sentence), sentence
    if "pretexts" in likely:
        plain = _PRETEXTS.sub(" ", sentence)
        likely = _sieve().likely(plain)
    return reporter in likely and bool(_REPORTS[reporter].search(plain)) and not injections.phrase(sentence)


@cache
def _sieve() -> Sieve[str]:
    return Sieve({**_REPORTS, "pretexts": _PRETEXTS})


def _own(sentence: str) -> str:
    """What follows the report in its own sentence, "" if that is what frauds say, or part of the report."""
    if not _tells("anybody", sentence):
        return sentence
    about = max((found.end() for found in _ABOUT.finditer(sentence)), default=0)
    if not about:
        return sentence.partition(": ")[2]
    pause = _PAUSE.search(sentence, about)
    return sentence[pause.end() :] if pause and not _SPEAK.search(sentence, 0, pause.start()) else ""
