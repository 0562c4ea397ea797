"""A person as they see themselves."""

from dataclasses import dataclass
from datetime import datetime

from botapp.exceptions import NotFound
from botapp.models import Person


@dataclass(frozen=True)
class Profile:
    """Their name in Telegram, and when they first wrote."""

    name: str
    since: datetime


def profile(person_id: int) -> Profile:
    """Raises NotFound."""
    row = Person.objects.filter(pk=person_id).first()
    if row is None:
        raise NotFound
    return Profile(name=str(row), since=row.created_at)
