from dataclasses import dataclass

from django.utils.translation import gettext as _

from botapp.queries.search import Found, Place
from botapp.telegram.buttons import Button
from botapp.telegram.keyboards.history import opening_keys
from botapp.telegram.keyboards.menu import back_to_menu
from botapp.telegram.keys import Key, Keyboard


@dataclass(frozen=True)
class MoreFound(Button, prefix="found"):
    """The next page of a search that is kept: words do not fit a button. `by_root`: 1 or 0."""

    search: int
    before: int
    by_root: int


def found_keys(page: Found, *, search: int) -> Keyboard:
    """One explanation a row, more of them, then the way back."""
    more = [[Key(_("More") + " ›", _more(page.older, search))]] if page.older else []
    return [*opening_keys(page.lines), *more, back_to_menu()]


def _more(place: Place, search: int) -> MoreFound:
    return MoreFound(search, place.before, int(place.by_root))
