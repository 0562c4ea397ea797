from dataclasses import dataclass

from django.utils.translation import gettext as _

from botapp.telegram.buttons import Button
from botapp.telegram.keyboards.menu import back_to_menu
from botapp.telegram.keys import Key, Keyboard


@dataclass(frozen=True)
class ClearHistory(Button, prefix="clear"):
    """Delete the conversation up to the turn that was its last when the person was asked."""

    up_to: int


def clear_keys(up_to: int) -> Keyboard:
    return [[Key(_("Delete it"), ClearHistory(up_to))], back_to_menu()]
