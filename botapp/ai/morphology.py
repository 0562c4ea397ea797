"""Russian and Ukrainian word forms: enough of them to find a glossary's word in a text."""

import threading
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_ENDINGS = frozenset(
    (  # noqa: SIM905 - fifty quoted words a line each are harder to read
        "а у ы и е о я ю ом ем ой ей ою ею ам ям ах ях ами ями ов ев ей ий ый ая ое ые ого ему ому ым им ых "
        "их ую ой ією єю і ї ів їв ові еві єм ь ью ії ію ія ій ім іх ими"
    ).split()
)
_VOWELS = "аеёиоуыэюяіїєьй"
_PROPER = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Trad"))
_OF_SPEAKER = frozenset(("VERB", "1per", "sing"))
_LIKELY = 0.15  # of the likeliest reading: "Франция" is hardly ever the genitive of francium
_SHORTEST = 5  # letters: shorter words share too many beginnings
_SHORTEST_STEM = 3
_LONGEST_ENDING = max(map(len, _ENDINGS))
_LOADING = threading.Lock()
_analyzer: Any = None


@lru_cache(maxsize=20_000)
def lemmas(word: str) -> frozenset[str]:
    """Every dictionary form that a lower-case Russian word can have, itself included."""
    return frozenset(parse.normal_form.replace("ё", "е") for parse in _morph().parse(word)) | {word}


@lru_cache(maxsize=20_000)
def is_known(word: str) -> bool:
    """Whether the dictionary has this form, so that its lemmas are no guesses."""
    return bool(_morph().word_is_known(word))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A Russian or Ukrainian word without its longest ending; three letters are left at least."""
    ends = (len(word) - size for size in range(_LONGEST_ENDING, 0, -1))
    return next((word[:end] for end in ends if end >= _SHORTEST_STEM and word[end:] in _ENDINGS), word)


@lru_cache(maxsize=20_000)
def is_common(word: str) -> bool:
    """Whether the dictionary knows a lower-case Russian word as one that names nobody and no place."""
    return any(parse.is_known and not _PROPER & parse.tag.grammemes for parse in _morph().parse(word))


@lru_cache(maxsize=20_000)
def is_proper(word: str) -> bool:
    """Whether the dictionary knows a lower-case Russian word as a name of a person, a place, a company."""
    return any(parse.is_known and _PROPER & parse.tag.grammemes for parse in _morph().parse(word))


@lru_cache(maxsize=20_000)
def is_of_speaker(word: str) -> bool:
    """Whether a lower-case Russian word can only be a verb that says what the speaker does or will do."""
    return all(parse.is_known and parse.tag.grammemes >= _OF_SPEAKER for parse in _morph().parse(word))


@lru_cache(maxsize=20_000)
def is_to_friend(word: str) -> bool:
    """Whether a lower-case Russian word can only be a verb for what one friend does, or is asked to do."""
    tags = [parse.tag.grammemes if parse.is_known else frozenset() for parse in _morph().parse(word)]
    return all("sing" in tag and ("impr" in tag or {"VERB", "2per"} <= tag) for tag in tags)


@dataclass(frozen=True)
class Noun:
    """One reading of a noun: its case, and its gender or "plur"."""

    case: str
    gender: str
    is_known: bool

    def agrees(self, gender: str) -> bool:
        """Whether it may be the subject of a verb of this gender; of a word guessed at, always."""
        return not gender or not self.is_known or self.gender == gender


@lru_cache(maxsize=20_000)
def nouns(word: str) -> frozenset[Noun]:
    """How a lower-case word in Russian letters can be read as a noun; none if it need not be one."""
    parses = _morph().parse(word)
    if parses[0].tag.POS != "NOUN":
        return frozenset()
    return frozenset(
        Noun(str(one.tag.case), _gender(one.tag), one.is_known)
        for one in parses
        if one.tag.POS == "NOUN" and one.score > _LIKELY * parses[0].score
    )


def _gender(tag: Any) -> str:
    return "plur" if "plur" in tag.grammemes else str(tag.gender or "")


def same_word(word: str, lemma: str) -> bool:
    """Whether a word is a lemma with another ending; for words that no dictionary knows."""
    stem = lemma.rstrip(_VOWELS) if len(lemma) > _SHORTEST else lemma
    if len(stem) < _SHORTEST - 1 or not word.startswith(stem):
        return False
    ending = word[len(stem) :]
    return not ending or ending in _ENDINGS


def _morph() -> Any:
    global _analyzer
    with _LOADING:
        if _analyzer is None:
            # Loaded on first use: its dictionary costs 0.2 s and 30 MB, and start-up needs none of it.
            import pymorphy3

            _analyzer = pymorphy3.MorphAnalyzer(lang="ru")
    return _analyzer
