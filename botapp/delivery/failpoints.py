"""Places in the way of an update at which a rehearsal may pause or end the process.

Nothing in RVX arms them: there is no setting and no variable for it. The tests' own entry point does,
in a process of its own, before it runs the command.
"""

from collections.abc import Callable
from typing import Literal

# fetched: an answer of getUpdates is read, not stored · stored: committed, not confirmed
# bound: which rows are one burst is committed, nothing is done for it
# effect: a step's transaction is committed · sent: Telegram took a message, its journal is not written
# journaled: the journal is committed
Place = Literal["fetched", "stored", "bound", "effect", "sent", "journaled"]
Action = Callable[[Place], None]

_action: Action | None = None


def arm(action: Action | None) -> None:
    """Call `action` with the place's name from here on, on whichever thread gets there; None disarms."""
    global _action
    _action = action


def reach(place: Place) -> None:
    """Nothing, unless a rehearsal armed it."""
    if _action is not None:
        _action(place)
