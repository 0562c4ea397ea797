"""Saying honestly how an answer came about."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from botapp.services.awaited_answers import PASSING

_WITHOUT_AI: Promise = _(
    "Made without AI: the text itself, our glossary and general background. Nothing was added to it."
)
_BECAUSE: dict[str, Promise] = {
    "timeout": _(
        "The AI took too long, so this was made without it: from the text, our glossary and background."
    ),
    "unavailable": _(
        "The AI can't be reached just now, so this was made without it: from the text and our glossary."
    ),
    "blocked": _(
        "The AI declined to answer this text, so this was made without it: from the text and our glossary."
    ),
    "empty": _("The AI sent an empty answer, so this was made without it: from the text and our glossary."),
    "malformed": _(
        "The AI's answer could not be read, so this was made without it: from the text and our glossary."
    ),
}
_SECOND_CHOICE: Promise = _("Our first choice of AI could not answer; another one did.")


def may_wait(failure: str, degraded: bool) -> bool:
    """Whether the AI was only away, so that waiting for it makes sense."""
    return degraded and failure in PASSING


def notice(failure: str, degraded: bool) -> str:
    """One sentence in the active language; empty when there is nothing to say.

    `failure` is the code of the AIError that made a better provider give way.
    """
    if degraded:
        return str(_BECAUSE.get(failure, _WITHOUT_AI))
    return str(_SECOND_CHOICE) if failure else ""
