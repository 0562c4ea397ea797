"""Items that people want explained by the AI once it is back. Nothing is charged a second time."""

from dataclasses import dataclass
from datetime import timedelta
from typing import cast

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from botapp.ai import base
from botapp.ai.base import Depth, Kind, Language, Mode
from botapp.enums import PromptKind
from botapp.exceptions import Banned, NotAllowed, NotFound, StaleButton, TooManyAwaited
from botapp.models import AwaitedAnswer, Explanation, Generation, Person
from botapp.queries import people, sources
from botapp.queries.explanations import received
from botapp.services import gates

MOST = 10  # that one person waits for at the same time
GIVEN_UP_AFTER = timedelta(hours=24)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=15), timedelta(minutes=15)
# With these failures the AI was away; with others it had its say.
PASSING = tuple(kind.code for kind in base.PASSING)


@dataclass(frozen=True)
class Awaited:
    """One item whose turn it is; the chat and the thread are those of the answer that was made without AI."""

    id: int
    person_id: int
    chat_id: int
    thread_id: int | None
    text: str
    kind: Kind
    language: Language
    depth: Depth
    mode: Mode
    variant: int
    subject: str
    origin: str


def wait_for(explanation_id: int, *, person_id: int) -> bool:
    """Promise the person to tell when the AI has explained this; False if that is promised already.

    Raises NotFound if they never got it, StaleButton if it is a lesson or was not made while the AI was
    away, and TooManyAwaited.
    """
    _check_worth_waiting(explanation_id, person_id)
    with transaction.atomic():
        # One at a time, or two presses at once could both be the last that is allowed.
        Person.objects.select_for_update().get(pk=person_id)
        known = AwaitedAnswer.objects.filter(person_id=person_id, explanation_id=explanation_id).first()
        if known is not None and not _is_given_up(known):
            return False
        if _open().filter(person_id=person_id).count() >= MOST:
            raise TooManyAwaited(most=MOST)
        now = timezone.now()
        fresh = {"attempts": 0, "next_at": now, "asked_at": now}
        AwaitedAnswer.objects.update_or_create(
            person_id=person_id, explanation_id=explanation_id, defaults=fresh
        )
    return True


def take_due(limit: int) -> list[Awaited]:
    """Those whose turn it is, oldest first; each comes again after a pause that grows.

    Who may not come in has no turn while that lasts. The turn is taken by moving it: of two leaders at
    the moment of a change only one gets it.
    """
    now = timezone.now()
    due = _open().filter(next_at__lte=now, person__is_banned=False).select_related("explanation", "person")
    taken = [row for row in due.order_by("asked_at")[:limit] if _takes_turn(row)]
    welcome = [row for row in taken if _may_come_in(row.person)]
    return [_awaited(row, first) for row in welcome if (first := _first(row))]


def come_back_soon(awaited_ids: list[int]) -> None:
    """Their turn comes again at once: the AI was not asked for them."""
    AwaitedAnswer.objects.filter(pk__in=awaited_ids).update(next_at=timezone.now())


def keep_promise(awaited_id: int, *, explanation_id: int) -> int | None:
    """Owe the person this answer, in a message of its own, without a charge.

    None if it is owed already, or if the person is gone or may not come in any more.
    """
    with transaction.atomic():
        row = AwaitedAnswer.objects.select_for_update().filter(pk=awaited_id, generation=None).first()
        if row is None or not _may_come_in(row.person):
            return None
        before = _first(row)
        answer = Explanation.objects.filter(pk=explanation_id).first()
        if before is None or answer is None:
            row.delete()
            return None
        row.generation = Generation.objects.create(
            person_id=row.person_id,
            chat_id=before.chat_id,
            source_text=answer.source_text,
            explanation=answer,
            thread_id=before.thread_id,
            is_promised=True,
            **{name: getattr(answer, name) for name in _SAME}
            | sources.of_answer(row.explanation_id, person_id=row.person_id),
        )
        row.save(update_fields=["generation"])
        return row.generation.pk


def give_up(awaited_id: int) -> None:
    """The AI is back and declines: there is nothing to wait for."""
    AwaitedAnswer.objects.filter(pk=awaited_id, generation=None).delete()


def drop_unowned(explanation_id: int) -> int:
    """Delete an answer that was written for somebody who left meanwhile, unless others have it; how many."""
    with transaction.atomic():
        answer = Explanation.objects.select_for_update().filter(pk=explanation_id).first()
        if answer is None:
            return 0
        same = Q(source_text=answer.source_text) | Q(read_text=answer.source_text)
        # Whoever is being given it notes so once it stands in the chat.
        if Generation.objects.filter(same, state=Generation.State.WAITING).exists():
            return 0
        unowned = Explanation.objects.filter(pk=explanation_id, generations=None, awaited=None)
        return unowned.delete()[1].get(Explanation._meta.label, 0)


def drop_all_of(person_id: int, *, chat_id: int) -> int:
    """Wait for nothing any more that goes to a chat that can't be written to; how many.

    Who can't be written to in private waits for nothing anywhere.
    """
    mine = _open().filter(person_id=person_id)
    if not Person.objects.filter(pk=person_id, telegram_id=chat_id).exists():
        there = Generation.objects.filter(person_id=person_id, chat_id=chat_id)
        mine = mine.filter(explanation__in=there.exclude(explanation=None).values("explanation"))
    return mine.delete()[0]


_SAME = ("kind", "language", "depth", "mode", "variant", "subject", "origin")


def _check_worth_waiting(explanation_id: int, person_id: int) -> None:
    row = Explanation.objects.filter(pk=explanation_id, state=Explanation.State.READY).first()
    if row is None or not received(explanation_id, person_id=person_id):
        raise NotFound
    if row.kind == PromptKind.LESSON or not row.degraded or row.failure not in PASSING:
        raise StaleButton


def _is_given_up(row: AwaitedAnswer) -> bool:
    return row.generation_id is None and row.asked_at < timezone.now() - GIVEN_UP_AFTER


def _open() -> QuerySet[AwaitedAnswer]:
    return AwaitedAnswer.objects.filter(generation=None, asked_at__gte=timezone.now() - GIVEN_UP_AFTER)


def _takes_turn(row: AwaitedAnswer) -> bool:
    pause = min(FIRST_PAUSE * 2 ** min(row.attempts, 16), LONGEST_PAUSE)
    turn = AwaitedAnswer.objects.filter(pk=row.pk, generation=None, next_at=row.next_at)
    return bool(turn.update(next_at=timezone.now() + pause, attempts=row.attempts + 1))


def _may_come_in(person: Person) -> bool:
    try:
        gates.check(people.describe(person))
    except (Banned, NotAllowed):
        return False
    return True


def _first(row: AwaitedAnswer) -> Generation | None:
    """How the person got the answer that was made without AI."""
    given = Generation.objects.filter(person_id=row.person_id, explanation_id=row.explanation_id)
    return given.order_by("id").first()


def _awaited(row: AwaitedAnswer, first: Generation) -> Awaited:
    answer = row.explanation
    return Awaited(
        id=row.pk,
        person_id=row.person_id,
        chat_id=first.chat_id,
        thread_id=first.thread_id,
        text=answer.source_text,
        kind=cast(Kind, answer.kind),
        language=cast(Language, answer.language),
        depth=cast(Depth, answer.depth),
        mode=cast(Mode, answer.mode),
        variant=answer.variant,
        subject=answer.subject,
        origin=answer.origin,
    )
