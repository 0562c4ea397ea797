"""The answer that a message of a chat shows."""

from botapp.exceptions import AlreadyWriting, StaleButton
from botapp.models import Generation
from botapp.queries.explanations import StoredAnswer, stored
from botapp.queries.threads import shown_in


def shown_on(message_id: int | None, explanation_id: int, *, person_id: int, chat_id: int) -> StoredAnswer:
    """The answer with this number, which the person received and believes to see on the message.

    Raises NotFound if they never received it, AlreadyWriting if the message is being written, StaleButton
    if it shows another answer of theirs by now. A message that no answer of theirs grew in may show any.
    """
    answer = stored(explanation_id, person_id=person_id)
    mine = Generation.objects.filter(person_id=person_id, chat_id=chat_id, message_id=message_id)
    last = mine.order_by("-id").values_list("state", "explanation_id").first()
    if last and last[0] == Generation.State.WAITING:
        raise AlreadyWriting
    if last and last[1] != explanation_id:
        raise StaleButton
    return answer


def is_for(person_id: int, *, chat_id: int, message_id: int | None) -> bool:
    """Whether a message shows this person's answer, or nobody's."""
    shown = shown_in(chat_id, message_id) if message_id is not None else None
    return shown is None or shown.person_id == person_id
