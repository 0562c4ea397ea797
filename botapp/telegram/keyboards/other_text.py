from dataclasses import dataclass

from django.utils.translation import gettext as _

from botapp.telegram.buttons import Button
from botapp.telegram.keys import Key, Keyboard


@dataclass(frozen=True)
class ExplainAnyway(Button, prefix="anyway"):
    """A text that was held is explained in place of the message that said so. `message`: the person's own."""

    message: int


def anyway_keys(message: int) -> Keyboard:
    return [[Key(_("Explain anyway"), ExplainAnyway(message))]]
