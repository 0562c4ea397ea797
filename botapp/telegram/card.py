"""An explanation as messages."""

from botapp.ai.schema import Explanation
from botapp.queries.explanations import StoredAnswer
from botapp.telegram.markup import Marked
from botapp.telegram.rendering import render

SOURCE_SHOWN = 600  # characters of the source on a card that is far from the message it explains


def card(explanation: Explanation, *, notice: str = "", source: str = "") -> list[Marked]:
    """The whole card. `notice` stands at the end; `source` is folded in where it is given."""
    is_cut = len(source) > SOURCE_SHOWN
    shown = source[:SOURCE_SHOWN].rstrip() + "…" if is_cut else source
    return render("explain/card", {"item": _without_echo(explanation), "notice": notice, "source": shown})


def growing(explanation: Explanation) -> Marked:
    """The card as far as it is written; what does not fit into one message yet is shown at the end."""
    return render("explain/growing", {"item": _without_echo(explanation)})[0]


def stopped(explanation: Explanation | None) -> list[Marked]:
    """What was there when the person pressed Stop."""
    return render("explain/stopped", {"item": _without_echo(explanation) if explanation else None})


def remembered(explanation: Explanation) -> str:
    """The answer as one turn of the conversation: enough to know what "it" means in the next question."""
    told = [statement.text for statement in (*explanation.what_happened, *explanation.why_it_matters)]
    return "\n".join([explanation.headline, *told])


def kind_of(answer: StoredAnswer | Explanation) -> str:
    """Slug of the kind of event, "" if none was recognised."""
    explanation = answer.explanation if isinstance(answer, StoredAnswer) else answer
    return explanation.background.slug if explanation.background else ""


def _without_echo(explanation: Explanation) -> Explanation:
    """Without a statement that says word for word what the headline above it says."""
    said = _bare(explanation.headline)
    told = tuple(part for part in explanation.what_happened if _bare(part.text) != said)
    return explanation.model_copy(update={"what_happened": told})


def _bare(text: str) -> str:
    return text.strip().rstrip(".!…").casefold()
