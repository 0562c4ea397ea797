"""Saying honestly how an answer came about."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from botapp.ai.base import Kind
from botapp.services.awaited_answers import PASSING

_WITHOUT_AI: Promise = _("Made without AI, from the text itself and our glossary and background texts.")
_MADE_OF: dict[str, Promise] = {
    "lesson": _("Made without AI, from our own texts."),
    "question": _("Made without AI, from what you sent and our glossary and background texts."),
}
_BECAUSE: dict[str, Promise] = {
    "timeout": _("The AI took too long."),
    "unavailable": _("The AI can't be reached just now."),
    "blocked": _("The AI declined to answer this text."),
    "empty": _("The AI sent an empty answer."),
    "malformed": _("The AI's answer could not be read."),
}
_SECOND_CHOICE: Promise = _("Our first choice of AI could not answer; another one did.")


def may_wait(failure: str, degraded: bool) -> bool:
    """Whether the AI was only away, so that waiting for it makes sense."""
    return degraded and failure in PASSING


def word_notice(failure: str, degraded: bool, *, kind: Kind = "news") -> str:
    """How an answer of this kind came about, in the active language; empty when there is nothing to say.

    `failure` is the code of the AIError that made a better provider give way.
    """
    if not degraded:
        return str(_SECOND_CHOICE) if failure else ""
    made = _MADE_OF.get(kind, _WITHOUT_AI)
    return f"{_BECAUSE[failure]} {made}" if failure in _BECAUSE else str(made)
