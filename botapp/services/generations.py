"""What people ask for: an answer owed to them and charged once, in one message at a time, or no more of it.

Who works on it: answer_claims.py; how it ends: endings.py.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, NamedTuple

from django.db import IntegrityError, transaction

from botapp.exceptions import AlreadyWriting, NotFound, StaleButton
from botapp.models import Generation
from botapp.queries import sources, threads
from botapp.queries.generations import written_into
from botapp.services import quotas
from botapp.services.texts import clean


class _Place(NamedTuple):
    """Whose answer it is, and the message that it is written into: a new one if there is none yet."""

    person_id: int
    chat_id: int
    message_id: int | None


def begin(
    person_id: int,
    *,
    chat_id: int,
    text: str,
    kind: str,
    language: str,
    depth: str,
    message_id: int | None = None,
    instead_of: int | None = None,
    pay: Callable[[int], date | None] = quotas.charge,
    **details: Any,
) -> int:
    """Charge the person and note the answer owed, in one transaction; the generation's id.

    `instead_of`: the answer that `message_id` shows as far as the person knows. `pay`: another service of
    quotas, for what costs nothing. `details`: more fields of a Generation.
    Raises DailyLimitReached, TooFast, AlreadyWriting; StaleButton if another answer or this one is shown.
    """
    place = _Place(person_id, chat_id, message_id)
    wanted = {"kind": kind, "language": language, "depth": depth} | details
    _check_place(place)
    if instead_of is not None:
        _check_shown(place, instead_of, _version(**wanted))
        wanted = sources.of_answer(instead_of, person_id=person_id) | wanted
    with _alone_in_its_message():
        paid = pay(person_id)
        row = Generation.objects.create(**place._asdict(), source_text=clean(text), charged_on=paid, **wanted)
    return row.pk


def begin_again(last: Generation, *, text: str, language: str, **details: Any) -> int:
    """Owe another answer in the message of one that is over; the new one's id. Charges nobody.

    `details`: fields of a Generation, such as its kind and who paid; what they don't say of depth and
    origin stays as it was. Raises AlreadyWriting.
    """
    place = _Place(last.person_id, last.chat_id, last.message_id)
    wanted = {"depth": last.depth, "origin": last.origin} | details
    with _alone_in_its_message():
        return Generation.objects.create(
            **place._asdict(),
            source_message_id=last.source_message_id,
            source_text=text,
            language=language,
            **wanted,
        ).pk


def attach(generation_id: int, *, message_id: int) -> None:
    """The message that grows into the answer was sent."""
    Generation.objects.filter(pk=generation_id, message_id=None).update(message_id=message_id)


def detach(generation_id: int, *, message_id: int | None) -> bool:
    """The message that it was to grow in is gone; whether it has none now. A run that has it is let be."""
    waiting = Generation.objects.filter(pk=generation_id, state=Generation.State.WAITING)
    waiting.filter(message_id=message_id, claim=None).update(message_id=None)
    return waiting.filter(message_id=None).exists()


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


@contextmanager
def _alone_in_its_message() -> Iterator[None]:
    """All or nothing. Raises AlreadyWriting if the message is being written into."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise AlreadyWriting from error


def _check_place(place: _Place) -> None:
    """In a group everybody can press the buttons of a message; only who asked for it changes it."""
    if place.message_id is None:
        return
    if written_into(place.chat_id, message_id=place.message_id).exists():
        raise AlreadyWriting
    shown = threads.shown_in(place.chat_id, place.message_id)
    if shown is not None and shown.person_id != place.person_id:
        raise NotFound


def _version(depth: str, *, mode: str = "plain", variant: int = 0, **_others: object) -> tuple[str, str, int]:
    return depth, mode, variant


def _check_shown(place: _Place, explanation_id: int, version: tuple[str, str, int]) -> None:
    """A message that shows no answer, such as an offer of another way, is always right."""
    there = Generation.objects.filter(**place._asdict()).order_by("-id")
    shown = there.values_list("explanation_id", "depth", "mode", "variant").first()
    if shown and (shown[0] != explanation_id or shown[1:] == version):
        raise StaleButton
