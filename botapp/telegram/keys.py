"""Keyboards as plain data."""

from collections.abc import Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from botapp.telegram.buttons import Button


@dataclass(frozen=True)
class Key:
    """One button under a message: it presses `button` or opens `url`."""

    label: str
    button: Button | None = None
    url: str = ""


Keyboard = Sequence[Sequence[Key]]


def markup(keyboard: Keyboard | None) -> InlineKeyboardMarkup | None:
    """The keyboard as Telegram takes it; None for none."""
    rows = [[_button(key) for key in row] for row in keyboard or () if row]
    return InlineKeyboardMarkup(rows) if rows else None


def _button(key: Key) -> InlineKeyboardButton:
    if key.button is not None:
        return InlineKeyboardButton(str(key.label), callback_data=key.button.pack())
    return InlineKeyboardButton(str(key.label), url=key.url)
