"""A lesson as messages."""

from botapp.ai.lesson import as_material
from botapp.ai.schema import Explanation
from botapp.telegram.markup import Marked
from botapp.telegram.rendering import render


def lesson_card(explanation: Explanation, *, notice: str = "") -> list[Marked]:
    """The whole lesson; the answer to its question is hidden until it is tapped."""
    context = {"lesson": as_material(explanation), "terms": explanation.terms, "notice": notice}
    return render("explain/lesson", context)


def growing_lesson(explanation: Explanation) -> Marked:
    """The lesson as far as it is written."""
    context = {"lesson": as_material(explanation), "terms": explanation.terms, "is_growing": True}
    return render("explain/lesson", context)[0]
