"""Words as they are looked for: the same way for what is kept and for what is asked."""

import re
import unicodedata
from collections.abc import Iterator

from botapp.ai.morphology import is_known, lemmas, stem
from botapp.ai.offline import roots

WORD = re.compile(r"[^\W_]+")
_CYRILLIC = re.compile(r"[а-яіїєґ]+")
_UKRAINIAN = re.compile(r"[іїєґ]")
_LONGEST = 40  # characters; longer ones are numbers of transactions and the like, found by their beginning


def forms(word: str) -> frozenset[str]:
    """A word folded to lower case, with what its other forms share: dictionary forms or the stem.

    Empty if nothing of it is a letter or a digit.
    """
    folded = fold(word)
    if not _CYRILLIC.fullmatch(folded):
        return frozenset({folded} - {""})
    if not _UKRAINIAN.search(folded) and is_known(folded):
        return lemmas(folded)
    return frozenset({folded, stem(folded)})


def fold(word: str) -> str:
    """Case, width and ё do not count; letters and digits only."""
    plain = unicodedata.normalize("NFKC", word).casefold().replace("ё", "е")
    return "".join(WORD.findall(plain))[:_LONGEST]


def vocabulary(text: str) -> frozenset[str]:
    """All forms of all words of a text, and the marks of their roots."""
    words = {fold(word) for word in WORD.findall(text)}
    return frozenset(form for word in words for form in forms(word) | marks(word))


def marks(word: str) -> frozenset[str]:
    """What a word is found by when another one of its root is looked for; no word looks like one of these."""
    folded = fold(word)
    return roots.marks(folded) if _CYRILLIC.fullmatch(folded) else frozenset()


def related(word: str) -> frozenset[str]:
    """The marks of the words that have one root with this one: "штраф" finds "оштрафовал"."""
    folded = fold(word)
    return roots.sought(folded) if _CYRILLIC.fullmatch(folded) else frozenset()


def places(text: str) -> Iterator[tuple[int, int, str]]:
    """Begin, end and spelling of each word."""
    return ((match.start(), match.end(), match.group()) for match in WORD.finditer(text))
