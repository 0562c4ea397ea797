"""How long words are kept: conversations and items, a month. Explanations and events stay.

Calls to AI services and kept promises go with them; explanations that were never finished, after a day.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Q, QuerySet

from botapp.models import (
    AwaitedAnswer,
    Conversation,
    Explanation,
    Generation,
    ProviderCall,
    Search,
    Turn,
)
from botapp.services import conversations, search_entries, tombstones
from botapp.services.turns import KEPT, KEPT_DAYS

PIECE = 500  # rows of a kind that one call touches at most: it holds SQLite's one writer for milliseconds
UNFINISHED = timedelta(days=1)  # an explanation that nobody can read is kept
_PEOPLE = 20  # whose conversations one call shortens at most


@dataclass(frozen=True)
class Pruned:
    """What one call did: turns deleted, items blanked, rows of the AI's side and empty conversations deleted.

    `more`: another call would find something.
    """

    turns: int
    texts: int
    more: bool
    calls: int = 0
    conversations: int = 0


def prune(now: datetime, *, piece: int = PIECE) -> Pruned:
    """Forget a piece of what is too old at `now`, or too much.

    Of a conversation 30 days and 200 turns stay; the item of an answer that is over, and where it came
    from, is blanked after 30 days, its row stays; searches go. What is still being written is left alone.
    An explanation that failed, or whose writer went away, goes after a day.
    A summary loses the lines of turns that went, and a conversation goes with its last turn.
    """
    before = now - timedelta(days=KEPT_DAYS)
    old, long, texts = _drop_old_turns(before, piece), _shorten(piece), _blank_texts(before, piece)
    calls, searches = _drop_old_calls(before, piece), _drop_old_searches(before, piece)
    empty, unfinished = _drop_empty_conversations(before, piece), _drop_unfinished(now, piece)
    tombstones.crumble()
    more = bool(old or long or texts or calls or searches or empty or unfinished)
    return Pruned(turns=old + long, texts=texts, more=more, calls=calls + unfinished, conversations=empty)


def _drop_old_searches(before: datetime, piece: int) -> int:
    return _delete(Search.objects.filter(created_at__lt=before).order_by("pk"), piece)


def _delete(rows: QuerySet[Any], piece: int) -> int:
    pks = list(rows.values_list("pk", flat=True)[:piece])
    return int(rows.model._default_manager.filter(pk__in=pks).delete()[0])


def _drop_old_turns(before: datetime, piece: int) -> int:
    old = Turn.objects.filter(created_at__lt=before).order_by("created_at")
    return _drop(list(old.values_list("pk", flat=True)[:piece]))


def _drop(pks: list[int]) -> int:
    gone = Turn.objects.filter(pk__in=pks)
    talks = set(gone.exclude(conversation=None).values_list("conversation_id", flat=True))
    removed = gone.delete()[0]
    conversations.sum_up_again(talks)
    return removed


def _drop_empty_conversations(before: datetime, piece: int) -> int:
    with transaction.atomic():
        empty = Conversation.objects.filter(turns=None, started_at__lt=before).order_by("id")
        pks = list(empty.values_list("pk", flat=True)[:piece])
        # Somebody may be saying something in one of them: who holds its row goes first.
        held = Conversation.objects.select_for_update().filter(pk__in=pks).order_by("pk")
        pks = list(held.values_list("pk", flat=True))
        return Conversation.objects.filter(pk__in=pks, turns=None).delete()[0]


def _drop_old_calls(before: datetime, piece: int) -> int:
    """Calls to AI services, and what was promised because of one that failed."""
    calls = ProviderCall.objects.filter(created_at__lt=before).order_by("created_at")
    awaited = AwaitedAnswer.objects.filter(asked_at__lt=before).order_by("asked_at")
    return _delete(calls, piece) + _delete(awaited, piece)


def _drop_unfinished(now: datetime, piece: int) -> int:
    """Explanations that failed or were abandoned."""
    state = Explanation.State
    silent = Q(pending_until=None) | Q(pending_until__lt=now)
    unread = Q(state=state.FAILED) | Q(silent, state=state.PENDING)
    with transaction.atomic():
        old = Explanation.objects.filter(unread, created_at__lt=now - UNFINISHED).order_by("created_at")
        pks = list(old.values_list("pk", flat=True)[:piece])
        # Somebody may be taking one over: who holds its row goes first.
        held = Explanation.objects.select_for_update().filter(unread, pk__in=pks).order_by("pk")
        pks = list(held.values_list("pk", flat=True))
        Explanation.objects.filter(pk__in=pks).delete()
    return len(pks)


def _shorten(piece: int) -> int:
    """Keep the last turns of those who said more."""
    counted = Turn.objects.order_by().values("person_id").annotate(said=Count("id"))
    talkers = counted.filter(said__gt=KEPT).values_list("person_id", flat=True)[:_PEOPLE]
    removed = 0
    for person_id in list(talkers):
        mine = Turn.objects.filter(person_id=person_id).order_by("-id").values_list("pk", flat=True)
        removed += _drop(list(mine[KEPT : KEPT + piece - removed]))
        if removed >= piece:
            break
    return removed


def _blank_texts(before: datetime, piece: int) -> int:
    over = Generation.objects.exclude(state=Generation.State.WAITING).exclude(source_text="")
    old = over.filter(created_at__lt=before).order_by("pk").values_list("pk", "explanation_id")
    found = dict(old[:piece])
    nothing = dict.fromkeys(("source_text", "read_text", "origin", "link", "post", "photo"), "")
    blanked = Generation.objects.filter(pk__in=found).update(**nothing)
    search_entries.drop_forgotten(number for number in found.values() if number is not None)
    return blanked
