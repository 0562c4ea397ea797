"""An answer that one run works on: what the run knows, and what it notes of its work on the way.

Every change by a run checks its claim, so that one which is late changes nothing.
"""

import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from django.db.models import QuerySet

from botapp.ai.base import Depth, Kind, Language, Mode
from botapp.models import Generation
from botapp.services import answer_parts
from botapp.services.texts import clean


@dataclass(frozen=True)
class Job:
    """A claimed generation. `stopping`: the person pressed Stop before it was claimed.

    `is_read`: `text` is what the link or the pictures say already.
    """

    id: int
    person_id: int
    chat_id: int
    message_id: int | None
    text: str
    kind: Kind
    language: Language
    depth: Depth
    claim: uuid.UUID
    attempts: int
    parts_sent: int
    stopping: bool
    asked_at: datetime
    mode: Mode = "plain"
    variant: int = 0
    subject: str = ""
    origin: str = ""
    link: str = ""
    photo: str = ""
    thread_id: int | None = None
    is_promised: bool = False
    explanation_id: int | None = None  # known beforehand only where the answer was promised
    post: str = ""
    is_read: bool = False
    is_suggested: bool = False  # a question that nobody typed: no message of the chat says it


def note_read(job: Job, *, text: str, origin: str) -> Job:
    """What the link or the pictures say was read; the job that goes on with it.

    Kept, so that another run need not read again; a claim that was lost changes nothing.
    """
    read, known = clean(text), clean(origin)[:200]
    ours = find_held(job)
    ours.filter(source_text="").update(source_text=read)  # of a picture without a caption
    ours.update(read_text=read, origin=known, kind="news")
    return replace(job, text=read, origin=known, kind="news", is_read=True)


def note_shown(job: Job, *, message_id: int | None, parts_sent: int, part: int | None = None) -> bool:
    """How much of the final text stands in the chat already; False if the claim was lost.

    `message_id` is its first message, `parts_sent` how many stand below that one, `part` the last of them.
    """
    is_ours = bool(find_held(job).update(message_id=message_id, parts_sent=parts_sent))
    if is_ours and part is not None:
        answer_parts.note(job.id, chat_id=job.chat_id, message_id=part)
    return is_ours


def find_held(*jobs: Job) -> QuerySet[Generation]:
    """The rows of those jobs whose claim still holds."""
    ids, claims = [job.id for job in jobs], [job.claim for job in jobs]
    # No two claims share a token, so pairs need no join.
    return Generation.objects.filter(pk__in=ids, claim__in=claims, state=Generation.State.WAITING)


def describe(row: Generation) -> Job:
    """The work that a row stands for which somebody has claimed."""
    return Job(
        id=row.pk,
        person_id=row.person_id,
        chat_id=row.chat_id,
        message_id=row.message_id,
        text=row.read_text or row.source_text,
        kind=cast(Kind, row.kind),
        language=cast(Language, row.language),
        depth=cast(Depth, row.depth),
        claim=cast(uuid.UUID, row.claim),
        attempts=row.attempts,
        parts_sent=row.parts_sent,
        stopping=row.stop_requested,
        asked_at=row.created_at,
        mode=cast(Mode, row.mode),
        variant=row.variant,
        subject=row.subject,
        origin=row.origin,
        link=row.link,
        photo=row.photo,
        thread_id=row.thread_id,
        is_promised=row.is_promised,
        explanation_id=row.explanation_id,
        post=row.post,
        is_read=bool(row.read_text),
        is_suggested=row.is_suggested,
    )
