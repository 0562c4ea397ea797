"""Who may come in. One place, before any handler, for every path."""

from django.conf import settings

from botapp.exceptions import Banned, NotAllowed
from botapp.queries.people import PersonFacts


def check(person: PersonFacts) -> None:
    """Raises Banned, or NotAllowed when an allow-list is set and the person is not on it.

    Staff need not be on the allow-list; a ban holds for everybody.
    """
    check_ban(person)
    check_circle(person.telegram_id)


def check_circle(telegram_id: int) -> None:
    """Raises NotAllowed; it needs no more than the id, so it holds for people whom nobody knows yet."""
    circle = settings.ALLOWED_USER_IDS
    if circle and telegram_id not in circle and telegram_id not in settings.ADMIN_IDS:
        raise NotAllowed


def check_ban(person: PersonFacts) -> None:
    """Raises Banned; the only gate before commands that always work."""
    if person.is_banned:
        raise Banned
