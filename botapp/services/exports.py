"""Everything of a person in one file (docs/export.md has the format)."""

import json
import math
import tempfile
from typing import IO, Any

from django.utils import timezone

from botapp.exceptions import TooFast
from botapp.queries import own_parts, record
from botapp.queries.own_parts import moment
from botapp.services import pace

FORMAT, VERSION = "rvx-export", 1
MOST_BYTES = 40_000_000  # Telegram takes 50 MB from a bot
_EVERY, _BURST = 600.0, 3  # seconds between two files of a person, after the first ones


def admit(person_id: int) -> None:
    """Count one file. Raises TooFast."""
    seconds = pace.admit(f"export:{person_id}", every=_EVERY, burst=_BURST)
    if seconds:
        raise TooFast(seconds=math.ceil(seconds))


def write(person_id: int, *, most_bytes: int = MOST_BYTES) -> IO[bytes]:
    """The file, open; it is gone when it is closed, and with the process.

    Written row by row. Of what does not fit the oldest rows are left out, and `cut` names their lists.
    """
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the caller closes it)
    try:
        _Writer(file, most_bytes).write(person_id)
    except BaseException:
        file.close()
        raise
    file.flush()
    return file


class _Writer:
    def __init__(self, file: IO[bytes], most_bytes: int) -> None:
        self._file = file
        self._left = most_bytes
        self._cut: list[str] = []

    def write(self, person_id: int) -> None:
        head = {
            "format": FORMAT,
            "version": VERSION,
            "made": moment(timezone.now()),
            "person": own_parts.person(person_id),
        }
        self._put("{\n" + _plain(head)[1:-1])
        for part in (*own_parts.SMALL, *record.parts(), *own_parts.LARGE):
            self._put(f",\n{_plain(part.name)}: [")
            self._put_rows(part, person_id)
            self._put("]")
        self._put(f',\n"cut": {_plain(self._cut)}\n}}\n')

    def _put_rows(self, part: record.Part, person_id: int) -> None:
        glue = "\n"
        for row in part.rows(person_id):
            line = glue + _plain(row)
            if len(line.encode()) > self._left:
                self._cut.append(part.name)
                return
            self._put(line)
            glue = ",\n"

    def _put(self, text: str) -> None:
        content = text.encode()
        self._left -= len(content)
        self._file.write(content)


def _plain(data: Any) -> str:
    # Lone surrogates were replaced before anything was stored, so that every text can be encoded.
    return json.dumps(data, ensure_ascii=False)
