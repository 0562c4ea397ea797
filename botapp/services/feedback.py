"""What people think of explanations."""

from botapp.exceptions import NotFound
from botapp.models import Feedback
from botapp.queries.explanations import received


def judge(explanation_id: int, *, person_id: int, verdict: str) -> bool:
    """Store a verdict ("up" or "down"); whether it is a new or another one than before.

    Raises NotFound if this answer was never given to this person.
    """
    if verdict not in Feedback.Verdict.values or not received(explanation_id, person_id=person_id):
        raise NotFound
    mine = Feedback.objects.filter(explanation_id=explanation_id, person_id=person_id)
    if mine.filter(verdict=verdict).exists():
        return False
    Feedback.objects.update_or_create(
        explanation_id=explanation_id, person_id=person_id, defaults={"verdict": verdict}
    )
    return True
