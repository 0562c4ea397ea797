"""The right to write one answer, kept for as long as its writer is heard of."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from botapp.models import Explanation

PENDING_SECONDS = 3.0  # a writer that is silent for longer may be taken over


@dataclass(frozen=True)
class Ticket:
    """The right to write one answer, until another run takes over."""

    id: int
    owner: uuid.UUID


def renew(tickets: Iterable[Ticket]) -> int:
    """Keep these rights to write; how many: not those that another run took over or has locked."""
    with transaction.atomic():
        free = find_held(*tickets).order_by("pk").select_for_update(skip_locked=True, no_key=True)
        pks = list(free.values_list("pk", flat=True))
        return Explanation.objects.filter(pk__in=pks).update(pending_until=reckon_end())


def give_up(ticket: Ticket, *, failure: str) -> None:
    """Nothing came of it; those who wait go on without us at once."""
    find_held(ticket).update(
        key=None, state=Explanation.State.FAILED, failure=failure[:32], owner=None, pending_until=None
    )


def find_held(*tickets: Ticket) -> QuerySet[Explanation]:
    """The rows of those that nobody took over and that are not used up."""
    # No two tickets share an owner, so pairs need no join.
    owners, ids = [ticket.owner for ticket in tickets], [ticket.id for ticket in tickets]
    return Explanation.objects.filter(pk__in=ids, owner__in=owners, state=Explanation.State.PENDING)


def reckon_end() -> datetime:
    """When a right that is renewed now ends."""
    return timezone.now() + timedelta(seconds=PENDING_SECONDS)
