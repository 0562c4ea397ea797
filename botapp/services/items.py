"""What a person sent, as something to explain: a text, the article behind a link, pictures."""

from collections.abc import Sequence
from dataclasses import dataclass

from botapp.ai.base import Kind
from botapp.exceptions import PicturesNeedAI
from botapp.services import links as of_links
from botapp.services import texts

MOST_PICTURES = 4  # of an album that are read
LONG_CAPTION = 300  # characters: from there on the picture only adorns it


@dataclass(frozen=True)
class Item:
    """`text` is what was written, `link` and `photo` as a Generation has them."""

    text: str
    kind: Kind
    link: str = ""
    photo: str = ""


def understand(
    text: str, *, links: Sequence[str] = (), pictures: Sequence[str] = (), can_read_pictures: bool = False
) -> Item:
    """What is to be explained. Pictures come before links, links before the words beside them.

    Raises InvalidText, LinkError, and PicturesNeedAI for pictures without a caption that would do instead.
    """
    written = texts.clean(text).strip()
    if pictures and len(written) < LONG_CAPTION:
        if not can_read_pictures and len(written) < texts.MINIMUM:
            raise PicturesNeedAI
        photo = "\n".join(pictures[:MOST_PICTURES])
        return Item(written, texts.classify(written) if written else "news", photo=photo)
    if link := of_links.find_meant(written, links):
        return Item(written, "news", link=link)
    checked = texts.check(text, maximum=texts.LONGEST)
    return Item(checked, texts.classify(checked))
