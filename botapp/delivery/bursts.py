"""Bursts: one deed of a person that Telegram hands over as several updates, handled as one.

Which rows belong to one is stored before anything is done for it, so that a run after a crash handles
exactly these together again and later ones stay outside.
"""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import islice, pairwise
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from botapp.delivery.claims import Row, write_ours
from botapp.delivery.deadline import limit_pause
from botapp.delivery.failpoints import reach

QUIET_SECONDS = 0.7  # without another row of the burst it is complete
LONGEST_SECONDS = 3.0  # that its first row waits in one process
MOST_ROWS = 16
Payload = Mapping[str, Any]


class Bursts:
    """The application's rules (delivery's Application says which); without them nothing ever waits."""

    def __init__(self, application: object = None) -> None:
        self._begins: Callable[[Payload], bool] | None = getattr(application, "begins_burst", None)
        self._continues: Callable[[Payload, Payload], bool] = getattr(application, "continues_burst", _never)

    def begins(self, row: Row) -> bool:
        """Is this row the head of a burst, though perhaps its only row?"""
        if row.burst is not None:
            return True
        return self._begins is not None and self._says(self._begins, row.payload)

    def wait(self, queue: deque[Row]) -> float:
        """Seconds in which more of the burst at the head may come in; 0.0 if it is complete."""
        if queue[0].burst is not None:
            return 0.0
        length = self._length(queue)
        if length < len(queue) or length >= MOST_ROWS:
            return 0.0
        age = (timezone.now() - queue[-1].received_at).total_seconds()
        return min(QUIET_SECONDS, max(0.0, QUIET_SECONDS - age))

    def may_go_on(self, queue: deque[Row]) -> bool:
        """Is the whole queue one burst, and not as long as one can be?"""
        return queue[0].burst is None and self._length(queue) == len(queue) < MOST_ROWS

    def take(self, queue: deque[Row]) -> Row:
        """Remove the burst at the head; its first row with the others as its parts."""
        head = queue[0]
        if head.burst is not None:
            # Bound by an earlier run: exactly the same rows again.
            rows = [row for row in queue if row.burst == head.burst]
        else:
            rows = list(islice(queue, self._length(queue)))
        for row in rows:
            queue.remove(row)
        attempts = max(row.attempts for row in rows)
        return replace(head, attempts=attempts, parts=tuple(rows[1:]), is_unbound=head.burst is None)

    def _length(self, queue: deque[Row]) -> int:
        """How many rows at the head belong together."""
        length = 1
        for before, row in pairwise(islice(queue, MOST_ROWS)):
            if row.burst is not None or not self._says(self._continues, before.payload, row.payload):
                break
            length += 1
        return length

    @staticmethod
    def _says(rule: Callable[..., bool], *payloads: Payload) -> bool:
        """What is not as Telegram sends it belongs to nothing; handling it tells what is wrong."""
        try:
            return rule(*payloads)
        except (AttributeError, KeyError, TypeError, ValueError):
            return False


def bind(row: Row, *, seconds: float) -> None:
    """Store which rows are one burst. From here on they share attempts, claims and end.

    Sync, one transaction. Raises ClaimLost if one of them is not this run's any more.
    """
    until = Now() + timedelta(seconds=seconds)
    with transaction.atomic():
        limit_pause()
        write_ours(row, burst=row.pk, attempts=row.attempts, claimed_until=until)
    reach("bound")


def _never(before: Payload, payload: Payload) -> bool:
    return False
