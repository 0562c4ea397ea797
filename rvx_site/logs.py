"""How log lines look, and what never stands in one."""

import logging
import re

# A Telegram bot token, keys of Gemini and of services like OpenAI and Groq, and one of our own API keys.
_SECRET = re.compile(
    r"(?<!\d)\d{5,}:[\w-]{20,}|\bAIza[\w-]{20,}|\bsk-[\w-]{16,}|\bgsk_\w{16,}|\brvx_key_[\w-]{8,}"
    r"|(?<=[?&]key=)[^&\s\"']+"
)

_LONGEST_REFUSAL = 200  # characters: a Host header may be kilobytes long


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

    Scanners send such requests all day (a Host that is not ours, a form with a thousand fields).
    """

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith("django.security."):
            record.levelno, record.levelname = logging.WARNING, "WARNING"
            record.msg, record.args = record.getMessage()[:_LONGEST_REFUSAL], None
            record.exc_info = record.exc_text = None
        return True


class LineFormatter(logging.Formatter):
    """`2026-11-24 09:15:02,123 INFO botapp.delivery.lease: message`, in UTC."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatException(self, ei: object) -> str:  # noqa: N802 (the name is logging's)
        return hide(super().formatException(ei))  # type: ignore[arg-type]  # logging's private alias
