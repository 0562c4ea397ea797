"""How much is read of what a service sends, counted after decompression, whatever it says of its length.

An answer in our schema has some ten thousand characters. Its stream has an envelope of up to 400 bytes
around each token, thoughts included, which makes the most of it; an answer in one piece has one envelope.
"""

from collections.abc import Mapping
from typing import Any

from botapp.ai.base import AIError, AnswerMalformed
from botapp.ai.failures import from_status

LONGEST_STREAM = 2**22  # bytes, with comments that only keep the connection alive
LONGEST_ANSWER = 2**20  # bytes of an answer in one piece
LONGEST_REFUSAL = 2**16  # bytes of an error: a code, a sentence and when to come back


class Bound:
    """What one response may still say. Whoever reads it closes the connection when this raises."""

    def __init__(self, *, status: int, headers: Mapping[str, str], most: int) -> None:
        self._failure: AIError = AnswerMalformed("the answer has no end")
        self._left = most
        if status != 200:
            self._failure, self._left = from_status(status, headers=headers), LONGEST_REFUSAL

    def take(self, piece: bytes) -> bytes:
        """The piece. Raises AnswerMalformed where it is too much, for an error what its status means."""
        self._left -= len(piece)
        if self._left < 0:
            raise self._failure
        return piece


class Body:
    """The content of a response of aiohttp within its bound, piece by piece as it comes."""

    def __init__(self, content: Any, bound: Bound) -> None:
        self._content = content
        self._bound = bound

    def __aiter__(self) -> "Body":
        return self

    async def __anext__(self) -> bytes:
        # A failed connection is told at once, ahead of what came before: a whole answer may stand there.
        rest: bytes = self._content._read_nowait(-1) if self._content.exception() is not None else b""
        # Not read(): with a length it may stop early, and without one it unpacks all that there is.
        piece: bytes = rest or await self._content.readany()
        if not piece:
            raise StopAsyncIteration
        return self._bound.take(piece)

    async def whole(self) -> bytes:
        """All of it."""
        return b"".join([piece async for piece in self])
