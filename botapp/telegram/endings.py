"""How an answer ends in its chat: what is shown last, and what notes it once that stands there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.utils import translation

from botapp.ai.schema import Explanation
from botapp.explain.progress import Finished
from botapp.services import answers, endings
from botapp.services.jobs import Job
from botapp.telegram import answer_messages, card
from botapp.telegram.keyboards.menu import back_to_menu
from botapp.telegram.keys import Keyboard
from botapp.telegram.markup import Marked
from botapp.telegram.rendering import render

Note = Callable[[], object]  # a service


@dataclass(frozen=True)
class Ending:
    """The messages of an answer that is over, the buttons under the last one, and what notes its end."""

    messages: list[Marked]
    keyboard: Keyboard
    note: Note


async def finished(job: Job, result: Finished) -> Ending:
    """It was written."""
    messages, keyboard = await answer_messages.final(job, result)
    note = partial(
        answers.settle,
        job,
        explanation_id=result.explanation_id,
        cached=result.cached,
        answer=card.remembered(result.explanation),
        answered=result.explanation.answered,
    )
    return Ending(messages, keyboard, note)


def stopped(job: Job, shown: Explanation | None) -> Ending:
    """The person wanted no more of it; `shown`: what was written until then."""
    return Ending(answer_messages.stopped(job, shown), [back_to_menu()], partial(endings.stop, job))


def failed(job: Job, *, code: str, sentence: str = "") -> Ending:
    """Nothing came of it. `code`: why, for the events; `sentence`: why, for the person."""
    with translation.override(job.language):
        messages = render("explain/failed", {"sentence": sentence})
    return Ending(messages, [back_to_menu()], unseen(job, code=code))


def unseen(job: Job, *, code: str) -> Note:
    """Notes a failure of which the chat says nothing."""
    return partial(endings.fail, job, code=code)
