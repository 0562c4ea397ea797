"""One item again: at another depth, in another way, in other words, or with a question about it.

The person's row is locked while it is decided, so two taps at the same time are one after the other.
"""

from typing import Any

from django.db import transaction

from botapp.ai.base import Depth, Mode
from botapp.exceptions import AlreadyAnswered, AlreadyWriting, NoMoreVersions, NotFound
from botapp.models import Generation, Person
from botapp.queries import versions
from botapp.queries.explanations import StoredAnswer, stored
from botapp.queries.threads import thread_of
from botapp.services import generations, quotas
from botapp.services.texts import clean

MOST_NEW = versions.MOST_NEW


def retell(
    answer: StoredAnswer,
    *,
    person_id: int,
    chat_id: int,
    message_id: int | None,
    language: str,
    depth: Depth,
    mode: Mode,
    is_ready: bool = False,
) -> int:
    """Owe the same item at this depth in this way, in the message; the generation's number.

    `is_ready`: the answer is there already, so it costs nothing. Raises what generations.begin raises.
    """
    return generations.begin(
        person_id,
        chat_id=chat_id,
        text=answer.source_text,
        kind=answer.kind,
        language=language,
        depth=depth,
        message_id=message_id,
        instead_of=answer.id,
        pay=quotas.keep_pace if is_ready else quotas.charge,
        mode=mode,
        **_same(answer, person_id),
    )


@transaction.atomic
def tell_anew(
    explanation_id: int, *, person_id: int, chat_id: int, message_id: int | None, language: str
) -> int:
    """Owe another version of an answer, in the message.

    Raises NoMoreVersions after the sixth new one of an item, in whatever ways and cards, and what
    generations.begin raises.
    """
    _lock(person_id)
    answer = stored(explanation_id, person_id=person_id)
    if not versions.left(answer, person_id=person_id):
        raise NoMoreVersions(most=MOST_NEW)
    return generations.begin(
        person_id,
        chat_id=chat_id,
        text=answer.source_text,
        kind=answer.kind,
        language=language,
        depth=answer.depth,
        message_id=message_id,
        instead_of=answer.id,
        mode=answer.mode,
        variant=versions.next_variant(answer, person_id=person_id),
        **_same(answer, person_id),
    )


@transaction.atomic
def ask(explanation_id: int, number: int, *, person_id: int, chat_id: int, language: str) -> int:
    """Owe an answer to the suggested question with this number (from 0) in the thread of its card.

    Raises NotFound, AlreadyWriting or AlreadyAnswered, and what generations.begin raises.
    """
    _lock(person_id)
    answer = stored(explanation_id, person_id=person_id)
    question = pick_suggested(answer, number)
    thread = _thread(answer, person_id=person_id, chat_id=chat_id)
    _check_new(person_id, chat_id, thread, question)
    return generations.begin(
        person_id,
        chat_id=chat_id,
        text=question,
        kind="question",
        language=language,
        depth=answer.depth,
        thread_id=thread,
        is_suggested=True,
    )


def pick_suggested(answer: StoredAnswer, number: int) -> str:
    """A suggested question of an answer. Raises NotFound."""
    if number >= len(answer.explanation.follow_ups):
        raise NotFound
    return answer.explanation.follow_ups[number]


def _lock(person_id: int) -> None:
    Person.objects.select_for_update().filter(pk=person_id).first()


def _same(answer: StoredAnswer, person_id: int) -> dict[str, Any]:
    """What every version of an item shares."""
    given = Generation.objects.filter(explanation_id=answer.id, person_id=person_id).order_by("-id")
    thread = given.values_list("thread_id", flat=True).first()
    return {"subject": answer.subject, "origin": answer.origin, "thread_id": thread}


def _thread(answer: StoredAnswer, *, person_id: int, chat_id: int) -> int:
    """What a question below an answer is about: its card, or what a question's answer was about."""
    given = Generation.objects.filter(explanation_id=answer.id, person_id=person_id, chat_id=chat_id)
    shown = given.order_by("-id").first()
    return (thread_of(shown) if shown else None) or answer.id


def _check_new(person_id: int, chat_id: int, thread_id: int, question: str) -> None:
    asked = Generation.objects.filter(
        person_id=person_id, chat_id=chat_id, thread_id=thread_id, source_text=clean(question)
    )
    if asked.filter(state=Generation.State.WAITING).exists():
        raise AlreadyWriting
    if asked.filter(state=Generation.State.DONE).exists():
        raise AlreadyAnswered
