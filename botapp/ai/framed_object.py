"""The one JSON object of a text that comes in pieces, whatever words a model puts before and behind it."""

import re

from botapp.ai.thinking_aloud import ThinkingAloud

_LONGEST_PREFACE = 300  # characters
_BRACKETS = re.compile(r"[{}\[\]]")
# A whole string; what is escaped in one that does not end here, or that would be; the other marks.
_MARKS = re.compile(r'"(?:[^"\\]++|\\.)*+"|\\.?|["{}\[\]]', re.DOTALL)
_ANOTHER = re.compile(r'\{\s*["}]')


class FramedObject:
    """Looks at each character once, however many pieces there are.

    Before the object may stand thoughts, and a short preface without brackets, such as a fence; behind it
    anything but another one. `depth` is that of lists and objects at the end. `is_closed`: the last brace
    has come. `shallowest`: the least depth to which a string, a list or an object ended in the last piece;
    None where none did.
    """

    def __init__(self) -> None:
        self.depth = 0
        self.is_closed = False
        self.shallowest: int | None = None
        self._thoughts = ThinkingAloud()
        self._before: list[str] = []
        self._inside: list[str] = []
        self._behind: list[str] = []
        self._is_alone = True
        self._in_string = self._escaped = self._ends_in_brace = False

    def add(self, piece: str) -> None:
        """Some more of the text."""
        self.shallowest = None
        if not self._inside:
            piece = self._begin(self._thoughts.left_out(piece))
        if piece and not self.is_closed:
            end = self._follow(piece)
            self._inside.append(piece[:end])
            piece = piece[end:]
        if piece:
            self._look_behind(piece)

    def text(self) -> str:
        """The object so far; all of the text where there is no object, or not one alone."""
        is_found = self._inside and self._is_alone
        if is_found:
            return "".join(self._inside)
        return "".join((self._thoughts.held(), *self._before, *self._inside, *self._behind))

    def _begin(self, piece: str) -> str:
        """What of a piece belongs to the object or follows it."""
        before, brace, rest = piece.partition("{") if self._is_alone else (piece, "", "")
        self._before.append(before)
        if not brace:
            return ""
        preface = "".join(self._before)
        self._is_alone = len(preface.strip()) <= _LONGEST_PREFACE and not _BRACKETS.search(preface)
        if self._is_alone:
            return brace + rest
        self._before.append(brace + rest)
        return ""

    def _follow(self, piece: str) -> int:
        """Where the object ends in a piece."""
        begun = '"\\' if self._escaped else '"' if self._in_string else ""
        self._in_string = self._escaped = False
        for found in _MARKS.finditer(begun + piece):
            mark = found[0]
            if mark == '"':
                self._in_string = True
            elif mark[0] == "\\":
                self._escaped = self._in_string and len(mark) == 1
            elif mark[0] == '"':
                self._end()
            elif not self._in_string:
                self.depth += 1 if mark in "{[" else -1
                if mark in "}]":
                    self._end()
            if self.is_closed:
                return found.end() - len(begun)
        return len(piece)

    def _end(self) -> None:
        self.shallowest = self.depth if self.shallowest is None else min(self.shallowest, self.depth)
        self.is_closed = not self.depth

    def _look_behind(self, piece: str) -> None:
        self._behind.append(piece)
        beginning = "{" + piece if self._ends_in_brace else piece
        self._ends_in_brace = beginning.rstrip().endswith("{")
        self._is_alone = self._is_alone and not _ANOTHER.search(beginning)
