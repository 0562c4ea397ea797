"""What was said before."""

from typing import Literal, cast

from botapp.ai.base import Turn
from botapp.models import Turn as StoredTurn


def recent(person_id: int, limit: int = 10) -> tuple[Turn, ...]:
    """The last turns of a person's conversation, oldest first."""
    rows = StoredTurn.objects.filter(person_id=person_id).order_by("-id").values_list("role", "text")[:limit]
    return tuple(Turn(cast(Literal["person", "rvx"], role), text) for role, text in reversed(rows))


def count(person_id: int) -> int:
    """How many turns are kept."""
    return StoredTurn.objects.filter(person_id=person_id).count()
