"""Keyboards as plain data."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from botapp.telegram.buttons import Button

WIDTH = 48  # characters that a phone shows on one button


@dataclass(frozen=True)
class Key:
    """One button under a message: it presses `button` or opens `url`."""

    label: str
    button: Button | None = None
    url: str = ""


Keyboard = Sequence[Sequence[Key]]


def in_rows(keys: Sequence[Key]) -> list[list[Key]]:
    """Two in a row, as a phone shows them whole."""
    return [list(keys[start : start + 2]) for start in range(0, len(keys), 2)]


def shortened(text: str, width: int = WIDTH) -> str:
    """A text as a button shows it: cut between two words, if they are not endless."""
    if len(text) <= width:
        return text
    begun = text[:width]
    whole, space, _rest = begun.rpartition(" ")
    return (whole if space and len(whole) > width // 2 else begun[:-1]).rstrip(" ,;:–—") + "…"


def markup(keyboard: Keyboard | None) -> dict[str, Any] | None:
    """The keyboard as Telegram takes it; None for none."""
    rows = [[_button(key) for key in row] for row in keyboard or () if row]
    return {"inline_keyboard": rows} if rows else None


def _button(key: Key) -> dict[str, str]:
    if key.button is not None:
        return {"text": str(key.label), "callback_data": key.button.pack()}
    return {"text": str(key.label), "url": key.url}
