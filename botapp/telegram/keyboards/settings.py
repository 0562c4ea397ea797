"""The buttons of /settings; each press edits the message in its place."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.template.defaultfilters import time
from django.utils import timezone
from django.utils.translation import gettext as _

from botapp.enums import Depth, Language
from botapp.queries.people import PersonFacts
from botapp.queries.time_zones import COMMON, label, zone
from botapp.telegram.buttons import Button
from botapp.telegram.keyboards.menu import back_to_menu
from botapp.telegram.keys import Key, Keyboard, in_rows

LANGUAGE, DEPTH, TIME_ZONE = "language", "depth", "zone"


@dataclass(frozen=True)
class OpenSettings(Button, prefix="settings"):
    """What a person chose so far."""


@dataclass(frozen=True)
class OpenTimeZones(Button, prefix="zones"):
    """The common time zones."""


@dataclass(frozen=True)
class Choose(Button, prefix="set"):
    """`setting`: language, depth or zone."""

    setting: str
    value: str


def settings_keys(person: PersonFacts) -> Keyboard:
    """Languages, depths and the way to the time zones; what is in use is ticked."""
    return [
        _choices(LANGUAGE, Language.choices, person.language),
        _choices(DEPTH, Depth.choices, person.depth),
        [Key(_("Time zone"), OpenTimeZones())],
        back_to_menu(),
    ]


def time_zone_keys(current: str) -> Keyboard:
    """The common time zones, two in a row, then the way back to the settings."""
    keys = _choices(TIME_ZONE, COMMON.items(), current or "UTC")
    return [*in_rows(keys), [Key("‹ " + _("Settings"), OpenSettings())]]


def meant_keys(zones: Iterable[str]) -> Keyboard:
    """What a name may mean, each with the time that it is there, then the way back to the settings."""
    now = timezone.now()
    told = [(name, f"{label(name)}, {time(now.astimezone(zone(name)))}") for name in zones]
    return [*in_rows(_choices(TIME_ZONE, told, "")), [Key("‹ " + _("Settings"), OpenSettings())]]


def _choices(setting: str, choices: Iterable[tuple[str, object]], current: str) -> list[Key]:
    return [
        Key(f"{'✓ ' if value == current else ''}{label}", Choose(setting, value)) for value, label in choices
    ]
