"""The registry: what each app adds to the bot.

A package `<app>.telegram.handlers` registers Features when it is imported, as a ModelAdmin is registered
with the admin. /help, the command list that Telegram shows, the main menu, a card's buttons and the
routing are all made from here, so they can't disagree.
"""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.module_loading import autodiscover_modules

from botapp.telegram.buttons import Button

if TYPE_CHECKING:
    from botapp.telegram.dialogue import Dialogue

Handler = Callable[["Dialogue"], Awaitable[None]]
ButtonHandler = Callable[["Dialogue", Any], Awaitable[None]]


@dataclass(frozen=True)
class Command:
    """`/name`. `always`: works in spite of the gates for everybody who is not banned.

    `is_main`: one of the few that /help names first.
    """

    name: str
    description: Promise
    handler: Handler
    staff_only: bool = False
    always: bool = False
    listed: bool = True
    is_main: bool = False


@dataclass(frozen=True)
class MenuEntry:
    """A button of the main menu; smaller `order` stands higher."""

    label: Promise
    button: Button
    order: int = 50


@dataclass(frozen=True)
class CardAction:
    """A button under an explanation. `make(explanation_id, event_kind_slug)` may return None: no button."""

    label: Promise
    make: Callable[[int, str], Button | None]
    order: int = 50


@dataclass(frozen=True)
class TermAction:
    """A button under a word of the glossary. `make(slug)` may return None: no button."""

    label: Promise
    make: Callable[[str], Button | None]
    order: int = 50


@dataclass(frozen=True)
class DeepLink:
    """`/start <prefix>…`: the handler finds the whole payload in `dialogue.argument`."""

    prefix: str
    handler: Handler


@dataclass(frozen=True)
class Feature:
    """What one feature adds. `name` is unique."""

    name: str
    commands: tuple[Command, ...] = ()
    menu: tuple[MenuEntry, ...] = ()
    buttons: Mapping[type[Button], ButtonHandler] = field(default_factory=dict)
    card_actions: tuple[CardAction, ...] = ()
    term_actions: tuple[TermAction, ...] = ()
    deep_links: tuple[DeepLink, ...] = ()
    # Handles text that is no command; exactly one feature has it.
    on_text: Handler | None = None
    # Handles a text that was edited; the same.
    on_edit: Handler | None = None


class Registry:
    """All features, in the order of their registration."""

    def __init__(self) -> None:
        self._features: dict[str, Feature] = {}

    def register(self, feature: Feature) -> Feature:
        """Add a feature. Raises ValueError if its name, a command or a button is taken."""
        taken = {command.name for command in self.commands()}
        doubles = taken & {command.name for command in feature.commands}
        handled = {kind for other in self for kind in other.buttons}
        if feature.name in self._features or doubles or handled & set(feature.buttons):
            raise ValueError(f"Feature {feature.name!r} registers something that is taken.")
        self._features[feature.name] = feature
        return feature

    def __iter__(self) -> Iterator[Feature]:
        return iter(self._features.values())

    def commands(self) -> Iterator[Command]:
        """Every command of every feature."""
        return (command for feature in self for command in feature.commands)

    def menu(self) -> list[MenuEntry]:
        """The main menu from top to bottom."""
        return sorted((entry for feature in self for entry in feature.menu), key=lambda entry: entry.order)

    def card_actions(self) -> list[CardAction]:
        """Buttons under an explanation, in their order."""
        actions = (action for feature in self for action in feature.card_actions)
        return sorted(actions, key=lambda action: action.order)

    def term_actions(self) -> list[TermAction]:
        """Buttons under a word of the glossary, in their order."""
        actions = (action for feature in self for action in feature.term_actions)
        return sorted(actions, key=lambda action: action.order)

    def button_handler(self, button: Button) -> ButtonHandler:
        """Who answers a press. Raises KeyError if the kind is registered nowhere."""
        handlers = {kind: handler for feature in self for kind, handler in feature.buttons.items()}
        return handlers[type(button)]


registry = Registry()


def discover() -> Registry:
    """Import `telegram.handlers` of every installed app and return the filled registry."""
    autodiscover_modules("telegram.handlers")
    return registry
