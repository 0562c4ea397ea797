from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils.translation import gettext as _

from botapp.queries.history import Page
from botapp.telegram.buttons import Button
from botapp.telegram.keyboards.card import Reopen
from botapp.telegram.keyboards.menu import back_to_menu
from botapp.telegram.keys import Key, Keyboard, shortened


class Line(Protocol):
    """What a row of a list opens."""

    @property
    def explanation_id(self) -> int: ...

    @property
    def headline(self) -> str: ...


@dataclass(frozen=True)
class OpenHistory(Button, prefix="history"):
    """The last explanations."""


@dataclass(frozen=True)
class OlderHistory(Button, prefix="older"):
    """The explanations before this place."""

    before: int


@dataclass(frozen=True)
class OpenBookmarks(Button, prefix="kept"):
    """The explanations that the person keeps."""


@dataclass(frozen=True)
class OlderBookmarks(Button, prefix="kept_older"):
    """Those that were kept before this place."""

    before: int


@dataclass(frozen=True)
class DropBookmark(Button, prefix="kept_drop"):
    """Let one go again. `before`: the place of the page that shows it, 0 for the first."""

    explanation: int
    before: int


def history_keys(page: Page, *, is_first: bool) -> Keyboard:
    """One explanation a row, the ways to newer and older ones, then the way back."""
    turning = _turning(None if is_first else OpenHistory(), OlderHistory(page.older) if page.older else None)
    return [*opening_keys(page.lines), turning, back_to_menu()]


def bookmark_keys(page: Page, *, before: int) -> Keyboard:
    """Each explanation with the key that lets it go. `before`: the place of this page, 0 for the first."""
    turning = _turning(
        OpenBookmarks() if before else None, OlderBookmarks(page.older) if page.older else None
    )
    rows = [
        [*row, Key("✕", DropBookmark(line.explanation_id, before))]
        for row, line in zip(opening_keys(page.lines), page.lines, strict=True)
    ]
    return [*rows, turning, back_to_menu()]


def _turning(newest: Button | None, older: Button | None) -> list[Key]:
    back = [Key("« " + _("Newest"), newest)] if newest else []
    return [*back, *([Key(_("Older") + " ›", older)] if older else [])]


def opening_keys(lines: Sequence[Line]) -> list[list[Key]]:
    """One explanation a row."""
    return [[Key(shortened(line.headline), Reopen(line.explanation_id))] for line in lines]
