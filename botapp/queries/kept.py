"""What a person keeps. They keep items, each as one of its answers.

An item is what they see as one card: a text with all that was told of it, in whatever depth, way, version
and language. The same question about another card is another item.
"""

from datetime import datetime
from typing import NamedTuple

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import MD5

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


def kept(person_id: int) -> list[Kept]:
    """All that a person keeps, newest bookmark first, each item once. One query."""
    given = Generation.objects.filter(person_id=person_id, explanation_id=OuterRef("explanation_id"))
    rows = Bookmark.objects.filter(person_id=person_id).order_by("-id")
    told = rows.values_list(
        "explanation_id",
        "created_at",
        "pk",
        "explanation__kind",
        MD5("explanation__source_text"),
        Subquery(given.order_by("-id").values("thread_id")[:1]),
    )
    items: dict[tuple[object, ...], Kept] = {}
    for explanation_id, created_at, pk, kind, text, thread in told:
        about = thread if kind == PromptKind.QUESTION else None
        items.setdefault((kind, text, about), Kept(explanation_id, created_at, pk))
    return list(items.values())


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
