"""Time zones by the names that people give them."""

from collections.abc import Iterator
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from botapp.exceptions import UnknownTimeZone

UTC = "UTC"
# Where most readers live, from west to east.
COMMON: dict[str, Promise | str] = {
    "America/New_York": _("New York"),
    "Europe/London": _("London"),
    "Europe/Berlin": _("Berlin"),
    "Europe/Warsaw": _("Warsaw"),
    "Europe/Kyiv": _("Kyiv"),
    "Europe/Minsk": _("Minsk"),
    "Europe/Moscow": _("Moscow"),
    "Asia/Tbilisi": _("Tbilisi"),
    "Asia/Yerevan": _("Yerevan"),
    "Asia/Dubai": _("Dubai"),
    "Asia/Tashkent": _("Tashkent"),
    "Asia/Almaty": _("Almaty"),
    "Asia/Bangkok": _("Bangkok"),
    UTC: UTC,
}


def zone(name: str) -> ZoneInfo:
    """The time zone of this name; UTC if it is empty or this machine does not know it any more."""
    try:
        return ZoneInfo(name or UTC)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(UTC)


def label(name: str) -> str:
    """What readers see of a time zone: a common city in the active language, else its own city."""
    known = zone(name).key
    return str(COMMON.get(known) or _city(known))


def resolve(text: str) -> str:
    """The IANA name of what somebody typed: such a name, its city, or a common city in any of our languages.

    Raises UnknownTimeZone.
    """
    typed = _folded(text)
    found = _common_cities().get(typed) or _known().get(typed)
    if not found:
        raise UnknownTimeZone
    return found


@cache
def _known() -> dict[str, str]:
    """Whole names and cities. Where two zones share a city the shorter name is the present one."""
    names = sorted(available_timezones(), key=lambda name: (name.count("/"), name))
    cities: dict[str, str] = {}
    for name in names:
        if "/" in name and not name.startswith("Etc/"):
            cities.setdefault(_folded(_city(name)), name)
    return {**cities, **{_folded(name): name for name in names}}


@cache
def _common_cities() -> dict[str, str]:
    return {_folded(city): name for name, city in _spelled()}


def _spelled() -> Iterator[tuple[str, str]]:
    for code, _name in settings.LANGUAGES:
        with override(code):
            for name, city in COMMON.items():
                yield name, str(city)


def _city(name: str) -> str:
    return name.rpartition("/")[2].replace("_", " ")


def _folded(text: str) -> str:
    return " ".join(text.replace("_", " ").replace("-", " ").split()).casefold().replace("ё", "е")
