"""Server-sent events, as far as services that stream answers use them."""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator

from botapp.ai.base import AnswerMalformed

LONGEST_EVENT = 2**18  # characters: a whole answer in one event is a tenth of this
MOST_LINES = 2**16  # of one stream: two for each token, thoughts included

_LINE_END = re.compile(r"\r\n|\n|\r(?=.)", re.DOTALL)
# Fields that say nothing of an answer; that without a name is a comment.
_ASIDE = frozenset({"", "event", "id", "retry"})


class EventStream:
    """Puts together what the network cut apart. Comments and other fields than `data` are left out."""

    def __init__(self) -> None:
        self._lines = _Lines()
        self._data: list[str] = []
        self._length = 0  # characters of the event that has not ended

    def feed(self, piece: bytes) -> Iterator[str]:
        """The data of each event that is whole by now. Raises AnswerMalformed where there is no end of it."""
        for line in self._lines.feed(piece):
            if line:
                self._read(line)
            elif self._data:
                yield self._event()
        self._lines.check(self._length)

    def finish(self) -> Iterator[str]:
        """What was not closed by an empty line."""
        for line in self._lines.finish():
            self._read(line)
        if self._data:
            yield self._event()

    def _read(self, line: str) -> None:
        field, _, value = line.partition(":")
        if field == "data":
            self._data.append(value.removeprefix(" "))
            self._length += len(value)

    def _event(self) -> str:
        event, self._data, self._length = "\n".join(self._data), [], 0
        return event


class PlainEvents:
    """The stream for a library that knows lines of `data: ` only, and what is no event at all."""

    def __init__(self) -> None:
        self._lines = _Lines()
        self._length = 0  # characters since the last empty line

    def feed(self, piece: bytes) -> bytes:
        """All lines that are whole by now. Raises AnswerMalformed where there is no end of one event."""
        kept = b"".join(map(self._kept, self._lines.feed(piece)))
        self._lines.check(self._length)
        return kept

    def finish(self) -> bytes:
        """The last line, if nothing ended it."""
        return b"".join(map(self._kept, self._lines.finish()))

    def _kept(self, line: str) -> bytes:
        field, _, value = line.partition(":")
        if line and field in _ASIDE:
            return b""
        self._length = self._length + len(line) if line else 0
        return (f"data: {value.removeprefix(' ')}\n" if field == "data" else f"{line}\n").encode()


class _Lines:
    """Lines of a stream, and the beginning of the one that has not ended."""

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8-sig")("replace")  # a mark may stand before it all
        self._rest: list[str] = []
        self._length = self._count = 0

    def feed(self, piece: bytes) -> list[str]:
        text = self._decoder.decode(piece)
        # Put together only where something may end: a long line can come in a hundred thousand pieces.
        if "\n" in text or "\r" in text or (self._rest and self._rest[-1].endswith("\r")):
            *lines, text = _LINE_END.split("".join([*self._rest, text]))
            self._rest, self._length = [], 0
        else:
            lines = []
        if text:
            self._rest.append(text)
            self._length += len(text)
        self._count += len(lines)
        if self._count > MOST_LINES:
            raise AnswerMalformed("the stream has no end")
        return lines

    def finish(self) -> list[str]:
        rest, self._rest = "".join(self._rest).rstrip("\r"), []
        return [rest] if rest else []

    def check(self, length: int) -> None:
        """Raises AnswerMalformed for an event of so many characters, and those of the last line."""
        if length + self._length > LONGEST_EVENT:
            raise AnswerMalformed("the stream has no end")
