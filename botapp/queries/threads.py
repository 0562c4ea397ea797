"""Which card a message of ours belongs to."""

from botapp.models import AnswerPart, Generation


def shown_in(chat_id: int, message_id: int) -> Generation | None:
    """The answer that a message shows, whoever asked for it; None if it shows none."""
    there = Generation.objects.filter(chat_id=chat_id, message_id=message_id).order_by("-id").first()
    if there is not None:
        return there
    part = AnswerPart.objects.filter(chat_id=chat_id, message_id=message_id).select_related("generation")
    found = part.first()
    return found.generation if found else None


def thread_of(generation: Generation) -> int | None:
    """The card that a reply to this answer is about: a card's own, or what an answer was about.

    Every depth of an item in one message is one thread, named by the first.
    """
    if generation.kind == "question":
        return generation.thread_id
    same = Generation.objects.filter(
        chat_id=generation.chat_id, message_id=generation.message_id, source_text=generation.source_text
    )
    first = same.filter(explanation__isnull=False).order_by("id")
    return first.values_list("explanation_id", flat=True).first()
