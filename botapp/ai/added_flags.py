"""Warnings that an answer must carry whether or not its model gave them."""

from collections.abc import Iterator, Sequence

from botapp.ai.base import Language
from botapp.ai.offline import red_flags
from botapp.ai.offline.phrases import PHRASES
from botapp.ai.offline.signs import Sign
from botapp.ai.offline.warning import FRAUDS, is_grave, meet
from botapp.ai.schema import Explanation, RedFlag
from botapp.ai.sentences import split

# Signs that no honest text has and that a model in a stranger's hand would keep quiet about.
_ALWAYS: frozenset[Sign] = FRAUDS | {"parcel_form", "orders_to_ai"}


def due(source: str, language: Language) -> tuple[RedFlag, ...]:
    """The gravest signs of a text, each with the words that show it; all where lighter ones make a fraud."""
    found = red_flags.find(split(source))
    if not meet(found):
        wanted = _ALWAYS if is_grave(found) else _ALWAYS - {"parcel_form"}
        found = tuple(one for one in found if one[0] in wanted)
    return tuple(RedFlag(sign=PHRASES[language].signs[sign], phrase=phrase) for sign, phrase in found)


def with_flags(explanation: Explanation, flags: Sequence[RedFlag]) -> Explanation:
    """The answer with those of the flags that none of its own quotes already."""
    missing = tuple(_missing(explanation.red_flags, flags))
    return (
        explanation.model_copy(update={"red_flags": (*explanation.red_flags, *missing)})
        if missing
        else explanation
    )


def _missing(given: Sequence[RedFlag], flags: Sequence[RedFlag]) -> Iterator[RedFlag]:
    quoted = [flag.phrase.casefold() for flag in given if flag.phrase]
    for flag in flags:
        phrase = flag.phrase.casefold()
        if not any(phrase in other or other in phrase for other in quoted):
            yield flag
