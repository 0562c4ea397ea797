from dataclasses import dataclass

from django.utils.translation import gettext as _

from botapp.telegram.buttons import Button
from botapp.telegram.keys import Key, Keyboard


@dataclass(frozen=True)
class Await(Button, prefix="await"):
    """The same item by the AI, once it is back."""

    explanation: int


def waiting_row(explanation_id: int, *, may_wait: bool) -> Keyboard:
    """One row under a card that was made while the AI was away, none under any other."""
    return [[Key(_("Tell me when the AI is back"), Await(explanation_id))]] if may_wait else []
