"""What a person writes to RVX: news or a question, and about which card."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from botapp.ai.base import Kind
from botapp.queries import subjects
from botapp.queries.subjects import Subject
from botapp.queries.threads import shown_in
from botapp.services import generations, items, texts


class Read(NamedTuple):
    """A text as it is understood; `thread_id` and `after_id` as a Subject has them."""

    text: str
    kind: Kind
    thread_id: int | None
    link: str = ""
    photo: str = ""
    after_id: int | None = None


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
    """Owe an answer to a message; the generation's id. As `read` and `generations.begin` have it.

    A question that replies to nothing is about what the person sent last.
    """
    understood = read(
        chat_id=chat_id,
        text=text,
        about=partial(subjects.latest, person_id, chat_id=chat_id),
        replied_to=replied_to,
        kind=kind,
        links=links,
        pictures=pictures,
        can_read_pictures=can_read_pictures,
    )
    return generations.begin(person_id, chat_id=chat_id, **understood._asdict(), **details)


def read(
    *,
    chat_id: int,
    text: str,
    about: Callable[[], Subject],
    replied_to: int | None = None,
    kind: Kind | None = None,
    links: Sequence[str] = (),
    pictures: Sequence[str] = (),
    can_read_pictures: bool = False,
) -> Read:
    """Understand a message; one that is a link or pictures is news. Raises as items.understand does.

    `replied_to`: the message of ours that it replies to. `kind`: what the person says it is; else the
    words decide, and a short reply to a card is a question about that card. `about`: asked for what a
    question is about that replies to nothing.
    """
    if kind is None and (links or pictures):
        item = items.understand(text, links=links, pictures=pictures, can_read_pictures=can_read_pictures)
        if item.link or item.photo:
            return Read(item.text, item.kind, None, link=item.link, photo=item.photo)
    shown = shown_in(chat_id, replied_to) if replied_to else None
    decided = kind or texts.classify(text, is_reply=shown is not None)
    if decided != "question":
        return Read(texts.check(text, maximum=texts.LONGEST), decided, None)
    subject = subjects.of(shown) if shown else about()
    is_known = kind is not None or subject != Subject()
    minimum = texts.SHORTEST_QUESTION if is_known else texts.MINIMUM
    checked = texts.check(text, minimum=minimum, maximum=texts.LONGEST)
    return Read(checked, decided, subject.thread_id, after_id=subject.after_id)
