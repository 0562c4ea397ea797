"""Which messages show an answer beside its first one: whoever replies to one replies to the answer."""

from botapp.models import AnswerPart, Generation


def note(generation_id: int, *, chat_id: int, message_id: int) -> None:
    """One more message shows this answer."""
    part = AnswerPart(generation_id=generation_id, chat_id=chat_id, message_id=message_id)
    AnswerPart.objects.bulk_create([part], ignore_conflicts=True)


def note_opened(explanation_id: int, *, person_id: int, chat_id: int, message_id: int) -> None:
    """A message shows an earlier answer again."""
    mine = Generation.objects.filter(explanation_id=explanation_id, person_id=person_id).order_by("-id")
    given = mine.values_list("pk", flat=True).first()
    if given is not None:
        note(given, chat_id=chat_id, message_id=message_id)
