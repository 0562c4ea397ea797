"""What an answer looks like in its message: while it grows, when it is whole, and when it was stopped."""

from botapp.ai.schema import Explanation
from botapp.bridge import run_service
from botapp.explain.notices import word_notice
from botapp.explain.progress import Finished
from botapp.queries.explanations import StoredAnswer
from botapp.queries.generations import may_switch
from botapp.queries.kept import is_saved
from botapp.queries.sources import Source
from botapp.services.jobs import Job
from botapp.services.texts import is_doubtful
from botapp.telegram import card
from botapp.telegram.depths import worth_a_press
from botapp.telegram.keyboards.card import answer_keys
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
        notice=word_notice(finished.failure, finished.degraded, kind=job.kind),
        question=_unsaid(job),
        provenance=_source(job),
    )
    return messages, await _card_keys(job, finished)


def stopped(job: Job, shown: Explanation | None) -> list[Marked]:
    """What was written until the person wanted no more; `shown` is None if that was nothing."""
    return card.stopped(shown, mode=job.mode, question=_unsaid(job))


async def _card_keys(job: Job, finished: Finished) -> Keyboard:
    answer = _as_stored(job, finished)
    keyboard = answer_keys(
        answer,
        is_saved=await run_service(is_saved, answer.id, person_id=job.person_id, writing=job.id),
        depths=await worth_a_press(answer, language=job.language),
    )
    if is_doubtful(job.text, kind=job.kind) and await run_service(may_switch, job.id):
        return [*keyboard, *switch_keys(finished.explanation_id, kind=job.kind)]
    return keyboard


def _as_stored(job: Job, finished: Finished) -> StoredAnswer:
    return StoredAnswer(
        id=finished.explanation_id,
        source_text=job.text,
        kind=job.kind,
        language=job.language,
        depth=job.depth,
        explanation=finished.explanation,
        provider=finished.provider,
        model=finished.model,
        degraded=finished.degraded,
        failure=finished.failure,
        created_at=job.asked_at,
        mode=job.mode,
        variant=job.variant,
        subject=job.subject,
        origin=job.origin,
    )


def _lesson(job: Job, finished: Finished) -> Final:
    shown = finished.explanation
    said = word_notice(finished.failure, finished.degraded, kind=job.kind)
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
