"""What is kept once an answer stands in the chat."""

from django.db import transaction

from botapp.models import Turn
from botapp.services import generations, search_entries, turns
from botapp.services.generations import Job


def settle(job: Job, *, explanation_id: int, cached: bool, answer: str, answered: bool = True) -> bool:
    """End the generation and remember both turns, all or nothing; False if the claim was lost.

    Another depth of what was said last adds no turns: the conversation did not go on.
    """
    with transaction.atomic():
        if not generations.finish(job, explanation_id=explanation_id, cached=cached, answered=answered):
            return False
        mine = Turn.objects.filter(person_id=job.person_id, role=Turn.Role.PERSON).order_by("-id")
        if mine.values_list("text", flat=True).first() != job.text:
            turns.remember(job.person_id, Turn.Role.PERSON, job.text, explanation_id)
            turns.remember(job.person_id, Turn.Role.RVX, answer, explanation_id)
    # Not inside: its words take some milliseconds, and what is missing is made up for within the hour.
    search_entries.add(explanation_id)
    return True
