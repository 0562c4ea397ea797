"""The way to a lesson: topics, levels, and what comes after it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from botapp.ai.base import Language
from botapp.enums import Level
from botapp.queries import topics
from botapp.telegram.buttons import Button
from botapp.telegram.keyboards.card import action_keys
from botapp.telegram.keyboards.menu import MenuBelow, back_to_menu
from botapp.telegram.keys import Key, Keyboard, in_rows

_MOST_NEXT = 2


@dataclass(frozen=True)
class OpenTopics(Button, prefix="topics"):
    """The list of topics, in place of the pressed message."""


@dataclass(frozen=True)
class ChooseTopic(Button, prefix="topic"):
    """A topic; `level` is "" where it is still to be chosen."""

    topic: str
    level: str


@dataclass(frozen=True)
class Teach(Button, prefix="teach"):
    """A lesson, in place of the pressed message."""

    topic: str
    level: str


@dataclass(frozen=True)
class TeachBelow(Button, prefix="teach_below"):
    """A lesson as a new message: the pressed one is worth keeping."""

    topic: str
    level: str


def topic_keys(names: Mapping[str, str], *, level: str = "") -> Keyboard:
    """The topics, two in a row; with a level, each is a lesson at once."""
    keys = [Key(name, Teach(slug, level) if level else ChooseTopic(slug, "")) for slug, name in names.items()]
    return [*in_rows(keys), back_to_menu()]


def level_keys(topic: str) -> Keyboard:
    keys = [Key(str(label), Teach(topic, level)) for level, label in Level.choices]
    return [keys[:2], keys[2:], [Key("‹ " + _("Topics"), OpenTopics())]]


def lesson_keys(
    explanation_id: int, *, title: str, language: Language, follow_ups: Sequence[str]
) -> Keyboard:
    """What comes next, a lesson of a course that goes with the topic, and the way back."""
    nexts = (topics.place_of(after, language) for after in follow_ups[:_MOST_NEXT])
    place = topics.place_of(title, language)
    return [
        *([_lesson_key(after, language)] for after in nexts if after),
        *([key] for key in (action_keys(explanation_id, place.topic) if place else ())),
        [Key(_("Menu"), MenuBelow())],
    ]


def _lesson_key(place: topics.Place, language: Language) -> Key:
    """By the title of today, whatever the stored lesson called it."""
    return Key(topics.material(place, language).title, TeachBelow(place.topic, place.level))
