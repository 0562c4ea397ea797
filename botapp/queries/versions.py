"""How often an item was told anew."""

from django.db.models import Max, QuerySet

from botapp.models import Generation
from botapp.queries.explanations import StoredAnswer

MOST_NEW = 6  # versions of one item for one person, the first one in each way not counted
_COUNTED = (Generation.State.WAITING, Generation.State.DONE)


def left(answer: StoredAnswer, *, person_id: int) -> int:
    """How many new versions of this item the person may still have."""
    return max(0, MOST_NEW - _new(answer, person_id).count())


def next_variant(answer: StoredAnswer, *, person_id: int) -> int:
    """The number of the version that comes next at this depth and in this way, from 1."""
    alike = _new(answer, person_id).filter(depth=answer.depth, mode=answer.mode)
    last = alike.aggregate(last=Max("variant"))["last"]
    return max(last or 0, answer.variant) + 1


def _new(answer: StoredAnswer, person_id: int) -> QuerySet[Generation]:
    return Generation.objects.filter(
        person_id=person_id,
        source_text=answer.source_text,
        kind=answer.kind,
        variant__gt=0,
        state__in=_COUNTED,
    )
