"""Which card a message of ours belongs to."""

from django.db.models import Q

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
    return first_card(
        generation.person_id,
        chat_id=generation.chat_id,
        message_id=generation.message_id,
        text=generation.read_text or generation.source_text,
    )


def first_card(person_id: int, *, chat_id: int, message_id: int | None, text: str) -> int | None:
    """The first answer to an item in a message; None if there is none yet.

    `text`: what is explained. A link's first answer was asked for by its address, every later one by the
    article itself, so what was read counts and not what was sent.
    """
    there = Generation.objects.filter(person_id=person_id, chat_id=chat_id, message_id=message_id)
    same = there.filter(Q(read_text=text) | Q(read_text="", source_text=text))
    first = same.filter(explanation__isnull=False).order_by("id")
    return first.values_list("explanation_id", flat=True).first()
