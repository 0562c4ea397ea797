"""What a word says, whatever its form and language: "court", «суда» and «судом» are one."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from botapp.ai import morphology

_FILE = Path(__file__).with_name("same_words.txt")
_IRREGULAR = {
    "paid": "pay", "pays": "pay", "paying": "pay", "bought": "buy", "buys": "buy", "buying": "buy",
    "sold": "sell", "won": "win", "lost": "lose", "took": "take", "gave": "give", "made": "make",
    "kept": "keep", "held": "hold", "found": "find", "left": "leave", "sent": "send", "stole": "steal",
    "broke": "break", "began": "begin", "met": "meet", "froze": "freez", "frozen": "freez", "wrote": "write",
    "told": "tell", "spent": "spend", "lent": "lend", "built": "build", "knew": "know", "got": "get",
}  # fmt: skip
_IN_PAIRS = re.compile(
    r"(?P<pay>(?:за|вы|ви|о|у|с)?плат[аеиіуыявт]\w*|(?:за|вы|ви|о|с|у)?плач(?:ен|ива)\w*)|(?P<return>возвр\w+"
    r"|верн[уеё]\w*|поверн\w+|поверт\w+)"
    r"|(?P<buy>покупа\w+|купи\w+|купу\w+)"
)
_VOWELS = "аеиоуыэюяіїєйь"
_STEM = 5
_UKRAINIAN, _RUSSIAN, _CYRILLIC = (re.compile(one, re.IGNORECASE) for one in ("[іїєґ]", "[ыэъё]", "[а-я]"))
_SHARED = "="  # begins the meaning of a word of the file


@lru_cache(maxsize=20_000)
def meaning(word: str) -> str:
    """The first word of its line in the file, or the beginning that the forms of a word share."""
    exact, beginnings = _lines()
    known = exact.get(word) or exact.get(_bare(word))
    if not known:
        ends = range(min(len(word), max(map(len, beginnings))), 1, -1)
        known = next((beginnings[word[:end]] for end in ends if word[:end] in beginnings), "")
    return known or _beginning(word)


def is_shared(said: str) -> bool:
    """Whether a meaning is one that a word of another language would have as well."""
    return said.startswith(_SHARED)


def in_small_letters(text: str) -> str:
    """A text in small letters, with «е» for «ё» and one apostrophe; places stay where they are."""
    return text.lower().replace("ё", "е").replace("’", "'")


def sure_language(text: str) -> str:
    """Which of the three a text is in, by its letters; "" for Cyrillic ones that could be of both."""
    if text.isascii() or not _CYRILLIC.search(text):
        return "en"
    ukrainian, russian = _UKRAINIAN.search(text), _RUSSIAN.search(text)
    return "" if bool(ukrainian) == bool(russian) else "uk" if ukrainian else "ru"


def _beginning(word: str) -> str:
    """The same for the forms of a word, and for the two aspects of a Slavic verb."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.isascii():
        return word[:-1][:_STEM] if word.endswith("s") and not word.endswith("ss") else word[:_STEM]
    pair = _IN_PAIRS.fullmatch(word)
    return f"{_SHARED}{pair.lastgroup}" if pair else (word.rstrip(_VOWELS) or word)[:_STEM]


def _bare(word: str) -> str:
    return word.removesuffix("s") if word.isascii() else morphology.stem(word)


@cache
def _lines() -> tuple[dict[str, str], dict[str, str]]:
    """Whole words, without their endings, and beginnings: each with its meaning."""
    exact: dict[str, str] = {}
    bare: dict[str, str] = {}
    beginnings: dict[str, str] = {}
    for words in _read():
        said = _SHARED + words[0].rstrip("*")
        for word in words:
            if word.endswith("*"):
                beginnings[word[:-1]] = said
            else:
                exact[word] = said
                bare.setdefault(_bare(word), said)
    return bare | exact, beginnings


def _read() -> Iterator[list[str]]:
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.replace("ё", "е").split()
