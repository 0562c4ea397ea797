"""What a service's failure means to us, said without its URL, key or texts."""

import logging
import traceback
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from botapp.ai.base import AIError, AnswerBlocked, ProviderTimeout, ProviderUnavailable

logger = logging.getLogger(__name__)

_TIMEOUTS = frozenset({408, 504})
_OK = 200
_DIGITS = 3  # of a status
# Why Gemini stops before the end: all of these are about content.
BLOCKING_REASONS = frozenset(
    {"SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "LANGUAGE", "IMAGE_SAFETY"}
)


def from_status(status: int, *, headers: Mapping[str, str] | None = None, details: Any = None) -> AIError:
    """The error for an HTTP status; the service's own wish of when to come back is kept."""
    if status in _TIMEOUTS:
        return ProviderTimeout(f"the service answered HTTP {status}")
    wish = (headers or {}).get("Retry-After", "")
    retry_after = _seconds(wish) or _until(wish) or _retry_info(details)
    return ProviderUnavailable(f"the service answered HTTP {status}", retry_after=retry_after)


def from_code(code: Any, *, headers: Mapping[str, str] | None = None, details: Any = None) -> AIError:
    """The error for the code of one that stands in an answer, whatever a service writes there."""
    written = str(code) if type(code) in (int, str) else ""
    # No other is a status, and a longer one may be more than Python reads as a number.
    if len(written) == _DIGITS and written.isdecimal():
        return from_status(int(written), headers=headers, details=details)
    return ProviderUnavailable("the service failed while it answered", retry_after=_retry_info(details))


def blocked(reason: str) -> AnswerBlocked:
    """The error for content that the service refuses."""
    return AnswerBlocked(f"the service refused: {reason}")


def unexpected(error: Exception, *, provider: str) -> ProviderUnavailable:
    """The error for what no library should raise; logs its kind and place.

    Its own words are not logged and its traceback is not kept: both may hold texts and keys.
    """
    kind = type(error).__name__
    logger.error("AI library of %s failed unexpectedly: %s at %s", provider, kind, _place(error))
    return ProviderUnavailable(f"the library failed: {kind}")


def misread(
    error: Exception, *, provider: str, status: int, headers: Mapping[str, str] | None = None
) -> AIError:
    """The error for an answer that the library stumbles over: the service's fault. Logs kind and place."""
    kind = type(error).__name__
    logger.warning("AI library of %s can not read its service: %s at %s", provider, kind, _place(error))
    if status != _OK:
        return from_status(status, headers=headers)
    return ProviderUnavailable("the service answers in a way of its own")


def _place(error: Exception) -> str:
    """File and line that raised, "?" for an error that was never raised."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"


def _retry_info(details: Any) -> float | None:
    """Seconds of google.rpc.RetryInfo within an error's details."""
    for detail in _listed(details):
        if isinstance(detail, Mapping) and str(detail.get("@type", "")).endswith("google.rpc.RetryInfo"):
            return _seconds(str(detail.get("retryDelay", "")).removesuffix("s"))
    return None


def _listed(details: Any) -> Iterable[Any]:
    if (
        isinstance(details, list)
        and len(details) == 1
        and isinstance(details[0], Mapping)
        and "error" in details[0]
    ):
        details = details[0]
    if isinstance(details, Mapping):
        details = details.get("error", details)
        details = details.get("details", ()) if isinstance(details, Mapping) else ()
    return details if isinstance(details, (list, tuple)) else ()


def _until(written: str) -> float | None:
    """Seconds until a moment to come, as HTTP writes it."""
    try:
        seconds = (parsedate_to_datetime(written) - datetime.now(UTC)).total_seconds()
    except (TypeError, ValueError):
        return None
    return seconds if seconds > 0 else None


def _seconds(written: str) -> float | None:
    try:
        seconds = float(written)
    except ValueError:
        return None
    return seconds if seconds >= 0 else None
