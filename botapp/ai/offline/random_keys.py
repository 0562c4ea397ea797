"""Texts that only try whether somebody answers: "test test", one word again and again, keys hit at random."""

import re
from collections.abc import Sequence
from itertools import pairwise

_LETTERS = re.compile(r"[^\W\d_]+")
_TRYING = re.compile(
    r"(?:тест\w*|провер\w+|перевірк\w+|test\w*)(?:[\W_]+(?:тест\w*|провер\w+|перевірк\w+|test\w*|check\w*|сообщение"
    r"|повідомлення|message|связ[иь]|зв'яз\w+|раз|два|три|один|прием|алло|еще|ще|бот\w?|bot|one|two|three|hello|just"
    r"|this|is|a|it|works|работает|ли))*[\W_\d]*"
)
_ROWS = (
    *("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    *("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "йцукенгшщзхї", "фівапролджє"),
)
_NEIGHBOURS = frozenset(
    pair for row in _ROWS for one, other in pairwise(row) for pair in (one + other, other + one)
)
_KEYS = re.compile(r"[a-zа-яіїєґ]{4,}")  # other scripts write no vowels, or no letters
_VOWEL = re.compile(r"[aeiouyаеиоуыэюяіїє]")
_CONSONANTS = re.compile(r"[^aeiouyаеиоуыэюяіїєьъ]{5}")


def is_trying(folded: str) -> bool:
    """Whether a text (`events.plain`) says nothing and means nothing but that."""
    words = _LETTERS.findall(folded)
    if not words:
        return False
    is_one_word = len(words) >= 3 and len(set(words)) == 1
    is_test = len(words) >= 2 and bool(_TRYING.fullmatch(folded.strip()))
    return is_one_word or is_test or _are_neighbours(words) or all(map(_is_unspeakable, words))


def _are_neighbours(words: Sequence[str]) -> bool:
    """Whether nearly every letter stands beside the one before it on a keyboard."""
    pairs = [one + other for word in words for one, other in pairwise(word)]
    near = sum(pair in _NEIGHBOURS or pair[0] == pair[1] for pair in pairs)
    return len(pairs) >= 6 and near >= 0.7 * len(pairs)


def _is_unspeakable(word: str) -> bool:
    if not _KEYS.fullmatch(word):
        return False
    return not _VOWEL.search(word) or bool(_CONSONANTS.search(word))
