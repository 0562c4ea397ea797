"""What is kept once an answer stands in the chat."""

from django.db import transaction

from botapp.models import Turn
from botapp.services import generations, turns
from botapp.services.generations import Job


def settle(job: Job, *, explanation_id: int, cached: bool, answer: str, answered: bool = True) -> bool:
    """End the generation and remember both turns, all or nothing; False if the claim was lost.

    Another depth of what was said last adds no turns: the conversation did not go on.
    """
    with transaction.atomic():
        if not generations.finish(job, explanation_id=explanation_id, cached=cached, answered=answered):
            return False
        # Of a lesson people asked for the topic; its material is ours.
        asked = job.subject if job.kind == "lesson" else job.text
        mine = Turn.objects.filter(person_id=job.person_id, role=Turn.Role.PERSON).order_by("-id")
        if mine.values_list("text", flat=True).first() != asked:
            turns.remember(job.person_id, Turn.Role.PERSON, asked, explanation_id)
            turns.remember(job.person_id, Turn.Role.RVX, answer, explanation_id)
    return True
