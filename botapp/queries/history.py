"""What a person had explained, and what they keep of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    Exists,
    F,
    Field,
    Max,
    OuterRef,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import MD5, Coalesce

from botapp.enums import PromptKind
from botapp.exceptions import NotFound
from botapp.models import Explanation, Generation
from botapp.queries.kept import kept
from botapp.queries.titles import titles, with_titles

_LOOKED_AT = 20  # answers that explained nothing and stand above the one that is meant


@dataclass(frozen=True)
class HistoryLine:
    """One answer that a person got; `created_at` is when they got it the last time.

    `headline`: of a question and of a fraud its own words; `about`: the headline of the card that a
    question is about, if any.
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

    Cards that explained nothing are left out, and so are earlier answers to the same question about the
    same card.
    """
    given = Generation.objects.filter(pk__in=_newest(person_id)).order_by("-id")
    if before is not None:
        given = given.filter(pk__lt=before)
    return _page(given.values_list("explanation_id", "created_at", "pk")[: limit + 1], limit, person_id)


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


def _newest(person_id: int) -> QuerySet[Generation, Any]:
    """Of every line the generation that gave it last.

    A question is told by its text and the card that it is about, anything else by its answer.
    """
    done = Generation.objects.filter(person_id=person_id, explanation__state=Explanation.State.READY)
    cards = done.order_by().values("chat_id", "message_id").annotate(newest=Max("id")).values("newest")
    # Answers of before have no such key, and databases disagree about what is not there.
    silent = Explanation.objects.filter(pk=OuterRef("explanation_id"), answer__answered=False)
    standing = Generation.objects.filter(~Exists(silent), pk__in=cards).order_by()
    lines = standing.values(
        answer=_where_asked(Value(0), otherwise=F("explanation_id"), output=BigIntegerField()),
        text=_where_asked(MD5("explanation__source_text"), otherwise=Value(""), output=TextField()),
        about=_where_asked(Coalesce("thread_id", 0), otherwise=Value(0), output=BigIntegerField()),
    )
    return lines.annotate(newest=Max("id")).values("newest")


def _where_asked(then: Any, *, otherwise: Any, output: "Field[Any, Any]") -> Case:
    return Case(
        When(explanation__kind=PromptKind.QUESTION, then=then), default=otherwise, output_field=output
    )


def _page(places: Iterable[tuple[int | None, datetime, int]], limit: int, person_id: int) -> Page:
    """`places`: number of the answer, when, and where a next page would begin; one more than `limit`."""
    known = list(places)
    shown = [(pk, at) for pk, at, _place in known[:limit] if pk is not None]
    rows = {row.pk: row for row in with_titles([pk for pk, _at in shown])}
    named = titles(rows.values(), person_id=person_id)
    lines = tuple(
        HistoryLine(pk, title.text, at, rows[pk].degraded, title.is_question, title.about)
        for pk, at in shown
        if (title := named.get(pk))
    )
    return Page(lines, older=known[limit - 1][2] if len(known) > limit else None)
