"""Telegram's HTML as plain text with marks, and its division into messages.

Offsets inside are characters; `entities` gives them in the UTF-16 units that Telegram counts.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from html.parser import HTMLParser
from itertools import accumulate
from typing import Any

from telegram import MessageEntity

LIMIT = 4096  # UTF-16 units of one message

KINDS = {
    "b": MessageEntity.BOLD,
    "strong": MessageEntity.BOLD,
    "i": MessageEntity.ITALIC,
    "em": MessageEntity.ITALIC,
    "u": MessageEntity.UNDERLINE,
    "s": MessageEntity.STRIKETHROUGH,
    "code": MessageEntity.CODE,
    "pre": MessageEntity.PRE,
    "a": MessageEntity.TEXT_LINK,
    "blockquote": MessageEntity.BLOCKQUOTE,
    "tg-spoiler": MessageEntity.SPOILER,
}
# Tags that Telegram does not know, as what they mean in a message.
_MEANINGS = (
    (re.compile(r"<br\s*/?>"), "\n"),
    (re.compile(r"<p>"), ""),
    (re.compile(r"</p>|</?[uo]l>"), "\n\n"),
    (re.compile(r"<h[1-6]>"), "<b>"),
    (re.compile(r"</h[1-6]>"), "</b>\n\n"),
    (re.compile(r"<li>"), "• "),
    (re.compile(r"</li>"), "\n"),
)
_VERBATIM = re.compile(r"(<(?:pre|code)>.*?</(?:pre|code)>)", re.DOTALL)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Mark:
    """A stretch of the text, from the character `start` up to, not including, `end`.

    `is_source`: a quote with the attribute `cite`, whose text is somebody's own.
    """

    kind: str
    start: int
    end: int
    url: str = ""
    is_source: bool = False


@dataclass(frozen=True)
class Marked:
    """A text and its marks; marks nest and are sorted from outside to inside."""

    text: str
    marks: tuple[Mark, ...] = ()

    @cached_property
    def entities(self) -> list[dict[str, Any]]:
        """The marks as Telegram takes them."""
        places = _places(self.text)
        return [_entity(mark, places) for mark in self.marks]

    def cut(self, start: int, end: int) -> "Marked":
        """The characters from `start` to `end` with the marks on them, white space around them gone."""
        body = self.text[start:end]
        start += len(body) - len(body.lstrip())
        body = body.strip()
        end = start + len(body)
        inside = (
            replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
            for mark in self.marks
        )
        return Marked(body, tuple(mark for mark in inside if mark.start < mark.end))


def _entity(mark: Mark, places: list[int]) -> dict[str, Any]:
    start, end = places[mark.start], places[mark.end]
    entity = {"type": mark.kind, "offset": start, "length": end - start}
    return {**entity, "url": mark.url} if mark.url else entity


def width(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text) + sum(char > "\uffff" for char in text)


def read(html: str) -> Marked:
    """The text and marks of Telegram HTML.

    White space is collapsed: runs of blanks to one, more than one empty line to one; not inside
    <code> and <pre>. Tags that Telegram does not know are dropped, their text stays.
    """
    reader = _Reader()
    reader.feed(_tidy(_LONE_SURROGATE.sub("\ufffd", html)))
    reader.close()
    whole = Marked("".join(reader.pieces), tuple(sorted(reader.marks, key=lambda m: (m.start, -m.end))))
    return whole.cut(0, len(whole.text))


def split(marked: Marked, limit: int = LIMIT) -> list[Marked]:
    """Messages of at most `limit` UTF-16 units; nothing is lost but white space at the cuts.

    Cuts fall between paragraphs, lines or words, and inside a mark only if it is longer than a message.
    """
    pieces = []
    while width(marked.text) > limit:
        end = _place_to_cut(marked, limit)
        pieces.append(marked.cut(0, end))
        marked = marked.cut(end, len(marked.text))
    return [piece for piece in [*pieces, marked] if piece.text]


def _tidy(html: str) -> str:
    for pattern, meaning in _MEANINGS:
        html = pattern.sub(meaning, html)
    parts = _VERBATIM.split(html)
    parts[::2] = [_collapse(part) for part in parts[::2]]
    return re.sub(r"\n{3,}", "\n\n", "".join(parts))


def _collapse(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", re.sub(r" *\n *", "\n", re.sub(r"[ \t\r\f\v]+", " ", text)))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.marks: list[Mark] = []
        self._open: list[tuple[str, Mark]] = []
        self._length = 0

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
        self._length += len(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in KINDS:
            return
        given = dict(attrs)
        kind = KINDS[tag]
        if tag == "blockquote" and "expandable" in given:
            kind = MessageEntity.EXPANDABLE_BLOCKQUOTE
        url, is_source = given.get("href") or "", "cite" in given
        self._open.append((tag, Mark(kind, self._length, self._length, url, is_source)))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            return
        mark = replace(self._open.pop()[1], end=self._length)
        is_broken_link = mark.kind == MessageEntity.TEXT_LINK and not mark.url
        if mark.start < mark.end and not is_broken_link:
            self.marks.append(mark)


def _places(text: str) -> list[int]:
    """For each character, and for the end, the UTF-16 offset at which it starts."""
    return [0, *accumulate(2 if char > "\uffff" else 1 for char in text)]


def _place_to_cut(marked: Marked, limit: int) -> int:
    """The number of characters that the next message takes."""
    places = _places(marked.text)
    end = next(index for index, place in enumerate(places) if place > limit) - 1
    whole = [mark for mark in marked.marks if places[mark.end] - places[mark.start] <= limit]
    for closed in (marked.marks, whole):
        for separator in ("\n\n", "\n", " "):
            place = _last(marked.text, separator, end, closed)
            if place > end // 2:
                return place
        # No good place between words: the beginning or end of a mark is better than its inside.
        edges = {edge for mark in closed for edge in (mark.start, mark.end)} | {end}
        place = max((edge for edge in edges if 0 < edge <= end and _is_free(edge, closed)), default=0)
        if place > end // 2:
            return place
    return place or end


def _last(text: str, separator: str, end: int, closed: Iterable[Mark]) -> int:
    """The last place before `end` where `separator` stands outside of `closed` marks, or 0."""
    place = text.rfind(separator, 0, end + 1)
    while place > 0 and not _is_free(place, closed):
        place = text.rfind(separator, 0, place)
    return max(place, 0)


def _is_free(place: int, closed: Iterable[Mark]) -> bool:
    return not any(mark.start < place < mark.end for mark in closed)
