"""Keeping a conversation, and forgetting it."""

from datetime import timedelta

from django.utils import timezone

from botapp.models import Turn
from botapp.services.texts import clean

KEPT = 200  # turns a person
KEPT_DAYS = 30


def remember(
    person_id: int,
    role: str,
    text: str,
    explanation_id: int | None = None,
    *,
    conversation_id: int | None = None,
    thread_id: int | None = None,
) -> int:
    """Store one turn (role "person" or "rvx"); its id."""
    return Turn.objects.create(
        person_id=person_id,
        role=Turn.Role(role),
        text=clean(text),
        explanation_id=explanation_id,
        conversation_id=conversation_id,
        thread_id=thread_id,
    ).pk


def forget(person_id: int) -> int:
    """Delete a person's conversation; how many turns it had."""
    return Turn.objects.filter(person_id=person_id).delete()[0]


def prune(person_id: int) -> int:
    """Delete turns older than 30 days or beyond the last 200; how many."""
    mine = Turn.objects.filter(person_id=person_id)
    removed = mine.filter(created_at__lt=timezone.now() - timedelta(days=KEPT_DAYS)).delete()[0]
    oldest_kept = mine.order_by("-id").values_list("pk", flat=True)[KEPT - 1 : KEPT].first()
    return removed + (mine.filter(pk__lt=oldest_kept).delete()[0] if oldest_kept else 0)
