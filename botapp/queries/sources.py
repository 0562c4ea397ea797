"""Where an answer's text came from: a forward, a page, a picture."""

from dataclasses import dataclass
from typing import Any

from botapp.models import Generation

_KEPT = ("origin", "link", "post", "photo", "read_text", "is_suggested")


@dataclass(frozen=True)
class Source:
    """`origin`: who published it. `link`: the page. `post`: a public forward's own address.

    `picture`: "read", "unread" where its caption had to do, "" if there was none.
    """

    origin: str = ""
    link: str = ""
    post: str = ""
    picture: str = ""


def source(explanation_id: int, *, person_id: int) -> Source:
    """What the person had sent for this answer; an empty one if it was the text itself."""
    kept = of_answer(explanation_id, person_id=person_id)
    if not kept:
        return Source()
    picture = ("read" if kept["read_text"] else "unread") if kept["photo"] else ""
    return Source(kept["origin"], kept["link"], kept["post"], picture)


def of_answer(explanation_id: int, *, person_id: int) -> dict[str, Any]:
    """The fields of a Generation that another version of the same answer takes over."""
    mine = Generation.objects.filter(explanation_id=explanation_id, person_id=person_id)
    return mine.order_by("-id").values(*_KEPT).first() or {}
