"""Children that can't outlive their parent, on Linux even when it is killed with -9."""

import ctypes
import os
import signal
import sys

_SET_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG
_SET_CHILD_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER

_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


def tie(parent: int) -> None:
    """Called in a child: die with `parent`. Elsewhere than on Linux nothing happens."""
    if _libc is None:
        return
    _libc.prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:  # it died before the call above
        os._exit(1)


def adopt_orphans() -> None:
    """What children leave behind becomes ours, as it does for pid 1, so that it can be ended."""
    if _libc is not None:
        _libc.prctl(_SET_CHILD_SUBREAPER, 1)
