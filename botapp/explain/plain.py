"""An explanation as plain text, for programs and shells."""

import re

from django.template.loader import render_to_string
from django.utils.translation import override

from botapp.ai.base import Kind
from botapp.ai.offline.warning import is_fraud
from botapp.ai.schema import Explanation
from botapp.explain.notices import word_notice

_BLANK_LINES = re.compile(r"\n{3,}")


def drop_echo(explanation: Explanation) -> Explanation:
    """Without a statement that only repeats the headline."""
    said = normalise(explanation.headline)
    told = tuple(part for part in explanation.what_happened if normalise(part.text) != said)
    return explanation.model_copy(update={"what_happened": told})


def render(
    explanation: Explanation, *, language: str, degraded: bool, failure: str = "", kind: Kind = "news"
) -> str:
    """Plain text in the language of the answer: no Markdown, no HTML."""
    with override(language):
        said = word_notice(failure, degraded, kind=kind)
        context = {
            "explanation": drop_echo(explanation),
            "is_fraud": is_fraud(explanation.red_flags),
            "notice": said,
        }
        text = render_to_string("explain/plain.txt", context)
    return _BLANK_LINES.sub("\n\n", text).strip()


def normalise(text: str) -> str:
    """A sentence as it is compared with another: its end and its capitals don't count."""
    return text.strip().rstrip(".!…").casefold()
