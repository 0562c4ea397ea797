from dataclasses import dataclass

from botapp.telegram.buttons import Button


@dataclass(frozen=True)
class AskForItem(Button, prefix="item"):
    """How to have something explained."""
