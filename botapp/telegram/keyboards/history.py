from collections.abc import Sequence
from dataclasses import dataclass

from botapp.queries.history import HistoryLine
from botapp.telegram.buttons import Button
from botapp.telegram.keyboards.card import Reopen
from botapp.telegram.keyboards.menu import back_to_menu
from botapp.telegram.keys import Key, Keyboard

WIDTH = 48  # characters that a phone shows on one button


@dataclass(frozen=True)
class OpenHistory(Button, prefix="history"):
    """The last explanations."""


@dataclass(frozen=True)
class OpenBookmarks(Button, prefix="kept"):
    """The explanations that the person keeps."""


def history_keys(lines: Sequence[HistoryLine]) -> Keyboard:
    """One explanation a row, then the way back."""
    return [
        *([Key(shortened(line.headline), Reopen(line.explanation_id))] for line in lines),
        back_to_menu(),
    ]


def shortened(text: str, width: int = WIDTH) -> str:
    """A text as a button shows it."""
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
