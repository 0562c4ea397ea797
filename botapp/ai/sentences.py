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
_HOUR = re.compile(r"\d ?[ap]\.m\.$", re.IGNORECASE)
_ZONE = re.compile(
    r"(?:ET|PT|CT|MT|[ECMP][SD]T|UTC|GMT|BST|WES?T|CES?T|EES?T|MSK|JST|HKT|SGT|KST|IST|AES?T|GST"
    r"|(?:Eastern|Pacific|Central|Mountain|London|Moscow|Kyiv) [Tt]ime)(?!\w)"
)
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
    for part in map(str.strip, sentencex.segment("en", _LONE_SURROGATE.sub("\ufffd", line))):
        if pending and not _goes_on(pending, part):
            yield pending
            pending = ""
        pending = f"{pending} {part}".strip()
    if pending:
        yield pending


def _goes_on(begun: str, part: str) -> bool:
    return bool(_GOES_ON.search(begun) or (_HOUR.search(begun) and _ZONE.match(part)))
