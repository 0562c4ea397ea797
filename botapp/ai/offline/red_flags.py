"""Signs of manipulation and fraud in a text, with the words that show them.

A text that *reports* a fraud quotes the same words, so a sentence that warns or that tells of
victims, police or courts raises no flag, nor does a sentence right beside one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from botapp.ai import injections
from botapp.ai.hidden import unmasked
from botapp.ai.offline import form_scams
from botapp.ai.offline.signs import PATTERNS, Sign

_SAME_SENTENCE = r"(?:[^.!?]|\.(?=\d))"  # a point inside a number does not end one
_COMPILED = {
    sign: re.compile(rf"(?<!\w)(?=[\w🚀])(?:{words.replace('[^.!?]', _SAME_SENTENCE)})", re.IGNORECASE)
    for sign, words in PATTERNS.items()
}
_OF_ORDERS: frozenset[Sign] = frozenset(("orders_to_ai",))
_ALL: frozenset[Sign] = _OF_ORDERS.union(_COMPILED, form_scams.FRAUDS)
# Who reports: authorities and their work. Those who offer "help" after a fraud do not speak of them.
_AUTHORITIES = (
    r"warn\w*|police|prosecut\w+|charged|alleged\w*|arrested|lawsuit|court|fined|complaint|convicted|sentenced"
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
_REPORTS = re.compile(rf"(?<!\w)(?:{_AUTHORITIES}|{_ABOUT_FRAUD})", re.IGNORECASE)
_OFFICIAL_REPORTS = re.compile(rf"(?<!\w)(?:{_AUTHORITIES})", re.IGNORECASE)
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
    r"|на ваше (?:имя|ім['’ʼ]я) (?:мошенни|шахра)\w*|тайн\w+ следствия|таємниц\w+ слідства"
    r"|(?:ваш|вас)\w* [^.!?]{0,30}(?:атак|пыта|взлом|получили доступ|намага|злам|отримали доступ)\w*"
    r"[^.!?]{0,20}(?:мошенни|шахра)\w*|(?:попытк|спроб|зафиксирован|зафіксован)\w+ (?:мошенни|шахра)\w*)",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"(?<!\w)(?:never(?:,? ever)?|do not|don['’]?t|nobody|no one|not|не|никогда|никому|ніколи|нікому|no)\s+"
    r"(?:\w+\s+){0,2}$"
    r"|(?<!\w)(?:never|not|won['’]t|не|ніколи)\s+(?:say|tell|ask|скаж|говор|попрос|прос|каж)\w*[^.!?«“„\"]{0,12}[:,]?\s*"
    r"[«“„\"]?$",
    re.IGNORECASE,
)
_SAY = (
    r"(?:says?|saying|said|tells?|told|asks?|asked|говор\w+|сказал\w*|скаж\w+|прос[яи]\w+|убежда\w+"
    r"|требу\w+|каж\w+|вимага\w+|переконую\w+)(?!\w)"
)
_QUOTED_BEFORE = re.compile(rf"(?<!\w){_SAY}[^.!?«“„\"]{{0,20}}[«“„\"][^»”\"]{{0,40}}$", re.IGNORECASE)
_QUOTED_AFTER = re.compile(rf"[^»”\"«“„]{{0,40}}[»”\"][,\s—–-]{{1,4}}(?:\w+ )?{_SAY}", re.IGNORECASE)
# Those need no "scammers" beside them: whoever wants a code or money himself does not quote himself.
_SPOKEN: frozenset[Sign] = frozenset(("seed_phrase", "safe_account"))
_WITH_NOBODY = re.compile(r"\s*(?:with|to) (?:nobody|no one)\b", re.IGNORECASE)
# "Tell nobody the code" protects; "tell nobody of our talk" isolates.
_TELL_NOBODY = re.compile(r"(?:никому не|нікому не|don['’]?t (?:tell|share)) ?", re.IGNORECASE)
_SECRETS = re.compile(
    r"(?<![\w-])(?:код(?:а|у|ом|ы|и|ов|ів|ами)?(?!\w)|codes?\b|otp\b|pin\b|cvv|cvc|парол|passwords?\b|passcode"
    r"|(?:пин|пін|смс|sms)-?код|ключ|keys?\b|(?:seed|recovery|secret) (?:phrase|words)|фраз|реквизит|реквізит"
    r"|(?:данные|дані|номер\w*) (?:\w+ )?(?:карт|картк))",
    re.IGNORECASE,
)
_LONGEST_PHRASE = 120
_LOOK_BACK = 120


def find(sentences: Sequence[str], among: frozenset[Sign] = _ALL) -> tuple[tuple[Sign, str], ...]:
    """Each sign of those asked for once, with the first words that show it, in the order of the list."""
    found = list(_spoken(tuple(map(unmasked, sentences)), among))
    if among & _OF_ORDERS:
        # Who gives orders to an AI gains nothing by reporting a fraud beside them: those always count.
        found += [("orders_to_ai", phrase) for phrase in map(injections.phrase, sentences) if phrase][:1]
    return tuple(found)


def _spoken(sentences: Sequence[str], among: frozenset[Sign]) -> Iterator[tuple[Sign, str]]:
    speaking = _without(_REPORTS, sentences)
    offering = _without(_OFFICIAL_REPORTS, sentences)
    read: dict[Sign, Sequence[str]] = {"advance_fee": offering}
    told = ((sign, _phrases(sign, read.get(sign, speaking))) for sign in _COMPILED if sign in among)
    between = [sentence for sentence in speaking if not injections.phrase(sentence)]
    asked = (
        (sign, chain(_asked(sign, speaking), _asked(sign, between)))  # an order to an AI parts no fraud
        for sign in form_scams.FRAUDS
        if sign in among
    )
    for sign, phrases in (*told, *asked):
        phrase = next(phrases, "")
        if phrase:
            yield sign, phrase


def _without(reports: re.Pattern[str], sentences: Sequence[str]) -> Sequence[str]:
    """The sentences that neither report nor stand right beside one that does; no order to an AI reports."""
    reporting = [
        bool(reports.search(_PRETEXTS.sub(" ", sentence))) and not injections.phrase(sentence)
        for sentence in sentences
    ]
    return [s for number, s in enumerate(sentences) if not any(reporting[max(0, number - 1) : number + 2])]


def _phrases(sign: Sign, sentences: Sequence[str]) -> Iterator[str]:
    for number, sentence in enumerate(sentences):
        for match in _COMPILED[sign].finditer(sentence):
            beside = " ".join(sentences[max(0, number - 1) : number + 2])
            told = sign in _SPOKEN and _told(match, sentence)
            if not told and not _denied(match, sentence) and not _protects(match.group(), beside):
                yield match.group().strip()[:_LONGEST_PHRASE]


def _asked(sign: form_scams.FormSign, sentences: Sequence[str]) -> Iterator[str]:
    for match, sentence in form_scams.asks(sign, sentences):
        if not _denied(match, sentence):
            yield match.group().strip()[:_LONGEST_PHRASE]


def _denied(match: re.Match[str], sentence: str) -> bool:
    """Whether the words are forbidden: "never …", "… with nobody"."""
    return bool(_NEVER.search(_before(match, sentence)) or _WITH_NOBODY.match(sentence, match.end()))


def _before(match: re.Match[str], sentence: str) -> str:
    """The words right before; whatever denies or quotes stands among them."""
    return sentence[max(0, match.start() - _LOOK_BACK) : match.start()]


def _told(match: re.Match[str], sentence: str) -> bool:
    """Whether the words stand in quotation marks as what somebody says."""
    return bool(_QUOTED_BEFORE.search(_before(match, sentence)) or _QUOTED_AFTER.match(sentence, match.end()))


def _protects(phrase: str, beside: str) -> bool:
    """Whether it is a secret that nobody shall be told: it stands in the same sentence or right beside."""
    return bool(_TELL_NOBODY.match(phrase) and _SECRETS.search(beside))
