"""Answers that the chat never showed, because whoever began them ended before: they end, uncharged."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from botapp.models import Effect, Generation
from botapp.services import answer_claims, endings

AFTER = timedelta(hours=1)
PIECE = 100  # answers that one call ends at most: each takes some transactions


def drop() -> int:
    """End a piece of those that were begun an hour ago; how many."""
    before = timezone.now() - AFTER
    old = answer_claims.find_free().filter(message_id=None, is_promised=False, created_at__lt=before)
    return _end(old.order_by("id")[:PIECE])


def forgo(update_id: int) -> int:
    """End those that this stored update began; how many."""
    begun = Effect.objects.filter(update_id=update_id, step__startswith="begin")
    ids = [result for result in begun.values_list("result", flat=True) if isinstance(result, int)]
    return _end(answer_claims.find_free().filter(pk__in=ids, message_id=None))


def _end(unsent: QuerySet[Generation]) -> int:
    taken = answer_claims.take_each(list(unsent.values_list("pk", flat=True)))
    return sum(endings.fail(job, code="unsent") for job in taken)
