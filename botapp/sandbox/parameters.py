"""The parameters of a call, from a query, a form, a multipart body or JSON."""

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from botapp.sandbox.errors import ApiError, bad_request

MAX_BODY = 60 * 1024 * 1024
DEEPEST = 50
SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    content: bytes
    mime_type: str

    def __str__(self) -> str:
        return f"<{len(self.content)} bytes>"


class Params:
    """Reads values as Telegram's server does: forgiving about types, strict about structure."""

    __slots__ = ("raw",)

    def __init__(self, raw: dict[str, Any]) -> None:
        self.raw = raw

    def text(self, name: str, default: str = "") -> str:
        value = self.raw.get(name)
        return default if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        try:
            return int(self.raw.get(name, default))
        except (TypeError, ValueError, OverflowError):
            return default

    def number(self, name: str, default: float = 0.0) -> float:
        try:
            return float(self.raw.get(name, default))
        except (TypeError, ValueError, OverflowError):
            return default

    def flag(self, name: str) -> bool:
        return str(self.raw.get(name, "")).lower() in ("true", "1", "yes", "t", "y")

    def structure(self, name: str) -> Any:
        """An object or a list; it may come as JSON text. None when it is missing."""
        value = self.raw.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return sound(json.loads(value))
        except (ValueError, RecursionError):
            raise bad_request(f"can't parse {name} JSON object") from None

    def upload(self, name: str) -> Upload | None:
        """The uploaded file of a field, also when the field names it as `attach://part`."""
        value = self.raw.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            value = self.raw.get(value.removeprefix("attach://"))
        return value if isinstance(value, Upload) else None


def sound(value: Any, depth: int = 0) -> Any:
    """JSON data that can be written down again: half characters are replaced, deep nesting is refused."""
    if depth > DEEPEST:
        raise bad_request("nested too deeply")
    if isinstance(value, str):
        return SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [sound(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {sound(name): sound(item, depth + 1) for name, item in value.items()}
    return value


async def read_params(request: web.BaseRequest) -> dict[str, Any]:
    """All parameters of a request; ApiError 400 for a body that can't be read."""
    raw: dict[str, Any] = dict(request.query) if request.query_string else {}
    kind = request.content_type
    if kind == "multipart/form-data":
        raw.update(await _read_multipart(request))
        return raw
    if not request.can_read_body:
        return raw
    body = await request.read()
    if kind == "application/json":
        raw.update(_read_json(body))
    else:
        raw.update(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    return raw


def _read_json(body: bytes) -> dict[str, Any]:
    try:
        content = sound(json.loads(body or b"{}"))
    except (ValueError, RecursionError):
        raise bad_request("can't parse JSON object") from None
    if not isinstance(content, dict):
        raise bad_request("can't parse JSON object: Expected an Object")
    return content


async def _read_multipart(request: web.BaseRequest) -> dict[str, Any]:
    if request.content_length and request.content_length > MAX_BODY:
        raise ApiError(413, "Request Entity Too Large")
    fields: dict[str, Any] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            fields[name] = Upload(value.filename, value.file.read(), value.content_type)
        else:
            fields[name] = value
    return fields
