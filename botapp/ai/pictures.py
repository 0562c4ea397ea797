"""Reading pictures: an ability that a provider may have beside explaining.

What a picture says is data like any text that people send: it is explained afterwards by the same chain,
fenced and grounded as they are.
"""

from dataclasses import dataclass
from typing import Annotated, Literal, Protocol, runtime_checkable

from pydantic import Field, StringConstraints, ValidationError

from botapp.ai.base import AnswerEmpty, AnswerMalformed, Language
from botapp.ai.schema import Part

AssetType = Literal["chart", "screenshot", "meme", "other"]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
_MAGIC = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF8", "image/gif"))


@dataclass(frozen=True)
class Picture:
    """The bytes of a file and what they are; never what somebody says that they are."""

    content: bytes
    mime_type: str


class PictureReading(Part):
    """What is in a picture. `text`: its words as they stand there. `description`: in the reader's language.

    `confidence` from 0 to 1: how well it could be read.
    """

    text: Annotated[str, StringConstraints(strip_whitespace=True)] = ""
    description: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000)] = ""
    asset_type: AssetType = "other"
    confidence: Annotated[float, Field(ge=0.0, le=1.0)] = 0.5
    mentioned_assets: tuple[Name, ...] = ()


@runtime_checkable
class PictureReader(Protocol):
    """A provider that reads pictures. Promises what a Provider promises."""

    name: str
    model: str

    async def read(self, picture: Picture, *, language: Language, context: str = "") -> PictureReading:
        """What is in it; `context` is what its sender wrote beside it. Raises AIError."""
        ...


def kind_of(content: bytes) -> str:
    """The type that the first bytes show, "" for none that can be read."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for magic, kind in _MAGIC if content.startswith(magic)), "")


def parse(answer: str) -> PictureReading:
    """A model's answer in our schema. Raises AnswerEmpty or AnswerMalformed."""
    if not answer.strip():
        raise AnswerEmpty("no text about the picture")
    try:
        return PictureReading.model_validate_json(answer)
    except ValidationError:
        raise AnswerMalformed("not what was asked about the picture") from None
