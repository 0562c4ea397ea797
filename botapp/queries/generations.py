"""Answers in progress."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from botapp.models import Generation


@dataclass(frozen=True)
class Standing:
    """`message_id`: the message that grows into the answer, None until it is sent."""

    message_id: int | None
    is_open: bool


def standing(generation_id: int) -> Standing:
    """How far an answer is; a row that is gone counts as over and never sent."""
    row = Generation.objects.filter(pk=generation_id).values_list("message_id", "state").first()
    message_id, state = row or (None, "")
    return Standing(message_id, is_open=state == Generation.State.WAITING)


def is_elsewhere(generation_id: int, *, person_id: int, chat_id: int, message_id: int | None) -> bool:
    """Whether this person's answer is written into another message than this one, which is left over then."""
    mine = Generation.objects.filter(pk=generation_id, person_id=person_id, message_id__isnull=False)
    return mine.exclude(chat_id=chat_id, message_id=message_id).exists()


def written_into(chat_id: int, *, message_id: int | None) -> QuerySet[Generation]:
    """What is being written into this message."""
    return Generation.objects.filter(chat_id=chat_id, message_id=message_id, state=Generation.State.WAITING)


def awaited_by(generation_id: int) -> int | None:
    """The answer that a question waits for, because it is about its card; None if it waits for none."""
    mine = Generation.objects.filter(pk=generation_id, state=Generation.State.WAITING)
    return mine.values_list("after_id", flat=True).first()


def stopping(generation_ids: Sequence[int]) -> frozenset[int]:
    """Those of these generations whose person asked for the end."""
    asked = Generation.objects.filter(pk__in=generation_ids, stop_requested=True)
    return frozenset(asked.values_list("pk", flat=True))


def may_switch(generation_id: int) -> bool:
    """Whether words alone said what this is an answer to, and its message was never the other kind."""
    mine = Generation.objects.filter(pk=generation_id, source_message_id__isnull=False)
    row = mine.values_list("chat_id", "message_id", "kind").first()
    if row is None:
        return False
    chat_id, message_id, kind = row
    there = Generation.objects.filter(chat_id=chat_id, message_id=message_id)
    return not there.exclude(kind=kind).exists()
