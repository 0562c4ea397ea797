"""What belongs to answers that people wait for."""

from typing import Literal, cast

from botapp.ai.base import Kind, Turn
from botapp.models import Turn as StoredTurn


def said_before(person_id: int, *, explanation_id: int, limit: int = 10) -> tuple[Turn, ...]:
    """The conversation as it stood when this answer was asked for, oldest first."""
    mine = StoredTurn.objects.filter(person_id=person_id).order_by("-id")
    asked = mine.filter(explanation_id=explanation_id).values_list("pk", flat=True).last()
    if asked is None:
        return ()
    rows = mine.filter(pk__lt=asked).values_list("role", "text", "explanation__kind")[:limit]
    return tuple(
        Turn(cast(Literal["person", "rvx"], role), text, cast(Kind | None, kind))
        for role, text, kind in reversed(rows)
    )
