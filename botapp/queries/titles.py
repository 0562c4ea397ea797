"""What an answer is called where many are listed: a question by its own words, an item by its headline.

A headline that stands above many items, such as the one of all frauds, names none: there do its own words.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet
from django.db.models.functions import Substr
from django.utils.translation import gettext as _

from botapp.ai.grounding.source import ADDRESS
from botapp.ai.hidden import unmasked
from botapp.ai.offline.phrases import PHRASES
from botapp.enums import PromptKind
from botapp.models import Explanation, Generation

_LONGEST = 140  # characters of a question
_LONGEST_SUBJECT = 60
# Whatever language an answer was written in.
_FRAUD = frozenset(phrases.looks_like_fraud for phrases in PHRASES.values())
_SHARED = _FRAUD | {phrases.nothing_to_explain for phrases in PHRASES.values()}


@dataclass(frozen=True)
class Title:
    """`about`: how the headline of the card begins that a question is about; empty for anything else."""

    text: str
    is_question: bool = False
    about: str = ""


def title(row: Explanation) -> str:
    """The one of an answer by itself. For a question without AI all headlines are alike."""
    return of(row.kind, source_text=row.source_text, headline=headline(row))


def of(kind: str, *, source_text: str, headline: str) -> str:
    """The same for what was read already. No list leads where a fraud wants its readers: … for addresses."""
    if kind == PromptKind.QUESTION:
        return asked(source_text) or headline
    begun = asked(ADDRESS.sub("…", unmasked(source_text))) if headline in _SHARED else ""
    if begun and headline in _FRAUD:  # never as if it were RVX that says so
        return _("Fraud? “%(begun)s”") % {"begun": begun}
    return begun or headline


def with_titles(ids: Collection[int]) -> QuerySet[Explanation, Explanation]:
    """These answers with as much of the texts that were explained as a title takes."""
    known = Explanation.objects.filter(pk__in=ids).only("kind", "answer", "degraded")
    return known.annotate(begun=Substr("source_text", 1, 4 * _LONGEST))


def titles(rows: Collection[Explanation], *, person_id: int) -> dict[int, Title]:
    """Of answers that `with_titles` read, as this person got them. At most one query."""
    questions = [row.pk for row in rows if row.kind == PromptKind.QUESTION]
    about = _subjects(questions, person_id) if questions else {}
    return {row.pk: _titled(row, about.get(row.pk, "")) for row in rows}


def _titled(row: Explanation, about: str) -> Title:
    above = headline(row)
    text = of(row.kind, source_text=row.begun, headline=above)  # type: ignore[attr-defined]  # annotated
    return Title(text, row.kind == PromptKind.QUESTION, about)


def headline(row: Explanation) -> str:
    """What stands above the answer."""
    return str((row.answer or {}).get("headline", ""))


def asked(text: str) -> str:
    """Somebody's own words, in one line."""
    line = _cut(" ".join(text.split()), _LONGEST)
    return line[:1].upper() + line[1:]


def _cut(line: str, longest: int) -> str:
    """Between two words."""
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–—") + "…"


def _subjects(questions: Collection[int], person_id: int) -> dict[int, str]:
    mine = Generation.objects.filter(person_id=person_id, explanation_id__in=questions)
    about = mine.exclude(thread=None).order_by("id").select_related("thread")
    # Whole texts are not wanted here.
    told = about.only("explanation_id", "thread__kind", "thread__answer").annotate(
        begun=Substr("thread__source_text", 1, 4 * _LONGEST_SUBJECT)
    )
    return {
        one.explanation_id: _cut(_subject(one.thread, one.begun), _LONGEST_SUBJECT)
        for one in told
        if one.explanation_id and one.thread
    }


def _subject(card: Explanation, begun: str) -> str:
    return of(card.kind, source_text=begun if headline(card) in _SHARED else "", headline=headline(card))
