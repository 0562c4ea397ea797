"""Which words an answer is found by, and until when: as long as somebody's item of it is kept."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from botapp.ai.search_words import vocabulary
from botapp.models import Explanation, Generation, SearchEntry
from botapp.queries.readable import lines

PIECE = 20  # answers that one call of `fill` reads at most: their words take some milliseconds each


def add(explanation_id: int) -> None:
    """Let this answer be found."""
    _add(_without_entry().filter(pk=explanation_id))


def fill(piece: int = PIECE) -> int:
    """Let a piece of the answers be found that were given before they could be; how many."""
    given = _kept().filter(explanation__state=Explanation.State.READY, explanation__search_entry=None)
    pks = given.order_by().values_list("explanation_id", flat=True).distinct()[:piece]
    return _add(_without_entry().filter(pk__in=list(pks)))


def drop_forgotten(explanation_ids: Iterable[int]) -> int:
    """Let those of these answers be found no more whose item nobody keeps; how many."""
    entries = SearchEntry.objects.filter(explanation_id__in=set(explanation_ids))
    kept = _kept().filter(explanation_id=OuterRef("explanation_id"))
    return entries.exclude(Exists(kept)).delete()[0]


def _add(rows: QuerySet[Explanation]) -> int:
    entries = [SearchEntry(explanation=row, words=_words(row)) for row in rows]
    # Two processes may read the same ones; both would write the same words.
    SearchEntry.objects.bulk_create(entries, ignore_conflicts=True)
    return len(entries)


def _words(row: Explanation) -> str:
    """None where nothing was explained."""
    if not (row.answer or {}).get("answered", True):
        return ""
    return " ".join(sorted(vocabulary("\n".join([row.source_text, *lines(row.answer)]))))


def _without_entry() -> QuerySet[Explanation]:
    ready = Explanation.objects.filter(state=Explanation.State.READY, search_entry=None)
    return ready.only("source_text", "answer")


def _kept() -> QuerySet[Generation]:
    return Generation.objects.exclude(source_text="")
