"""Statements that turn a sentence of their source round: "will pay", "will not pay"; "rose 5%", "fell 5%".

Only where a statement says nearly the words of a sentence, or its very figure of a rise or a fall. What
may be meant otherwise is let pass: a sentence with both, a condition, another sentence that agrees.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from botapp.ai.figures import Figure
from botapp.ai.grounding.facts import Facts

_LIKE = 0.5  # share of a statement's longer words from which a sentence is looked at
_NEARLY_ALL = 0.8  # share of its words, but for those that turn it
_FEWEST = 3  # words that say what a statement is about
_SHORTEST, _LONGEST = 8, 1000  # characters of a sentence that says something, and not too much
_STEM = 5
_WORD = re.compile(r"[^\W\d_]{3,}")
_NOT = re.compile(
    r"(?<!\w)(?:no longer|not|never|cannot|(?:did|does|do|wo|would|is|are|was|were|has|have|ca|could"
    r"|should)n't|не)\s+"
    r"(?:(?:yet|also|ever|even|be|been|have|has|longer|еще|ще|пока|поки) )?(?P<what>[^\W\d_]+)"
    r"(?: (?:n?or|или|або) (?P<also>[^\W\d_]+))?"
)
# No denial of what follows.
_NO_DENIAL = re.compile(
    r"(?<!\w)(?:not (?:only|just|less|more|later)|не (?:только|лишь|просто|менее|более|больше|меньше|ниже"
    r"|выше|раз"
    r"|позднее|позже|лише|тільки|менше|більше|нижче|вище|пізніше|исключ\w+|виключ\w+))(?!\w)"
)
# What does not happen before June may happen then.
_CONDITION = re.compile(
    r"(?<!\w)(?:if|unless|until|whether|если|пока|ли|якщо|поки|чи|доки)(?!\w)|\?\s*$"
    r"|(?:(?<!\w)(?:not|не|cannot)|n't)\s[^.!?]{0,80}?(?<!\w)(?:before|earlier|раньше|ранее|раніше)(?!\w)"
)
# Denies as well, but who knows what: "charges no fees" is "does not charge fees".
_DENIES_ELSE = re.compile(
    r"(?<!\w)(?:no(?! longer)|none|nobody|nothing|neither|without"
    r"|ни один|ни одна|никто|ничего|без|жоден|жодна|ніхто|нічого|немає)(?!\w)"
)
# What a price is told in: what rose against it, against that it fell.
_IN = re.compile(
    r"(?<!\w)(?:against|versus|vs\.?|to|к|до|щодо) (?:the |a )?(?:us )?(?P<base>dollar|euro|ro?uble|yen|yuan"
    r"|pound|franc|hryvnia|bitcoin|доллару|рублю|юаню|евро|гривне|биткоину|долара|рубля|гривні|євро|біткоїна)"
)
# In pairs: whoever does one does not do the other. The first one takes figures with it.
_OPPOSITES = (
    (
        (
            r"ros[e]|ris(?:e|es|en|ing)|gr[eo]w\w*|increas\w+|climb\w*|gain\w*|jump\w*|soar\w*|surg\w+|rais\w+"
            r"|rall(?:y|ies|ied)|rebound\w*"
            r"|hik\w+|up"
            r"|вырос\w*|выраст\w+|раст[её]т|рост\w{0,2}|поднял\w*|подорожа\w+|увелич\w+|взлет\w+|прибав\w+|повы[сш]\w+"
            r"|приба\w+"
            r"|зріс|зрос\w*|зроста\w+|піднял\w*|подорожча\w+|збільш\w+|злет\w+|підвищ\w+|додав|додала"
        ),
        (
            r"f[ea]ll\w*|dropp?\w*|declin\w+|decreas\w+|slid\w*|slump\w*|sank|sink\w*|plung\w+|tumbl\w+"
            r"|crash\w*|plummet\w*|обруш\w+"
            r"|los[et]\w*|cut|cuts|cutting"
            r"|lower\w*|reduc\w+|down|упа[лд]\w*|падени\w+|сниз[ия]\w+|сниж\w+|пада[ею]\w*|пониз\w+|пониж\w+|подешев\w+"
            r"|уменьш\w+|обвал\w*"
            r"|потеря\w+|сократ\w+|просел\w*|опусти\w+|рухну\w+|впа[вл]\w*|упав|падінн\w+|зниз[ия]\w+|зниж\w+"
            r"|подешевш\w+|зменш\w+"
            r"|втрат\w+|скороти\w+|просі[вл]\w*"
        ),
    ),
    (
        (
            r"approv\w+|accept\w*|allow\w*|permit\w*|pass(?:ed|es)|adopt\w*|agree\w*|одобр\w+|разреш\w+"
            r"|принял\w?|утверд\w+|поддержа\w+|соглас\w+|схвал\w+|дозвол\w+|прийня\w+|ухвал\w+"
            r"|підтрима\w+|затверд\w+|погод\w+"
        ),
        (
            r"reject\w*|den(?:y|ies|ied)|refus\w+|bann?\w*|block\w*|prohibit\w*|отклон\w+|отказ\w+"
            r"|запре[тщ]\w+|відхил\w+"
            r"|відмов\w+|заборон\w+"
        ),
    ),
    (
        (
            r"(?:re)?open\w*|launch\w*|resum\w+|restor\w+|открыл\w*|откроет\w*|запусти\w+|возобнов\w+|восстанов\w+"
            r"|відкри\w+|запусти\w+"
            r"|віднов\w+"
        ),
        (
            r"clos\w+|halt\w*|suspend\w*|paus\w+|stopp?\w*|закры\w+|закро\w+|приостанов\w+|останов\w+"
            r"|прекра\w+|закри\w+|зупин\w+"
            r"|призупин\w+|припин\w+"
        ),
    ),
    (
        r"buy\w*|bought|purchas\w+|acquir\w+|купи\w+|приобр\w+|покупа\w+|закуп\w+|придба\w+|купу\w+",
        r"sell\w*|sold|sale|sales|прода\w+|распрода\w+|розпрода\w+",
    ),
    (r"w[io]ns?|winning|выигра\w+|вигра\w+", r"los[et]\w*|проигра\w+|програ\w+"),
)
_LOST = f"b{len(_OPPOSITES) - 1}"  # who loses money loses no case, but the word is one
_TURN = re.compile(
    "(?<!\\w)(?:"
    + "|".join(f"(?P<a{n}>{one})|(?P<b{n}>{other})" for n, (one, other) in enumerate(_OPPOSITES))
    + ")(?!\\w)"
)
_IRREGULAR = {
    "paid": "pay",
    "bought": "buy",
    "sold": "sell",
    "won": "win",
    "lost": "lose",
    "took": "take",
    "gave": "give",
    "made": "make",
    "kept": "keep",
    "held": "hold",
    "found": "find",
    "left": "leave",
    "sent": "send",
    "stole": "steal",
    "broke": "break",
    "began": "begin",
    "met": "meet",
}
_AUXILIARY = frozenset(
    re.findall(
        r"\w+",
        "the and for did does was were has have had been will would can could not never that its their "
        "with from they this which "
        "что как для его или при был была было были "
        "який цей його або було були",
    )
)


@dataclass(frozen=True)
class _Signs:
    """The words of a text by their beginnings: denied ones, the others, and which side of which pair."""

    denied: frozenset[str]
    said: frozenset[str]
    sides: frozenset[str]
    about: frozenset[str]  # without those that turn it
    is_open: bool  # a condition or a question
    denies_else: bool  # with words that do not stand at what they deny
    base: str  # what its price is told in, "" if there is none


class Told(Protocol):
    """A sentence of the news: its text, the stems of its words, its figures."""

    @property
    def text(self) -> str: ...
    @property
    def words(self) -> frozenset[str]: ...
    @property
    def figures(self) -> tuple[Figure, ...]: ...


def turns(text: str, facts: Facts, sentences: Iterable[Told]) -> bool:
    """Whether a statement says the contrary of a sentence, and of none what it says."""
    own = _signs(text)
    if own.is_open:
        return False
    figures = [one for one in facts.figures if not one.dated] if {"a0", "b0"} & own.sides else []
    wanted, against = facts.words, False
    for sentence in sentences:
        if not _SHORTEST <= len(sentence.text) <= _LONGEST:
            continue
        shared = wanted & sentence.words
        same = bool(figures) and all(any(map(one.agrees, sentence.figures)) for one in figures)
        if not same and len(shared) < _LIKE * len(wanted):
            continue
        other = _signs(sentence.text)
        if other.is_open:
            continue
        verdict = _compared(own, other, same=same, foreign=not shared)
        if verdict is False:
            return False
        against = against or verdict is True
    return against


def _compared(own: _Signs, other: _Signs, *, same: bool, foreign: bool) -> bool | None:
    """True if one turns the other round, False if it says the same, None if they can't be compared."""
    met = own.about & (other.about | other.denied)
    near = len(own.about) >= _FEWEST and len(met) >= _NEARLY_ALL * len(own.about)
    told: list[bool] = []
    if near and not (own.denies_else or other.denies_else):
        told += [one in other.denied for one in own.denied if one in other.denied or one in other.said]
        told += [one in other.said for one in own.said - own.denied if one in other.denied]
    sides = own.sides - {"a0", "b0"} if own.base and other.base not in ("", own.base) else own.sides
    for side in sides:
        opposite = ("b" if side[0] == "a" else "a") + side[1:]
        is_meant = near or (side[1:] == "0" and same and (foreign or _half(own, other)))
        if is_meant and opposite not in own.sides and not other.sides.isdisjoint((side, opposite)):
            told.append(side in other.sides)
    if not told:
        return None
    return not all(told)


def _half(own: _Signs, other: _Signs) -> bool:
    return 2 * len(own.about & other.about) >= len(own.about)


@lru_cache(maxsize=2048)
def _signs(text: str) -> _Signs:
    small = text.lower().replace("ё", "е").replace("’", "'")
    plain = _NO_DENIAL.sub(" ", small)
    denied = frozenset(
        _stem(word) for found in _NOT.finditer(plain) for word in found.group("what", "also") if word
    )
    rest = _NOT.sub(" ", plain)
    said = frozenset(map(_stem, _WORD.findall(rest))) - _AUXILIARY
    turning = list(_TURN.finditer(rest))
    sides = frozenset(match.lastgroup or "" for match in turning)
    if any(match.group().startswith("los") for match in turning):
        sides |= {_LOST}
    about = said - {_stem(match.group()) for match in turning}
    told_in = _IN.search(small)
    return _Signs(
        denied,
        said,
        sides,
        about,
        is_open=bool(_CONDITION.search(small)),
        denies_else=bool(_DENIES_ELSE.search(plain)),
        base=told_in["base"][:4] if told_in else "",
    )


def _stem(word: str) -> str:
    return _IRREGULAR.get(word, word)[:_STEM]
