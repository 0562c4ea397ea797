"""Keeping the promise to tell people when the AI has explained what it could not before.

The leader asks the AI for one item at a time as long as it is not sure that the AI is back, and for a few
more once it was. What the AI answers is owed from then on as any other answer is (answer_claims.py): another
process sends it if this one dies.
"""

import asyncio
import logging
from collections.abc import Callable
from functools import partial

from django.utils.translation import gettext as _

from botapp.ai.base import PASSING
from botapp.bridge import run_service
from botapp.exceptions import NoAnswer, NotFound
from botapp.explain import chain, owed
from botapp.explain.engine import explain_whole
from botapp.explain.notices import word_notice
from botapp.queries.awaited_answers import recall_until
from botapp.queries.explanations import stored
from botapp.queries.kept import is_saved
from botapp.queries.sources import source
from botapp.queries.turns import NOTHING, Recollection
from botapp.services import answers, awaited_answers
from botapp.services.awaited_answers import Awaited
from botapp.services.jobs import Job
from botapp.telegram import card, endings
from botapp.telegram.endings import Note
from botapp.telegram.final_text import FinalText
from botapp.telegram.keyboards.card import SCALE, answer_keys
from botapp.telegram.messenger import Messenger

logger = logging.getLogger(__name__)
AT_ONCE = 4  # items that the AI is asked for in one go, the others once it has answered the first


async def keep(start: Callable[[int], None]) -> None:
    """One go: ask the AI for what is awaited, and `start` the answers that it gave."""
    if chain.current().is_away:
        return
    due = await run_service(awaited_answers.take_due, AT_ONCE)
    if not due:
        return
    first, *others = due
    if not await _is_kept(first, start):
        await run_service(awaited_answers.come_back_soon, [other.id for other in others])
        return
    await asyncio.gather(*(_is_kept(other, start) for other in others))


async def show(job: Job, messenger: Messenger) -> Note:
    """Show the promised answer, in a message of its own; what notes that it was.

    Raises TelegramError if Telegram can't be reached, AnswerLost if another run has the answer.
    """
    try:
        answer = await run_service(stored, job.explanation_id or 0)
    except NotFound:
        return endings.unseen(job, code=NotFound.code)
    is_kept = await run_service(is_saved, answer.id, person_id=job.person_id)
    is_shown = await FinalText(job, messenger).show(
        card.card(
            answer.explanation,
            mode=job.mode,
            lead=_("The AI answers again. You wanted to be told:"),
            notice=word_notice(answer.failure, answer.degraded, kind=answer.kind),
            source=answer.source_text,
            provenance=await run_service(source, answer.id, person_id=job.person_id),
        ),
        answer_keys(answer, is_saved=is_kept, depths=SCALE),
    )
    if not is_shown:
        await run_service(awaited_answers.drop_all_of, job.person_id, chat_id=job.chat_id)
    return partial(
        answers.settle,
        job,
        explanation_id=answer.id,
        cached=True,
        answer=card.remembered(answer.explanation),
        answered=answer.explanation.answered,
    )


async def _is_kept(awaited: Awaited, start: Callable[[int], None]) -> bool:
    """Whether the AI answered."""
    try:
        finished = await explain_whole(owed.make_request(awaited, await _past(awaited), needs_ai=True))
    except NoAnswer as error:
        if not isinstance(error.__cause__, (*PASSING, type(None))):
            logger.info("Awaited answer %s: the AI is back and declines", awaited.id)
            await run_service(awaited_answers.give_up, awaited.id)
        return False
    if finished.degraded:  # another one's, which this one waited for
        return False
    generation = await run_service(
        awaited_answers.keep_promise, awaited.id, explanation_id=finished.explanation_id
    )
    if generation is not None:
        start(generation)
    elif not finished.cached:
        await run_service(awaited_answers.drop_unowned, finished.explanation_id)
    return True


async def _past(awaited: Awaited) -> Recollection:
    if awaited.kind != "question":
        return NOTHING
    return await run_service(
        recall_until,
        awaited.text,
        person_id=awaited.person_id,
        chat_id=awaited.chat_id,
        thread_id=awaited.thread_id,
    )
