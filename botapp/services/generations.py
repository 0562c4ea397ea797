"""What people ask for: an answer owed to them and charged once, in one message at a time, or no more of it.

Who works on it: answer_claims.py; how it ends: endings.py.
"""

from typing import Any

from django.db import IntegrityError, transaction

from botapp.exceptions import AlreadyWriting, NotFound, StaleButton
from botapp.models import Generation
from botapp.queries import sources, threads
from botapp.queries.generations import written_into
from botapp.services import quotas
from botapp.services.texts import clean


def begin(
    person_id: int,
    *,
    chat_id: int,
    text: str,
    kind: str,
    language: str,
    depth: str,
    message_id: int | None = None,
    source_message_id: int | None = None,
    instead_of: int | None = None,
    is_free: bool = False,
    **details: Any,
) -> int:
    """Charge the person and note the answer owed, in one transaction; the generation's id.

    `source_message_id`: whose edit is to change this answer. `instead_of`: the answer that `message_id`
    shows as far as the person knows. `is_free`: it is there already. `details`: more fields of a Generation.
    Raises DailyLimitReached, TooFast, AlreadyWriting; StaleButton if another answer or this one is shown.
    """
    _check_place(person_id, chat_id, message_id)
    if instead_of is not None:
        _check_shown(person_id, chat_id, message_id, instead_of, _version(depth, **details))
        details = sources.of_answer(instead_of, person_id=person_id) | details
    try:
        with transaction.atomic():
            return Generation.objects.create(
                person_id=person_id,
                chat_id=chat_id,
                message_id=message_id,
                source_message_id=source_message_id,
                source_text=clean(text),
                kind=kind,
                language=language,
                depth=depth,
                charged_on=quotas.pay(person_id, is_free=is_free),
                **details,
            ).pk
    except IntegrityError as error:
        raise AlreadyWriting from error


def begin_again(last: Generation, *, text: str, language: str, **details: Any) -> int:
    """Owe another answer in the message of one that is over; the new one's id. Charges nobody.

    `details`: fields of a Generation, such as its kind and who paid; what they don't say of depth and
    origin stays as it was. Raises AlreadyWriting.
    """
    try:
        with transaction.atomic():
            return Generation.objects.create(
                person_id=last.person_id,
                chat_id=last.chat_id,
                message_id=last.message_id,
                source_message_id=last.source_message_id,
                source_text=text,
                language=language,
                **{"depth": last.depth, "origin": last.origin} | details,
            ).pk
    except IntegrityError as error:
        raise AlreadyWriting from error


def attach(generation_id: int, *, message_id: int) -> None:
    """The message that grows into the answer was sent."""
    Generation.objects.filter(pk=generation_id, message_id=None).update(message_id=message_id)


def request_stop(generation_id: int, *, person_id: int) -> bool:
    """Ask for the end of one generation; whether it was still going on."""
    mine = Generation.objects.filter(pk=generation_id, person_id=person_id, state=Generation.State.WAITING)
    return bool(mine.update(stop_requested=True))


def request_stop_all(chat_id: int | None, *, person_id: int) -> list[int]:
    """Ask for the end of all that is being written for the person in a chat, None: wherever; their ids."""
    mine = Generation.objects.filter(person_id=person_id, state=Generation.State.WAITING)
    if chat_id is not None:
        mine = mine.filter(chat_id=chat_id)
    ids = list(mine.values_list("pk", flat=True))
    Generation.objects.filter(pk__in=ids).update(stop_requested=True)
    return ids


def _check_place(person_id: int, chat_id: int, message_id: int | None) -> None:
    """In a group everybody can press the buttons of a message; only who asked for it changes it."""
    if message_id is None:
        return
    if written_into(chat_id, message_id=message_id).exists():
        raise AlreadyWriting
    shown = threads.shown_in(chat_id, message_id)
    if shown is not None and shown.person_id != person_id:
        raise NotFound


def _version(depth: str, *, mode: str = "plain", variant: int = 0, **_others: object) -> tuple[str, str, int]:
    return depth, mode, variant


def _check_shown(
    person_id: int,
    chat_id: int,
    message_id: int | None,
    explanation_id: int,
    version: tuple[str, str, int],
) -> None:
    """A message that shows no answer, such as an offer of another way, is always right."""
    mine = Generation.objects.filter(person_id=person_id, chat_id=chat_id, message_id=message_id)
    shown = mine.order_by("-id").values_list("explanation_id", "depth", "mode", "variant").first()
    if shown and (shown[0] != explanation_id or shown[1:] == version):
        raise StaleButton
