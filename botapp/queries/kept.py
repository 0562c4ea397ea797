"""What a person keeps. They keep items, each as one of its answers.

An item is what they see as one card: a text with all that was told of it, in whatever depth, way, version
and language. The same question about another card is another item.
"""

from datetime import datetime
from typing import NamedTuple

from django.db.models import BigIntegerField, Case, Exists, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import MD5, Coalesce

from botapp.enums import PromptKind
from botapp.models import Bookmark, Explanation, Generation


class Kept(NamedTuple):
    """One item: the answer that was saved, when, and the bookmark's number."""

    explanation_id: int
    created_at: datetime
    bookmark: int


def is_saved(explanation_id: int, *, person_id: int, writing: int | None = None) -> bool:
    """Whether the person keeps the item of this answer. `writing`: the generation that is to give it."""
    if not Bookmark.objects.filter(person_id=person_id).exists():
        return False  # most people: not worth looking for the item
    return bookmarks_of(explanation_id, person_id=person_id, writing=writing).exists()


def bookmarks_of(
    explanation_id: int, *, person_id: int, writing: int | None = None
) -> QuerySet[Bookmark, Bookmark]:
    """A person's bookmarks on the item of an answer: one, unless they are from before items were kept."""
    answers = _answers(explanation_id, person_id, writing)
    return Bookmark.objects.filter(person_id=person_id, explanation_id__in=answers)


def kept(person_id: int, limit: int, *, before: int | None = None) -> list[Kept]:
    """`limit` items that a person keeps, newest bookmark first, each item once. One query.

    `before`: only those whose bookmark has a lower number.
    """
    mine = _items(person_id)
    newer = mine.filter(
        Q(about=OuterRef("about")),
        pk__gt=OuterRef("pk"),
        explanation__kind=OuterRef("explanation__kind"),
        explanation__source_text=OuterRef("explanation__source_text"),
    )
    rows = mine.exclude(Exists(newer)).order_by("-pk")
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return [Kept(*row) for row in rows.values_list("explanation_id", "created_at", "pk")[:limit]]


def number_kept(person_id: int) -> int:
    """How many items a person keeps. One query, of which no row is read."""
    items = _items(person_id).order_by()
    told = items.values_list("explanation__kind", MD5("explanation__source_text"), "about")
    return int(told.distinct().count())


def _items(person_id: int) -> QuerySet[Bookmark, Bookmark]:
    """A person's bookmarks; `about`: the card that a question is about, 0 for anything else."""
    given = Generation.objects.filter(person_id=person_id, explanation_id=OuterRef("explanation_id"))
    thread = Subquery(given.order_by("-id").values("thread_id")[:1])
    known = Coalesce(thread, 0, output_field=BigIntegerField())
    about = Case(
        When(explanation__kind=PromptKind.QUESTION, then=known), default=0, output_field=BigIntegerField()
    )
    return Bookmark.objects.filter(person_id=person_id).annotate(about=about)


def _answers(explanation_id: int, person_id: int, writing: int | None) -> set[int]:
    """Every answer that the person got to the item of this one, itself included."""
    row = Explanation.objects.filter(pk=explanation_id).values_list("kind", "source_text").first()
    if row is None:
        return set()
    kind, text = row
    mine = Generation.objects.filter(person_id=person_id)
    given = mine.filter(Q(explanation_id=explanation_id) | Q(pk=writing))
    asked = list(given.values_list("read_text", "source_text", "thread_id"))
    # An answer that was there already keeps the white space of whoever sent the text first.
    texts = {text, *(read or sent for read, sent, _thread in asked)}
    same = mine.filter(
        Q(read_text__in=texts)
        | Q(read_text="", source_text__in=texts)
        | Q(explanation__source_text__in=texts),
        explanation__kind=kind,
    )
    if kind == PromptKind.QUESTION:
        same = same.filter(_about({thread for _read, _sent, thread in asked}))
    return {explanation_id, *(told for told in same.values_list("explanation_id", flat=True) if told)}


def _about(threads: set[int | None]) -> Q:
    named = Q(thread_id__in=threads - {None})
    return named | Q(thread_id=None) if None in threads else named
