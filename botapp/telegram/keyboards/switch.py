from dataclasses import dataclass

from django.utils.translation import gettext as _

from botapp.telegram.buttons import Button
from botapp.telegram.keys import Key, Keyboard


@dataclass(frozen=True)
class SwitchKind(Button, prefix="kind"):
    """The other kind of answer to the same text, in place of this one."""

    explanation: int


def switch_keys(explanation_id: int, *, kind: str) -> Keyboard:
    """`kind`: what the text was taken for."""
    is_news = _("This is news, explain it")
    is_question = _("This is a question, answer it")
    return [[Key(is_news if kind == "question" else is_question, SwitchKind(explanation_id))]]
