"""A lesson as messages."""

from typing import Any

from botapp.ai.lesson import as_material
from botapp.ai.schema import Explanation
from botapp.telegram.markup import Marked
from botapp.telegram.rendering import render


def lesson_card(explanation: Explanation, *, notice: str = "") -> list[Marked]:
    """The whole lesson; the answer to its question is hidden until it is tapped."""
    return render("explain/lesson", {**_context(explanation), "notice": notice})


def growing_lesson(explanation: Explanation) -> Marked:
    """The lesson as far as it is written."""
    return render("explain/lesson", {**_context(explanation), "is_growing": True})[0]


def _context(explanation: Explanation) -> dict[str, Any]:
    """A word whose meaning the lesson tells itself is not told again below it."""
    lesson = as_material(explanation)
    told = "\n".join((lesson.content, *lesson.key_points))
    return {"lesson": lesson, "terms": [note for note in explanation.terms if note.meaning not in told]}
