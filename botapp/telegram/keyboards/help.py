from dataclasses import dataclass

from botapp.telegram.buttons import Button


@dataclass(frozen=True)
class OpenHelp(Button, prefix="help"):
    """What RVX can do."""
