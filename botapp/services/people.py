"""Getting to know people and keeping their choices."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from botapp.enums import Depth, Language
from botapp.exceptions import NotFound
from botapp.models import Person
from botapp.queries.people import BY_PROGRAM, PersonFacts, describe, facts
from botapp.services.texts import clean

__all__ = ["PersonFacts", "expect", "greet", "saw", "set_depth", "set_language"]

# Where Russian is read more often than English.
_READ_RUSSIAN = frozenset({"be", "kk", "ky", "tg", "uz", "hy", "az", "tk"})


def greet(
    telegram_id: int,
    *,
    username: str | None = "",
    first_name: str | None = "",
    last_name: str | None = "",
    language_code: str | None = "",
    source: str = "",
) -> PersonFacts:
    """The person with this Telegram id, made or refreshed.

    Writes only what changed. A new person gets the language of their Telegram; later their own
    choice stands. `source` is kept from the first time only.
    """
    names = {
        "username": _fitting(username, 64),
        "first_name": _fitting(first_name, 128),
        "last_name": _fitting(last_name, 128),
    }
    person, is_new = Person.objects.get_or_create(
        telegram_id=telegram_id,
        defaults={
            **names,
            "language": _first_language(language_code or ""),
            "source": _fitting(source, 64),
            "seen_at": timezone.now(),
        },
    )
    if not is_new:
        _refresh(person, names | _first_time(person, language_code, source))
    return describe(person)


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


def saw(person_ids: Sequence[int]) -> None:
    """These people showed a sign of life now; an id may come more than once."""
    Person.objects.filter(pk__in=set(person_ids)).update(seen_at=timezone.now())


def _first_time(person: Person, language_code: str | None, source: str) -> dict[str, Any]:
    """What a person still gets who writes for the first time, though a program asked for them before."""
    if person.seen_at or person.source != BY_PROGRAM:
        return {}
    language = _first_language(language_code or "")
    return {"language": language, "source": _fitting(source, 64), "seen_at": timezone.now()}


def _refresh(person: Person, values: dict[str, Any]) -> None:
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
