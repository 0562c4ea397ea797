"""RVX took news for a question or a question for news, and the person says so."""

from functools import partial

from botapp.ai.base import Kind
from botapp.exceptions import AlreadyWriting, StaleButton
from botapp.models import Generation
from botapp.queries import subjects
from botapp.queries.generations import may_switch
from botapp.services import generations, messages
from botapp.services.revisions import charge_unless_paid


def switch(person_id: int, *, chat_id: int, message_id: int | None, instead_of: int, language: str) -> int:
    """Owe the other kind of answer in the same message, once and for one charge; the generation's id.

    `instead_of`: the answer that the message shows as far as the person knows. Raises StaleButton if it
    shows another one or never had the button, AlreadyWriting, InvalidText, DailyLimitReached or TooFast.
    """
    there = Generation.objects.filter(person_id=person_id, chat_id=chat_id, message_id=message_id)
    versions = list(there.order_by("id"))
    if versions and versions[-1].state == Generation.State.WAITING:
        raise AlreadyWriting
    if not versions or versions[-1].explanation_id != instead_of:
        raise StaleButton
    last = versions[-1]
    if last.kind == "lesson" or not may_switch(last.pk):
        raise StaleButton
    other: Kind = "news" if last.kind == "question" else "question"
    before = partial(subjects.said_last, person_id, chat_id=chat_id, besides=instead_of)
    understood = messages.read(chat_id=chat_id, text=last.source_text, about=before, kind=other)
    return generations.begin_again(
        last,
        **understood._asdict(),
        language=language,
        charged_on=charge_unless_paid(person_id, [version.pk for version in versions]),
    )
