"""Sentences of a text, numbered from 1 wherever a statement says what it rests on."""

import re
from collections.abc import Iterator
from functools import lru_cache

import razdel
import sentencex

_CYRILLIC = re.compile(r"[а-яёіїєґА-ЯЁІЇЄҐ]")
_ENDS = re.compile(r"[.!?…:;»\"”)\]]$")
# Abbreviations after which sentencex cuts although the sentence goes on.
_GOES_ON = re.compile(r"(?:\b(?:bln|mln|bn|mn|trln|approx|est|vs|e\.g|i\.e|No|Inc|Ltd|Corp|Co)\.)$")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_STARTS_LOW = re.compile(r"^[a-zа-яёіїєґ0-9(\[$€£]")


# One item is split by each of its readers: prompt, lead, red flags, kind of event, grounding.
@lru_cache(maxsize=8)
def split(text: str) -> tuple[str, ...]:
    """The sentences of a text in order, stripped; a headline on its own line is one of them."""
    return tuple(sentence for paragraph in paragraphs(text) for sentence in paragraph)


@lru_cache(maxsize=8)
def paragraphs(text: str) -> tuple[tuple[str, ...], ...]:
    """The same sentences by paragraph."""
    return tuple(tuple(_split_line(line)) for line in _paragraphs(text))


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
    # Half a character is no text to that library, which works in UTF-8.
    for part in sentencex.segment("en", _LONE_SURROGATE.sub("\ufffd", line)):
        piece = f"{pending} {part.strip()}".strip()
        pending = ""
        if _GOES_ON.search(piece):
            pending = piece
        elif piece:
            yield piece
    if pending:
        yield pending
