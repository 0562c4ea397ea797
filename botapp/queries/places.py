"""Which time zones the places of the world have, by the names that people give them."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "content" / "places.tsv"
LANGUAGES = ("en", "ru", "uk")  # the order of the first names of zones and countries
_ZONE = "zone"
_APOSTROPHES = dict.fromkeys(map(ord, "'’ʼ`."))
_SAME = str.maketrans({"ё": "е", "_": " ", "-": " ", "–": " ", "—": " "})


@dataclass(frozen=True)
class Place:
    """A city that a time zone is named after (kind `zone`), a country, or another large city."""

    kind: str
    zones: tuple[str, ...]
    names: tuple[str, ...]


def zones_of(name: str) -> tuple[str, ...]:
    """The time zones of the places of this name: of zones' own cities, else of a country, else of cities."""
    kinds = _named().get(folded(name), {})
    return next(iter(kinds.values()), ())


def city_of(zone: str, language: str) -> str:
    """The city that a time zone is named after, in this language; "" if it is none of the table."""
    names = _cities().get(zone)
    return names[LANGUAGES.index(language)] if names and language in LANGUAGES else ""


def every_zone() -> Iterator[str]:
    """Each time zone of the table."""
    yield from _cities()


def folded(text: str) -> str:
    """A name as it is compared: case, accents, ё, hyphens and apostrophes do not count."""
    plain = unicodedata.normalize("NFD", text.casefold().translate(_SAME).translate(_APOSTROPHES))
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


@cache
def _table() -> tuple[Place, ...]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(Place(kind, tuple(zones.split()), tuple(names.split("|"))) for kind, zones, names in rows)


@cache
def _named() -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for place in _table():
        for name in {folded(name): name for name in place.names}:
            kinds = found[name]
            kinds[place.kind] = tuple(dict.fromkeys((*kinds.get(place.kind, ()), *place.zones)))
    return dict(found)


@cache
def _cities() -> dict[str, tuple[str, ...]]:
    return {place.zones[0]: place.names for place in _table() if place.kind == _ZONE}
