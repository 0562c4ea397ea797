"""Explanations that people keep."""

from botapp.exceptions import NotFound
from botapp.models import Bookmark
from botapp.queries.explanations import received


def save(explanation_id: int, *, person_id: int) -> bool:
    """Keep an answer; whether it was not kept before. Raises NotFound if the person never got it."""
    if not received(explanation_id, person_id=person_id):
        raise NotFound
    return Bookmark.objects.get_or_create(explanation_id=explanation_id, person_id=person_id)[1]


def unsave(explanation_id: int, *, person_id: int) -> bool:
    """Stop keeping an answer; whether it was kept."""
    return bool(Bookmark.objects.filter(explanation_id=explanation_id, person_id=person_id).delete()[0])
