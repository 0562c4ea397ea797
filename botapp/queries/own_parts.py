"""What botapp itself keeps of a person, as plain data (docs/export.md has the format)."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from analytics.models import Event
from botapp.models import Bookmark, DailyUsage, Feedback, Generation, Person, Search, Turn
from botapp.queries.record import Part, newest_first

Row = dict[str, Any]


def person(person_id: int) -> Row:
    """Who they are and what they chose."""
    row = Person.objects.get(pk=person_id)
    return {
        "telegram_id": row.telegram_id,
        "username": row.username,
        "first_name": row.first_name,
        "last_name": row.last_name,
        "came_by": row.source,
        "first_seen": moment(row.created_at),
        "last_seen": moment(row.seen_at),
        "settings": {"language": row.language, "depth": row.depth, "time_zone": row.time_zone or "UTC"},
        "daily_limit": row.daily_limit,
        "is_banned": row.is_banned,
    }


def moment(at: datetime | None) -> str | None:
    """A time as the export writes it, UTC."""
    return at.isoformat(timespec="seconds") if at else None


def _usage(person_id: int) -> Iterator[Row]:
    for row in newest_first(DailyUsage.objects.filter(person_id=person_id)):
        yield {"day": row.day.isoformat(), "explanations": row.used}


def _bookmarks(person_id: int) -> Iterator[Row]:
    for row in newest_first(Bookmark.objects.filter(person_id=person_id)):
        yield {"explanation": row.explanation_id, "saved": moment(row.created_at)}


def _feedback(person_id: int) -> Iterator[Row]:
    for row in newest_first(Feedback.objects.filter(person_id=person_id)):
        yield {"explanation": row.explanation_id, "verdict": row.verdict, "given": moment(row.updated_at)}


def _searches(person_id: int) -> Iterator[Row]:
    for row in newest_first(Search.objects.filter(person_id=person_id)):
        yield {"text": row.text, "made": moment(row.created_at)}


def _events(person_id: int) -> Iterator[Row]:
    for row in newest_first(Event.objects.filter(person_id=person_id)):
        yield {
            "kind": row.kind,
            "subject": row.subject,
            "source": row.source,
            "facts": row.facts,
            "at": moment(row.at),
        }


def _conversation(person_id: int) -> Iterator[Row]:
    for row in newest_first(Turn.objects.filter(person_id=person_id)):
        yield {
            "role": row.role,
            "text": row.text,
            "explanation": row.explanation_id,
            "at": moment(row.created_at),
        }


def _explanations(person_id: int) -> Iterator[Row]:
    given = Generation.objects.filter(person_id=person_id).select_related("explanation")
    for row in newest_first(given):
        answer = row.explanation
        yield {
            "explanation": row.explanation_id,
            "asked": moment(row.created_at),
            "state": row.state,
            "kind": row.kind,
            "language": row.language,
            "depth": row.depth,
            "way": row.mode,
            "link": row.link,
            "published_by": row.origin,
            "source_text": row.source_text or (answer.source_text if answer else ""),
            "answer": answer.answer if answer else None,
            "answered_by": f"{answer.provider} {answer.model}".strip() if answer else "",
            "without_ai": answer.degraded if answer else None,
        }


SMALL = (
    Part("usage", _usage),
    Part("bookmarks", _bookmarks),
    Part("feedback", _feedback),
    Part("searches", _searches),
)
# Last, because a file that grows too large ends in one of them.
LARGE = (
    Part("conversation", _conversation),
    Part("explanations", _explanations),
    Part("events", _events),
)
