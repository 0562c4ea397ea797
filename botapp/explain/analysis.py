"""A picture from end to end: fetched, read, explained."""

import time
from dataclasses import dataclass

from botapp.ai.base import Language
from botapp.ai.pictures import PictureReading
from botapp.exceptions import PicturesNeedAI, PictureWordless
from botapp.explain import pictures
from botapp.explain.engine import explain_whole
from botapp.explain.progress import ExplainRequest, Finished
from botapp.web.current import check_address, read_picture
from botapp.web.errors import LinkError

_SHORTEST = 10  # characters of a description that can be explained


@dataclass(frozen=True)
class PictureOrder:
    """Either `content`, the bytes of a file, or its `url`. `context` is what the sender says of it."""

    language: Language
    content: bytes = b""
    url: str = ""
    context: str = ""


@dataclass(frozen=True)
class Analysis:
    """`cached`: nothing of it had to be made."""

    reading: PictureReading
    finished: Finished
    cached: bool
    processing_ms: float


async def analyse(order: PictureOrder) -> Analysis:
    """What a picture shows, and what that means.

    Raises PicturesNeedAI, PictureTooLarge, PictureUnreadable, PictureWordless, LinkError and NoAnswer.
    """
    started = time.monotonic()
    picture = pictures.check(await _content(order))
    reading, is_known = await pictures.read(picture, language=order.language, context=order.context)
    finished = await explain_whole(ExplainRequest(_text(reading, order.context), order.language))
    spent = round((time.monotonic() - started) * 1000, 1)
    return Analysis(reading, finished, is_known and finished.cached, spent)


async def _content(order: PictureOrder) -> bytes:
    try:
        _check(order)
        if not pictures.can_read():
            raise PicturesNeedAI
        return await read_picture(order.url) if order.url else order.content
    except LinkError as error:
        error.is_picture = True
        raise


def _check(order: PictureOrder) -> None:
    """Whether this is worth an AI, as far as it can be said without the network. Raises as `analyse` does."""
    if order.url:
        check_address(order.url)
    else:
        pictures.check(order.content)


def _text(reading: PictureReading, context: str) -> str:
    """A program wants to know what is there even if it is no news."""
    try:
        return pictures.compose(reading, caption=context)
    except PictureWordless:
        if len(reading.description) < _SHORTEST:
            raise
        return reading.description
