"""What people think of explanations."""

from enum import StrEnum

from django.db.models import F

from botapp.exceptions import NotFound
from botapp.models import Feedback
from botapp.queries.explanations import received


class Judged(StrEnum):
    """What a verdict changed. FIRST_DOWN: it is down, and was never so before."""

    NOTHING = "nothing"
    CHANGED = "changed"
    FIRST_DOWN = "first_down"


def judge(explanation_id: int, *, person_id: int, verdict: str) -> Judged:
    """Store a verdict ("up" or "down"); what that changed.

    Raises NotFound if this answer was never given to this person.
    """
    if verdict not in Feedback.Verdict.values or not received(explanation_id, person_id=person_id):
        raise NotFound
    mine, is_new = Feedback.objects.get_or_create(
        explanation_id=explanation_id, person_id=person_id, defaults={"verdict": verdict}
    )
    if is_new:
        # The two times stay equal until the verdict changes: then it is known that it changed before.
        Feedback.objects.filter(pk=mine.pk).update(updated_at=F("created_at"))
    elif mine.verdict == verdict:
        return Judged.NOTHING
    else:
        is_new = mine.updated_at == mine.created_at
        mine.verdict = verdict
        mine.save(update_fields=["verdict", "updated_at"])
    return Judged.FIRST_DOWN if is_new and verdict == Feedback.Verdict.DOWN else Judged.CHANGED
