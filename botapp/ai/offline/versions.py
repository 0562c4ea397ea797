"""Which other versions of a card would tell nothing new, as long as no AI makes them."""

from dataclasses import replace
from typing import Any

from botapp.ai.base import Mode, Prompt
from botapp.ai.offline.phrases import PHRASES
from botapp.ai.offline.provider import explained
from botapp.ai.schema import Explanation

_WAYS_OUT = frozenset(
    line
    for phrases in PHRASES.values()
    for line in (
        phrases.one_event,
        phrases.no_analogy,
        phrases.no_example,
        phrases.no_checks,
        phrases.same_words,
    )
)
_OF_PLAIN_CARDS: dict[str, Any] = {"numbers": (), "terms": (), "background": None}


def tells_nothing_new(wanted: Prompt, shown: Explanation, *, mode: Mode) -> bool:
    """Whether the explainer without AI would only repeat the card that shows `shown` in the way `mode`.

    An answer that says itself that its way or other words take the AI is no new one, nor is a further
    version that begins again with the first. News only; takes milliseconds.
    """
    told = explained(wanted)
    if wanted.mode != "plain" and not told.checks and not _own_lines(told):
        return True
    seen = _seen(told, wanted.mode)
    return seen == _seen(shown, mode) or (wanted.variant > 0 and _is_first_again(told, seen, wanted))


def _is_first_again(told: Explanation, seen: Explanation, wanted: Prompt) -> bool:
    if PHRASES[wanted.language].same_words in told.illustration:
        return True
    return seen == _seen(explained(replace(wanted, variant=0)), wanted.mode)


def _seen(explanation: Explanation, mode: Mode) -> Explanation:
    """What a reader finds on the card and behind it."""
    hidden = {} if mode == "plain" else _OF_PLAIN_CARDS
    return explanation.model_copy(update={"illustration": _own_lines(explanation), **hidden})


def _own_lines(explanation: Explanation) -> tuple[str, ...]:
    return tuple(line for line in explanation.illustration if line not in _WAYS_OUT)
