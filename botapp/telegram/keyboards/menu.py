from dataclasses import dataclass

from django.utils.translation import gettext as _

from botapp.telegram.buttons import Button
from botapp.telegram.features import registry
from botapp.telegram.keys import Key, Keyboard, in_rows


@dataclass(frozen=True)
class OpenMenu(Button, prefix="menu"):
    """The menu in place of the pressed message."""


@dataclass(frozen=True)
class MenuBelow(Button, prefix="menu_below"):
    """The menu as a new message: the pressed one is worth keeping."""


def menu_keys() -> Keyboard:
    """What the features registered, two in a row."""
    return in_rows([Key(str(entry.label), entry.button) for entry in registry.menu()])


def back_to_menu() -> list[Key]:
    return [Key("‹ " + _("Menu"), OpenMenu())]
