"""Getting to know people and keeping their choices."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from botapp.enums import Depth, Language
from botapp.exceptions import NotFound
from botapp.models import Person
from botapp.queries.people import BY_PROGRAM, PersonFacts, describe, facts
from botapp.queries.time_zones import resolve
from botapp.services import tombstones
from botapp.services.texts import clean

__all__ = [
    "Guest", "PersonFacts", "expect", "greet", "greet_all", "note_seen", "recognise", "set_depth",
    "set_language", "set_time_zone",
]  # fmt: skip

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

    Writes only what changed, and nothing to a row that somebody keeps locked: the next update does it.
    A new person gets the language of their Telegram; later their own choice stands. `source` is kept
    from the first time only.
    """
    known = _known(guests)
    if unknown := [guest for guest in guests if guest.telegram_id not in known]:
        known |= _met(unknown)
    for guest in guests:
        _refresh(known[guest.telegram_id], guest)
    return [describe(known[guest.telegram_id]) for guest in guests]


def recognise(guests: Sequence[Guest]) -> list[PersonFacts | None]:
    """Those of whom nothing is new, in their order; None for the others. It only reads."""
    known = _known(guests)
    return [
        describe(person) if (person := known.get(guest.telegram_id)) and not _news(person, guest) else None
        for guest in guests
    ]


def expect(telegram_id: int) -> PersonFacts:
    """The person with this Telegram id, made if nobody knows them: `greet` completes whom programs named."""
    person = Person.objects.filter(telegram_id=telegram_id).first()
    return describe(person or _made([telegram_id], lambda _telegram_id: {"source": BY_PROGRAM})[telegram_id])


def set_language(person_id: int, *, language: str) -> PersonFacts:
    """Answer in this language from now on. Raises NotFound for an unknown person or language."""
    return _choose(person_id, language=language) if language in Language.values else _unknown()


def set_depth(person_id: int, *, depth: str) -> PersonFacts:
    """Explain this deeply from now on. Raises NotFound for an unknown person or depth."""
    return _choose(person_id, depth=depth) if depth in Depth.values else _unknown()


def set_time_zone(person_id: int, *, time_zone: str) -> PersonFacts:
    """Say times as they are there. `time_zone`: an IANA name or a city. Raises UnknownTimeZone."""
    return _choose(person_id, time_zone=resolve(time_zone))


def note_seen(person_ids: Sequence[int]) -> None:
    """These people showed a sign of life now; an id may come more than once."""
    Person.objects.filter(pk__in=set(person_ids)).update(seen_at=timezone.now())


def _known(guests: Sequence[Guest]) -> dict[int, Person]:
    return _people({guest.telegram_id for guest in guests})


def _people(telegram_ids: Collection[int]) -> dict[int, Person]:
    found = Person.objects.filter(telegram_id__in=telegram_ids)
    return {person.telegram_id: person for person in found}


def _met(unknown: Sequence[Guest]) -> dict[int, Person]:
    described = {guest.telegram_id: guest for guest in unknown}
    return _made(list(described), lambda number: {**described[number].names, **described[number].first_time})


def _made(telegram_ids: Sequence[int], values: Callable[[int], dict[str, Any]]) -> dict[int, Person]:
    """Rows for people whom nobody knows; who had their data deleted is as banned as before."""
    stones = tombstones.find(telegram_ids)
    rows = [
        Person(telegram_id=number, **values(number), **tombstones.read_decisions(stones.get(number)))
        for number in telegram_ids
    ]
    if not stones:
        return _stored(rows)
    with transaction.atomic():
        made = _stored(rows)
        tombstones.take_over(made.values(), stones)
    return made


def _stored(rows: Sequence[Person]) -> dict[int, Person]:
    # Another process may make them at the same moment.
    Person.objects.bulk_create(rows, ignore_conflicts=True)
    return _people([row.telegram_id for row in rows])


def _refresh(person: Person, guest: Guest) -> None:
    changed = _news(person, guest)
    if not changed:
        return
    for name, value in changed.items():
        setattr(person, name, value)
    with transaction.atomic():
        if Person.objects.select_for_update(skip_locked=True, no_key=True).filter(pk=person.pk).exists():
            person.save(update_fields=list(changed))


def _news(person: Person, guest: Guest) -> dict[str, Any]:
    """What is to be written anew."""
    values: dict[str, Any] = guest.names
    if person.source == BY_PROGRAM and not person.seen_at:
        # Writes for the first time, though a program asked for them before.
        values |= guest.first_time
    return {name: value for name, value in values.items() if getattr(person, name) != value}


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
