"""What staff may do with stored updates."""

from collections.abc import Sequence

from django.db import connection, transaction
from django.db.models import Q

from botapp.models import StoredUpdate

# PostgreSQL's channel on which leaders hear that rows were stored by another process.
CHANNEL = "rvx_inbox"


def replay(pks: Sequence[int]) -> int:
    """Put given-up updates that still have their payload back in line; how many were.

    One of a burst brings the whole burst, which is handled as one again.

    Steps that were done are not done again: their effects and sent messages are kept, and the count
    of attempts stays above zero, which is what makes the next run look for them.
    """
    chosen = StoredUpdate.objects.filter(pk__in=pks, burst__isnull=False).values_list("burst", flat=True)
    dead = StoredUpdate.objects.filter(state=StoredUpdate.State.DEAD, payload__isnull=False)
    dead = dead.filter(Q(pk__in=pks) | Q(burst__in=set(chosen)))
    with transaction.atomic():
        count = dead.update(
            state=StoredUpdate.State.NEW, attempts=1, error="", not_before=None, finished_at=None,
            claim=None, claimed_by=None, claimed_until=None,
        )  # fmt: skip
        announce()
    return count


def announce() -> None:
    """Let the leader look at the inbox as soon as this transaction is committed.

    On PostgreSQL; elsewhere, or if its lock's session is not to be had, it looks within a second anyway.
    """
    if connection.vendor == "postgresql":
        connection.cursor().execute(f"NOTIFY {CHANNEL}")
