"""`python -m tests.kit.chaos.entry ARGUMENTS`: manage.py's runbot with a rehearsal armed and test features.

REHEARSAL is "place:count:kill" or "place:count:pause:seconds": at the count-th passing of a failpoint
the process ends itself with SIGKILL, or sleeps where it stands (which lets its other threads go on).
"""

import os
import runpy
import signal
import sys
import threading
import time
from pathlib import Path
from typing import get_args

from botapp.delivery import failpoints
from botapp.telegram.features import registry
from tests.kit.chaos.features import FEATURE

ROOT = Path(__file__).resolve().parents[3]


class Rehearsal:
    """What happens at which passing of which place."""

    def __init__(self, order: str) -> None:
        place, count, deed, *seconds = order.split(":")
        if place not in get_args(failpoints.Place) or deed not in ("kill", "pause"):
            raise ValueError(f"REHEARSAL is wrong: {order}")
        self._place, self._left = place, int(count)
        self._seconds = float(seconds[0]) if deed == "pause" else None
        self._lock = threading.Lock()

    def __call__(self, place: failpoints.Place) -> None:
        if place == self._place and self._is_turn():
            if self._seconds is None:
                os.kill(os.getpid(), signal.SIGKILL)
            else:
                time.sleep(self._seconds)

    def _is_turn(self) -> bool:
        with self._lock:
            self._left -= 1
            return self._left == 0


def main(arguments: list[str]) -> None:
    if order := os.environ.get("REHEARSAL"):
        failpoints.arm(Rehearsal(order))
    registry.register(FEATURE)
    sys.argv = [str(ROOT / "manage.py"), "runbot", *arguments]
    runpy.run_path(sys.argv[0], run_name="__main__")


if __name__ == "__main__":
    main(sys.argv[1:])
