"""The words of a source, ready to be compared with names in any spelling."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from botapp.ai.grounding.names import WORD, Word, language_of
from botapp.ai.grounding.spelling import skeletons, sounds_like
from botapp.ai.morphology import lemmas, same_word

_CYRILLIC = re.compile(r"[а-яёіїєґ]")
_RUSSIAN = re.compile(r"[а-яё]+")
_JOINTS = re.compile(r"['’ʼ&]")
_STEM = 5  # letters that most forms of a word share
_TELLING = 3  # consonants from which on a small-letter word may be a name that is spelled by sound


@dataclass(frozen=True)
class Vocabulary:
    """Which names a text holds."""

    folded: frozenset[str]
    lemmas: frozenset[str]
    by_sound: dict[str, tuple[str, ...]]
    language: str

    @classmethod
    def of(cls, text: str) -> "Vocabulary":
        """Reads a text: a few milliseconds for a long one."""
        words = [match.group() for match in WORD.finditer(text)]
        folded = frozenset(_folded(part) for word in words for part in (word, *_parts(word)))
        by_sound: dict[str, list[str]] = defaultdict(list)
        for word in {*words, *_neighbours(words)}:
            for skeleton in skeletons(word):
                if word[:1].isupper() or len(skeleton) > _TELLING:
                    by_sound[skeleton].append(word)
        russian = frozenset(lemma for word in folded if _RUSSIAN.fullmatch(word) for lemma in lemmas(word))
        kept = {skeleton: tuple(same) for skeleton, same in by_sound.items()}
        return cls(folded, russian, kept, language_of(text))

    def names(self, run: tuple[Word, ...], *, language: str) -> bool:
        """Whether the text names whom a run of words names: each of them, or all as one word."""
        if all(self._has(word, run, language) for word in run):
            return True
        return len(run) > 1 and self._sounds("".join(word.text for word in run))

    def _has(self, word: Word, run: tuple[Word, ...], language: str) -> bool:
        # An office or a firm that another language calls by everyday words is translated, not spelled.
        if word.weak and language != self.language and all(other.weak for other in run):
            return True
        return self.has(word.text)

    def has(self, word: str) -> bool:
        """Whether the text has a word in whatever form, alphabet or case."""
        folded = _folded(word)
        if folded in self.folded or folded.rstrip("s") in self.folded:
            return True
        if not _CYRILLIC.search(folded):
            return f"{folded}s" in self.folded or self._sounds(word)
        if not self.lemmas.isdisjoint(lemmas(folded)):
            return True
        return any(
            same_word(folded, known) or same_word(known, folded) for known in self.folded
        ) or self._sounds(word)

    def _sounds(self, word: str) -> bool:
        latin = not _CYRILLIC.search(word.casefold())
        return any(
            sounds_like(word, known)
            for skeleton in skeletons(word)
            for known in self.by_sound.get(skeleton, ())
            if not (latin and not _CYRILLIC.search(known.casefold()))
        )


def stems(text: str) -> frozenset[str]:
    """Beginnings of the longer words, to see what a sentence is about."""
    words = (word.removesuffix("'s") for word in WORD.findall(_small(text)))
    return frozenset(word[:_STEM] for word in words if len(word) >= _STEM - 1)


def _folded(word: str) -> str:
    return _small(word).removesuffix("'s")


def _small(text: str) -> str:
    return text.casefold().replace("ё", "е").replace("’", "'").replace("ʼ", "'")


def _parts(word: str) -> Iterable[str]:
    return _JOINTS.split(word) if _JOINTS.search(word) else ()


def _neighbours(words: list[str]) -> Iterator[str]:
    """Two words with capitals as one: "Sky Mavis" may be called "СкайМэвис"."""
    for one, other in itertools.pairwise(words):
        if one[0].isupper() and other[0].isupper():
            yield one + other
