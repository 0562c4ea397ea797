"""A message that was edited: its answer is written anew where it stands, and paid for once."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any, Literal, TypedDict

from django.db import transaction
from django.utils import timezone

from botapp.models import Generation
from botapp.queries import subjects
from botapp.queries.subjects import Subject
from botapp.services import endings, generations, messages, quotas, texts
from botapp.services.messages import Read

WITHIN = timedelta(minutes=15)  # after the first version was sent
MOST_VERSIONS = 6  # of one message, the first included


class Revision(TypedDict):
    """`same`: the words are those that were explained. `late`: too late, too often or never explained.

    `begun`: the number of the new answer, and those in whose place it is written.
    """

    outcome: Literal["same", "late", "begun"]
    generation: int
    replaced: list[int]


def revise(
    person_id: int,
    *,
    chat_id: int,
    source_message_id: int | None,
    text: str,
    language: str,
    **sent: Any,
) -> Revision:
    """Owe an answer to the new text of a person's message, in the message of the old answer.

    `sent`: what else the message says and what it replies to, as messages.read takes it. What is being
    written there ends without a word. One charge pays for all versions. Raises InvalidText TooFast and
    AlreadyWriting, and DailyLimitReached if the charge of the old version was given back.
    """
    versions = _versions(person_id, chat_id, source_message_id)
    if versions and versions[-1].source_text == texts.clean(text).strip():
        return Revision(outcome="same", generation=0, replaced=[])
    if not versions or not _may_change(versions):
        return Revision(outcome="late", generation=0, replaced=[])
    about = partial(_subject, versions[-1])
    understood = messages.read(chat_id=chat_id, text=text, about=about, **sent)
    with transaction.atomic():
        replaced = endings.supersede(chat_id, message_id=versions[-1].message_id)
        begun = generations.begin_again(
            versions[-1],
            **_content(understood, versions[-1]),
            language=language,
            depth=_shown_depth(versions[-1]),
            charged_on=charge_unless_paid(person_id, [version.pk for version in versions]),
        )
        _let_wait_for(begun, replaced)
    return Revision(outcome="begun", generation=begun, replaced=replaced)


def _versions(person_id: int, chat_id: int, source_message_id: int | None) -> list[Generation]:
    """Answers to this message so far, oldest first."""
    if source_message_id is None:
        return []
    mine = Generation.objects.filter(person_id=person_id, chat_id=chat_id)
    return list(mine.filter(source_message_id=source_message_id).order_by("pk"))


def _subject(before: Generation) -> Subject:
    """Other words for a question don't change what it is about; one beside a picture is an item's."""
    if before.kind == "question" and not (before.link or before.photo):
        return subjects.of(before)
    return subjects.said_last(before.person_id, chat_id=before.chat_id)


def _content(read: Read, before: Generation) -> dict[str, Any]:
    """An edit holds one picture of an album and does not say again whose post it was."""
    return {
        "text": read.text,
        "kind": read.kind,
        "thread_id": read.thread_id,
        "after_id": read.after_id,
        "link": read.link,
        "photo": read.photo and (before.photo or read.photo),
        "origin": "" if before.link else before.origin,
        "post": before.post,
    }


def _shown_depth(before: Generation) -> str:
    """The card may have been told at another depth since."""
    there = Generation.objects.filter(
        person_id=before.person_id, chat_id=before.chat_id, message_id=before.message_id
    )
    return there.order_by("-id").values_list("depth", flat=True)[0]


def _let_wait_for(begun: int, replaced: list[int]) -> None:
    """Questions about a card that was being written are about the one that takes its place."""
    waiting = Generation.objects.filter(after_id__in=replaced)
    waiting.exclude(pk=begun).update(after_id=begun)
    waiting.filter(pk=begun).update(after=None)  # nothing waits for itself


def _may_change(versions: list[Generation]) -> bool:
    is_early = timezone.now() - versions[0].created_at <= WITHIN
    return is_early and len(versions) < MOST_VERSIONS and versions[-1].message_id is not None


def charge_unless_paid(person_id: int, versions: Sequence[int]) -> date | None:
    """The day that pays for another version; None if an earlier one did. Raises as `quotas.charge`."""
    is_paid = Generation.objects.filter(pk__in=versions, charged_on__isnull=False).exists()
    if is_paid:
        quotas.keep_pace(person_id)
        return None
    return quotas.charge(person_id)
