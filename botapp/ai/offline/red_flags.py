"""Signs of manipulation and fraud in a text, with the words that show them.

A text that *reports* a fraud quotes the same words: reports.py says whose they are.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import chain

from botapp.ai import injections
from botapp.ai.hidden import unmasked
from botapp.ai.offline import everyday_scams, evidence, form_scams, reports, spread_scams
from botapp.ai.offline.signs import PATTERNS, Sign
from botapp.ai.sieve import Sieve

_COMPILED = {
    sign: re.compile(
        rf"(?<!\w)(?=[\w🚀])(?:{words.replace('[^.!?]', spread_scams.SAME_SENTENCE)})", re.IGNORECASE
    )
    for sign, words in PATTERNS.items()
}
_OF_ORDERS: frozenset[Sign] = frozenset(("orders_to_ai",))
_ALL: frozenset[Sign] = _OF_ORDERS.union(_COMPILED, form_scams.FRAUDS, spread_scams.SCAMS)
_NEVER = re.compile(
    r"(?<!\w)(?:never(?:,? ever)?|do not|don['’]?t|nobody|no one|not|не|никогда|никому|ніколи|нікому|no)\s+"
    r"(?:\w+\s+){0,2}$"
    r"|(?<!\w)(?:never|not|won['’]t|не|ніколи)\s+(?:say|tell|ask|скаж|говор|попрос|прос"
    r"|каж)\w*[^.!?«“„\"]{0,12}[:,]?\s*"
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
# Honest texts tell of those in the same words: of taxes, and of people whom somebody called.
_TOLD_OF: dict[Sign, re.Pattern[str]] = {
    "advance_fee": spread_scams.TELLS,
    "in_trouble": re.compile(everyday_scams.TOLD, re.IGNORECASE),
}
_WITH_NOBODY = re.compile(r"\s*(?:with|to) (?:nobody|no one)\b", re.IGNORECASE)
# "Tell nobody the code" protects; "tell nobody of our talk" isolates.
_TELL_NOBODY = re.compile(r"(?:никому не|нікому не|don['’]?t (?:tell|share)) ?", re.IGNORECASE)
_SECRETS = re.compile(
    r"(?<![\w-])(?:код(?:а|у|ом|ы|и|ов|ів|ами)?(?!\w)|codes?\b|otp\b|pin\b|cvv|cvc|парол|passwords?\b"
    r"|passcode"
    r"|(?:пин|пін|смс|sms)-?код|ключ|keys?\b|(?:seed|recovery|secret) (?:phrase|words)|фраз|реквизит|реквізит"
    r"|(?:данные|дані|номер\w*) (?:\w+ )?(?:карт|картк))",
    re.IGNORECASE,
)
_SPEAKING: tuple[Sign, ...] = tuple(dict.fromkeys((*_COMPILED, *spread_scams.SCAMS, *form_scams.FRAUDS)))
_OFFERS: frozenset[Sign] = frozenset(("advance_fee", "recovery"))  # who offers help tells of fraud himself
# An order to an AI between the parts of a fraud parts it not.
_PARTED: frozenset[Sign] = frozenset((*form_scams.FRAUDS, *spread_scams.SCAMS))
_GRAVE: frozenset[Sign] = _PARTED | {"safe_account", "send_to_receive"}
_ADDRESS = re.compile(
    r"https?:/|www\.|t\.me/|(?<!\w)@\w{3}|(?<![\w@.-])[\w-]{2,40}\.[a-z]{2,10}(?!\w)", re.IGNORECASE
)
# Cheers for a coin: news quotes them, and they say less than what else there is.
HYPE = re.compile(
    r"\W+|to the moon|\d+x|next (?:bitcoin|100x|gem)|hidden gem|will (?:explode|skyrocket|moon)"
    r"|(?:\w+ )?ракета|туземун|ту зе мун|выстрелит|вистрелить",
    re.IGNORECASE,
)
_LOOK_BACK = 120


def find(sentences: Sequence[str], among: frozenset[Sign] = _ALL) -> tuple[tuple[Sign, str], ...]:
    """Each sign of those asked for once, with the first words that show it, in the order of the list."""
    found = list(_spoken(tuple(map(unmasked, sentences)), among))
    if among & _OF_ORDERS:
        # Who gives orders to an AI gains nothing by reporting a fraud beside them: those always count.
        found += [("orders_to_ai", phrase) for phrase in map(injections.phrase, sentences) if phrase][:1]
    return tuple(found)


def _spoken(sentences: Sequence[str], among: frozenset[Sign]) -> Iterator[tuple[Sign, str]]:
    speaking = reports.without("anybody", sentences)
    offering = reports.without("authority", sentences)
    between = [sentence for sentence in speaking if not injections.phrase(sentence)]
    outspoken = reports.outspoken(sentences) if len(speaking) < len(sentences) else ()
    likely = {sign for sign, _ in _sieve().likely("\n".join((*sentences, *outspoken)))}
    for sign in _SPEAKING:
        if sign not in likely or sign not in among:
            continue
        told = offering if sign in _OFFERS else speaking
        found = chain(
            _found(sign, told),
            _found(sign, between, _PARTED) if len(between) < len(speaking) else (),
            filter(partial(_is_order, sign), _found(sign, outspoken)) if outspoken else (),
        )
        phrases = (_shown(match, sentence) for match, sentence in found)
        first = next(phrases, None)
        if first:
            telling = (phrase for phrase in phrases if not HYPE.fullmatch(phrase))
            yield sign, next(telling, first) if HYPE.fullmatch(first) else first


def _shown(match: re.Match[str], sentence: str) -> str:
    """The words as they are quoted; cheers stay the words that HYPE knows."""
    cheer = match.group().strip()
    return cheer if HYPE.fullmatch(cheer) else evidence.quoted(match, sentence)


def _found(
    sign: Sign, sentences: Sequence[str], among: frozenset[Sign] = _ALL
) -> Iterator[tuple[re.Match[str], str]]:
    """The words that show a sign, with their sentence."""
    if sign not in among:
        return
    if sign in _COMPILED:
        yield from _phrases(sign, sentences)
    if sign in form_scams.FRAUDS:
        yield from (one for one in form_scams.asks(sign, sentences) if not _denied(*one))
    if sign in spread_scams.SCAMS:
        yield from (one for one in spread_scams.asks(sign, sentences) if not _denied(*one))


@cache
def _sieve() -> Sieve[tuple[Sign, int]]:
    """All words that show a sign, those of a sign numbered."""
    return Sieve(
        {(sign, number): words for sign in _SPEAKING for number, words in enumerate(_words_of(sign))}
    )


def _words_of(sign: Sign) -> Iterator[re.Pattern[str]]:
    if sign in _COMPILED:
        yield _COMPILED[sign]
    if sign in form_scams.FRAUDS:
        yield form_scams.FRAUDS[sign].ask
    if sign in spread_scams.SCAMS:
        yield from (scam.ask for scam in spread_scams.SCAMS[sign])


def _is_order(sign: Sign, found: tuple[re.Match[str], str]) -> bool:
    """Whether words beside a report are an order of the author; a light sign needs an address as well."""
    match, sentence = found
    if sign not in _GRAVE and not _ADDRESS.search(sentence):
        return False
    return sign == "recovery" or reports.orders(match, sentence)


def _phrases(sign: Sign, sentences: Sequence[str]) -> Iterator[tuple[re.Match[str], str]]:
    for number, sentence in enumerate(sentences):
        for match in _COMPILED[sign].finditer(sentence):
            beside = " ".join(sentences[max(0, number - 1) : number + 2])
            told = (sign in _SPOKEN and _told(match, sentence)) or (
                sign in _TOLD_OF and _TOLD_OF[sign].search(beside)
            )
            if not told and not _denied(match, sentence) and not _protects(match.group(), beside):
                yield match, sentence


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
