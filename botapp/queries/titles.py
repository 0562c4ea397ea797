"""What an answer is called where many are listed: a question by its own words, an item by its headline."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Case, QuerySet, Value, When
from django.db.models.functions import Substr

from botapp.enums import PromptKind
from botapp.models import Explanation, Generation

_LONGEST = 140  # characters of a question
_LONGEST_SUBJECT = 60


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
    """The same for what was read already."""
    return (asked(source_text) if kind == PromptKind.QUESTION else "") or headline


def with_titles(ids: Collection[int]) -> QuerySet[Explanation, Explanation]:
    """These answers without the texts that were explained; of questions as much as a title takes."""
    begun = Case(
        When(kind=PromptKind.QUESTION, then=Substr("source_text", 1, 4 * _LONGEST)), default=Value("")
    )
    known = Explanation.objects.filter(pk__in=ids).only("kind", "answer", "degraded")
    return known.annotate(question=begun)


def titles(rows: Collection[Explanation], *, person_id: int) -> dict[int, Title]:
    """Of answers that `with_titles` read, as this person got them. At most one query."""
    questions = {row.pk: asked(row.question) for row in rows if row.question}  # type: ignore[attr-defined]
    about = _subjects(questions, person_id) if questions else {}
    return {
        row.pk: Title(questions.get(row.pk) or headline(row), row.pk in questions, about.get(row.pk, ""))
        for row in rows
    }


def headline(row: Explanation) -> str:
    """What stands above the answer."""
    return str((row.answer or {}).get("headline", ""))


def asked(text: str) -> str:
    """A question in one line."""
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
    told = about.only("explanation_id", "thread__kind", "thread__answer")
    return {
        one.explanation_id: _cut(headline(one.thread), _LONGEST_SUBJECT)
        for one in told
        if one.explanation_id and one.thread
    }
