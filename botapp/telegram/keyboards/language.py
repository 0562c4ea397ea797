from dataclasses import dataclass

from botapp.enums import Language
from botapp.telegram.buttons import Button
from botapp.telegram.keyboards.menu import back_to_menu
from botapp.telegram.keys import Key, Keyboard


@dataclass(frozen=True)
class OpenLanguages(Button, prefix="langs"):
    """The choice of language."""

    always = True


@dataclass(frozen=True)
class SetLanguage(Button, prefix="lang"):
    language: str
    always = True


def language_keys(current: str) -> Keyboard:
    """One language a row in its own name, the one in use ticked."""
    return [
        *(
            [Key(f"{'✓ ' if code == current else ''}{name}", SetLanguage(code))]
            for code, name in Language.choices
        ),
        back_to_menu(),
    ]
