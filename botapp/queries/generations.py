"""Answers in progress."""

from collections.abc import Sequence

from botapp.models import Generation


def stopping(generation_ids: Sequence[int]) -> frozenset[int]:
    """Those of these generations whose person asked for the end."""
    asked = Generation.objects.filter(pk__in=generation_ids, stop_requested=True)
    return frozenset(asked.values_list("pk", flat=True))
