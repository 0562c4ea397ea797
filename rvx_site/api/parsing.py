"""Reading bodies without trusting their size or depth."""

import json
import re
from collections.abc import Mapping
from typing import IO, Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import APIException, ParseError
from rest_framework.parsers import BaseParser, JSONParser

# JSON may write down half of a character ("\\ud800"), which no response and no database can hold.
_SURROGATE = re.compile(r"[\ud800-\udfff]")


class TooLarge(APIException):
    """The body holds more bytes than are read."""

    status_code = 413
    default_code = "too_large"

    def __init__(self, limit: int | None = None) -> None:
        limit = limit or settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        super().__init__(_("The body is too large: at most %(bytes)s bytes are read.") % {"bytes": limit})


class Interrupted(APIException):
    """The rest of the body did not come in time, or never."""

    status_code = 408
    default_code = "interrupted"
    default_detail = _("The body did not arrive in time. Please send it again.")


class BoundedJSONParser(JSONParser):
    """JSON of at most DATA_UPLOAD_MAX_MEMORY_SIZE bytes; REST framework's own reads any amount."""

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        """The data. Raises TooLarge or ParseError."""
        return _read(stream, media_type, parser_context, limit=settings.DATA_UPLOAD_MAX_MEMORY_SIZE)


class LargeJSONParser(BaseParser):
    """JSON of at most `limit` bytes, whatever DATA_UPLOAD_MAX_MEMORY_SIZE says.

    No JSONParser itself: REST framework reads the body for one, and Django refuses it by that setting.
    """

    media_type = "application/json"

    @property
    def limit(self) -> int:
        """Bytes; a view's own class says how many."""
        raise NotImplementedError

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        """The data. Raises TooLarge or ParseError."""
        return _read(stream, media_type, parser_context, limit=self.limit)


def _read(
    stream: IO[Any], media_type: str | None, context: Mapping[str, Any] | None, *, limit: int | None
) -> Any:
    _check_length(context, limit)
    try:
        return _clean(JSONParser().parse(stream, media_type, context))
    except RecursionError as error:
        raise ParseError(_("The JSON is nested too deeply.")) from error
    except ParseError as error:
        raise _unreadable(error.__context__) from error


def _unreadable(cause: BaseException | None) -> ParseError:
    """REST framework's own sentence is that of Python's parser, in English."""
    if isinstance(cause, json.JSONDecodeError):
        place = {"line": cause.lineno, "column": cause.colno}
        return ParseError(_("The body is not valid JSON: see line %(line)s, column %(column)s.") % place)
    return ParseError(_("The body is not valid JSON in UTF-8."))


def _check_length(context: Mapping[str, Any] | None, limit: int | None) -> None:
    length = int((context or {})["request"].META.get("CONTENT_LENGTH") or 0)
    if limit is not None and length > limit:
        raise TooLarge(limit)


def _clean(data: Any) -> Any:
    if isinstance(data, str):
        return _SURROGATE.sub("\ufffd", data)
    if isinstance(data, list):
        return [_clean(item) for item in data]
    if isinstance(data, dict):
        return {_clean(name): _clean(item) for name, item in data.items()}
    return data
