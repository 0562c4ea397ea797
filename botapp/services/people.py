"""Getting to know people and keeping their choices."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from botapp.enums import Depth, Language
from botapp.exceptions import NotFound
from botapp.models import Person
from botapp.queries.people import BY_PROGRAM, PersonFacts, describe, facts
from botapp.queries.time_zones import resolve
from botapp.services.texts import clean

__all__ = [
    "Guest",
    "PersonFacts",
    "expect",
    "greet",
    "greet_all",
    "saw",
    "set_depth",
    "set_language",
    "set_time_zone",
]

# Where Russian is read more often than English.
_READ_RUSSIAN = frozenset({"be", "kk", "ky", "tg", "uz", "hy", "az", "tk"})


@dataclass(frozen=True)
class Guest:
    """Who writes, as Telegram describes them; `source` is the deep link that they came by."""

    telegram_id: int
    username: str | None = ""
    first_name: str | None = ""
    last_name: str | None = ""
    language_code: str | None = ""
    source: str = ""

    @property
    def names(self) -> dict[str, str]:
        return {
            "username": _fitting(self.username, 64),
            "first_name": _fitting(self.first_name, 128),
            "last_name": _fitting(self.last_name, 128),
        }

    @property
    def first_time(self) -> dict[str, Any]:
        """What is kept from the first time only."""
        language = _first_language(self.language_code or "")
        return {"language": language, "source": _fitting(self.source, 64), "seen_at": timezone.now()}


def greet(telegram_id: int, **described: str | None) -> PersonFacts:
    """`greet_all` for one; `described` as a Guest is."""
    return greet_all([Guest(telegram_id, **described)])[0]  # type: ignore[arg-type]  # a source is never None


def greet_all(guests: Sequence[Guest]) -> list[PersonFacts]:
    """These people in their order, made or refreshed; one query for all whom nothing is new about.

    Writes only what changed. A new person gets the language of their Telegram; later their own
    choice stands. `source` is kept from the first time only.
    """
    known = _known(guests)
    if unknown := [guest for guest in guests if guest.telegram_id not in known]:
        rows = [Person(telegram_id=new.telegram_id, **new.names, **new.first_time) for new in unknown]
        # Another process may make them at the same moment.
        Person.objects.bulk_create(rows, ignore_conflicts=True)
        known |= _known(unknown)
    for guest in guests:
        _refresh(known[guest.telegram_id], guest)
    return [describe(known[guest.telegram_id]) for guest in guests]


def expect(telegram_id: int) -> PersonFacts:
    """The person with this Telegram id, made if nobody knows them: `greet` completes whom programs named."""
    person, _is_new = Person.objects.get_or_create(telegram_id=telegram_id, defaults={"source": BY_PROGRAM})
    return describe(person)


def set_language(person_id: int, *, language: str) -> PersonFacts:
    """Answer in this language from now on. Raises NotFound for an unknown person or language."""
    return _choose(person_id, language=language) if language in Language.values else _unknown()


def set_depth(person_id: int, *, depth: str) -> PersonFacts:
    """Explain this deeply from now on. Raises NotFound for an unknown person or depth."""
    return _choose(person_id, depth=depth) if depth in Depth.values else _unknown()


def set_time_zone(person_id: int, *, time_zone: str) -> PersonFacts:
    """Say times as they are there. `time_zone`: an IANA name or a city. Raises UnknownTimeZone."""
    return _choose(person_id, time_zone=resolve(time_zone))


def saw(person_ids: Sequence[int]) -> None:
    """These people showed a sign of life now; an id may come more than once."""
    Person.objects.filter(pk__in=set(person_ids)).update(seen_at=timezone.now())


def _known(guests: Sequence[Guest]) -> dict[int, Person]:
    found = Person.objects.filter(telegram_id__in={guest.telegram_id for guest in guests})
    return {person.telegram_id: person for person in found}


def _refresh(person: Person, guest: Guest) -> None:
    values: dict[str, Any] = guest.names
    if person.source == BY_PROGRAM and not person.seen_at:
        # Writes for the first time, though a program asked for them before.
        values |= guest.first_time
    changed = {name: value for name, value in values.items() if getattr(person, name) != value}
    if not changed:
        return
    for name, value in changed.items():
        setattr(person, name, value)
    person.save(update_fields=list(changed))


def _choose(person_id: int, **choice: Any) -> PersonFacts:
    Person.objects.filter(pk=person_id).update(**choice)
    return facts(person_id)


def _unknown() -> PersonFacts:
    raise NotFound


def _fitting(text: str | None, length: int) -> str:
    return clean(text or "").strip()[:length]


def _first_language(code: str) -> str:
    spoken = code.replace("_", "-").split("-")[0].lower()
    if spoken in Language.values:
        return spoken
    return Language.RUSSIAN if not spoken or spoken in _READ_RUSSIAN else Language.ENGLISH
