"""What staff may do with stored updates."""

from collections.abc import Sequence

from botapp.models import StoredUpdate


def replay(update_ids: Sequence[int]) -> int:
    """Put given-up updates back in line; how many were.

    Only rows that were given up and still have their payload: a done row must not be done twice.
    """
    dead = StoredUpdate.objects.filter(
        pk__in=update_ids, state=StoredUpdate.State.DEAD, payload__isnull=False
    )
    return dead.update(
        state=StoredUpdate.State.NEW,
        attempts=0,
        not_before=None,
        claim=None,
        claimed_until=None,
        finished_at=None,
    )
