"""The one place where failures become words.

RvxError                      its sentence: over the chat for a press, as a message otherwise; done
BadRequest "not modified",
"query is too old"            success (messenger.py)
BadRequest at a change        MessageGone (messenger.py): a new message where there is something to show
Forbidden                     the person blocked the bot: nobody to answer, nothing charged; done
RetryAfter                    short: waited for (messenger.py); long: TryLater, which is no failure
NetworkError                  TryLater as well
anything else                 again later, by the engine; after the last attempt an apology, counted
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import Error as DatabaseError
from telegram.error import Forbidden, RetryAfter, TelegramError

from analytics.models import Event
from analytics.services.record import record
from botapp.delivery.exceptions import TryLater
from botapp.exceptions import DailyLimitReached, RvxError, TooFast
from botapp.services import usage
from botapp.telegram.dialogue import Dialogue
from botapp.telegram.messenger import is_passing, wait_of

logger = logging.getLogger(__name__)


@contextmanager
def patience() -> Iterator[None]:
    """Raises TryLater where Telegram is only away or busy."""
    try:
        yield
    except TelegramError as error:
        if not is_passing(error):
            raise
        raise TryLater(wait_of(error) if isinstance(error, RetryAfter) else 0.0) from error


async def settle(error: Exception, dialogue: Dialogue) -> None:
    """Tell the person, or raise `error` again for another attempt."""
    if isinstance(error, RvxError):
        await _refuse(error, dialogue)
        return
    if isinstance(error, Forbidden):
        logger.info("Person %s can't be written to", dialogue.person.id)
        await dialogue.forgo()
        return
    raise error


async def _refuse(error: RvxError, dialogue: Dialogue) -> None:
    if isinstance(error, (DailyLimitReached, TooFast)):
        await dialogue.call(usage.count_rate_limited, step="rate_limited")
    if dialogue.is_press:
        await dialogue.toast(error.message, alert=True)
        return
    try:
        await dialogue.say("errors/refusal", {"sentence": error.message}, step="refusal")
    except Forbidden:
        logger.info("Person %s can't be written to", dialogue.person.id)


async def apologise(error: Exception, dialogue: Dialogue) -> None:
    """After the last attempt: count the failure and say sorry; one is done even if the other fails."""
    try:
        await dialogue.call(_count, dialogue.person.id, type(error).__name__)
    except DatabaseError as failure:
        logger.warning("A failure was not counted: %s", type(failure).__name__)
    await dialogue.say("errors/apology", step="apology")


def _count(person_id: int, name: str) -> None:
    record(Event.Kind.ERROR, person_id=person_id, subject=name, source="telegram")
