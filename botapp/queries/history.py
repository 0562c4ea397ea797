"""What a person had explained, and what they keep of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from botapp.models import Bookmark, Explanation, Generation


@dataclass(frozen=True)
class HistoryLine:
    """One answer that a person got; `created_at` is when they got it the last time."""

    explanation_id: int
    headline: str
    created_at: datetime
    degraded: bool


def latest(person_id: int, limit: int = 10) -> tuple[HistoryLine, ...]:
    """The last answers a person got, newest first: one line a card, as it stands now, each answer once.

    Cards that explained nothing are left out.
    """
    done = Generation.objects.filter(person_id=person_id, explanation__state=Explanation.State.READY)
    cards = done.values("chat_id", "message_id").annotate(last=Max("id")).order_by("-last")
    newest = Generation.objects.filter(pk__in=[card["last"] for card in cards[: 3 * limit]]).order_by("-id")
    times: dict[int, datetime] = {}
    for explanation_id, at in newest.values_list("explanation_id", "created_at"):
        times.setdefault(int(explanation_id or 0), at)
    return _lines(times)[:limit]


def saved(person_id: int, limit: int = 10) -> tuple[HistoryLine, ...]:
    """The answers a person keeps, newest bookmark first."""
    kept = Bookmark.objects.filter(person_id=person_id).order_by("-id")
    return _lines(dict(kept.values_list("explanation_id", "created_at")[:limit]))


def is_saved(explanation_id: int, *, person_id: int) -> bool:
    """Whether the person keeps this answer."""
    return Bookmark.objects.filter(explanation_id=explanation_id, person_id=person_id).exists()


def _lines(times: dict[int, datetime]) -> tuple[HistoryLine, ...]:
    rows: Iterable[Explanation] = Explanation.objects.filter(pk__in=times).only("answer", "degraded")
    found = {row.pk: row for row in rows}
    return tuple(
        HistoryLine(pk, str((found[pk].answer or {}).get("headline", "")), at, found[pk].degraded)
        for pk, at in times.items()
        # In Python: databases disagree about a key that is not there, as in answers of before.
        if pk in found and (found[pk].answer or {}).get("answered", True)
    )
