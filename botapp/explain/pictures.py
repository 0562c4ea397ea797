"""Reading pictures by whoever in the chain can, and remembering what was read."""

import asyncio
import hashlib
import logging
from typing import Any

from django.conf import settings
from django.core.cache import cache
from pydantic import ValidationError

from botapp.ai.base import AIError, Language
from botapp.ai.pictures import Picture, PictureReader, PictureReading, kind_of
from botapp.background import in_background
from botapp.bridge import run_service
from botapp.exceptions import NoAnswer, PicturesNeedAI, PictureTooLarge, PictureUnreadable, PictureWordless
from botapp.explain import chain

logger = logging.getLogger(__name__)
_RETRY_AFTER = 30  # seconds to suggest when the service suggests none
_READABLE = 10  # characters of a text that can be explained by itself
LONGEST = 20_000


def can_read() -> bool:
    """Whether somebody in the chain can read pictures."""
    return bool(chain.current().readers)


def most_bytes() -> int:
    """Of a picture that is read."""
    return int(settings.PICTURE_MAX_BYTES)


def check(content: bytes) -> Picture:
    """A picture of a kind that its own bytes show. Raises PictureTooLarge or PictureUnreadable."""
    if len(content) > settings.PICTURE_MAX_BYTES:
        raise PictureTooLarge(megabytes=settings.PICTURE_MAX_BYTES // 1_000_000)
    kind = kind_of(content)
    if not kind:
        raise PictureUnreadable
    return Picture(content, kind)


async def read(picture: Picture, *, language: Language, context: str = "") -> tuple[PictureReading, bool]:
    """What is in a picture, and whether it was known already.

    Raises PicturesNeedAI if nobody can read pictures, NoAnswer if nobody can just now.
    """
    readers = chain.current().readers
    if not readers:
        raise PicturesNeedAI
    key = _key(picture, language, context, readers[0])
    known = _parsed(await run_service(cache.get, key))
    if known is not None:
        return known, True
    reading = await in_background(_first(readers, picture, language=language, context=context))
    await run_service(cache.set, key, reading.model_dump_json(), settings.EXPLANATION_TTL_SECONDS)
    return reading, False


def compose(*readings: PictureReading, caption: str = "") -> str:
    """The text to explain: the caption, and what the pictures say or, where that is next to nothing, show.

    Raises PictureWordless if that leaves nothing.
    """
    parts = [caption.strip(), *(_told(reading) for reading in readings)]
    text = "\n\n".join(part for part in parts if part)
    if len(text) < _READABLE:
        raise PictureWordless
    return text[:LONGEST]


def _told(reading: PictureReading) -> str:
    if len(reading.text) >= _READABLE and reading.asset_type != "chart":
        return reading.text
    if reading.asset_type == "other":
        return ""
    # A chart says little by its labels alone.
    return "\n".join(part for part in (reading.text, reading.description) if part)


async def _first(readers: tuple[PictureReader, ...], picture: Picture, **asked: Any) -> PictureReading:
    """The reading of the first one who can, all within the deadline of an answer."""
    retry_after: float = _RETRY_AFTER
    try:
        async with asyncio.timeout(settings.ANSWER_DEADLINE_SECONDS):
            for reader in readers:
                try:
                    return await reader.read(picture, **asked)
                except AIError as error:
                    logger.warning("A picture was not read by %s: %s", reader.name, error.code)
                    retry_after = getattr(error, "retry_after", None) or _RETRY_AFTER
    except TimeoutError:
        logger.warning("A picture was not read in time")
    raise NoAnswer(retry_after=retry_after)


def _key(picture: Picture, language: str, context: str, reader: PictureReader) -> str:
    digest = hashlib.sha256(picture.content)
    digest.update(repr((language, context, reader.name, reader.model)).encode("utf-8", "surrogatepass"))
    return f"picture:{digest.hexdigest()}"


def _parsed(known: str | None) -> PictureReading | None:
    try:
        return None if known is None else PictureReading.model_validate_json(known)
    except ValidationError:
        return None
