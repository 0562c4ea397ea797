"""What belongs to answers that people wait for."""

from dataclasses import replace

from botapp.queries.turns import Recollection, recall


def recall_until(asking: str, *, person_id: int, chat_id: int, thread_id: int | None) -> Recollection:
    """The conversation of a chat as it stood when `asking` was asked there; what came later is not told."""
    past = recall(person_id, chat_id=chat_id, thread_id=thread_id, asking=asking)
    asked = [at for at, turn in enumerate(past.history) if (turn.role, turn.text) == ("person", asking)]
    return replace(past, history=past.history[: asked[-1]]) if asked else past
