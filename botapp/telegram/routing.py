"""Who answers: found in the registry, the same way for commands, presses, menu words and texts."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial

from django.conf import settings
from django.utils import translation

from botapp.exceptions import StaleButton
from botapp.queries.people import PersonFacts
from botapp.telegram import buttons, small_talk
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.features import Handler, Registry
from botapp.telegram.incoming import Incoming
from botapp.telegram.retired import successor


@dataclass(frozen=True)
class Route:
    """The way to an answer. `always`: open in spite of the gates for everybody who is not banned."""

    handler: Callable[[Dialogue], Awaitable[object]]
    always: bool = False


def find(registry: Registry, incoming: Incoming, person: PersonFacts) -> Route | None:
    """The route of what a person did, None if it needs no answer. Raises StaleButton."""
    match incoming.deed:
        case "press":
            return _press(registry, incoming.data)
        case "edit":
            return None if incoming.command or not incoming.text else _edit(registry)
        case "media":
            return (_text(registry) if incoming.pictures else None) or Route(_say_unreadable)
    if incoming.command:
        return _command(registry, incoming, person)
    return _menu_word(registry, incoming.text) or _small_talk(incoming.text) or _text(registry)


def _press(registry: Registry, data: str) -> Route:
    button = buttons.parse(data)
    try:
        handler = registry.button_handler(button)
    except KeyError:
        raise StaleButton from None
    return Route(partial(_pressed, handler, button), always=button.always)


async def _pressed(handler: Callable[..., Awaitable[None]], button: object, dialogue: Dialogue) -> None:
    await handler(dialogue, button)


def _command(registry: Registry, incoming: Incoming, person: PersonFacts) -> Route:
    command = next((c for c in registry.commands() if c.name == incoming.command), None)
    if command and (person.is_staff or not command.staff_only):
        return Route(command.handler, always=command.always)
    return Route(partial(_say_unknown, name=incoming.command))


def _menu_word(registry: Registry, text: str) -> Route | None:
    """Typing what a button of the menu says, in any language, is pressing it."""
    button = _menu_words(registry).get(text.strip().casefold())
    return _press(registry, button) if button else None


@cache
def _menu_words(registry: Registry) -> Mapping[str, str]:
    """The buttons by what they say, with the sign before it and without."""
    words: dict[str, str] = {}
    for entry in registry.menu():
        for code, _name in settings.LANGUAGES:
            with translation.override(code):
                label = str(entry.label).casefold()
            for said in filter(None, (label, label.partition(" ")[2])):
                words.setdefault(said, entry.button.pack())
    return words


def _small_talk(text: str) -> Route | None:
    kind = small_talk.kind_of(text)
    return Route(partial(_answer_kindly, kind=kind)) if kind else None


def _text(registry: Registry) -> Route | None:
    return _first(feature.on_text for feature in registry)


def _edit(registry: Registry) -> Route | None:
    return _first(feature.on_edit for feature in registry)


def _first(handlers: Iterable[Handler | None]) -> Route | None:
    handler = next(filter(None, handlers), None)
    return Route(handler) if handler else None


async def _say_unknown(dialogue: Dialogue, name: str) -> None:
    await dialogue.say("help/unknown", {"successor": successor(name), "name": name})


async def _answer_kindly(dialogue: Dialogue, kind: str) -> None:
    await dialogue.say(f"small_talk/{kind}")


async def _say_unreadable(dialogue: Dialogue) -> None:
    await dialogue.say("explain/unreadable", {"media": dialogue.media})
