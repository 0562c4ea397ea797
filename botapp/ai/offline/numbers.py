"""The numbers of an item and what they measure, both in the source's own words."""

import re
from collections.abc import Iterable, Iterator

from botapp.ai.figures import Figure, find
from botapp.ai.offline.cleaning import Sentence
from botapp.ai.schema import Number

_CLAUSE_END = re.compile(r"[;:()«»\"]|,(?=\s)|\s[—–-]\s")
_LOOSE_END = re.compile(r"^(?:and|or|и|или|та|й|і|або)\s|\s(?:and|or|и|или|та|й|і|або)$")
_WORDS_EACH_SIDE = 7
_FEWEST_WORDS = 3
# "Layer 2", "top 5", "Article 7": part of a name, not a measure.
_NAMES_A_NUMBER = re.compile(
    r"(?:layer|level|phase|stage|article|section|top|no\.?|№|уровня|уровень|этап\w*|стать\w+|топ|рівня"
    r"|рівень)[\s-]*$",
    re.IGNORECASE,
)


def numbers_of(sentences: Iterable[Sentence], *, most: int) -> tuple[Number, ...]:
    """At most `most` numbers, those with a unit first in line, listed in the source's order."""
    found = [
        (figure, sentence) for sentence in sentences if sentence.news for figure in _measures(sentence.text)
    ]
    kept = sorted(range(len(found)), key=lambda place: (not _telling(found[place][0]), place))[:most]
    return tuple(_unique(_number(*found[place]) for place in sorted(kept)))


def _measures(text: str) -> Iterator[Figure]:
    for figure in find(text):
        if not figure.dated and not _NAMES_A_NUMBER.search(text[: figure.start]):
            yield figure


def _telling(figure: Figure) -> bool:
    return (bool(figure.unit) and figure.unit not in ("days", "weeks")) or max(figure.values) >= 1000


def _number(figure: Figure, sentence: Sentence) -> Number:
    return Number(value=figure.text, meaning=_meaning(sentence.text, figure), source_sentence=sentence.number)


def _meaning(text: str, figure: Figure) -> str:
    """The clause around a figure, with an ellipsis where the figure stood."""
    left, right = text[: figure.start], text[figure.end :]
    near_left = _CLAUSE_END.split(left)[-1]
    near_right = _CLAUSE_END.split(right)[0]
    if len(f"{near_left} {near_right}".split()) < _FEWEST_WORDS:
        near_left, near_right = left, right
    before, after = near_left.split(), near_right.split()
    kept_left = " ".join(before[-_WORDS_EACH_SIDE:])
    kept_right = " ".join(after[:_WORDS_EACH_SIDE])
    return _joined(kept_left, kept_right) or figure.text


def _joined(left: str, right: str) -> str:
    left, right = left.strip(" ,;:("), right.strip(" .,;:!?)")
    return f"{left} … {right}" if left and right else _LOOSE_END.sub("", left or right)


def _unique(numbers: Iterable[Number]) -> Iterator[Number]:
    seen: set[str] = set()
    for number in numbers:
        if number.value not in seen:
            seen.add(number.value)
            yield number
