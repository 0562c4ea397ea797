"""Server-sent events, as far as services that stream chat completions use them."""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator

from botapp.ai.base import AnswerMalformed

LONGEST_EVENT = 2**18  # characters: a whole answer in one event is a tenth of this
LONGEST_STREAM = 2**22  # bytes, comments that only keep the connection alive included

_LINE_END = re.compile(r"\r\n|\n|\r(?=.)", re.DOTALL)


class EventStream:
    """Puts together what the network cut apart. Comments and other fields than `data` are left out."""

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._text = ""
        self._data: list[str] = []
        self._taken = 0

    def feed(self, piece: bytes) -> Iterator[str]:
        """The data of each event that is whole by now. Raises AnswerMalformed where there is no end of it."""
        self._taken += len(piece)
        *lines, self._text = _LINE_END.split(self._text + self._decoder.decode(piece))
        for line in lines:
            if line:
                self._read(line)
            elif self._data:
                yield self._event()
        if self._taken > LONGEST_STREAM or len(self._text) + sum(map(len, self._data)) > LONGEST_EVENT:
            raise AnswerMalformed("the stream has no end")

    def finish(self) -> Iterator[str]:
        """What was not closed by an empty line."""
        if self._text:
            self._read(self._text.rstrip("\r"))
        if self._data:
            yield self._event()

    def _read(self, line: str) -> None:
        field, _, value = line.partition(":")
        if field == "data":
            self._data.append(value.removeprefix(" "))

    def _event(self) -> str:
        event, self._data = "\n".join(self._data), []
        return event
