"""What an answer looks like in its message: while it grows, when it is whole, and when it was stopped."""

from botapp.ai.schema import Explanation
from botapp.bridge import run_service
from botapp.explain.notices import may_wait, notice
from botapp.explain.progress import Finished
from botapp.queries.generations import may_switch
from botapp.queries.kept import is_saved
from botapp.queries.sources import Source
from botapp.services.generations import Job
from botapp.services.texts import is_doubtful
from botapp.telegram import card
from botapp.telegram.keyboards.card import card_keys
from botapp.telegram.keyboards.switch import switch_keys
from botapp.telegram.keyboards.teach import lesson_keys
from botapp.telegram.keys import Keyboard
from botapp.telegram.lesson_card import growing_lesson, lesson_card
from botapp.telegram.markup import Marked
from botapp.telegram.thinking import think

Final = tuple[list[Marked], Keyboard]


async def growing(job: Job, shown: Explanation) -> Marked:
    """As far as it is written."""
    if job.kind == "lesson":
        return await think(growing_lesson, shown)
    return await think(card.growing, shown, mode=job.mode, question=_unsaid(job))


async def final(job: Job, finished: Finished) -> Final:
    """The messages, the first of which takes the place of what grew, and the buttons under the last."""
    if job.kind == "lesson":
        return await think(_lesson, job, finished)
    messages = await think(
        card.card,
        finished.explanation,
        mode=job.mode,
        notice=notice(finished.failure, finished.degraded, kind=job.kind),
        question=_unsaid(job),
        provenance=_source(job),
    )
    return messages, await _card_keys(job, finished)


def stopped(job: Job, shown: Explanation | None) -> list[Marked]:
    """What was written until the person wanted no more; `shown` is None if that was nothing."""
    return card.stopped(shown, mode=job.mode, question=_unsaid(job))


async def _card_keys(job: Job, finished: Finished) -> Keyboard:
    shown = finished.explanation
    keyboard = card_keys(
        finished.explanation_id,
        depth=job.depth,
        kind=card.kind_of(shown),
        is_saved=await run_service(
            is_saved, finished.explanation_id, person_id=job.person_id, writing=job.id
        ),
        is_answered=shown.answered,
        may_wait=may_wait(finished.failure, finished.degraded),
    )
    if is_doubtful(job.text, kind=job.kind) and await run_service(may_switch, job.id):
        return [*keyboard, *switch_keys(finished.explanation_id, kind=job.kind)]
    return keyboard


def _lesson(job: Job, finished: Finished) -> Final:
    shown = finished.explanation
    said = notice(finished.failure, finished.degraded, kind=job.kind)
    keyboard = lesson_keys(
        finished.explanation_id, title=job.subject, language=job.language, follow_ups=shown.follow_ups
    )
    return lesson_card(shown, notice=said), keyboard


def _source(job: Job) -> Source:
    picture = ("read" if job.is_read else "unread") if job.photo else ""
    return Source(job.origin, job.link, job.post, picture)


def _unsaid(job: Job) -> str:
    """The question of a button, which no message of the chat holds."""
    return job.text if job.is_suggested else ""
