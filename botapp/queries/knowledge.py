"""The glossary and the kinds of events as providers get them.

Each call asks whether a row has changed and reads them only then, which takes ten times as long: an
edit in the admin shows in the next answer of every process. What was changed behind the models' back shows
within a minute. The built objects, and what providers derive from them, are made once.
"""

import hashlib
import json
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from threading import Lock
from typing import Any

from django.db.models import Count, Sum

from botapp.ai.base import EventPattern, GlossaryTerm, Knowledge, Language
from botapp.ai.open_question import OpenQuestion, parsed, written
from botapp.ai.schema import Background
from botapp.models import EventKind, Term

_LANGUAGES: tuple[Language, ...] = ("ru", "uk", "en")
_LINE = 600  # characters that a line of an explanation may have
_TRUSTED_FOR = 60.0  # seconds in which versions alone tell of a change: raw SQL leaves them as they are

Row = dict[str, Any]
Rows = tuple[list[Row], list[Row]]
Versions = tuple[dict[str, Any], dict[str, Any]]


@dataclass(frozen=True)
class Edition:
    """The knowledge in one language and a digest that changes with every edit of it."""

    knowledge: Knowledge
    digest: str


class _Tables:
    """Both tables as they were read last."""

    def __init__(self) -> None:
        self._seen: tuple[Versions, float, Rows] | None = None

    def rows(self) -> Rows:
        """The present rows; the very same object while they are the same."""
        seen, versions, now = self._seen, _versions(), time.time()
        if seen is not None and seen[0] == versions and 0 <= now - seen[1] < _TRUSTED_FOR:
            return seen[2]
        rows = _rows()
        if seen is not None and seen[2] == rows:
            rows = seen[2]
        self._seen = (versions, now, rows)
        return rows


_lock = Lock()
_tables = _Tables()
_editions: dict[Language, tuple[Rows, Edition]] = {}


def knowledge(language: Language) -> Knowledge:
    """What staff keep in the database, in the reader's language."""
    return edition(language).knowledge


def edition(language: Language) -> Edition:
    """The present knowledge in a language with its digest."""
    rows = _tables.rows()
    with _lock:
        known = _editions.get(language)
        if known is None or known[0] is not rows:
            known = _editions[language] = (rows, _build(rows, language))
        return known[1]


def _versions() -> Versions:
    """Whatever was changed changes them: the sums of the rows' versions.

    And their counts: rows from before there were versions have 0, and would go unnoticed.
    """
    told = {"rows": Count("pk"), "version": Sum("version")}
    return Term.objects.aggregate(**told), EventKind.objects.aggregate(**told)


def _rows() -> Rows:
    terms = Term.objects.filter(is_active=True).order_by("slug")
    kinds = EventKind.objects.filter(is_active=True).order_by("-priority", "slug")
    return (
        list(terms.values("slug", "ticker", *_in_each("name", "meaning", "forms"))),
        list(kinds.values("slug", *_in_each(*BACKGROUND, *_PICTURES, "questions", "cues"))),
    )


def _in_each(*fields: str) -> list[str]:
    return [f"{field}_{language}" for field in fields for language in _LANGUAGES]


def _build(rows: Rows, language: Language) -> Edition:
    terms = (_term(row, language) for row in rows[0])
    patterns = (_pattern(row, language) for row in rows[1])
    built = Knowledge(tuple(filter(None, terms)), tuple(filter(None, patterns)))
    written = json.dumps(
        [[asdict(term) for term in built.terms], [_plain(event) for event in built.events]],
        ensure_ascii=False,
    )
    return Edition(built, hashlib.sha256(written.encode()).hexdigest()[:16])


def _plain(event: EventPattern) -> list[object]:
    return [event.slug, event.cues, event.questions, event.background.model_dump()]


def _term(row: Row, language: Language) -> GlossaryTerm | None:
    name, meaning = _line(row, "name", language), _line(row, "meaning", language)
    if not name or not meaning:
        return None
    names = [str(row[f"name_{other}"] or "").strip() for other in _LANGUAGES]
    forms = dict.fromkeys([*names, *_all_lines(row, "forms")])
    forms.pop("", None)
    return GlossaryTerm(row["slug"], name, meaning, tuple(forms), row["ticker"])


def _pattern(row: Row, language: Language) -> EventPattern | None:
    texts = {field: _line(row, field, language) for field in BACKGROUND}
    if not all(texts.values()):
        return None
    pictures = {field: _line(row, field, language) for field in _PICTURES}
    cues = tuple(dict.fromkeys(cue.lower() for cue in _all_lines(row, "cues")))
    questions = tuple(_questions(row, language))
    return EventPattern(row["slug"], cues, Background(slug=row["slug"], **texts, **pictures), questions)


def _questions(row: Row, language: Language) -> Iterator[str]:
    """The questions in a language with the cues of all: readers send items in other languages too.

    The n-th lines of the languages are one question; where their counts differ, nobody can tell.
    """
    own = list(map(parsed, _lines(_text(row, "questions", language))))
    others = [list(map(parsed, _lines(row[f"questions_{other}"] or ""))) for other in _LANGUAGES]
    matching = [lines for lines in others if len(lines) == len(own)]
    for number, question in enumerate(own):
        cues = (cue for lines in matching for cue in lines[number].cues)
        yield written(OpenQuestion(question.text, tuple(dict.fromkeys((*question.cues, *cues)))))


BACKGROUND = ("name", "how_it_works", "who_is_touched", "what_next")
_PICTURES = ("analogy", "example")


def _text(row: Row, field: str, language: Language) -> str:
    """The field in the language, or in the next one that has it."""
    return next(filter(None, (row[f"{field}_{known}"] for known in (language, *_LANGUAGES))), "")


def _line(row: Row, field: str, language: Language) -> str:
    """The text on one line, cut at a word if it is longer than an explanation takes."""
    text = " ".join(_text(row, field, language).split())
    return text if len(text) <= _LINE else text[: _LINE - 2].rsplit(" ", 1)[0] + " …"


def _all_lines(row: Row, field: str) -> list[str]:
    return [line for language in _LANGUAGES for line in _lines(row[f"{field}_{language}"] or "")]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
