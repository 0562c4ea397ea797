"""What outlives a person: staff's decisions and today's count, so that nobody can wash them off."""

from collections.abc import Collection, Iterable
from typing import Any

from django.conf import settings
from django.utils.crypto import salted_hmac

from botapp.models import DailyUsage, Person, Tombstone
from botapp.queries.allowances import today


def bury(person: Person) -> None:
    """Keep what has to be kept of somebody whose data goes, under a digest."""
    day = today()
    used = person.usage.filter(day=day).values_list("used", flat=True).first() or 0
    if person.is_banned or person.daily_limit is not None or used:
        kept = {
            "is_banned": person.is_banned,
            "daily_limit": person.daily_limit,
            "used_on": day,
            "used": used,
        }
        Tombstone.objects.update_or_create(digest=_digests(person.telegram_id)[0], defaults=kept)


def find(telegram_ids: Collection[int]) -> dict[int, Tombstone]:
    """The tombstones of those among these newcomers who were here before; one query."""
    owners = {digest: number for number in telegram_ids for digest in _digests(number)}
    return {owners[row.digest]: row for row in Tombstone.objects.filter(digest__in=owners)}


def read_decisions(tombstone: Tombstone | None) -> dict[str, Any]:
    """The fields of a Person that staff decided on."""
    if tombstone is None:
        return {}
    return {"is_banned": tombstone.is_banned, "daily_limit": tombstone.daily_limit}


def take_over(people: Iterable[Person], tombstones: dict[int, Tombstone]) -> None:
    """Give newcomers who were here before the count of their day; the tombstone has done its work."""
    back = [(person, tombstones[person.telegram_id]) for person in people if person.telegram_id in tombstones]
    DailyUsage.objects.bulk_create(
        [
            DailyUsage(person=person, day=stone.used_on, used=stone.used)
            for person, stone in back
            if stone.used
        ],
        ignore_conflicts=True,
    )
    Tombstone.objects.filter(pk__in=[stone.pk for _person, stone in back]).delete()


def crumble() -> int:
    """Delete those that only kept the count of a day that is over; how many."""
    spent = Tombstone.objects.filter(is_banned=False, daily_limit=None, used_on__lt=today())
    return spent.delete()[0]


def _digests(telegram_id: int) -> list[str]:
    """Of the secret key in use first, then of older ones that are still accepted."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    keyed = (
        salted_hmac("botapp.tombstone", str(telegram_id), secret=secret, algorithm="sha256")
        for secret in secrets
    )
    return [digest.hexdigest() for digest in keyed]
