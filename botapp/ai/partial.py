"""An explanation that grows while its JSON still streams in.

Only whole statements are shown: of `{"value": "1` nobody can tell whether it becomes "1" or "11".
"""

import re
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from botapp.ai.base import AnswerEmpty, AnswerMalformed
from botapp.ai.framed_object import FramedObject
from botapp.ai.schema import Explanation

LONGEST_TEXT = 2**17  # characters: a long answer with every letter escaped is half of this
MOST_ELEMENTS = 100  # of one list: a model that repeats itself has no end
_INSIDE_AN_ELEMENT = 3  # depth: answer, list, element
_MOST_FAULTS = 5  # that are told
_HALVES = re.compile("[\ud800-\udfff]|\\\\u[dD][89a-fA-F]")
_HALF_AT_THE_END = re.compile("[\ud800-\udbff]$")
# Half a character in an escape, with no other half beside it. Pairs are matched first and kept.
_ESCAPED = re.compile(
    r"(?P<whole>\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
    r"(?!(?:\\(?:u(?:[dD](?:[c-fC-F][0-9a-fA-F]?)?)?)?)?$)|\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)
_OURS = ("background", "answered")


class PartialAnswer:
    """Collects pieces of one JSON answer."""

    def __init__(self) -> None:
        self._text = FramedObject()
        self._unread: list[str] = []
        self._length = 0
        self._shown: Explanation | None = None

    def feed(self, piece: str) -> Explanation | None:
        """The explanation as far as it is whole; None when the piece added nothing to show.

        Raises AnswerMalformed where the text, or a list in it, becomes longer than any of an answer.
        """
        self.add(piece)
        self._read()
        if self._text.shallowest is None or self._text.shallowest >= _INSIDE_AN_ELEMENT:
            return None
        grown = self._whole_part()
        if grown is None or grown == self._shown:
            return None
        self._shown = grown
        return grown

    def add(self, piece: str) -> None:
        """Collect a piece without a look at the whole.

        Raises AnswerMalformed where the text becomes longer than any answer.
        """
        self._unread.append(piece)
        self._length += len(piece)
        if self._length > LONGEST_TEXT:
            raise AnswerMalformed("the answer has no end")

    def finish(self) -> Explanation:
        """The whole explanation. Raises AnswerEmpty or AnswerMalformed."""
        self._read()
        text = self._mended()
        if not text.strip():
            raise AnswerEmpty("no text")
        try:
            answer = Explanation.model_validate(_without_ours(_bounded(from_json(text))))
        except ValueError as error:  # pydantic's ValidationError is one too
            raise AnswerMalformed(_what_is_wrong(error)) from error
        if not answer.what_happened:
            raise AnswerMalformed("nothing about what happened")
        return answer

    def _read(self) -> None:
        self._text.add("".join(self._unread))
        self._unread.clear()

    def _mended(self) -> str:
        """The text without halves of characters; one at the end may get its other half yet."""
        text = self._text.text()
        return _HALF_AT_THE_END.sub("", _mended(text) if _HALVES.search(text) else text)

    def _whole_part(self) -> Explanation | None:
        try:
            data = from_json(self._mended(), allow_partial=True)
        except ValueError:
            return None
        if not isinstance(_bounded(data), dict) or not data.get("headline"):
            return None
        if self._text.depth >= _INSIDE_AN_ELEMENT:
            _drop_last_element(data)
        try:
            return Explanation.model_validate(_without_ours(data))
        except ValidationError:
            return None


def _bounded(data: Any) -> Any:
    """The answer. Raises AnswerMalformed where one of its lists is longer than any."""
    lists = data.values() if isinstance(data, dict) else ()
    if any(isinstance(value, list) and len(value) > MOST_ELEMENTS for value in lists):
        raise AnswerMalformed("a list has no end")
    return data


def _what_is_wrong(error: ValueError) -> str:
    """For the model that has to write it again: places and kinds, never words of the answer."""
    if not isinstance(error, ValidationError):
        return "not one whole JSON object"
    faults = error.errors(include_input=False, include_url=False)[:_MOST_FAULTS]
    told = (f"{'.'.join(map(str, fault['loc'])) or 'the whole'} ({fault['type']})" for fault in faults)
    return f"not in the agreed schema: {', '.join(told)}"


def _mended(text: str) -> str:
    """The text with halves of characters joined or replaced; one at the end may get its other half yet."""
    last = _HALF_AT_THE_END.search(text)
    body, rest = (text[:-1], text[-1]) if last else (text, "")
    whole = body.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _ESCAPED.sub(lambda found: found["whole"] or "\ufffd", whole) + rest


def _drop_last_element(data: dict[str, Any]) -> None:
    last = data[next(reversed(data))]
    if isinstance(last, list) and last:
        last.pop()


def _without_ours(data: Any) -> Any:
    """The answer without what a model must not set: what is ours and grounding's marks."""
    if not isinstance(data, dict):
        return data
    kept = {key: value for key, value in data.items() if key not in _OURS}
    return {
        key: list(map(_unmarked, value)) if isinstance(value, list) else value for key, value in kept.items()
    }


def _unmarked(element: Any) -> Any:
    if not isinstance(element, dict):
        return element
    return {key: value for key, value in element.items() if key != "unsupported"}
