"""What an answer is made of where that is not the text itself: the page behind a link, pictures.

Read by the task that writes the answer, never while a lane waits, and kept with the answer, so that a run
after a crash need not read it again.
"""

import asyncio
import logging

from telegram.error import TelegramError

from botapp.ai.pictures import PictureReading
from botapp.bridge import run_service
from botapp.exceptions import PictureUnreadable, RvxError
from botapp.explain import pictures
from botapp.services import jobs
from botapp.services.jobs import Job
from botapp.services.texts import MINIMUM
from botapp.telegram.messenger import Messenger, is_passing
from botapp.web.current import read_article

logger = logging.getLogger(__name__)


async def gather(job: Job, messenger: Messenger) -> Job:
    """The job with its text. Raises RvxError if there is none, TelegramError if Telegram is only away."""
    if job.is_read:
        return job
    if job.link:
        article = await read_article(job.link)
        return await run_service(jobs.note_read, job, text=article.text, origin=article.site)
    return await _look_at(job, messenger) if job.photo else job


async def _look_at(job: Job, messenger: Messenger) -> Job:
    """A caption that can be explained by itself does instead of pictures that can't be read."""
    try:
        text = await _seen(job, messenger)
    except RvxError as error:
        if len(job.text) < MINIMUM:
            raise
        logger.info("Answer %s explains the caption only: %s", job.id, error.code)
        return job
    return await run_service(jobs.note_read, job, text=text, origin=job.origin)


async def _seen(job: Job, messenger: Messenger) -> str:
    """What the pictures say that could be read. Raises what kept the first from it if none could."""
    looks = [_read(file_id, job, messenger) for file_id in job.photo.split("\n")]
    found = await asyncio.gather(*looks, return_exceptions=True)
    readings = [reading for reading in found if isinstance(reading, PictureReading)]
    for error in found:
        if isinstance(error, BaseException) and not (readings and isinstance(error, RvxError)):
            raise error
    return pictures.compose(*readings, caption=job.text)


async def _read(file_id: str, job: Job, messenger: Messenger) -> PictureReading:
    picture = pictures.check(await _download(file_id, messenger))
    reading, _is_known = await pictures.read(picture, language=job.language, context=job.text)
    return reading


async def _download(file_id: str, messenger: Messenger) -> bytes:
    try:
        return await messenger.download(file_id, most_bytes=pictures.most_bytes())
    except TelegramError as error:
        if is_passing(error):
            raise
        raise PictureUnreadable from error
