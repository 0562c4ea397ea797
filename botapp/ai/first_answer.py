"""Which of several answers is read: some services write more than one, in turn, whatever they are asked."""

from typing import Any


def is_first(index: Any) -> bool:
    """Whether an answer with this index is the one; what is no number says nothing."""
    try:
        return int(index) == 0
    except (TypeError, ValueError, OverflowError):
        return True
