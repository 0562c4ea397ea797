"""Which side of a deed is its doer, by the endings of Russian and Ukrainian words.

Names in Latin letters have none: words beside them tell ("биржу Binance"), and the order where nothing else
does.
"""

import re
from dataclasses import dataclass

from botapp.ai.morphology import Noun, nouns

_WORD = re.compile(r"(?<![\w-])[а-яіїєґё]{3,}(?![\w-])", re.IGNORECASE)
_AS_RUSSIAN = str.maketrans("іїєґё", "ииеге")


@dataclass(frozen=True)
class _Side:
    """What the nouns of one side allow: each with its readings."""

    readings: tuple[frozenset[Noun], ...]

    def only(self, *cases: str) -> bool:
        """Whether a noun stands in one of these cases for sure."""
        return any(readings and all(one.case in cases for one in readings) for readings in self.readings)

    def may_do(self, ending: str) -> bool:
        """Whether one of its nouns may be the subject of a verb in the past with such an ending."""
        direct = [one for readings in self.readings for one in readings if one.case in ("nomn", "accs")]
        return not direct or any(one.case == "nomn" and one.agrees(ending) for one in direct)


def backwards(before: str, after: str, *, deed: str) -> bool | None:
    """Whether the doer of an active verb stands behind it; None if both sides may be or neither."""
    first, last = _side(before), _side(after)
    gender = _gender(deed)
    for_last = not first.may_do(gender) or (
        last.only("nomn") and last.may_do(gender) and not first.only("nomn")
    )
    for_first = first.only("nomn") or not last.may_do(gender)
    return None if for_last and for_first else for_last


def by_whom(before: str, after: str) -> bool | None:
    """Whether the doer of what was done stands behind the participle, as usual; None if both sides may be."""
    first, last = _side(before), _side(after)
    if first.only("ablt"):
        return None if last.only("ablt") else False
    return True


def _side(text: str) -> _Side:
    words = (word.lower().translate(_AS_RUSSIAN) for word in _WORD.findall(text))
    return _Side(tuple(filter(None, map(nouns, words))))


def _gender(deed: str) -> str:
    """What the ending of a verb in the past says of its subject; "" if it says nothing."""
    return {"а": "femn", "о": "neut", "и": "plur", "л": "masc", "в": "masc"}.get(deed[-1], "")
