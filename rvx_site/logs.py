"""How log lines look, and what never stands in one."""

import logging
import re

# A Telegram bot token, a Gemini key, and one of our own API keys.
_SECRET = re.compile(r"(?<!\d)\d{5,}:[\w-]{20,}|\bAIza[\w-]{20,}|\brvx_key_[\w-]{8,}|(?<=[?&]key=)[^&\s\"']+")


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


class LineFormatter(logging.Formatter):
    """`2026-11-24 09:15:02,123 INFO botapp.delivery.lease: message`, in UTC."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatException(self, ei: object) -> str:  # noqa: N802 (the name is logging's)
        return hide(super().formatException(ei))  # type: ignore[arg-type]  # logging's private alias
