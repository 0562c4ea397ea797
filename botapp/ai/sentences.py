"""Sentences of a text, numbered from 1 wherever a statement says what it rests on."""

import re
from collections.abc import Iterator

import razdel
import sentencex

from botapp.ai.base import Language

_CYRILLIC = re.compile(r"[а-яёіїєґА-ЯЁІЇЄҐ]")
_LATIN = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"[а-яёіїєґ'’ʼ]+")
_ENDS = re.compile(r"[.!?…:;»\"”)\]]$")
# Abbreviations after which sentencex cuts although the sentence goes on.
_GOES_ON = re.compile(r"(?:\b(?:bln|mln|bn|mn|trln|approx|est|vs|e\.g|i\.e|No|Inc|Ltd|Corp|Co)\.)$")
_STARTS_LOW = re.compile(r"^[a-zа-яёіїєґ0-9(\[$€£]")

_ONLY_UK = frozenset("іїєґ")
_ONLY_RU = frozenset("ыэъё")
_UK_WORDS = frozenset(
    (  # noqa: SIM905 - fifty quoted words a line each are harder to read
        "що та це як від або було був була були після який яка які щоб також його за й але ще через проти "
        "про вже цього якщо може станом повідомив повідомила заявив долар долара доларів"
    ).split()
)
_RU_WORDS = frozenset(
    (  # noqa: SIM905 - fifty quoted words a line each are harder to read
        "что и это как от или было был была были после который которая которые чтобы также его но еще через "
        "против уже этого если может сообщил сообщила заявил доллар доллара долларов с по"
    ).split()
)


def split(text: str) -> tuple[str, ...]:
    """The sentences of a text in order, stripped; a headline on its own line is one of them."""
    return tuple(sentence for line in _paragraphs(text) for sentence in _split_line(line))


def language_of(text: str) -> Language:
    """The language of a text; Russian when it has no letters, English for other scripts."""
    lowered = text.lower()
    cyrillic, latin = len(_CYRILLIC.findall(lowered)), len(_LATIN.findall(lowered))
    # News in Russian are full of Latin names, so a quarter of Cyrillic letters decides.
    if cyrillic * 3 < latin or not cyrillic:
        return "en" if latin or any(map(str.isalpha, text)) else "ru"
    return "uk" if _ukrainian_lead(lowered) > 0 else "ru"


def _ukrainian_lead(lowered: str) -> int:
    letters = sum((char in _ONLY_UK) - (char in _ONLY_RU) for char in lowered)
    words = _WORD.findall(lowered)
    return letters + 2 * sum((word in _UK_WORDS) - (word in _RU_WORDS) for word in words)


def _paragraphs(text: str) -> Iterator[str]:
    """Lines, with hard-wrapped ones joined: the next begins in lower case, this one has no end."""
    pending = ""
    for raw in text.splitlines():
        line = " ".join(raw.split())
        if pending and line and _STARTS_LOW.match(line) and not _ENDS.search(pending):
            pending = f"{pending} {line}"
            continue
        if pending:
            yield pending
        pending = line
    if pending:
        yield pending


def _split_line(line: str) -> Iterator[str]:
    if _CYRILLIC.search(line):
        yield from (part.text.strip() for part in razdel.sentenize(line) if part.text.strip())
        return
    pending = ""
    for part in sentencex.segment("en", line):
        piece = f"{pending} {part.strip()}".strip()
        pending = ""
        if _GOES_ON.search(piece):
            pending = piece
        elif piece:
            yield piece
    if pending:
        yield pending
