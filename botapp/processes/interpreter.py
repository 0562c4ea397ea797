"""How a process that answers many people at once uses its one interpreter."""

import gc
import sys

# How long a thread that computes may keep the others from the interpreter; Python's own is five times that.
_SWITCH_SECONDS = 0.001


def settle() -> None:
    """To be called when all is loaded, before a fork: no big pause and no long turn from here on.

    What is loaded by now stays: the collector need not walk over it, everybody waiting, again and again.
    """
    sys.setswitchinterval(_SWITCH_SECONDS)
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)
