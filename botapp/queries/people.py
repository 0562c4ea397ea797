"""What the rest of RVX may know of a person."""

from dataclasses import dataclass
from typing import cast

from django.conf import settings

from botapp.ai.base import Depth, Language
from botapp.exceptions import NotFound
from botapp.models import Person

# The source of a person whom only programs asked for so far: nobody saw them yet.
BY_PROGRAM = "api"


@dataclass(frozen=True)
class PersonFacts:
    """A person as handlers see them. `daily_limit` None means the general limit, no `time_zone` UTC."""

    id: int
    telegram_id: int
    first_name: str
    language: Language
    depth: Depth
    is_banned: bool
    is_staff: bool
    daily_limit: int | None
    time_zone: str = ""


def describe(person: Person) -> PersonFacts:
    """The facts of a loaded row."""
    return PersonFacts(
        id=person.pk,
        telegram_id=person.telegram_id,
        first_name=person.first_name,
        language=cast(Language, str(person.language)),
        depth=cast(Depth, str(person.depth)),
        is_banned=person.is_banned,
        is_staff=person.telegram_id in settings.ADMIN_IDS,
        daily_limit=person.daily_limit,
        time_zone=person.time_zone,
    )


def facts(person_id: int) -> PersonFacts:
    """The facts of one person. Raises NotFound."""
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        raise NotFound
    return describe(person)


def known(telegram_id: int) -> PersonFacts | None:
    """The person with this Telegram id, if they ever wrote to the bot."""
    wrote = Person.objects.exclude(source=BY_PROGRAM, seen_at=None)
    person = wrote.filter(telegram_id=telegram_id).first()
    return None if person is None else describe(person)
