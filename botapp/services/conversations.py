"""Conversations: one open for each person and chat, told whole for a while and then in a summary."""

from collections.abc import Iterable
from itertools import pairwise

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from botapp.ai import tokens
from botapp.models import Conversation, Person, Turn
from botapp.queries.threads import first_card
from botapp.queries.turns import MOST_TURNS, open_conversation, window
from botapp.services import summaries
from botapp.services.jobs import Job
from botapp.services.summaries import Exchange
from botapp.services.texts import clean

Said = tuple[int, str, str, str | None]  # number, role, text, what the exchange was


def ensure_open(person_id: int, *, chat_id: int) -> Conversation:
    """The open conversation of a person in a chat, begun now if there is none."""
    found = open_conversation(person_id, chat_id=chat_id)
    if found is not None:
        return found
    talk, is_new = Conversation.objects.get_or_create(person_id=person_id, chat_id=chat_id, ended_at=None)
    if is_new and Person.objects.filter(pk=person_id, telegram_id=chat_id).exists():
        # What was said before conversations were kept.
        Turn.objects.filter(person_id=person_id, conversation=None).update(conversation=talk)
    return talk


def tell(job: Job, *, explanation_id: int, answer: str) -> None:
    """Remember what a person sent and what RVX answered, inside the transaction that ends the answer.

    Another depth of what was said last adds no turns: the conversation did not go on. The same text
    taken for the other kind takes the place of the turns that were a misunderstanding.
    """
    talk = ensure_open(job.person_id, chat_id=job.chat_id)
    thread = job.thread_id if job.kind == "question" else _root(job, explanation_id)
    mine = Turn.objects.filter(conversation=talk, role=Turn.Role.PERSON)
    last = mine.select_related("explanation").order_by("-id").first()
    if last is not None and last.text == clean(job.text):
        if _was_other_kind(last, job.kind):
            _rewrite(last, explanation_id=explanation_id, thread_id=thread, answer=answer)
            return
        if job.kind != "question" or last.thread_id == thread:
            return
    said = ((Turn.Role.PERSON, job.text), (Turn.Role.RVX, answer))
    Turn.objects.bulk_create(
        Turn(
            person_id=job.person_id,
            conversation=talk,
            role=role,
            text=clean(text),
            explanation_id=explanation_id,
            thread_id=thread,
        )
        for role, text in said
    )
    _roll(talk)


def end(person_id: int, *, chat_id: int) -> int:
    """Let the next message begin a new conversation; how many turns the old one keeps."""
    with transaction.atomic():
        talk = ensure_open(person_id, chat_id=chat_id)
        Conversation.objects.filter(pk=talk.pk).update(ended_at=timezone.now())
        return talk.turns.count()


def clear(person_id: int, *, up_to: int) -> int:
    """Delete what a person said and heard up to a turn, and every summary of it; how many turns."""
    with transaction.atomic():
        removed = Turn.objects.filter(person_id=person_id, pk__lte=up_to).delete()[0]
        mine = Conversation.objects.filter(person_id=person_id)
        mine.filter(turns=None).delete()
        mine.update(summary="", summarised_up_to=0)
    return removed


def sum_up_again(conversation_ids: Iterable[int]) -> None:
    """After turns were forgotten: their lines go from the summaries too."""
    summed_up = Conversation.objects.filter(pk__in=conversation_ids).exclude(summary="")
    for talk in summed_up:
        turns = Turn.objects.filter(conversation=talk, pk__lte=talk.summarised_up_to).order_by("id")
        summary = summaries.extend("", _exchanges(_rows(turns)))
        same = Conversation.objects.filter(pk=talk.pk, summarised_up_to=talk.summarised_up_to)
        same.update(summary=summary)


def _root(job: Job, explanation_id: int) -> int:
    """The first card of this item in this message: every other depth of it goes on with that thread."""
    first = first_card(job.person_id, chat_id=job.chat_id, message_id=job.message_id, text=job.text)
    return first or explanation_id


def _was_other_kind(turn: Turn, kind: str) -> bool:
    return turn.explanation is not None and turn.explanation.kind != kind


def _rewrite(said: Turn, *, explanation_id: int, thread_id: int | None, answer: str) -> None:
    exchange = Turn.objects.filter(
        conversation=said.conversation, explanation=said.explanation, pk__gte=said.pk
    )
    exchange.filter(role=Turn.Role.RVX).update(text=clean(answer))
    exchange.update(explanation_id=explanation_id, thread_id=thread_id)


def _roll(talk: Conversation) -> None:
    """Take whole exchanges that no question is told any more into the summary."""
    fresh = _rows(Turn.objects.filter(conversation=talk, pk__gt=talk.summarised_up_to).order_by("id"))
    told = tokens.latest([text for _pk, _role, text, _kind in fresh[::-1]], window(settings.CONTEXT_TOKENS))
    leaving = fresh[: len(fresh) - min(len(told), MOST_TURNS)]
    while leaving and leaving[-1][1] == Turn.Role.PERSON:
        leaving.pop()  # its answer is told still
    if leaving:
        summary = summaries.extend(talk.summary, _exchanges(leaving))
        Conversation.objects.filter(pk=talk.pk).update(summary=summary, summarised_up_to=leaving[-1][0])


def _rows(turns: QuerySet[Turn]) -> list[Said]:
    return list(turns.values_list("pk", "role", "text", "explanation__kind"))


def _exchanges(rows: list[Said]) -> list[Exchange]:
    """Each thing said with the answer behind it, if there is one."""
    found = []
    for said, after in pairwise([*rows, (0, "", "", None)]):
        if said[1] == Turn.Role.PERSON:
            found.append(Exchange(said[2], after[2] if after[1] == Turn.Role.RVX else "", said[3]))
    return found
