"""What staff may do with stored updates."""

from collections.abc import Sequence

from botapp.models import StoredUpdate


def replay(pks: Sequence[int]) -> int:
    """Put given-up updates that still have their payload back in line; how many were.

    Steps that were done are not done again: their effects and sent messages are kept, and the count
    of attempts stays above zero, which is what makes the next run look for them.
    """
    dead = StoredUpdate.objects.filter(pk__in=pks, state=StoredUpdate.State.DEAD, payload__isnull=False)
    return dead.update(
        state=StoredUpdate.State.NEW, attempts=1, error="", not_before=None, finished_at=None,
        claim=None, claimed_by=None, claimed_until=None,
    )  # fmt: skip
