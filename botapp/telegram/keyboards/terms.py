"""Words to look up, as buttons."""

from collections.abc import Sequence
from dataclasses import dataclass

from botapp.ai.base import GlossaryTerm
from botapp.ai.schema import TermNote
from botapp.telegram.buttons import Button
from botapp.telegram.features import registry
from botapp.telegram.keyboards.menu import back_to_menu
from botapp.telegram.keys import Key, Keyboard, in_rows, shortened

WIDTH = 22  # characters that half of a phone's width shows


@dataclass(frozen=True)
class ShowWord(Button, prefix="word"):
    """One of an explanation's words; `number` counts from 0."""

    explanation: int
    number: int


@dataclass(frozen=True)
class ShowTerm(Button, prefix="term"):
    """A word of the glossary."""

    slug: str


def word_keys(explanation_id: int, notes: Sequence[TermNote], *, shown: int | None = None) -> Keyboard:
    """The words of an explanation but the one that is shown."""
    return in_rows(
        [
            Key(shortened(note.term, WIDTH), ShowWord(explanation_id, number))
            for number, note in enumerate(notes)
            if number != shown
        ]
    )


def term_keys(term: GlossaryTerm | None) -> Keyboard:
    """What other features add to a word of the glossary, such as its lesson, one a row."""
    if term is None:
        return []
    made = ((action.label, action.make(term.slug)) for action in registry.term_actions())
    return [[Key(str(label), button)] for label, button in made if button]


def choice_keys(terms: Sequence[GlossaryTerm]) -> Keyboard:
    """Words to choose from, then the menu."""
    choice = [Key(shortened(term.name, WIDTH), ShowTerm(term.slug)) for term in terms]
    return [*in_rows(choice), back_to_menu()]
