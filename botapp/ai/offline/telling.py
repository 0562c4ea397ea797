"""Which sentences a card tells: what is news, why it matters, and what its reader must not miss."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from botapp.ai.offline import duties, lead
from botapp.ai.offline.cleaning import Sentence

_SHORT_ITEM = 5  # sentences that may be told whole …
_SHORT_LETTERS = 480  # … if they are no longer than this: five seconds on a phone
_LONGEST_DUTY = 240  # characters


@dataclass(frozen=True)
class Told:
    """`news` and `reasons` as the text has them, none twice.

    `again`: the version that was wished for has nothing that the card did not tell.
    """

    news: tuple[Sentence, ...]
    reasons: tuple[Sentence, ...]
    again: bool


@dataclass(frozen=True)
class Room:
    """How many sentences a card has room for. `whole`: a short item is told with all of its sentences.

    `below`: how many more of the news, where the headline says some of it.
    """

    news: int
    reasons: int
    duties: int
    whole: bool
    below: int = 0


def told(body: Sequence[Sentence], room: Room, *, terms: Sequence[str], version: int) -> Told:
    """What a card tells of an item without its title; each version tells what those before left out."""
    ranked = lead.ranked(body, terms=terms)
    news, reasons = _first(body, ranked, room)
    further = [sentence for sentence in ranked if sentence not in (*news, *reasons)]
    page = further[(version - 1) * room.news :][: room.news] if version else ()
    if page:
        news = lead.in_order(page)
        reasons = lead.consequence(_besides(body, news), most=room.reasons)
    return Told(news, reasons, again=bool(version and not page))


def _first(
    body: Sequence[Sentence], ranked: Sequence[Sentence], room: Room
) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
    top = ranked[: room.news]
    reasons = lead.consequence(_besides(body, top), most=room.reasons)
    others = [sentence for sentence in ranked if sentence not in (*top, *reasons)]
    below, others = others[: room.below], others[room.below :]
    more = others if room.whole and _is_short(ranked) else _duties(others, most=room.duties)
    return lead.in_order((*top, *below, *more)), reasons


def _is_short(sentences: Sequence[Sentence]) -> bool:
    letters = sum(len(sentence.text) for sentence in sentences)
    return len(sentences) <= _SHORT_ITEM and letters <= _SHORT_LETTERS


def _duties(sentences: Sequence[Sentence], *, most: int) -> list[Sentence]:
    """The weightiest for readers; of equal ones those that carry more of the news."""
    brief = [sentence for sentence in sentences if len(sentence.text) <= _LONGEST_DUTY]
    weights = {sentence.number: duties.weight(sentence.text) for sentence in brief} if most else {}
    heavy = (sentence for sentence in brief if weights.get(sentence.number, 0) >= duties.ENOUGH)
    return list(islice(sorted(heavy, key=lambda sentence: -weights[sentence.number]), most))


def _besides(body: Sequence[Sentence], taken: Sequence[Sentence]) -> tuple[Sentence, ...]:
    return tuple(sentence for sentence in body if sentence not in taken)
