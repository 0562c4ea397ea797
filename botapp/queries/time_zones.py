"""Time zones by the names that people give them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from django.conf import settings
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from botapp.exceptions import UnknownTimeZone
from botapp.queries import places
from botapp.queries.places import folded

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
# What people write that is no name of the IANA's.
_CALLED = {"msk": "Europe/Moscow", "мск": "Europe/Moscow"}
LONGEST = 100  # characters of a place's name
_OFFSET = re.compile(
    r"(?:utc|gmt)?\s*(?P<sign>[+−–-])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?", re.IGNORECASE
)
_FIXED = re.compile(r"Etc/GMT(?P<sign>[+-])(?P<hours>\d+)")


def zone(name: str) -> ZoneInfo:
    """The time zone of this name; UTC if it is empty or this machine does not know it any more."""
    try:
        return ZoneInfo(name or UTC)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(UTC)


def label(name: str) -> str:
    """What readers see of a time zone: its city in the active language, or its difference to UTC."""
    known = zone(name).key
    fixed = _FIXED.fullmatch(known)
    if fixed:  # the IANA counts west of Greenwich as positive
        return f"{UTC}{'+' if fixed['sign'] == '-' else '−'}{fixed['hours']}"
    return str(COMMON.get(known) or places.city_of(known, get_language() or "") or _city(known))


def difference(name: str) -> str:
    """How far a time zone is from UTC now ("UTC+5:30"); "" where its label says that already."""
    offset = timezone.now().astimezone(zone(name)).utcoffset() or timedelta()
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    sign = "+" if offset > timedelta() else "−"
    said = f"{UTC}{sign}{hours}" + (f":{minutes:02}" if minutes else "") if offset else UTC
    return said if said != label(name) else ""


def meant(text: str) -> tuple[str, ...]:
    """The IANA names of what somebody typed, each with its own time; more than one where they have to choose.

    Understood: such a name, a city, a country, several of these with commas between, a difference to UTC.
    Raises UnknownTimeZone.
    """
    found = _understood(text) if len(text) <= LONGEST else ()
    if not found:
        raise UnknownTimeZone
    return tuple(_each_time_once(found))


def resolve(text: str) -> str:
    """The one IANA name of what somebody typed. Raises UnknownTimeZone, also where there are several."""
    found = meant(text)
    if len(found) > 1:
        raise UnknownTimeZone
    return found[0]


def _understood(text: str) -> Sequence[str]:
    found = _at_offset(text) or _by_name(text)  # some places have a comma in their name
    if not found:
        parts = [_by_name(part) for part in text.split(",") if part.strip()]
        found = [name for name in parts[0] if all(name in part for part in parts)] if parts else ()
    return [name for name in found if name in _available()]


def _by_name(text: str) -> Sequence[str]:
    typed = folded(text)
    common = _common_cities().get(typed)
    if common:
        return (common,)
    return places.zones_of(text) or tuple(filter(None, [_known().get(typed)]))


def _at_offset(text: str) -> Sequence[str]:
    """What is always so far from UTC: of whole hours the IANA has one, of others the places."""
    typed = _OFFSET.fullmatch(text.strip())
    if not typed:
        return ()
    minutes = int(typed["hours"]) * 60 + int(typed["minutes"] or 0)
    if not minutes:
        return (UTC,)
    offset = timedelta(minutes=minutes if typed["sign"] == "+" else -minutes)
    if minutes % 60:
        known = (name for name in places.every_zone() if name in _available())
        return [name for name in known if _times(name) == (offset, offset)]
    fixed = f"Etc/GMT{'-' if typed['sign'] == '+' else '+'}{minutes // 60}"
    return (fixed,) if fixed in _available() else ()


def _each_time_once(names: Iterable[str]) -> list[str]:
    """Of those with the same time all the year the first; what most readers know goes first."""
    told: dict[tuple[timedelta | None, ...], str] = {}
    for name in sorted(names, key=lambda name: name not in COMMON):
        told.setdefault(_times(name), name)
    return list(told.values())


def _times(name: str) -> tuple[timedelta | None, ...]:
    """Distances to UTC in the winter and the summer of this year."""
    year = timezone.now().year
    return tuple(datetime(year, month, 1, tzinfo=ZoneInfo(name)).utcoffset() for month in (1, 7))


@cache
def _available() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def _known() -> dict[str, str]:
    """Whole names and cities. Where two zones share a city the shorter name is the present one."""
    names = sorted(_available(), key=lambda name: (name.count("/"), name))
    cities: dict[str, str] = {}
    for name in names:
        if "/" in name and not name.startswith("Etc/"):
            cities.setdefault(folded(_city(name)), name)
    return {**cities, **{folded(name): name for name in names}, **_CALLED}


@cache
def _common_cities() -> dict[str, str]:
    return {folded(city): name for name, city in _spelled()}


def _spelled() -> Iterator[tuple[str, str]]:
    for code, _name in settings.LANGUAGES:
        with override(code):
            for name, city in COMMON.items():
                yield name, str(city)


def _city(name: str) -> str:
    return name.rpartition("/")[2].replace("_", " ")
