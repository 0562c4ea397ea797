"""What a person writes to RVX: news or a question, and about which card."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from botapp.ai.base import Kind
from botapp.queries.threads import shown_in, thread_of
from botapp.queries.turns import last_thread
from botapp.services import generations, items, texts


class Read(NamedTuple):
    """A text as it is understood; `thread_id` is the card that a question is about."""

    text: str
    kind: Kind
    thread_id: int | None
    link: str = ""
    photo: str = ""


def take(
    person_id: int,
    *,
    chat_id: int,
    text: str,
    replied_to: int | None = None,
    kind: Kind | None = None,
    links: Sequence[str] = (),
    pictures: Sequence[str] = (),
    can_read_pictures: bool = False,
    **details: Any,
) -> int:
    """Owe an answer to a message; the generation's id. As `read` and `generations.begin` have it."""
    understood = read(
        person_id,
        chat_id=chat_id,
        text=text,
        replied_to=replied_to,
        kind=kind,
        links=links,
        pictures=pictures,
        can_read_pictures=can_read_pictures,
    )
    return generations.begin(person_id, chat_id=chat_id, **understood._asdict(), **details)


def read(
    person_id: int,
    *,
    chat_id: int,
    text: str,
    replied_to: int | None = None,
    kind: Kind | None = None,
    besides: int | None = None,
    links: Sequence[str] = (),
    pictures: Sequence[str] = (),
    can_read_pictures: bool = False,
) -> Read:
    """Understand a message. Raises InvalidText; for links and pictures, which are news, as items.item does.

    `replied_to`: the message of ours that it replies to. `kind`: what the person says it is; else the
    words decide, and a short reply to a card is a question about that card. A question that replies to
    nothing goes on with the thread of the person's last turn, or of the one before the answer `besides`.
    """
    if kind is None and (links or pictures):
        item = items.item(text, links=links, pictures=pictures, can_read_pictures=can_read_pictures)
        if item.link or item.photo:
            return Read(item.text, item.kind, None, item.link, item.photo)
    shown = shown_in(chat_id, replied_to) if replied_to else None
    decided = kind or texts.classify(text, is_reply=shown is not None)
    if decided != "question":
        return Read(texts.check(text, maximum=texts.LONGEST), decided, None)
    thread = thread_of(shown) if shown else last_thread(person_id, chat_id=chat_id, besides=besides)
    is_known = kind is not None or thread is not None
    minimum = texts.SHORTEST_QUESTION if is_known else texts.MINIMUM
    return Read(texts.check(text, minimum=minimum, maximum=texts.LONGEST), decided, thread)
