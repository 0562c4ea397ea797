"""Running given-up updates again, at a person's word."""

from collections.abc import Sequence

from botapp.models import StoredUpdate


def replay(pks: Sequence[int]) -> int:
    """Put dead updates that still have their content back into the inbox; returns how many.

    Steps that were done are not done again: their effects and sent messages are kept. The attempt
    count stays above zero for that reason.
    """
    dead = StoredUpdate.objects.filter(pk__in=pks, state=StoredUpdate.State.DEAD, payload__isnull=False)
    return dead.update(
        state=StoredUpdate.State.NEW, attempts=1, error="", not_before=None, finished_at=None,
        claim=None, claimed_by=None, claimed_until=None,
    )  # fmt: skip
