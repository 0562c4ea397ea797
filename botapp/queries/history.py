"""What a person had explained, and what they keep of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from botapp.exceptions import NotFound
from botapp.models import Explanation, Generation
from botapp.queries.kept import kept
from botapp.queries.titles import titles, with_titles

_LOOKED_AT = 20  # answers that explained nothing and stand above the one that is meant


@dataclass(frozen=True)
class HistoryLine:
    """One answer that a person got; `created_at` is when they got it the last time.

    `headline`: of a question its own words; `about`: the headline of the card that it is about, if any.
    """

    explanation_id: int
    headline: str
    created_at: datetime
    degraded: bool
    is_question: bool = False
    about: str = ""


@dataclass(frozen=True)
class Page:
    """Some lines, newest first; `older`: the place from which the next page goes on, if there is one."""

    lines: tuple[HistoryLine, ...]
    older: int | None


def latest(person_id: int, limit: int = 10, *, before: int | None = None) -> Page:
    """The answers a person got: one line a card, as it stands now, each answer once. Three queries at most.

    Cards that explained nothing are left out, and so are earlier answers to the same question.
    """
    done = Generation.objects.filter(person_id=person_id, explanation__state=Explanation.State.READY)
    cards = done.order_by().values("chat_id", "message_id").annotate(newest=Max("id")).values("newest")
    standing = Generation.objects.filter(pk__in=cards).values("explanation_id")
    given = standing.annotate(last=Max("id"), at=Max("created_at")).order_by("-last")
    if before is not None:
        given = given.filter(last__lt=before)
    return _page(given.values_list("explanation_id", "at", "last")[: 3 * limit + 1], limit, person_id)


def saved(person_id: int, limit: int = 10, *, before: int | None = None) -> Page:
    """The items a person keeps, newest bookmark first, each once. Three queries at most."""
    return _page(kept(person_id, limit + 1, before=before), limit, person_id)


def card_in(chat_id: int, message_id: int | None, *, person_id: int) -> int:
    """The answer that this message shows; without a message the person's last one. Raises NotFound."""
    mine = Generation.objects.filter(person_id=person_id, chat_id=chat_id)
    if message_id is not None:
        mine = mine.filter(message_id=message_id)
    answers = mine.filter(explanation__state=Explanation.State.READY).order_by("-id")
    for explanation_id, answer in answers.values_list("explanation_id", "explanation__answer")[:_LOOKED_AT]:
        if (answer or {}).get("answered", True):
            return int(explanation_id or 0)
    raise NotFound


def _page(places: Iterable[tuple[int | None, datetime, int]], limit: int, person_id: int) -> Page:
    """`places`: number of the answer, when, and where a next page would begin."""
    known = [(pk, at, place) for pk, at, place in places if pk is not None]
    # In Python: databases disagree about a key that is not there, as in answers of before.
    read = with_titles([pk for pk, _at, _place in known])
    rows = {row.pk: row for row in read if (row.answer or {}).get("answered", True)}
    named = titles(rows.values(), person_id=person_id)
    shown: dict[object, tuple[int, HistoryLine]] = {}
    for pk, at, place in known:
        if pk not in rows:
            continue
        called = named[pk]
        line = HistoryLine(pk, called.text, at, rows[pk].degraded, called.is_question, called.about)
        shown.setdefault(called if called.is_question else pk, (place, line))
    found = list(shown.values())
    lines = tuple(line for _place, line in found[:limit])
    return Page(lines, older=found[limit - 1][0] if len(found) > limit else None)
