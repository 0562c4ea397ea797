"""What a question is about: a card, or one that is still being written."""

from typing import NamedTuple

from botapp.models import Conversation, Generation
from botapp.queries.threads import thread_of
from botapp.queries.turns import last_thread


class Subject(NamedTuple):
    """`thread_id`: the card. `after_id`: the answer that becomes it, as long as that is being written; then
    `thread_id` is the card before it, for the case that nothing comes of that answer.
    """

    thread_id: int | None = None
    after_id: int | None = None


def of(generation: Generation) -> Subject:
    """What a question is about that follows this answer."""
    if generation.kind == "question" and not (generation.link or generation.photo):
        return Subject(generation.thread_id, generation.after_id)
    if generation.state == Generation.State.WAITING and generation.message_id is None:
        return Subject(None, generation.pk)
    thread = thread_of(generation)
    is_coming = thread is None and generation.state == Generation.State.WAITING
    return Subject(thread, generation.pk if is_coming else None)


def said_last(person_id: int, *, chat_id: int, besides: int | None = None) -> Subject:
    """What was said last, as far as answers stand in the chat; as `last_thread`."""
    return Subject(last_thread(person_id, chat_id=chat_id, besides=besides))


def latest(person_id: int, *, chat_id: int) -> Subject:
    """What the person sent last, also if its card is not there yet."""
    said = said_last(person_id, chat_id=chat_id)
    mine = Generation.objects.filter(person_id=person_id, chat_id=chat_id, is_promised=False)
    newest = mine.filter(state__in=_COUNTING).order_by("-id").first()
    if newest is None or newest.state == Generation.State.DONE or _is_of_before(newest):
        return said
    found = of(newest)
    return found._replace(thread_id=found.thread_id or said.thread_id)


def known_at_last(question: Generation) -> int | None:
    """The card that a question is about which waited for it; the one before if it did not come."""
    awaited = question.after
    if awaited is not None and awaited.state == Generation.State.DONE:
        return thread_of(awaited)
    return question.thread_id


_COUNTING = (Generation.State.WAITING, Generation.State.DONE)


def _is_of_before(generation: Generation) -> bool:
    """Whether the person began a new conversation since they sent this."""
    ended = Conversation.objects.filter(person_id=generation.person_id, chat_id=generation.chat_id)
    return ended.filter(ended_at__gte=generation.created_at).exists()
