"""What was said before."""

from typing import Literal, cast

from botapp.ai.base import Kind, Turn
from botapp.models import Turn as StoredTurn


def recent(person_id: int, limit: int = 10) -> tuple[Turn, ...]:
    """The last turns of a person's conversation, oldest first."""
    mine = StoredTurn.objects.filter(person_id=person_id).order_by("-id")
    rows = mine.values_list("role", "text", "explanation__kind")[:limit]
    return tuple(
        Turn(cast(Literal["person", "rvx"], role), text, cast(Kind | None, kind))
        for role, text, kind in reversed(rows)
    )


def count(person_id: int) -> int:
    """How many turns are kept."""
    return StoredTurn.objects.filter(person_id=person_id).count()
