"""The numbers of an item and what they measure, both in the source's own words."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from botapp.ai.figures import TIMES, Figure, find
from botapp.ai.offline.cleaning import Sentence
from botapp.ai.schema import Number

# The comma in "March 3, 2025" ends none.
_CLAUSE_END = re.compile(r"[;:()«»\"…]|\.{3}|(?<!\d),(?=\s)|,(?=\s)(?!\s(?:19|20)\d\d(?!\d))|\s[—–-]\s")
# What such words stand for was said before: in the clause before, or in the sentence before.
_OF_THEM = (
    r"(?:(?:из|среди|с|з|із|зі|серед|of|among)\s+(?:них|этих|которых|цих|яких|котрих|them|these|those|which"
    r"|whom)"
    r"|(?:это|этого|це|цього|that|this)(?!\w)(?!\s+(?:\w+\s+)?(?:год|рік|рок|мес|міс|нед|тиж|day|week|month"
    r"|year|quarter)))(?!\w)"
)
_POINTS_BACK = re.compile(rf"[\s,]*(?:но |а |and |but |при этом |при цьому )?{_OF_THEM}", re.IGNORECASE)
_POINTS_ONLY = re.compile(rf"{_POINTS_BACK.pattern}[\s,]*", re.IGNORECASE)  # "Of them, 18% …"
# A name in quotes is part of its clause, what somebody says is not.
_QUOTED_NAME = re.compile(r"«([^«»\d,.:;!?]{1,40})»|\"([^\"\d,.:;!?]{1,40})\"")
_NAME_WORDS = 3
_HIDDEN = str.maketrans('«»"', "\ue000\ue001\ue002")
_SHOWN = str.maketrans("\ue000\ue001\ue002", '«»"')
# A clause that begins so says nothing without the one before it.
_LEANS = re.compile(
    r"\s*(?:which|that|who|whose|where|and|or|but|котор\w+|как|что|чтобы|где|и|или|а|но|як(?:ий|а|е|і|их|ої"
    r"|у)"
    r"|як|що|щоб|де|та|й|і|або|але)\b",
    re.IGNORECASE,
)
# What a number is compared with belongs to it: "4% more, than a year ago".
_COMPARES = re.compile(r",\s+(?:than|чем|нежели|ніж|аніж)(?!\w)", re.IGNORECASE)
# "4% more", "up 4% less": of what is said before.
_RELATIVE = re.compile(
    r"\W*(?:(?:на|by|up|down|это|це|або|или|or|that is|то есть|тобто)\W+)*(?:\d\S*\s+(?:\S+\s+)?)?"
    r"(?:more|less|fewer|higher|lower|above|below|больше|меньше|выше|ниже|дороже|дешевле|быстрее"
    r"|медленнее|більше|менше|вище|нижче|дорожче|дешевше|швидше|повільніше)(?!\w)",
    re.IGNORECASE,
)
# "5/2", "2/3": one thing, though its ends are two figures. Nothing is a unit in a list of such ends.
_SLASHED = re.compile(r"(?:/\d+(?:[.,]\d+)?%?)+(?!\w)")
_WORD = re.compile(r"\w+")
GAP = "…"  # stands where the number stood
_TELLING_WORD = re.compile(r"\b[^\W\d_]*[^\W\d_A-ZА-ЯІЇЄҐ][^\W\d_]{2,}\b")  # neither a figure nor a ticker
_FEWEST_WORDS = 2
_WORDS_EACH_SIDE = 14
_SHORT_CLAUSE = 260  # characters: shown whole
# Words that a cut leaves hanging: what they bring is gone.
_HANGING = re.compile(
    r"(?:[\s,]+(?:a|an|the|in|on|at|of|to|for|by|with|from|and|or|but|as|than|that|which|its|their"
    r"|в|во|на|с|со|к|ко|по|из|от|до|за|для|о|об|у|при|под|над|без|и|или|а|но|что|чем|как|не"
    r"|з|із|зі|від|про|та|й|і|або|але|що|ніж|як))+$",
    re.IGNORECASE,
)
_LONGEST_SIDE = 200
_LONGEST_VALUE = 60  # characters: what is longer is no number that anybody reads
_PAIRS = (("(", ")"), ("«", "»"), ("“", "”"))
# "Layer 2", "top 5", "Article 7": part of a name, not a measure.
_NAMES_A_NUMBER = re.compile(
    r"(?:layer|level|phase|stage|article|section|top|no\.?|№|уровня|уровень|этап\w*|стать\w+|топ|рівня"
    r"|рівень)[\s-]*$",
    re.IGNORECASE,
)
_LONGEST_NAME = 40  # characters before the number in which such a word stands


def numbers_of(sentences: Sequence[Sentence], *, most: int, told: Container[int]) -> tuple[Number, ...]:
    """At most `most` numbers: those with a unit first in line, then those that were not told yet.

    `told` holds the numbers of the sentences that the explanation shows anyway; their figures stand
    last. Otherwise the order is the source's. One of "them" stands with the sentence that says of whom.
    """
    found = [
        (figure, sentence) for sentence in sentences if sentence.news for figure in _measures(sentence.text)
    ]
    again = [sentence.number in told for _, sentence in found]
    places = sorted(range(len(found)), key=lambda at: (not _telling(found[at][0]), again[at], at))
    kept = list(_unlike(places, found))[:most]
    before = {one.number + 1: one.text for one in sentences if one.news}
    listed = (found[at] for at in sorted(kept, key=lambda at: (again[at], at)))
    return tuple(
        Number(value=figure.text, meaning=meaning, source_sentence=sentence.number)
        for figure, sentence in listed
        if (meaning := _told(figure, sentence, before.get(sentence.number, "")))
    )


def _measures(text: str) -> Iterator[Figure]:
    for figure in find(text):
        if figure.dated or len(figure.text) > _LONGEST_VALUE:
            continue
        if not _NAMES_A_NUMBER.search(text[max(0, figure.start - _LONGEST_NAME) : figure.start]):
            yield _whole(figure, text)


def _whole(figure: Figure, text: str) -> Figure:
    """With all that a slash ties to it: "/2" alone would be a command to Telegram."""
    rest = _SLASHED.match(text, figure.end)
    return replace(figure, text=figure.text + rest.group(), end=rest.end()) if rest else figure


def _telling(figure: Figure) -> bool:
    return (bool(figure.unit) and figure.unit not in TIMES) or max(figure.values) >= 1000


def _told(figure: Figure, sentence: Sentence, before: str) -> str:
    """What a figure measures; with the sentence before it where that says of whom, "" if none does."""
    hidden = _with_names_hidden(sentence.text)
    meaning = _meaning(hidden, figure)
    if hidden != sentence.text:  # str.translate is slow
        meaning = meaning.translate(_SHOWN)
    if not _POINTS_BACK.match(meaning.replace(GAP, "", 1)):
        return meaning
    short = 0 < len(before) <= _LONGEST_SIDE and GAP not in before
    return f"{before.rstrip('.!')}. {meaning}" if short else ""


def repeats(number: Number, headline: str) -> bool:
    """Whether a number with its clause is the headline, word for word."""
    told = number.meaning.replace(GAP, number.value)
    return _WORD.findall(told.casefold()) == _WORD.findall(headline.casefold())


def _with_names_hidden(text: str) -> str:
    """The text, as long as before, with other signs for the quotes around names."""
    return _QUOTED_NAME.sub(
        lambda name: name[0].translate(_HIDDEN) if len(name[0].split()) <= _NAME_WORDS else name[0], text
    )


def _meaning(text: str, figure: Figure) -> str:
    """The clause around a figure, with a gap where the figure stood and as close to it as it stood."""
    left, right = _clause(text[: figure.start], text[figure.end :])
    if len(left) + len(right) > _SHORT_CLAUSE:
        left = "".join(re.findall(r"\S+\s*", left)[-_WORDS_EACH_SIDE:])[-_LONGEST_SIDE:]
        right = "".join(re.findall(r"\s*\S+", right)[:_WORDS_EACH_SIDE])[:_LONGEST_SIDE]
        right = _HANGING.sub("", right)
    return _balanced(f"{left.lstrip(' ,;:')}{GAP}{right.rstrip(' .,;:!?')}").strip()


def _clause(left: str, right: str) -> tuple[str, str]:
    """What belongs to a figure on either side of it; more than its clause if that says too little."""
    starts = [0, *(match.end() for match in _CLAUSE_END.finditer(left) if not _compares(left, match))]
    stops = (match.start() for match in _CLAUSE_END.finditer(right) if not _compares(right, match))
    ends = [*stops, len(right)]
    start, end = starts.pop(), ends.pop(0)
    while starts and (
        _leans(left[start:], right)
        or _too_few(left[start:], right[:end])
        or _POINTS_ONLY.fullmatch(left, starts[-1], start)
    ):
        start = starts.pop()
    while ends and _too_few(left[start:], right[:end]):
        end = ends.pop(0)
    return left[start:].replace(GAP, ","), right[:end].replace(GAP, ",")


def _compares(side: str, end: re.Match[str]) -> bool:
    return bool(_COMPARES.match(side, end.start()))


def _leans(left: str, right: str) -> bool:
    if _RELATIVE.match(f"{left}0 {right}"):
        return True
    return bool(_LEANS.match(left) or _POINTS_BACK.match(left if left.strip() else right))


def _too_few(left: str, right: str) -> bool:
    return len(_TELLING_WORD.findall(f"{left} {right}")) < _FEWEST_WORDS


def _balanced(clause: str) -> str:
    """With what was opened closed, and without what was only closed."""
    for opening, closing in _PAIRS:
        missing = clause.count(opening) - clause.count(closing)
        clause = clause + closing * missing if missing > 0 else clause.replace(closing, "", -missing)
    return " ".join(clause.split()).replace("( ", "(").replace(" )", ")")


def _unlike(places: Iterable[int], found: Sequence[tuple[Figure, Sentence]]) -> Iterator[int]:
    """The first place of each number, however often the text repeats it."""
    seen: set[str] = set()
    for place in places:
        written = found[place][0].text
        if written not in seen:
            seen.add(written)
            yield place
