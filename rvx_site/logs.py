"""How log lines look, and what never stands in one."""

import logging
import re
import traceback
from collections.abc import Iterator

# A Telegram bot token, keys of Gemini and of services like OpenAI and Groq, and one of our own API keys.
_SECRET = re.compile(
    r"(?<!\d)\d{5,}:[\w-]{20,}|\bAIza[\w-]{20,}|\bsk-[\w-]{16,}|\bgsk_\w{16,}|\brvx_key_[\w-]{8,}"
    r"|(?<=[?&]key=)[^&\s\"']+"
)

# Whose errors are written by us, and say nothing that a person wrote.
_OURS = ("analytics.", "botapp.", "lessons.", "rvx_site.")
# Of others these only: their texts name files, hosts, settings and modules. The text of any other may quote
# what it failed at, and those of a database quote whole rows.
_HARMLESS = {
    "builtins": (
        "ImportError",
        "MemoryError",
        "ModuleNotFoundError",
        "NotImplementedError",
        "RecursionError",
    ),
    "django.core.exceptions": ("AppRegistryNotReady", "ImproperlyConfigured", "SynchronousOnlyOperation"),
    "django.core.management.base": ("CommandError", "SystemCheckError"),
    "telegram.error": ("Conflict", "Forbidden", "InvalidToken", "RetryAfter", "TimedOut"),
}
# Telegram's refusals begin with a sentence of its own; what it quotes of a message stands behind a colon.
_OWN_SENTENCE = re.compile(r"[A-Za-z' ]{1,80}(?=:|$)")
_FOR_NOW = 503
_LONGEST_REFUSAL = 200  # characters: a Host header may be kilobytes long


_CAUSED = "\nThe above exception was the direct cause of the following exception:\n\n"
_MEANWHILE = "\nDuring handling of the above exception, another exception occurred:\n\n"


def hide(text: str) -> str:
    """`text` with every secret of a known shape replaced."""
    return _SECRET.sub("[hidden]", text)


class HideSecrets(logging.Filter):
    """Removes secrets from the message; LineFormatter does the same for tracebacks."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if _SECRET.search(message):
            record.msg, record.args = hide(message), None
        return True


class CalmRefusals(logging.Filter):
    """What Django calls suspicious is refused with 400 and no fault of ours: a warning, not a traceback.

    Scanners send such requests all day (a Host that is not ours, a form with a thousand fields). A 503 is
    said on purpose, with a time to come back; whoever says it logs a fault of ours, if it is one.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name == "django.request" and getattr(record, "status_code", 0) == _FOR_NOW:
            record.levelno, record.levelname = logging.WARNING, "WARNING"
        if record.name.startswith("django.security."):
            record.levelno, record.levelname = logging.WARNING, "WARNING"
            record.msg, record.args = record.getMessage()[:_LONGEST_REFUSAL], None
            record.exc_info = record.exc_text = None
        return True


class LineFormatter(logging.Formatter):
    """`2026-11-24 09:15:02,123 INFO botapp.delivery.lease: message`, in UTC."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatException(self, ei: tuple[object, BaseException | None, object]) -> str:  # noqa: N802 (the name is logging's, as is its private alias)
        """Frames and kinds of the whole chain; of the texts those alone that hold nobody's words."""
        return hide("".join(_told(ei[1], set())).rstrip("\n")) if ei[1] else ""


def _told(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        yield from _told(before, seen)
        yield _CAUSED if error.__cause__ else _MEANWHILE
    if error.__traceback__:
        yield "Traceback (most recent call last):\n"
        yield from traceback.format_tb(error.__traceback__)
    yield f"{describe(error)}\n"
    for one in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        if id(one) not in seen:
            yield from _told(one, seen)


def describe(error: BaseException) -> str:
    """The name of the error's class, and as much of its text as may be told."""
    its = type(error)
    name = its.__qualname__ if its.__module__ == "builtins" else f"{its.__module__}.{its.__qualname__}"
    text = str(error) if _is_harmless(error) else _own_sentence(error) or _place(error)
    return hide(f"{name}: {text}") if text else name


def _is_harmless(error: BaseException) -> bool:
    kind = type(error)
    is_known = kind.__name__ in _HARMLESS.get(kind.__module__, ())
    return is_known or kind.__module__.startswith(_OURS) or isinstance(error, OSError)


def _own_sentence(error: BaseException) -> str:
    is_refusal = (type(error).__module__, type(error).__name__) == ("telegram.error", "BadRequest")
    found = _OWN_SENTENCE.match(str(error)) if is_refusal else None
    return found.group() if found else ""


def _place(error: BaseException) -> str:
    """What a database says of an error apart from its text: SQLite's code, PostgreSQL's constraint."""
    diagnosis = getattr(error, "diag", None)
    found = getattr(error, "sqlite_errorname", None) or getattr(diagnosis, "constraint_name", None)
    return str(found or "")
