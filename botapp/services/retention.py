"""How long words are kept: conversations and items, a month. Explanations and events stay."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count

from botapp.models import Generation, Search, Turn
from botapp.services import search_entries
from botapp.services.turns import KEPT, KEPT_DAYS

PIECE = 500  # rows of a kind that one call touches at most: it holds SQLite's one writer for milliseconds
_PEOPLE = 20  # whose conversations one call shortens at most


@dataclass(frozen=True)
class Pruned:
    """What one call did: turns deleted, items blanked. `more`: another call would find something."""

    turns: int
    texts: int
    more: bool


def prune(now: datetime, *, piece: int = PIECE) -> Pruned:
    """Forget a piece of what is too old at `now`, or too much.

    Of a conversation 30 days and 200 turns stay; the item of an answer that is over is blanked after
    30 days, its row stays; searches go with it. What is still being written is left alone.
    """
    before = now - timedelta(days=KEPT_DAYS)
    old, long, texts = _drop_old_turns(before, piece), _shorten(piece), _blank_texts(before, piece)
    searches = _drop_old_searches(before, piece)
    return Pruned(turns=old + long, texts=texts, more=bool(old or long or texts or searches))


def _drop_old_searches(before: datetime, piece: int) -> int:
    pks = Search.objects.filter(created_at__lt=before).order_by("pk").values_list("pk", flat=True)
    return Search.objects.filter(pk__in=list(pks[:piece])).delete()[0]


def _drop_old_turns(before: datetime, piece: int) -> int:
    pks = Turn.objects.filter(created_at__lt=before).order_by("created_at").values_list("pk", flat=True)
    return Turn.objects.filter(pk__in=list(pks[:piece])).delete()[0]


def _shorten(piece: int) -> int:
    """Keep the last turns of those who said more."""
    counted = Turn.objects.order_by().values("person_id").annotate(said=Count("id"))
    talkers = counted.filter(said__gt=KEPT).values_list("person_id", flat=True)[:_PEOPLE]
    removed = 0
    for person_id in list(talkers):
        mine = Turn.objects.filter(person_id=person_id).order_by("-id").values_list("pk", flat=True)
        removed += Turn.objects.filter(pk__in=list(mine[KEPT : KEPT + piece - removed])).delete()[0]
        if removed >= piece:
            break
    return removed


def _blank_texts(before: datetime, piece: int) -> int:
    over = Generation.objects.exclude(state=Generation.State.WAITING).exclude(source_text="")
    old = over.filter(created_at__lt=before).order_by("pk").values_list("pk", "explanation_id")
    found = dict(old[:piece])
    blanked = Generation.objects.filter(pk__in=found).update(source_text="")
    search_entries.drop_forgotten(number for number in found.values() if number is not None)
    return blanked
