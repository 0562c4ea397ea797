"""How a name sounds, so that "Накамото" and "Nakamoto" can be seen to be one.

A skeleton is the consonants of a word in classes that survive transliteration: all hissing sounds are
one class, g, h and kh another, v, f and w a third; vowels and doubled letters are gone.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

_CYRILLIC = re.compile(r"[а-яёіїєґ]")
_MOST = 24  # spellings of one word that are tried
# Sounds, the longest first, and what they may become. An empty one is a sound that may be silent.
_LATIN = (
    (r"tsch|shch|tch|dzh|dj|sch|sh|zh|ss|zz", ("s",)),
    (r"sc(?=[ei])", ("s",)),
    (r"ch", ("s", "k", "g")),
    (r"ts|tz", ("s", "ts")),
    (r"dg(?=[eiy])", ("s",)),
    (r"th", ("t", "s")),
    (r"ph", ("v",)),
    (r"ck|qu?|kk", ("k",)),
    (r"kh", ("g",)),
    (r"gh", ("g", "")),
    (r"ng", ("n", "ng")),
    (r"x", ("ks", "s")),
    (r"c(?=[eiy])|[sz]", ("s",)),
    (r"[ck]", ("k",)),
    (r"g(?=[eiy])", ("g", "s")),
    (r"h", ("g", "")),
    (r"j", ("s", "")),
    (r"w", ("v", "")),
    (r"[vf]", ("v",)),
    (r"[bdglmnprt]", ()),
)
_RUSSIAN = (
    (r"тч|дж|чж|[сзцшщчж]+", ("s",)),
    (r"тс", ("s", "ts")),
    (r"нг|нґ", ("n", "ng")),
    (r"[гґх]", ("g",)),
    (r"[вф]", ("v",)),
    (r"[бдклмнпрт]", ()),
)
_LETTERS = str.maketrans("бдклмнпрт", "bdklmnprt")
# Endings with a consonant; those without vanish with the vowels.
_ENDING = re.compile(
    r"(?<=\w\w)(?:ами|ями|ыми|ими|ого|его|ому|ему|ові|еві|ом|ем|ам|ям|ах|ях|ов|ев|ым|им|ых|их|ів|їв|єм)$"
)


@lru_cache(maxsize=20_000)
def skeletons(word: str) -> frozenset[str]:
    """The skeletons that a word may have; a Cyrillic one with and without its ending."""
    folded = word.casefold().replace("ё", "е")
    if not _CYRILLIC.search(folded):
        return frozenset(_skeletons(folded, _LATIN))
    stem = _ENDING.sub("", folded)
    return frozenset((*_skeletons(folded, _RUSSIAN), *_skeletons(stem, _RUSSIAN)))


def sounds_like(one: str, other: str) -> bool:
    """Whether two words can be spellings of one name; of two Latin ones only if they are the same."""
    if abs(len(one) - len(other)) > max(3, min(len(one), len(other)) // 2):
        return False
    shared = skeletons(one) & skeletons(other)
    if not shared:
        return False
    return max(map(len, shared)) > 1 or max(len(one), len(other)) <= _SHORT


_SHORT = 5  # letters: of "Юэ" and "Yue" no consonant is left to compare


def _skeletons(word: str, sounds: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[str]:
    pattern, meanings = _compiled(sounds)
    heard = [
        meanings[found.lastindex or 0] or (found.group().translate(_LETTERS),)
        for found in pattern.finditer(word)
    ]
    for number, choice in enumerate(product(*heard)):
        if number >= _MOST:
            return
        yield re.sub(r"(.)\1+", r"\1", "".join(choice))


@lru_cache(maxsize=4)
def _compiled(
    sounds: tuple[tuple[str, tuple[str, ...]], ...],
) -> tuple[re.Pattern[str], dict[int, tuple[str, ...]]]:
    pattern = re.compile("|".join(f"({spelled})" for spelled, _ in sounds))
    return pattern, {number: becomes for number, (_, becomes) in enumerate(sounds, 1)}
