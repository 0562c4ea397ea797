"""An answer as lines of text: what its card says about the item."""

from collections.abc import Iterator
from typing import Any

# Marks for programs, what is general background, and questions that nobody asked yet.
_UNSAID = frozenset({"background", "follow_ups", "direction", "horizon", "confidence", "source_sentence"})


def lines(answer: Any) -> Iterator[str]:
    """Every text of a stored answer that speaks of the item."""
    if isinstance(answer, str):
        yield answer
    elif isinstance(answer, list):
        for part in answer:
            yield from lines(part)
    elif isinstance(answer, dict):
        for name, part in answer.items():
            if name not in _UNSAID:
                yield from lines(part)
