"""Who did it to whom: "the SEC sued Binance", "Binance was sued by the SEC", «SEC подала в суд на Binance».

Only of deeds whose doer the words themselves tell from the other side: in English by their order, in
Russian and Ukrainian by their cases (cases.py), by the preposition of a lawsuit, and by their order where
names have no endings.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from botapp.ai import morphology
from botapp.ai.grounding import cases
from botapp.ai.grounding.known_names import Bearer
from botapp.ai.grounding.meanings import in_small_letters

_DEEDS = (
    ("sue", r"sued|sues|filed (?:\w+ ){0,3}(?:law)?suit against|filed (?:\w+ ){0,3}complaint against"),
    ("buy", r"acquired|acquires|bought|buys"),
    ("fine", r"fined|fines"),
    ("accuse", r"accused|accuses"),
    ("hack", r"hacked|hacks"),
    ("pay", r"paid|pays"),
    ("charge", r"charged"),
    ("beat", r"overtook|overtakes|outperformed|defeated|surpassed"),
)
_DONE = re.compile(
    r"(?<![\w-])(?P<passive>(?:was|were|been|being|is|are|got) (?:\w+ly )?)?(?:"
    + "|".join(f"(?P<{deed}>{words})" for deed, words in _DEEDS)
    + r")(?![\w-])(?P<by> by(?!\w))?"
)
# The same in Russian and Ukrainian; what ends in a participle is told of whom it was done to.
_SLAVIC_DEEDS = (
    (
        "buy",
        r"куп[иы]л\w{0,2}|приобр[её]л\w?|приобретает|поглотил\w?|купив|придба(?:в|л\w)|поглину(?:в|л\w)",
        r"куплен\w{0,3}|приобретен\w{0,2}|поглощен\w{0,2}|придбан\w{0,3}|поглинут\w{0,3}",
    ),
    ("fine", r"оштрафовал\w?|оштрафует|оштрафува(?:в|л\w)|оштрафує", r"оштрафован\w{0,3}"),
    ("accuse", r"обвинил\w?|обвиняет|звинувати(?:в|л\w)|звинувачує", r"обвинен\w{0,2}|звинувачен\w{0,3}"),
    (
        "hack",
        r"взломал\w?|атаковал\w?|злама(?:в|л\w)|атакува(?:в|л\w)",
        r"взломан\w{0,2}|атакован\w{0,3}|зламан\w{0,3}",
    ),
    ("pay", r"(?:за|вы|у)платил\w?|(?:за|вы|у)платит|(?:за|ви|с)плати(?:в|л\w|ть)", ""),
    (
        "beat",
        r"обогнал\w?|опередил\w?|превзошл?[елаи]\w?|обігна(?:в|л\w)|випереди(?:в|л\w)|перевершив|перевершил\w",
        "",
    ),
)
_SLAVIC = re.compile(
    "(?<![\\w-])(?:"
    + "|".join(
        f"(?P<{deed}>{active})" + (f"|(?P<{deed}_>{passive})" if passive else "")
        for deed, active, passive in _SLAVIC_DEEDS
    )
    + ")(?![\\w-])"
)
_SUED = re.compile(
    r"(?<![\w-])пода(?:л|ла|ло|ли|ст|в|є|ють|ет|ют) (?:\w{1,15} ){0,2}?(?:в суд|у суд|до суду|иск"
    r"|позов)(?!\w)"
)
_AGAINST = re.compile(r"(?<!\w)(?:на|к|против|до|проти)(?: [а-яіїєґ-]{3,20}){0,3}? (?=[\w«\"]*[a-zа-яіїєґ])")
_DENIED = re.compile(r"(?<!\w)(?:not|never|no|nobody|не|n't)(?!\w)|n't(?!\w)")
_BORDER = re.compile(
    r"\.(?!\w)|[,;:!?()—–\"«»]|(?<!\w)(?:that|who|which|whom|after|before|as|when|while|because|since|for|over"
    r"|if|and|but"
    r"|with|from|in|on|at|during|в|во|у|что|который|которая|которые|после|за|из-за|и|но|а|що|який|яка"
    r"|які|після|через|та|і|але|й)(?!\w)"
)
_CAPITAL = re.compile(r"(?<![\w'’])[A-ZА-ЯІЇЄҐ][\w&.-]*\w")
# A word that opens a text has its capital for that: "Hackers of Lazarus" are no more named than Lazarus.
_OPENING = re.compile(r"\W*[^\W\d_]+ (?=[A-ZА-ЯІЇЄҐ«])")
_NO_NAMES = frozenset(("the", "its", "his", "her", "their", "this", "that", "our", "one", "both"))
_REACH = 80  # characters on either side of a deed
_MOST = 6  # deeds of one sentence
_LONGEST = 1000  # characters of a sentence that tells one deed, and not a whole story


@dataclass(frozen=True)
class Deed:
    """What was done, by whom and to whom: names in small letters, and ids of names.yaml."""

    kind: str
    doers: frozenset[str]
    others: frozenset[str]


def swaps(own: Iterable[Deed], told: Sequence[Deed]) -> bool:
    """Whether the two sides of a deed change places, and none of the others has them as it says."""
    return any(_is_swapped(deed, [one for one in told if one.kind == deed.kind]) for deed in own)


def _is_swapped(deed: Deed, told: list[Deed]) -> bool:
    if any(deed.doers & one.doers or deed.others & one.others for one in told):
        return False
    return any(deed.doers & one.others and deed.others & one.doers for one in told)


def deeds(text: str, bearers: tuple[Bearer, ...]) -> tuple[Deed, ...]:
    """Those of a text that name somebody on both sides; the first few.

    `bearers`: whom of names.yaml the text names.
    """
    small = in_small_letters(text)
    if len(small) != len(text) or len(text) > _LONGEST:
        return ()
    opening = _OPENING.match(text)
    if opening:
        text = opening.group().lower() + text[opening.end() :]
    reading = _Reading(text, small, bearers)
    found = islice(chain(_in_order(reading), _by_case(reading), _lawsuits(reading)), _MOST)
    return tuple(deed for deed in found if deed.doers and deed.others and not deed.doers & deed.others)


@dataclass(frozen=True)
class _Reading:
    """A text without the capital that opens it, the same in small letters, and whom it names."""

    text: str
    small: str
    bearers: tuple[Bearer, ...]

    def names(self, start: int, end: int) -> frozenset[str]:
        """Whom a piece of it names."""
        words = {_stem(match.group().lower()) for match in _CAPITAL.finditer(self.text, start, end)}
        known = (one.id for one in self.bearers if start <= one.start and one.end <= end)
        return frozenset(words - _NO_NAMES).union(f"#{bearer}" for bearer in known)


def _in_order(reading: _Reading) -> Iterator[Deed]:
    small = reading.small
    for match in _DONE.finditer(small):
        before, after = _clause(small, match.start(), match.end())
        behind = match.end()
        if match["passive"] and not match["by"]:
            behind = small.find(" by ", behind, after)
        if behind < 0 or _DENIED.search(small, before, match.end()):
            continue
        kind = next(deed for deed, _ in _DEEDS if match[deed])
        sides = reading.names(before, match.start()), reading.names(behind, after)
        yield Deed(kind, *(sides[::-1] if match["passive"] or match["by"] else sides))


def _by_case(reading: _Reading) -> Iterator[Deed]:
    text, small = reading.text, reading.small
    for match in _SLAVIC.finditer(small) if not text.isascii() else ():
        before, after = _clause(small, match.start(), match.end())
        if _DENIED.search(small, before, match.end()):
            continue
        places = (before, match.start()), (match.end(), after)
        sides = (text[slice(*place)] for place in places)
        done = (match.lastgroup or "").endswith("_")
        backwards = cases.by_whom(*sides) if done else cases.backwards(*sides, deed=match.group())
        if backwards is not None:
            doers, others = places[::-1] if backwards else places
            kind = (match.lastgroup or "").rstrip("_")
            yield Deed(kind, reading.names(*doers), reading.names(*others))


def _lawsuits(reading: _Reading) -> Iterator[Deed]:
    small, names = reading.small, reading.names
    for match in _SUED.finditer(small):
        start, end = _clause(small, match.start(), match.end())
        clause = small[start:end]
        against = _AGAINST.search(clause, match.end() - start) or _AGAINST.search(clause)
        if not against or _DENIED.search(clause):
            continue
        place = start + against.start()
        if place < match.start():
            yield Deed("sue", names(match.end(), end), names(place, match.start()))
        else:
            doers = names(start, match.start()) | names(match.end(), place)
            yield Deed("sue", doers, names(place, end))


def _clause(small: str, start: int, end: int) -> tuple[int, int]:
    """Where the thought around a deed begins and ends."""
    near = max(0, start - _REACH)
    before = max((match.end() for match in _BORDER.finditer(small, near, start)), default=near)
    after = _BORDER.search(small, end, end + _REACH)
    return before, after.start() if after else min(len(small), end + _REACH)


def _stem(name: str) -> str:
    return name if name.isascii() else morphology.stem(name)
