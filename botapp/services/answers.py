"""What is kept once an answer stands in the chat."""

from dataclasses import replace
from functools import partial

from botapp.services import conversations, endings, search_entries
from botapp.services.jobs import Job


def settle(job: Job, *, explanation_id: int, cached: bool, answer: str, answered: bool = True) -> bool:
    """End the generation and remember both turns, all or nothing; False if the claim was lost."""
    # Of a lesson people asked for the topic; its material is ours.
    said = replace(job, text=job.subject) if job.kind == "lesson" else job
    tell = partial(conversations.tell, said, explanation_id=explanation_id, answer=answer)
    is_ours = endings.finish(
        job, explanation_id=explanation_id, cached=cached, answered=answered, besides=tell
    )
    if not is_ours:
        return False
    # Not inside: its words take some milliseconds, and what is missing is made up for within the hour.
    search_entries.add(explanation_id)
    return True
