"""What the start may claim in its log: each line only after its check has passed."""

import logging
from collections.abc import Callable, Iterator

from django.db import DatabaseError

from analytics.models import Counter, Event
from botapp.ai.grounding import ground
from botapp.ai.schema import Explanation, Number, Statement
from botapp.explain.chain import describe

logger = logging.getLogger(__name__)

_SOURCE = "The fund bought 12 coins."


def check_all() -> Iterator[str]:
    """The lines that are true now. A check that fails is logged as an error and has no line."""
    for line, check in _CHECKS.items():
        if _passes(line, check):
            yield line
    yield f"AI in use: {describe()}"


def _passes(line: str, check: Callable[[], bool]) -> bool:
    try:
        passed = check()
    except DatabaseError:
        passed = False
    if not passed:
        logger.error("Start check failed: %s", line)
    return passed


def _events_can_be_read() -> bool:
    Event.objects.only("pk").first()
    return True


def _inventions_are_found() -> bool:
    invented = Explanation(
        headline="A fund bought 99 coins.",
        what_happened=(Statement(text="The fund bought 99 coins.", source_sentence=1),),
        numbers=(Number(value="99", meaning="coins", source_sentence=1),),
    )
    checked = ground(invented, _SOURCE, language="en")
    return checked.what_happened[0].unsupported and not checked.numbers and checked.headline == _SOURCE


def _totals_can_be_read() -> bool:
    Counter.objects.only("pk").first()
    return True


_CHECKS: dict[str, Callable[[], bool]] = {
    "Event tracker initialized": _events_can_be_read,
    "AI honesty system loaded": _inventions_are_found,
    "Analytics system ready": _totals_can_be_read,
}
